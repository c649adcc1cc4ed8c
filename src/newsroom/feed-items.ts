// The unseen items of a feed, oldest first: each one's page is read, or what the feed itself carries of it, and taken in.
import { createHash } from "node:crypto";
import type { ArticleText } from "../model/article.ts";
import type { Log } from "../model/log.ts";
import { foldAddress, siteOf } from "../sources/address.ts";
import type { Feed, FeedItem } from "../sources/feed/feed.ts";
import { knownOutletOfHost } from "../sources/outlets.ts";
import type { ReadResult } from "../sources/result.ts";
import type { FeedRow } from "../store/contract/feeds.ts";
import type { OpenNewsroom } from "./reading.ts";

/** What reading an item came to. `later`: its page could not be had now; the item stays unseen. */
type ItemText =
  | { readonly kind: "article"; readonly article: ArticleText; readonly addresses: readonly string[] }
  | { readonly kind: "later" }
  | { readonly kind: "nothing"; readonly why: string };

/** More changes than this at once are the feed's doing, not its articles'. */
const MOST_CHANGED = 10;
/** A feed's own text this long is the article; a shorter one is a teaser. Characters. */
const WHOLE_TEXT = 1_500;
/** An item older than this when it first shows is archive, not news. */
const NEWS_DAYS = 2;

interface Clock {
  readonly now: () => Temporal.Instant;
  readonly log: Log;
}

/** `taken`: new articles. `isComplete`: nothing waits for a later visit. */
export interface Taken {
  readonly taken: number;
  readonly isComplete: boolean;
}

/** Takes in what is new. */
export async function takeItems(
  room: OpenNewsroom,
  row: FeedRow,
  feed: Feed,
  { now, log }: Clock,
  isStopping: () => boolean,
): Promise<Taken> {
  const items = new Map(feed.items.map((item) => [keyOf(item), item]));
  items.delete(null);
  const keys = [...items.keys()].filter((key) => key !== null);
  const unseen = await room.store.feeds.unseen(row.id, keys);
  const changed = await changedItems(room, row, items as Map<string, FeedItem>, unseen);
  let taken = 0;
  let left = unseen.length;
  for (const key of [...changed, ...unseen.toReversed()]) {
    if (isStopping()) break;
    const text = await textOf(room, { row, feed }, items.get(key)!, now());
    if (text.kind === "later") continue;
    if (!changed.includes(key)) left -= 1;
    if (text.kind === "article") {
      if (await takeItem(room, row, key, text, now())) taken += 1;
    } else {
      log.debug({ feed: row.url, item: key, why: text.why }, "an item was not read");
      await room.store.feeds.markSeen(row.id, [key], now());
    }
  }
  const seen = keys.filter((key) => !unseen.includes(key));
  const versions = keys.map((key) => versionOf(key, items.get(key)!));
  await room.store.feeds.markSeen(row.id, [...seen, ...versions], now());
  return { taken, isComplete: left === 0 };
}

/**
 * Known items that the feed gives another id, title or date: their pages may have changed. Where most of a feed has, it
 * just dates everything anew, and nothing is read for it.
 */
async function changedItems(
  room: OpenNewsroom,
  row: FeedRow,
  items: ReadonlyMap<string, FeedItem>,
  unseen: readonly string[],
): Promise<readonly string[]> {
  const isNew = new Set(unseen);
  const known = [...items].filter(([key]) => !isNew.has(key));
  const others = new Set(
    await room.store.feeds.unseen(
      row.id,
      known.map(([key, item]) => versionOf(key, item)),
    ),
  );
  const changed = known.filter(([key, item]) => others.has(versionOf(key, item))).map(([key]) => key);
  return changed.length <= Math.max(1, Math.min(MOST_CHANGED, known.length / 2)) ? changed : [];
}

/** What an item is remembered by beside its key: another one tells that something about it has changed. */
function versionOf(key: string, { id, title, published, updated }: FeedItem): string {
  const facts = JSON.stringify([id, title, published.value, updated.value]);
  return `${key}#${createHash("sha256").update(facts).digest("base64url").slice(0, 16)}`;
}

