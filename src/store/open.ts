// Opens a corpus by its address.
import { fileURLToPath } from "node:url";
import { articleStore } from "./articles.ts";
import { chatStore } from "./chats.ts";
import { claimStore } from "./claims.ts";
import { deliveryStore } from "./deliveries.ts";
import { editionStore } from "./editions.ts";
import { StoreError } from "./failure.ts";
import { feedStore } from "./feeds.ts";
import { leaseStore } from "./leases.ts";
import { metaStore } from "./meta.ts";
import { migrate } from "./migrate.ts";
import { noteStore } from "./notes.ts";
import { openPostgres } from "./postgres.ts";
import { quoteStore } from "./quotes.ts";
import { speakerStore } from "./speakers.ts";
import { openSqlite } from "./sqlite.ts";
import { statementStore } from "./statements.ts";
import type { Store } from "./store.ts";
import { storyStore } from "./stories.ts";
import { subscriptionStore } from "./subscriptions.ts";

export interface OpenOptions {
  /** File size in bytes from which searches run in a thread of their own; left out: when it pays. */
  readonly searchInThreadFrom?: number;
}

/**
 * Opens (and creates or migrates) the corpus at a path, a `sqlite:`, `file:` or `postgres:` URL, or ":memory:".
 * Throws StoreError, in words for the operator: not a database, made by a newer program, locked, read-only, no answer, no rights.
 */
export async function openStore(databaseUrl: string, options: OpenOptions = {}): Promise<Store> {
  const address = databaseUrl.trim();
  const engine = POSTGRES.test(address)
    ? await openPostgres(address)
    : openSqlite(pathOf(address), options.searchInThreadFrom);
  try {
    await migrate(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return {
    articles: articleStore(engine),
    quotes: quoteStore(engine),
    speakers: speakerStore(engine),
    statements: statementStore(engine),
    stories: storyStore(engine),
    chats: chatStore(engine),
    subscriptions: subscriptionStore(engine),
    editions: editionStore(engine),
    deliveries: deliveryStore(engine),
    feeds: feedStore(engine),
    leases: leaseStore(engine),
    claims: claimStore(engine),
    notes: noteStore(engine),
    meta: metaStore(engine),
    close: () => engine.close(),
  };
}

const POSTGRES = /^postgres(ql)?:/i;

/** `sqlite:data/x.db` is relative, `sqlite:/var/x.db` and `sqlite:///var/x.db` are not. */
function pathOf(address: string): string {
  if (address === "") throw new StoreError("DATABASE_URL is empty. Set it to a file, such as data/onrecord.db.");
  if (address.startsWith("file://")) return fileURLToPath(address);
  const path = address.replace(/^sqlite:(\/\/(?=\/|[^/]))?/i, "");
  // A drive letter (C:\) is no scheme.
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) {
    throw new StoreError(
      `DATABASE_URL ${path.slice(0, path.indexOf(":"))}: is no database this program knows. Name a file.`,
    );
  }
  return path;
}
