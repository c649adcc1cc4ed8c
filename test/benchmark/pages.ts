// Pages: article bodies against what a person cut out (F1 over 4-word shingles), and title, date and author.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { bare } from "../../src/sources/lines/clean.ts";
import { decodePage } from "../../src/sources/page/decode.ts";
import { readPage } from "../../src/sources/page/read.ts";
import type { BenchRow, BenchTable } from "./table.ts";

interface BodyRow {
  readonly url: string;
  readonly html: string;
  readonly articleBody: string;
}

interface MetaRow {
  readonly url: string;
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly htmlBase64: string;
}

const NAME = "pages";

export async function measure(sharedData: URL | null): Promise<BenchTable> {
  const files = ["pages/body.jsonl.gz", "pages/metadata.jsonl.gz"];
  if (sharedData === null || files.some((file) => !existsSync(new URL(file, sharedData)))) {
    return { name: NAME, data: [], rows: [], notes: [`${files.join(" and ")} are not here.`] };
  }
  const contents = files.map((file) => gunzipSync(readFileSync(new URL(file, sharedData))));
  return {
    name: NAME,
    data: files.map((file, i) => ({ file, fingerprint: fingerprint(contents[i]!) })),
    rows: [...bodies(rowsOf(contents[0]!)), ...metadata(rowsOf(contents[1]!))],
  };
}

function bodies(rows: readonly BodyRow[]): BenchRow[] {
  const started = performance.now();
  const scores = rows.map((row) => {
    const read = readPage(row.html, row.url, []);
    return shingleScore(row.articleBody, read.kind === "article" ? read.article.body : "");
  });
  const anchors = { must: 0.96, Readability: 0.952, trafilatura: 0.958, best: 0.97 };
  return [
    { name: "body shingle F1", value: overall(scores), anchors },
    {
      name: "time a page",
      value: (performance.now() - started) / rows.length,
      unit: "ms",
      lowerIsBetter: true,
      informative: true,
    },
  ];
}

function metadata(rows: readonly MetaRow[]): BenchRow[] {
  const right = { date: 0, title: 0, author: 0, authored: 0 };
  for (const row of rows) {
    const html = decodePage(Buffer.from(row.htmlBase64, "base64"), null).text;
    const read = readPage(html, row.url, []);
    const article = read.kind === "article" ? read.article : null;
    if (article?.published.value?.slice(0, 10) === row.date) right.date++;
    if (bare(article?.title ?? "") === bare(row.title)) right.title++;
    if (row.author === "") continue;
    right.authored++;
    if (nameKey(article?.author ?? "") === nameKey(row.author)) right.author++;
  }
  return [
    {
      name: "date right",
      value: right.date / rows.length,
      anchors: { must: 0.85, "best JS library": 0.63, htmldate: 0.87 },
    },
    { name: "title right", value: right.title / rows.length, anchors: { must: 0.85, "best JS library": 0.72 } },
    { name: "author right", value: right.author / right.authored, anchors: { must: 0.62, "best JS library": 0.51 } },
  ];
}

function nameKey(author: string): string {
  return bare(author)
    .split(" ")
    .filter((word) => !["and", "und", "y", "et"].includes(word))
    .sort()
    .join(" ");
}

/** Precision and recall of a text's 4-word shingles, counted with repeats. */
export function shingleScore(gold: string, read: string): readonly [precision: number, recall: number] {
  const [wanted, got] = [shingleCounts(gold), shingleCounts(read)];
  let shared = 0;
  for (const [shingle, count] of got) shared += Math.min(count, wanted.get(shingle) ?? 0);
  const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);
  return [sum(got) === 0 ? 0 : shared / sum(got), sum(wanted) === 0 ? 0 : shared / sum(wanted)];
}

/** F1 of mean precision and mean recall, each page weighing the same, as the article extraction benchmark counts. */
export function overall(scores: readonly (readonly [precision: number, recall: number])[]): number {
  const precision = scores.reduce((sum, score) => sum + score[0], 0) / scores.length;
  const recall = scores.reduce((sum, score) => sum + score[1], 0) / scores.length;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function shingleCounts(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i === 0 || i + 4 <= words.length; i++) {
    const shingle = words.slice(i, i + 4).join(" ");
    if (shingle !== "") counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function rowsOf<Row>(content: Uint8Array): Row[] {
  return Buffer.from(content)
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

export function fingerprint(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 12);
}
