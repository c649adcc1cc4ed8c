// How fast the whole language engine reads: articles of 4 kB a second of one core's time, and how its time grows with
// the length of texts made to be hard. All texts are made up here, so that this part needs no data.
import { fileURLToPath } from "node:url";
import type { Annotator } from "../../src/language/annotate.ts";
import type { ArticleText } from "../../src/model/article.ts";
import { loadAnnotator } from "../../src/newsroom/annotator.ts";
import { readCatalogue } from "../../src/settings/catalogue.ts";
import type { BenchRow, BenchTable } from "./table.ts";

const SIZE = 4096;
const SMALL = 2 ** 18;
const LARGE = 2 ** 20;
const ARTICLES = 60;
/** Machine code is made over the first few hundred articles; a bot reads for days. */
const ROUNDS = 12;

const PLACES = ["Oslo", "Lima", "Nairobi", "Ottawa", "Hanoi", "Dublin"];
const OFFICES = ["harbour master", "finance minister", "head of the water board", "mayor", "union leader"];
const SPEAKERS = ["Angela Merkel", "Barack Obama", "Jacinda Ardern", "Emmanuel Macron", "Kofi Annan"];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const SENTENCES: readonly ((at: number) => string)[] = [
  (at) =>
    `${pick(SPEAKERS, at)} arrived in ${pick(PLACES, at)} on ${pick(DAYS, at)} to open talks about the new bridge.`,
  (at) =>
    `“We have waited ${at + 2} years for this,” the ${pick(OFFICES, at)} told reporters. “Nobody should wait longer.”`,
  () => "The cost has doubled since the first plans were drawn, and the work is expected to last until next spring.",
  (at) =>
    `${pick(SPEAKERS, at + 1)} said that the money would come from the sale of old ferries, a plan she called “fair.”`,
  (at) => `According to a report of March ${1 + (at % 28)}, half of the piers are older than the city's trams.`,
  () => "Shopkeepers along the quay complained about the noise, but most of them asked the council to go on.",
  (at) => `“It will be finished,” he added, “when the people of ${pick(PLACES, at + 2)} can walk across it.”`,
];

function pick<T>(all: readonly T[], at: number): T {
  return all[at % all.length]!;
}

/** An article of about 4 kB, made up, with the mix of speech and plain telling that news has. */
function articleText(seed: number): string {
  const paragraphs: string[] = [];
  let length = 0;
  for (let at = seed; length < SIZE; at++) {
    const paragraph = `${pick(SENTENCES, at)(at)} ${pick(SENTENCES, at * 3 + 1)(at + seed)}`;
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join("\n\n").slice(0, SIZE);
}

/** Texts that are hard to read in linear time, by what they are full of. */
const HARD: Readonly<Record<string, (size: number) => string>> = {
  text: (size) => repeated((at) => `${articleText(at)}\n\n`, size),
  "quotation marks": (size) => '"'.repeat(size),
  quotations: (size) => repeated((at) => `“It rains in ${pick(PLACES, at)},” he said.\n\n`, size),
  names: (size) => repeated((at) => `${pick(SPEAKERS, at)} and `, size),
  weekdays: (size) => repeated(() => "Monday ", size),
  "one endless sentence": (size) => repeated((at) => `the mayor of ${pick(PLACES, at)} said that it rained and `, size),
};

function repeated(part: (at: number) => string, size: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let at = 0; length < size; at++) {
    const next = part(at);
    parts.push(next);
    length += next.length;
  }
  return parts.join("").slice(0, size);
}

function article(body: string): ArticleText {
  const published = { value: "2021-11-18", precision: "day" } as const;
  return { title: "A bridge at last", outlet: null, author: null, url: null, published, body, posts: [] };
}

/** Seconds of processor time, of all threads of the process. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Articles a second once warm, in the best of some rounds: other processes only make a round slower. */
function rate(bodies: readonly ArticleText[], read: (one: ArticleText) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++)
    best = Math.min(
      best,
      cpuSeconds(() => bodies.forEach(read)),
    );
  return bodies.length / best;
}

/** Time per byte of 1 MB over that of 0.25 MB: 1 is linear. */
function growth(annotator: Annotator, text: (size: number) => string): { ratio: number; seconds: number } {
  const seconds = (size: number, tries: number): number => {
    const one = article(text(size));
    return Math.min(...Array.from({ length: tries }, () => cpuSeconds(() => annotator.annotate(one))));
  };
  const small = seconds(SMALL, 2);
  const large = seconds(LARGE, 1);
  return { ratio: large / small / (LARGE / SMALL), seconds: large };
}

/** Speed and growth of reading; needs no data. */
export async function measure(): Promise<BenchTable> {
  const annotator = loadAnnotator(readCatalogue(fileURLToPath(new URL("../../config/", import.meta.url))).speakers);
  const bodies = Array.from({ length: ARTICLES }, (_, seed) => article(articleText(seed)));
  const speed = { unit: "a CPU second", informative: true, anchors: { "Citron, at most": 3, must: 150, reach: 400 } };
  const rows: BenchRow[] = [
    { name: "articles of 4 kB, annotated", value: rate(bodies, (one) => annotator.annotate(one)), ...speed },
    { name: "articles of 4 kB, quotations only", value: rate(bodies, (one) => annotator.quotations(one)), ...speed },
  ];
  const seconds: string[] = [];
  for (const [name, text] of Object.entries(HARD)) {
    const grown = growth(annotator, text);
    const anchors = { linear: 1 };
    rows.push({ name: `growth to 1 MB: ${name}`, value: grown.ratio, lowerIsBetter: true, informative: true, anchors });
    seconds.push(`${name} ${grown.seconds.toFixed(1)} s`);
  }
  return { name: "speed", data: [], rows, notes: [`1 MB read in, CPU: ${seconds.join(", ")}`] };
}
