// Feeds: how many of a feed parser's own suite are read, and whether titles, links and dates come out as it expects.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Feed, FeedItem } from "../../src/sources/feed/feed.ts";
import { readFeed } from "../../src/sources/feed/parse.ts";
import { plainTitle } from "../../src/sources/feed/title.ts";
import { cleanLine } from "../../src/sources/lines/clean.ts";
import { readWrittenDate } from "../../src/sources/written-date.ts";
import { fingerprint } from "./pages.ts";
import type { BenchTable } from "./table.ts";

interface Expectation {
  readonly scope: string;
  readonly index?: number;
  readonly field: string;
  readonly value: unknown;
}

interface Row {
  readonly file: string;
  readonly group: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expects: readonly Expectation[];
  readonly b64: string;
}

const NAME = "feeds";
const SUITE = "feeds/feedparser.jsonl";
const REAL = "feeds/real/";
/** Where the suite's own server stands. */
const BASE = "http://127.0.0.1:8097/";

export async function measure(sharedData: URL | null): Promise<BenchTable> {
  if (sharedData === null || !existsSync(new URL(SUITE, sharedData)))
    return { name: NAME, data: [], rows: [], notes: [`${SUITE} is not here.`] };
  const content = readFileSync(new URL(SUITE, sharedData), "utf8");
  const counts = { wellformed: 0, entities: 0, illformed: 0 };
  const met = { right: 0, all: 0 };
  const notes: string[] = [];
  for (const line of content.trim().split("\n")) {
    const row: Row = JSON.parse(line);
    const result = await readFeed(Buffer.from(row.b64, "base64"), row.headers, BASE + row.file);
    const group = row.group.split("/")[0] as keyof typeof counts;
    if (result.kind === "feed" && group in counts) counts[group]++;
    if (result.kind === "refused" && group in counts) notes.push(`not read: ${row.file}: ${result.why}`);
    for (const expectation of row.expects ?? []) {
      const judged = judge(expectation, result.kind === "feed" ? result.feed : null);
      if (judged === null) continue;
      met.all++;
      if (judged.isMet) met.right++;
      else
        notes.push(
          `${row.file}: ${expectation.scope}.${expectation.field} is ${judged.found}, expected ${JSON.stringify(expectation.value)}`,
        );
    }
  }
  const real = await readReal(new URL(REAL, sharedData));
  return {
    name: NAME,
    data: [{ file: SUITE, fingerprint: fingerprint(content) }],
    rows: [
      { name: "wellformed read", value: counts.wellformed, anchors: { must: 1720, of: 1735, "rss-parser": 1640 } },
      { name: "entities read", value: counts.entities, anchors: { must: 250, of: 256, "rss-parser": 0 } },
      { name: "illformed read", value: counts.illformed, anchors: { must: 16, of: 19, "rss-parser": 7 } },
      { name: "real read", value: real.read, anchors: { must: 43, of: 44 } },
      { name: "titles, links, dates as expected", value: met.right / met.all, anchors: { must: 0.95 } },
    ],
    notes: [`${met.right} of ${met.all} expectations met`, ...notes.slice(0, 60)],
  };
}

async function readReal(folder: URL): Promise<{ read: number }> {
  let read = 0;
  for (const file of readdirSync(folder)) {
    const result = await readFeed(readFileSync(new URL(file, folder)), {}, "https://example.com/feed");
    if (result.kind === "feed") read++;
  }
  return { read };
}

/** Null when the expectation is about nothing that a digest needs. */
function judge(expectation: Expectation, feed: Feed | null): { isMet: boolean; found: string | null } | null {
  const record: Feed | FeedItem | null | undefined =
    expectation.scope === "feed"
      ? feed
      : expectation.scope === "entry"
        ? feed?.items[expectation.index ?? 0]
        : undefined;
  if (record === undefined && expectation.scope !== "entry") return null;
  const { field, value } = expectation;
  if (field === "title" || field === "title_detail.value") {
    // The suite keeps markup in titles; a digest needs the words. A title that is plain text may show brackets.
    const found = cleanLine(record?.title ?? "");
    return { isMet: found === plainTitle(String(value), "html") || found === value, found: record?.title ?? null };
  }
  if (field === "link" || field === "links.0.href")
    return { isMet: (record?.url ?? "") === value, found: record?.url ?? null };
  const stem = field.replace(/_parsed$/, "");
  if (!["published", "updated", "created", "date"].includes(stem)) return null;
  const found = stem === "updated" || stem === "date" ? record?.updated : record?.published;
  const wanted = Array.isArray(value) ? fromTuple(value) : readWrittenDate(String(value), { zone: "+00:00" })?.value;
  return { isMet: found?.value === wanted, found: found?.value ?? null };
}

function fromTuple(parts: readonly number[]): string {
  const [year, month, day, hour, minute, second] = parts.map((part) => String(part).padStart(2, "0"));
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
