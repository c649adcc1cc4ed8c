// Reads a feed: decode, repair, then rss-parser; feedsmith where that finds none (JSON Feed and the rest).
import { parseFeed } from "feedsmith";
import Parser from "rss-parser";
import type { Published } from "../../model/dates.ts";
import { absoluteAddress } from "../address.ts";
import { cleanLine } from "../lines/clean.ts";
import { readWrittenDate, UNKNOWN_DATE } from "../written-date.ts";
import { decodeFeed } from "./decode.ts";
import type { Feed, FeedItem, FeedResult } from "./feed.ts";
import { repairFeed } from "./repair.ts";
import { plainTitle } from "./title.ts";

export const LARGEST_FEED = 5_000_000;
const MOST_ITEMS = 5_000;
/** Characters of summaries and contents that one feed hands over, newest first: more would hold up the thread that takes them. */
const MOST_TEXT = 1_500_000;

/** Fields that `repair.ts` writes besides RSS's own. */
type Repaired = {
  published?: string;
  created?: string;
  updated?: string;
  writer?: string;
  teaser?: string;
  text?: string;
};
const EXTRA = ["published", "created", "updated", "writer", "teaser", "text"] as const;

const parser = new Parser<{ hour?: string[]; day?: string[] } & Repaired, Repaired>({
  defaultRSS: 2,
  customFields: {
    feed: [...EXTRA, ["hour", "hour", { keepArray: true }], ["day", "day", { keepArray: true }]] as never,
    item: [...EXTRA],
  },
});

/**
 * Reads a feed in this thread. `headers`: of its HTTP answer, lower-case names. `url`: where it came from. `most`: items
 * wanted. Never throws.
 */
export async function readFeed(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
  url: string | null,
  most = MOST_ITEMS,
): Promise<FeedResult> {
  if (bytes.length === 0) return refused("The feed is empty.");
  if (bytes.length > LARGEST_FEED) return refused("The feed is larger than 5 MB.");
  const { text } = decodeFeed(bytes, headers);
  const base = absoluteAddress(headers["content-location"] ?? "", url) ?? url;
  try {
    const json = /^\s*\{/.test(text) ? secondReading(text, base, most) : null;
    if (json !== null) return { kind: "feed", feed: json };
    const clean = repairFeed(text, base);
    const feed = clean === null ? null : await firstReading(clean, headers["content-language"] ?? null, most);
    const other =
      feed === null || (feed.items.length === 0 && feed.title === null) ? secondReading(text, base, most) : null;
    const found = other ?? feed;
    return found === null ? refused(whyNone(text)) : { kind: "feed", feed: found };
  } catch (error) {
    const other = secondReading(text, base, most);
    return other === null
      ? refused(`The feed could not be read (${cleanLine(String((error as Error).message)).slice(0, 120)}).`)
      : { kind: "feed", feed: other };
  }
}

async function firstReading(clean: string, language: string | null, most: number): Promise<Feed> {
  const parsed = await parser.parseString(clean);
  let room = MOST_TEXT;
  const within = (text: string | undefined): string | null => {
    room -= text?.length ?? 0;
    return room > 0 ? (text ?? null) : null;
  };
  const zone = zoneOf(parsed.items.slice(0, 50).flatMap((item) => [item.published, item.updated]));
  const items = parsed.items.slice(0, most).map((item): FeedItem => {
    const updated = date(item.updated, zone);
    const published = known(date(item.published, zone)) ?? known(date(item.created, zone)) ?? updated;
    return {
      id: item.guid ?? item.link ?? null,
      title: item.title ?? null,
      url: absoluteAddress(item.link ?? "", null),
      author: authorOf(item.writer),
      published,
      updated,
      summary: within(item.teaser),
      content: within(item.text),
    };
  });
  const ttl = Number((parsed as { ttl?: string }).ttl);
  return {
    title: parsed.title ?? null,
    url: absoluteAddress(parsed.link ?? "", null),
    language: (parsed as { language?: string }).language ?? language,
    published: known(date(parsed.published, zone)) ?? date(parsed.created, zone),
    updated: date(parsed.updated, zone),
    ttlMinutes: Number.isFinite(ttl) && ttl > 0 ? Math.min(ttl, 7 * 24 * 60) : null,
    skipHours: [...new Set((parsed.hour ?? []).map(Number))]
      .filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24)
      .map((hour) => hour % 24),
    skipDays: (parsed.day ?? []).filter((day) => /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i.test(day)),
    items,
    listed: parsed.items.length,
  };
}

