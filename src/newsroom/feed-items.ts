// The unseen items of a feed, oldest first: each one's page is read, or what the feed itself carries of it, and taken in.
import { setImmediate as turn } from "node:timers/promises";
import type { ArticleText } from "../model/article.ts";
import type { Log } from "../model/log.ts";
import { foldAddress } from "../sources/address.ts";
import type { Feed, FeedItem } from "../sources/feed/feed.ts";
import { knownOutletOfHost } from "../sources/outlets.ts";
import type { ReadResult } from "../sources/result.ts";
import type { FeedRow } from "../store/contract/feeds.ts";
import { takeIn } from "./intake.ts";
import type { OpenNewsroom } from "./reading.ts";

/** What reading an item came to. `later`: its page could not be had now; the item stays unseen. */
type ItemText =
  | { readonly kind: "article"; readonly article: ArticleText; readonly addresses: readonly string[] }
  | { readonly kind: "later" }
  | { readonly kind: "nothing"; readonly why: string };

/** The longest list a feed may bring in one go. */
const MOST_ITEMS = 200;
/** A feed's own text this long is the article; a shorter one is a teaser. Characters. */
const WHOLE_TEXT = 1_500;
/** An item older than this when it first shows is archive, not news. */
const NEWS_DAYS = 2;

interface Clock {
  readonly now: () => Temporal.Instant;
  readonly log: Log;
}

/** Takes in what is new; gives the number of new articles. */
export async function takeItems(
  room: OpenNewsroom,
  row: FeedRow,
  feed: Feed,
  { now, log }: Clock,
  isStopping: () => boolean,
): Promise<number> {
  const items = new Map(feed.items.slice(0, MOST_ITEMS).map((item) => [keyOf(item), item]));
  items.delete(null);
  const unseen = await room.store.feeds.unseen(
    row.id,
    [...items.keys()].filter((key) => key !== null),
  );
  let taken = 0;
  for (const key of unseen.toReversed()) {
    if (isStopping()) break;
    const text = await textOf(room, row, items.get(key)!, now());
    if (text.kind === "later") continue;
    if (text.kind === "article" && (await takeItem(room, row, text, now()))) taken += 1;
    if (text.kind === "nothing") log.debug({ feed: row.url, item: key, why: text.why }, "an item was not read");
    await room.store.feeds.markSeen(row.id, [key], now());
    await turn();
  }
  const seen = [...items.keys()].filter((key) => key !== null && !unseen.includes(key)) as string[];
  await room.store.feeds.markSeen(row.id, seen, now());
  return taken;
}

/** An address is the same under all its tracking; an id that is none is the feed's own business. */
function keyOf({ id, url }: FeedItem): string | null {
  if (url !== null) return foldAddress(url);
  return id;
}

async function takeItem(
  room: OpenNewsroom,
  row: FeedRow,
  { article, addresses }: Extract<ItemText, { kind: "article" }>,
  now: Temporal.Instant,
): Promise<boolean> {
  const isFirstFill = row.lastFetched === null;
  const intake = await takeIn(
    article,
    { audience: "everyone", addresses, now, isArchive: isFirstFill || isOld(article, now) },
    room,
  );
  return intake.kind === "new";
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

async function textOf(room: OpenNewsroom, row: FeedRow, item: FeedItem, now: Temporal.Instant): Promise<ItemText> {
  const carried = item.content ?? item.summary ?? "";
  if (item.url === null || carried.length >= WHOLE_TEXT) {
    const own = await fromFeed(room, row, item, carried);
    if (own.kind === "article" || item.url === null) return own;
  }
  const fetched = await room.fetcher.fetch(item.url, { for: "page" }, now);
  if (fetched.kind === "later") return { kind: "later" };
  if (fetched.kind !== "fetched") {
    const why = fetched.kind === "refused" ? fetched.why : "unchanged";
    const own = await fromFeed(room, row, item, carried);
    return own.kind === "article" ? own : { kind: "nothing", why };
  }
  const read = await room.reader.readPage(
    fetched.bytes,
    fetched.headers["content-type"] ?? null,
    fetched.url,
    room.outlets,
  );
  return asItem(room, row, item, read, [item.url, fetched.url]);
}

/** The article as the feed itself carries it. */
async function fromFeed(room: OpenNewsroom, row: FeedRow, item: FeedItem, html: string): Promise<ItemText> {
  if (html.trim() === "") return { kind: "nothing", why: "The feed carries no text of it." };
  const page = `<html><body><article>${html}</article></body></html>`;
  const read = await room.reader.readPage(
    new TextEncoder().encode(page),
    "text/html; charset=utf-8",
    item.url ?? row.url,
    room.outlets,
  );
  return asItem(room, row, item, read, item.url === null ? [] : [item.url]);
}

/** The reading completed by what the feed says; the outlet is the host's, or the feed's own on its own domain. */
function asItem(
  room: OpenNewsroom,
  row: FeedRow,
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
      outlet: known?.name ?? row.outlet ?? article.outlet,
      published: article.published.precision === "unknown" ? item.published : article.published,
    },
  };
}
