// Opens a corpus by its address.
import { fileURLToPath } from "node:url";
import { articleStore } from "./articles.ts";
import { chatStore } from "./chats.ts";
import { claimStore } from "./claims.ts";
import { refuseUnfinished } from "./copy.ts";
import { deliveryStore } from "./deliveries.ts";
import { editionStore } from "./editions.ts";
import type { Engine } from "./engine.ts";
import { StoreError } from "./failure.ts";
import { feedStore } from "./feeds.ts";
import { inTurnOn } from "./in-turn.ts";
import { leaseStore } from "./leases.ts";
import { metaStore } from "./meta.ts";
import { migrate } from "./migrate.ts";
import { noteStore } from "./notes.ts";
import { quoteStore } from "./quotes.ts";
import { speakerStore } from "./speakers.ts";
import { openSqlite, type SqliteOptions } from "./sqlite.ts";
import { statementStore } from "./statements.ts";
import type { Store } from "./store.ts";
import { storyStore } from "./stories.ts";
import { subscriptionStore } from "./subscriptions.ts";

/** What is about a SQLite file has no effect on a database server, and the other way round. */
export interface OpenOptions extends SqliteOptions {
  /** How long a database server that is away is waited for at each operation, in milliseconds; left out: ten seconds. */
  readonly patience?: number;
  /** A copy that was cut short is opened too, to be finished. */
  readonly unfinished?: boolean;
}

/**
 * Opens (and creates or migrates) the corpus at a path, a `sqlite:`, `file:` or `postgres:` URL, or ":memory:".
 * Throws StoreError, in words for the operator: not a database, made by a newer program, locked, read-only, no answer, no rights.
 */
export async function openStore(databaseUrl: string, options: OpenOptions = {}): Promise<Store> {
  const engine = await openEngine(databaseUrl, options);
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
    get wasAwaitedLong() {
      return engine.wasAwaitedLong;
    },
    inTurn: inTurnOn(engine),
    close: () => engine.close(),
  };
}

/** The same without the families: for what works on whole tables. */
export async function openEngine(databaseUrl: string, options: OpenOptions = {}): Promise<Engine> {
  const address = databaseUrl.trim();
  // A driver is loaded only when it is used.
  const engine = POSTGRES.test(address)
    ? await (await import("./postgres.ts")).openPostgres(address, options.patience)
    : openSqlite(pathOf(address), options);
  try {
    await migrate(engine);
    if (options.unfinished !== true) await refuseUnfinished(engine);
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Is it the plain path of a file? */
export function isFile(address: string): boolean {
  return !/^[a-z][a-z0-9+.-]+:/i.test(address.trim());
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