/** An address is the same under all its tracking; an id that is none is the feed's own business. */
function keyOf({ id, url }: FeedItem): string | null {
  if (url !== null) return foldAddress(url);
  return id;
}

async function takeItem(
  room: OpenNewsroom,
  row: FeedRow,
  key: string,
  { article, addresses }: Extract<ItemText, { kind: "article" }>,
  now: Temporal.Instant,
): Promise<boolean> {
  const isFirstFill = row.lastFetched === null;
  const isArchive = isFirstFill || isOld(article, now);
  const options = { audience: "everyone", addresses, now, isArchive } as const;
  const intake = await room.backRoom.takeIn(article, options, { feed: row.id, key });
  return intake.kind === "new";
}

/** Is it on the domain of the feed, or of the site that the feed names as its own? A text without an address is the feed's. */
function isOwn({ row, feed }: Source, url: string | null): boolean {
  if (url === null) return true;
  const site = siteOf(url);
  return site === null
    ? new URL(url).host === new URL(row.url).host
    : [row.url, feed.url].some((own) => own !== null && siteOf(own) === site);
}

function isOld({ published }: ArticleText, now: Temporal.Instant): boolean {
  if (published.value === null || published.precision === "unknown") return false;
  return (
    published.value.slice(0, 10) <
    now
      .subtract({ hours: 24 * NEWS_DAYS })
      .toString()
      .slice(0, published.value.length < 10 ? published.value.length : 10)
  );
}

async function textOf(room: OpenNewsroom, source: Source, item: FeedItem, now: Temporal.Instant): Promise<ItemText> {
  const carried = item.content ?? item.summary ?? "";
  if (item.url === null || carried.length >= WHOLE_TEXT) {
    const own = await fromFeed(room, source, item, carried);
    if (own.kind === "article" || item.url === null) return own;
  }
  const fetched = await room.fetcher.fetch(item.url, { for: "page" }, now);
  if (fetched.kind === "later") return { kind: "later" };
  if (fetched.kind !== "fetched") {
    const why = fetched.kind === "refused" ? fetched.why : "unchanged";
    const own = await fromFeed(room, source, item, carried);
    return own.kind === "article" ? own : { kind: "nothing", why };
  }
  const read = await room.backRoom.readPage(fetched.bytes, fetched.headers["content-type"] ?? null, fetched.url);
  return asItem(room, source, item, read, [item.url, fetched.url]);
}

/** The article as the feed itself carries it. */
async function fromFeed(room: OpenNewsroom, source: Source, item: FeedItem, html: string): Promise<ItemText> {
  if (html.trim() === "") return { kind: "nothing", why: "The feed carries no text of it." };
  const page = `<html><body><article>${html}</article></body></html>`;
  const read = await room.backRoom.readPage(
    new TextEncoder().encode(page),
    "text/html; charset=utf-8",
    item.url ?? source.row.url,
  );
  return asItem(room, source, item, read, item.url === null ? [] : [item.url]);
}

/** A feed, and what it says of itself. */
interface Source {
  readonly row: FeedRow;
  readonly feed: Feed;
}

/** The reading completed by what the feed says; the outlet is the host's, or the feed's own on its own domain. */
function asItem(
  room: OpenNewsroom,
  source: Source,
  item: FeedItem,
  read: ReadResult,
  addresses: readonly string[],
): ItemText {
  if (read.kind === "refused") return { kind: "nothing", why: read.why };
  const { article } = read;
  const url = article.url ?? item.url;
  const known = url !== null && URL.canParse(url) ? knownOutletOfHost(new URL(url).hostname, room.outlets) : null;
  return {
    kind: "article",
    addresses: addresses.map(foldAddress),
    article: {
      ...article,
      url,
      title: article.title ?? item.title,
      author: article.author ?? item.author,
      outlet: known?.name ?? (isOwn(source, url) ? source.row.outlet : null) ?? article.outlet,
      published: article.published.precision === "unknown" ? item.published : article.published,
    },
  };
}
