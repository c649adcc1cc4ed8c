// Files in: each text found under the given paths is read and taken in, and one line tells what became of it.
import type { ArticleText } from "../model/article.ts";
import { showPublished } from "../model/dates.ts";
import type { KnownOutlet } from "../model/outlet.ts";
import type { ListedFeed } from "../sources/feed-list.ts";
import { type ImportItem, readPaths } from "../sources/import.ts";
import { type Intake, type Newsroom, takeIn } from "./intake.ts";
import { dayOf } from "./story-link.ts";

/** What became of one text. `line` is for the person who imported it. */
export interface ImportReport {
  readonly outcome: Intake["kind"] | "refused";
  readonly line: string;
}

interface Waiting {
  readonly name: string;
  readonly article: ArticleText;
  readonly kept: number;
  readonly dropped: number;
  readonly notice: string | undefined;
}

/** Undated texts wait for the dated ones, so that they find their place beside them; never more than this many. */
const MOST_WAITING = 1_000;

/**
 * Imports files, folders and "-" (standard input). An archive is no news: a dated article counts as stored on its own
 * day, so that subscribers are not told of it now. A bad file is told and passed over.
 */
export async function* importPaths(
  paths: readonly string[],
  room: Newsroom & { readonly outlets: readonly KnownOutlet[] },
  now: Temporal.Instant,
): AsyncGenerator<ImportReport> {
  const waiting: Waiting[] = [];
  for await (const item of readPaths(paths, room.outlets)) {
    if (item.feeds !== undefined) {
      yield await follow(item.name, item.feeds, room.store, now);
      continue;
    }
    const read = readItem(item);
    if ("outcome" in read) yield read;
    else if (dayOf(read.article) !== null) yield await take(read, room, now);
    else {
      waiting.push(read);
      if (waiting.length >= MOST_WAITING) for (const held of waiting.splice(0)) yield await take(held, room, now);
    }
  }
  for (const held of waiting) yield await take(held, room, now);
}

/** A list of feeds is followed from now on. */
async function follow(
  name: string,
  feeds: readonly ListedFeed[],
  store: Newsroom["store"],
  now: Temporal.Instant,
): Promise<ImportReport> {
  for (const { url, outlet } of feeds) await store.feeds.add(url, outlet, now);
  const counted = feeds.length === 1 ? "1 feed is" : `${feeds.length} feeds are`;
  return { outcome: "unchanged", line: `${name}: ${counted} followed from now on` };
}

function readItem({ name, result }: ImportItem): Waiting | ImportReport {
  if (result.kind === "refused") return { outcome: "refused", line: `${name}: not read. ${result.why}` };
  return { name, article: result.article, kept: result.kept, dropped: result.dropped.length, notice: result.notice };
}

async function take(held: Waiting, room: Newsroom, now: Temporal.Instant): Promise<ImportReport> {
  const { name, article } = held;
  const intake = await takeIn(article, { audience: "everyone", now, isArchive: true }, room);
  const facts = [
    article.title ?? "no title",
    article.outlet ?? "outlet unknown",
    showPublished(article.published),
    `${held.kept} paragraphs kept, ${held.dropped} lines dropped`,
    became(intake),
    ...(held.notice === undefined ? [] : [held.notice]),
  ];
  return { outcome: intake.kind, line: `${name}: ${facts.join(" · ")}` };
}

function became(intake: Intake): string {
  switch (intake.kind) {
    case "new":
      return `${intake.quotes} quotes found, article ${intake.id}`;
    case "revised":
      return `${intake.quotes} quotes found, a new revision of article ${intake.id}`;
    case "duplicate":
      return `the same text as article ${intake.id}`;
    case "unchanged":
      return `held already as article ${intake.id}`;
  }
}
