// The web of the feed soak: feeds of every temper on many hosts, and the articles a reader should see of them.
import { gzipSync } from "node:zlib";
import type { Answer, Site } from "../support/web.ts";

export interface WebPlan {
  readonly feeds: number;
  readonly hosts: number;
  /** Articles that a feed brings, spread evenly over the time. */
  readonly articles: number;
  readonly from: Temporal.Instant;
  readonly hours: number;
  /** Which tempers the feeds have, in turn. */
  readonly tempers: readonly Temper[];
}

export type Temper = keyof typeof TEMPERS;

/** An article that has to be held once at the end. */
export interface Expected {
  readonly title: string;
  readonly url: string;
  readonly published: Temporal.Instant;
  /** Words that are in no other article. */
  readonly marker: string;
  readonly temper: Temper;
}

export interface FeedWeb {
  readonly sites: Readonly<Record<string, Site>>;
  /** Paths of the feeds, with their hosts, in order. */
  readonly feeds: readonly { readonly host: string; readonly path: string; readonly temper: Temper }[];
  /** What is out by then. */
  expected(now: Temporal.Instant): readonly Expected[];
}

/** What a web has to know of the moment and of itself. */
export interface Setting {
  now(): Temporal.Instant;
  url(host: string, path: string): string;
  /** An address that nobody may be led to. */
  secret(): string;
}

interface Told {
  readonly items: readonly Expected[];
  readonly at: string;
  readonly setting: Setting;
}

const MOSCOW_1251 = Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]);
const MOSCOW_KOI8 = Buffer.from([0xed, 0xcf, 0xd3, 0xcb, 0xd7, 0xc1]);
const BOMB = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${"&a;".repeat(500)}"><!ENTITY c "${"&b;".repeat(500)}">]>`;

/** How each kind of feed answers. `publishes`: a reader gets its articles all the same. */
const TEMPERS = {
  good: { publishes: true, answer: (told) => rss(listed(told)) },
  atom: { publishes: true, answer: (told) => rss(atom(told), "application/atom+xml") },
  packed: {
    publishes: true,
    answer: (told) => ({ ...rss(gzipSync(listed(told))), headers: { ...XML, "content-encoding": "gzip" } }),
  },
  moved: {
    publishes: true,
    answer: (told, path) =>
      path.endsWith("/new") ? rss(listed(told)) : { status: 301, headers: { location: `${told.at}/new` } },
  },
  redated: { publishes: true, answer: (told) => rss(listed(told, { date: told.setting.now() })) },
  repeated: { publishes: true, answer: (told) => rss(listed(told, { twice: true })) },
  windows1251: { publishes: true, answer: (told) => rss(encoded(told, "windows-1251", MOSCOW_1251)) },
  koi8: { publishes: true, answer: (told) => rss(encoded(told, null, MOSCOW_KOI8), "text/xml; charset=koi8-r") },
  sloppy: { publishes: true, answer: (told) => rss(`\n junk ${listed(told).replace(/<\/channel>.*/s, "")}`) },
  gone: { publishes: false, answer: () => ({ status: 410 }) },
  missing: { publishes: false, answer: () => ({ status: 404 }) },
  busy: { publishes: false, answer: () => ({ status: 500 }) },
  slow: { publishes: false, answer: (told) => ({ ...rss(listed(told)), waitMs: 60_000 }) },
  endless: { publishes: false, answer: () => ({ ...rss("<rss><channel>"), endless: `<item>${"x".repeat(65_000)}` }) },
  packedBomb: {
    publishes: false,
    answer: () => ({ ...rss(PACKED_BOMB), headers: { ...XML, "content-encoding": "gzip" } }),
  },
  entityBomb: {
    publishes: false,
    answer: () => rss(`${BOMB}<rss version="2.0"><channel><title>&c;</title></channel></rss>`),
  },
  loop: { publishes: false, answer: ({ at }) => ({ status: 302, headers: { location: at } }) },
  traitor: { publishes: false, answer: ({ setting }) => ({ status: 302, headers: { location: setting.secret() } }) },
  metadata: {
    publishes: false,
    answer: () => ({ status: 301, headers: { location: "http://169.254.169.254/latest/meta-data" } }),
  },
  rebinding: { publishes: false, answer: () => ({ status: 302, headers: { location: "http://inner.example/" } }) },
  // Its items lead to a place inside: none of them may be read.
  baited: {
    publishes: false,
    answer: ({ setting }) =>
      rss(
        `<rss version="2.0"><channel><item><title>Bait</title><link>${setting.secret()}</link></item></channel></rss>`,
      ),
  },
} satisfies Record<string, { publishes: boolean; answer(told: Told, path: string): Answer }>;

const XML = { "content-type": "application/rss+xml" };
const PACKED_BOMB = gzipSync(Buffer.alloc(12_000_000, 120));