/** The same through feedsmith, which also knows JSON Feed. Null when it knows no better. */
function secondReading(text: string, base: string | null, most: number): Feed | null {
  let feed: LooseFeed;
  try {
    feed = parseFeed(text).feed as LooseFeed;
  } catch {
    return null;
  }
  const all = feed.items ?? feed.entries ?? [];
  const items = all.slice(0, Math.min(most, MOST_ITEMS)).map((item): FeedItem => {
    const link =
      textOf(item.url) ??
      textOf(item.link) ??
      textOf(item.external_url) ??
      textOf(item.links?.find((one) => one.rel === undefined || one.rel === "alternate")?.href);
    const updated = date(textOf(item.date_modified) ?? textOf(item.updated) ?? textOf(item.dc?.date), undefined);
    const title = textOf(item.title);
    return {
      id:
        textOf(item.id) ??
        textOf(item.guid) ??
        textOf((item.guid as { value?: unknown } | undefined)?.value) ??
        link ??
        null,
      title: title === null ? null : plainTitle(title, "unknown") || null,
      url: link === null ? null : absoluteAddress(link, base),
      author: authorOf(textOf(item.authors?.[0]?.name) ?? undefined),
      published:
        known(date(textOf(item.date_published) ?? textOf(item.published) ?? textOf(item.pubDate), undefined)) ??
        updated,
      updated,
      summary: textOf(item.summary) ?? textOf(item.description),
      content:
        textOf(item.content_html) ??
        textOf(item.content_text) ??
        textOf(item.content) ??
        textOf((item.content as { encoded?: unknown } | undefined)?.encoded),
    };
  });
  const title = textOf(feed.title);
  if (title === null && items.length === 0) return null;
  const home =
    textOf(feed.home_page_url) ??
    textOf(feed.link) ??
    textOf(feed.links?.find((one) => one.rel === undefined || one.rel === "alternate")?.href);
  return {
    title: title === null ? null : plainTitle(title, "unknown"),
    url: home === null ? null : absoluteAddress(home, base),
    language: textOf(feed.language),
    published: UNKNOWN_DATE,
    updated: date(textOf(feed.updated), undefined),
    ttlMinutes: null,
    skipHours: [],
    skipDays: [],
    items,
    listed: all.length,
  };
}

interface LooseLink {
  readonly href?: unknown;
  readonly rel?: unknown;
}

/** What of feedsmith's several shapes is read; every value is checked before use. */
interface LooseFeed {
  readonly title?: unknown;
  readonly link?: unknown;
  readonly links?: readonly LooseLink[];
  readonly home_page_url?: unknown;
  readonly language?: unknown;
  readonly updated?: unknown;
  readonly items?: readonly LooseItem[];
  readonly entries?: readonly LooseItem[];
}

type LooseItem = Readonly<{ [name: string]: unknown }> & {
  readonly links?: readonly LooseLink[];
  readonly authors?: readonly { readonly name?: unknown }[];
  readonly dc?: { readonly date?: unknown };
};

function textOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value.trim() === "" ? null : value.trim();
  const inner = (value as { value?: unknown } | null | undefined)?.value;
  return typeof inner === "string" && inner.trim() !== "" ? inner.trim() : null;
}

function date(text: string | null | undefined, zone: string | undefined): Published {
  return (
    (text === null || text === undefined
      ? null
      : readWrittenDate(text, { zone: zone ?? "+00:00", order: "month first" })) ?? UNKNOWN_DATE
  );
}

function known(published: Published): Published | null {
  return published.value === null ? null : published;
}

/** The offset most of a feed's dates state, for those that state none; undefined when none does. */
function zoneOf(dates: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of dates) {
    const offset = /([+-]\d{2}):?(\d{2})\s*$/.exec(text ?? "");
    if (offset && Number(offset[1]!.slice(1)) <= 14)
      counts.set(`${offset[1]}:${offset[2]}`, (counts.get(`${offset[1]}:${offset[2]}`) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** "mail@example.com (A Name)" and "A Name <mail>" to the name. */
function authorOf(written: string | undefined): string | null {
  if (written === undefined) return null;
  const name =
    /\(([^)]{2,100})\)/.exec(written)?.[1] ?? written.replace(/<[^>]{0,200}>/g, " ").replace(/\S+@\S+/g, " ");
  return cleanLine(name.replace(/\s+/g, " ")).slice(0, 200) || null;
}

function whyNone(text: string): string {
  if (/<(?:!doctype )?html[\s>]|<head[\s>]/i.test(text.slice(0, 2000))) return "This is a web page, no feed.";
  return "This is no feed that can be read (RSS, Atom, RDF and JSON Feed are).";
}

function refused(why: string): FeedResult {
  return { kind: "refused", why };
}
