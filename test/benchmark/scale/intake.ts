// A process whose back room takes articles in as fast as it can, annotated, linked and durable, while somebody asks; prints the
// rates as JSON.
//   node test/benchmark/scale/intake.ts DATABASE_URL ARTICLES.jsonl
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { Annotator } from "../../../src/language/annotate.ts";
import type { ArticleText } from "../../../src/model/article.ts";
import { loadAnnotator } from "../../../src/newsroom/annotator.ts";
import { openBackRoom } from "../../../src/newsroom/back-room.ts";
import { readCatalogue } from "../../../src/settings/catalogue.ts";
import { openStore } from "../../../src/store/open.ts";
import { nobodyWaiting } from "../../../src/store/waiting.ts";
import { deskOver, ROOT } from "../../support/desk.ts";
import { silentLog } from "../../support/log.ts";
import { quantiles, timed } from "./clock.ts";
import { forgetOutlets } from "./forget.ts";
import { type Draw, drawing, NOW } from "./questions.ts";
import { openRaw } from "./raw.ts";
import { speakersIn } from "./vocabulary.ts";

export interface TakenIn {
  readonly articles: number;
  readonly quotes: number;
  /** Articles a second by the clock, and by the processor time of all threads. */
  readonly rate: number;
  readonly rateOfCore: number;
  /** Milliseconds for one article when nothing else waits. */
  readonly one: { readonly p50: number; readonly p95: number };
  /** Milliseconds that the smallest durable transaction takes here. */
  readonly commit: number;
  /** How long whoever typed `/quote speaker` meanwhile waited, being late to be heard included. */
  readonly command: { readonly p50: number; readonly p95: number; readonly p99: number };
}

/** Five questions a second: more than a busy chat asks. */
const ASKED_EVERY_MS = 200;
/** As many feeds as are visited at once: each gives its next article when its last one is taken in. */
const FEEDS = 20;
const BY_THEMSELVES = 100;
const LENGTH = 2_800;
/**
 * The real articles are of 2015 and 2016: they come in once for each of these, about other speakers, as another outlet's. The first
 * two rounds only warm, for a program that takes articles in does so for days.
 */
const YEARS_ON = [6, 7, 8, 9];
const WARMING = 2;

interface Line {
  readonly date: string;
  readonly title: string;
  readonly text: string;
}

/** An article and when it comes in. */
interface Arriving {
  readonly article: ArticleText;
  readonly now: Temporal.Instant;
}

/**
 * Real articles as far apart as they were, years on, about speakers of the corpus: whoever is quoted in one gets a name from
 * there, so that linking has its work.
 */
function recast(line: Line, annotator: Annotator, draw: Draw, outlet: string, years: number): Arriving {
  const day = Temporal.PlainDate.from(line.date).add({ years });
  const article: ArticleText = {
    ...{ title: line.title, outlet, author: null, url: null, posts: [] },
    ...{ published: { value: day.toString(), precision: "day" }, body: beginning(line.text) },
  };
  const named = new Set(annotator.annotate(article).quotes.flatMap(({ speaker }) => speaker ?? []));
  let body = article.body;
  for (const name of named) {
    if (!/^\p{L}+ \p{L}+$/u.test(name)) continue;
    const other = draw.speaker();
    body = body.replaceAll(name, other).replaceAll(name.split(" ")[1]!, other.split(" ")[1]!);
  }
  return { article: { ...article, body }, now: Temporal.Instant.from(`${day}T12:00:00Z`) };
}

/** Whole paragraphs, about as long as an article of the corpus. */
function beginning(text: string): string {
  const end = text.indexOf("\n\n", LENGTH);
  return end < 0 ? text : text.slice(0, end);
}

const [url = "", file = ""] = process.argv.slice(2);
const { speakers, outlets } = readCatalogue(`${ROOT}/config`);
const annotator = loadAnnotator(speakers);
const waiting = nobodyWaiting();
const backRoom = openBackRoom({ database: url, outlets, speakers, log: silentLog, waiting });
const store = await openStore(url, { waiting });
const held = await store.articles.count();
const draw = drawing(speakersIn(held), held);
const lines = readFileSync(file, "utf8").trim().split("\n");
const outletOf = (years: number): string => `Wire ${held} ${years}`;
const rounds = YEARS_ON.map((years) =>
  lines
    .map((line) => recast(JSON.parse(line) as Line, annotator, draw, outletOf(years), years))
    .sort((a, b) => Temporal.Instant.compare(a.now, b.now)),
);
const warming = rounds.slice(0, WARMING).flat();
const measured = rounds.slice(WARMING).flat();
const { ask } = deskOver(store, false);
const take = ({ article, now }: Arriving) => backRoom.takeIn(article, { audience: "everyone", now, isArchive: false });

const raw = await openRaw(url);
const commit = (await timed(() => raw.commit(), BY_THEMSELVES)).p50;
await raw.close();
const alone: number[] = [];
/** Takes them all in, as they would come from feeds. */
async function takeAll(articles: readonly Arriving[]): Promise<void> {
  const line = articles.values();
  await Promise.all(
    Array.from({ length: FEEDS }, async () => {
      for (const article of line) {
        const { kind, quotes: found } = await take(article);
        if (kind === "new") taken += 1;
        quotes += found;
      }
    }),
  );
}

let quotes = 0;
let taken = 0;
await takeAll(warming.slice(BY_THEMSELVES));
for (const article of warming.slice(0, BY_THEMSELVES)) {
  const begun = performance.now();
  await take(article);
  alone.push(performance.now() - begun);
}
const waits: number[] = [];
let isDone = false;
const asking = (async () => {
  while (!isDone) {
    const begun = performance.now();
    await pause(ASKED_EVERY_MS);
    await store.claims.take(`question ${waits.length}`, "bench", ASKED_EVERY_MS);
    await ask(`/quote ${draw.speaker()}`, 1, NOW);
    waits.push(performance.now() - begun - ASKED_EVERY_MS);
  }
})();
[quotes, taken] = [0, 0];
const cpu = process.cpuUsage();
const begun = performance.now();
await takeAll(measured);
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(cpu);
isDone = true;
await asking;
await backRoom.close();
await store.close();
await forgetOutlets(url, YEARS_ON.map(outletOf));
const { p50, p95 } = quantiles(alone);
const report: TakenIn = {
  ...{ articles: taken, quotes, rate: taken / seconds, rateOfCore: taken / ((user + system) / 1e6) },
  ...{ one: { p50, p95 }, commit, command: quantiles(waits) },
};
process.stdout.write(`${JSON.stringify(report)}\n`);