/** Every temper once, and good ones between: `good` for each other one. */
export function tempers(good: number): readonly Temper[] {
  return (Object.keys(TEMPERS) as Temper[]).flatMap((temper) => [temper, ...Array<Temper>(good).fill("good")]);
}

/** Makes the sites. `ETag`s are kept: what has not changed costs nothing. */
export function feedWeb(plan: WebPlan, setting: Setting): FeedWeb {
  const feeds = Array.from({ length: plan.feeds }, (_, at) => ({
    host: `host${at % plan.hosts}.example`,
    path: `/feed/${at}`,
    temper: plan.tempers[at % plan.tempers.length]!,
  }));
  const all = feeds.map(({ temper, host }, at) =>
    Array.from({ length: plan.articles }, (_, nr) => expectedOf(plan, setting, { temper, host, at, nr })),
  );
  const out = (at: number, now: Temporal.Instant): readonly Expected[] =>
    all[at]!.filter(({ published }) => Temporal.Instant.compare(published, now) <= 0);
  const site: Site = (path, request) => {
    const [, kind, feed = "", nr = ""] = path.split(/[/?]/);
    const item = all[Number(feed)]?.[Number(nr)];
    if (kind === "story" && item !== undefined) return page(item);
    const known = kind === "feed" ? feeds[Number(feed)] : undefined;
    if (known === undefined) return { status: 404 };
    const items = out(Number(feed), setting.now());
    const etag = `"${feed}-${items.length}"`;
    if (known.temper !== "redated" && request.headers["if-none-match"] === etag) return { status: 304 };
    const told = { items, at: setting.url(known.host, known.path), setting };
    const answer: Answer = (TEMPERS[known.temper].answer as (told: Told, path: string) => Answer)(told, path);
    return { ...answer, headers: { ...answer.headers, etag } };
  };
  return {
    sites: Object.fromEntries(Array.from({ length: plan.hosts }, (_, at) => [`host${at}.example`, site])),
    feeds,
    expected: (now) => feeds.flatMap(({ temper }, at) => (TEMPERS[temper].publishes ? out(at, now) : [])),
  };
}

interface Place {
  readonly temper: Temper;
  readonly host: string;
  readonly at: number;
  readonly nr: number;
}

function expectedOf(plan: WebPlan, setting: Setting, { temper, host, at, nr }: Place): Expected {
  const step = (plan.hours * 60) / Math.max(1, plan.articles);
  const title = temper === "windows1251" || temper === "koi8" ? `Москва ${at}-${nr}` : `Report ${at}-${nr} & more`;
  return {
    title,
    url: setting.url(host, `/story/${at}/${nr}`),
    published: plan.from.add({ minutes: Math.floor(nr * step) + (at % 50) + 1 }),
    marker: `item${at}x${nr}`,
    temper,
  };
}

function page({ title, published, marker, temper }: Expected): Answer {
  // Some pages say nothing of themselves: then the feed's word counts.
  const head =
    temper === "windows1251" || temper === "koi8"
      ? ""
      : `<title>${escaped(title)}</title><meta property="article:published_time" content="${published}">`;
  const words = Array.from({ length: 50 }, (_, at) => `${marker}word${at}`).join(" ");
  return {
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<!doctype html><html><head>${head}</head><body><article><p>The council met again and went through a long list of matters, among them ${words}.</p><p>“The matter of ${marker} is settled, and it will stay settled,” said Chancellor Olaf Scholz.</p></article></body></html>`,
  };
}

function rss(body: string | Uint8Array, type = XML["content-type"]): Answer {
  return { headers: { "content-type": type }, body };
}

/** `twice`: every item again under another guid, with tracking on its address. */
function listed({ items }: Told, options: { date?: Temporal.Instant; twice?: boolean } = {}): string {
  const shown = items.toReversed().map(({ title, url, published }, at) => {
    const date = new Date((options.date ?? published).epochMilliseconds).toUTCString();
    const item = (link: string, guid: string): string =>
      `<item><title>${escaped(title)}</title><link>${link}</link><guid isPermaLink="false">${guid}</guid><pubDate>${date}</pubDate></item>`;
    return item(url, url) + (options.twice === true ? item(`${url}?utm_source=feed`, `again-${at}`) : "");
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>A paper</title>${shown.join("")}</channel></rss>`;
}

function atom({ items }: Told): string {
  const entries = items.map(
    ({ title, url, published }) =>
      `<entry><title>${escaped(title)}</title><id>${url}</id><link href="${url}"/><published>${published}</published></entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>A paper</title>${entries.join("")}</feed>`;
}

/** The one word of the titles in bytes of an old encoding; it is declared in the prolog, or by the HTTP header alone. */
function encoded(told: Told, declared: string | null, moscow: Uint8Array): Uint8Array {
  const text = listed(told).replace("?>", declared === null ? "?>" : ` encoding="${declared}"?>`);
  const parts = text.split("Москва").flatMap((part) => [moscow, Buffer.from(part)]);
  return Buffer.concat(parts.slice(1));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;");
}
