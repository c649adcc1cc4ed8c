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
import { warm } from "./warm.ts";

/** How fast some articles were taken in while somebody asked. */
export interface Pace {
  readonly articles: number;
  /** Characters and quotes of one, on average. */
  readonly length: number;
  readonly quotes: number;
  /** Articles a second by the clock, and by the processor time of all threads. */
  readonly rate: number;
  readonly rateOfCore: number;
  /** How long whoever typed `/quote speaker` meanwhile waited, being late to be heard included. */
  readonly command: { readonly p50: number; readonly p95: number; readonly p99: number };
}

export interface TakenIn {
  /** Such as the corpus holds: three kilobytes and five quotes. */
  readonly likeCorpus: Pace;
  /** Political news as it is: nine quotes an article. */
  readonly news: Pace;
  /** Milliseconds for one article when nothing else waits. */
  readonly one: { readonly p50: number; readonly p95: number };
  /** Milliseconds that the smallest durable transaction takes here. */
  readonly commit: number;
}

/** Five questions a second: more than a busy chat asks. */
const ASKED_EVERY_MS = 200;
/** As many feeds as are visited at once: each gives its next article when its last one is taken in. */
const FEEDS = 20;
const BY_THEMSELVES = 100;
const LENGTH = 2_800;
/**
 * The real articles are of 2015 and 2016: they come in once for each of these, about other speakers, as another outlet's. The first
 * rounds only warm, for a program that takes articles in does so for days.
 */
const YEARS = { warming: [6, 7, 8, 9], likeCorpus: [10, 11, 12, 13], news: [14, 15] } as const;
/** An article of the corpus has so many characters at least, and so many quotes on average. */
const FULL_LENGTH = 2_400;
const QUOTES = 5;

interface Line {
  readonly date: string;
  readonly title: string;
  readonly text: string;
}

/** An article, when it comes in, and how many quotes it has. */
interface Arriving {
  readonly article: ArticleText;
  readonly now: Temporal.Instant;
  readonly quotes: number;
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
  const { quotes } = annotator.annotate(article);
  const named = new Set(quotes.flatMap(({ speaker }) => speaker ?? []));
  let body = article.body;
  for (const name of named) {
    if (!/^\p{L}+ \p{L}+$/u.test(name)) continue;
    const other = draw.speaker();
    body = body.replaceAll(name, other).replaceAll(name.split(" ")[1]!, other.split(" ")[1]!);
  }
  return { article: { ...article, body }, now: Temporal.Instant.from(`${day}T12:00:00Z`), quotes: quotes.length };
}

/** Whole paragraphs, about as long as an article of the corpus. */
function beginning(text: string): string {
  const end = text.indexOf("\n\n", LENGTH);
  return end < 0 ? text : text.slice(0, end);
}

const [url = "", file = ""] = process.argv.slice(2);
await warm(url);
const { speakers, outlets } = readCatalogue(`${ROOT}/config`);
const annotator = loadAnnotator(speakers);
const waiting = nobodyWaiting();
const backRoom = openBackRoom({ database: url, outlets, speakers, log: silentLog, waiting });
const store = await openStore(url, { waiting });
const held = await store.articles.count();
const draw = drawing(speakersIn(held), held);
const lines = readFileSync(file, "utf8").trim().split("\n");
const outletOf = (years: number): string => `Wire ${held} ${years}`;
const all = lines.map((line) => JSON.parse(line) as Line);
const round = (some: readonly Line[], years: number): Arriving[] =>
  some
    .map((line) => recast(line, annotator, draw, outletOf(years), years))
    .sort((a, b) => Temporal.Instant.compare(a.now, b.now));

/** As many articles of full length as have five quotes on average, those with the fewest first. */
function likeCorpus(): Line[] {
  const full = all
    .filter(({ text }) => beginning(text).length >= FULL_LENGTH)
    .map((line) => ({ line, quotes: recast(line, annotator, draw, "", 0).quotes }))
    .sort((a, b) => a.quotes - b.quotes);
  let sum = 0;
  const count = full.findIndex(({ quotes }, n) => {
    sum += quotes;
    return sum > QUOTES * (n + 1);
  });
  return full.slice(0, count < 0 ? full.length : count).map(({ line }) => line);
}

const warming = YEARS.warming.flatMap((years) => round(all, years));
const thin = likeCorpus();
const measured = {
  likeCorpus: YEARS.likeCorpus.flatMap((years) => round(thin, years)),
  news: YEARS.news.flatMap((years) => round(all, years)),
};
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

/** Takes them all in while somebody asks. */
async function paced(articles: readonly Arriving[]): Promise<Pace> {
  const waits: number[] = [];
  let isDone = false;
  const asking = (async () => {
    while (!isDone) {
      const begun = performance.now();
      await pause(ASKED_EVERY_MS);
      await store.claims.take(`question ${begun}`, "bench", ASKED_EVERY_MS);
      await ask(`/quote ${draw.speaker()}`, 1, NOW);
      waits.push(performance.now() - begun - ASKED_EVERY_MS);
    }
  })();
  [quotes, taken] = [0, 0];
  const cpu = process.cpuUsage();
  const begun = performance.now();
  await takeAll(articles);
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  isDone = true;
  await asking;
  const length = articles.reduce((sum, { article }) => sum + article.body.length, 0) / articles.length;
  return {
    ...{ articles: taken, length, quotes: quotes / taken },
    ...{ rate: taken / seconds, rateOfCore: taken / ((user + system) / 1e6), command: quantiles(waits) },
  };
}

await takeAll(warming.slice(BY_THEMSELVES));
for (const article of warming.slice(0, BY_THEMSELVES)) {
  const begun = performance.now();
  await take(article);
  alone.push(performance.now() - begun);
}
const report: TakenIn = {
  likeCorpus: await paced(measured.likeCorpus),
  news: await paced(measured.news),
  ...{ one: quantiles(alone), commit },
};
await backRoom.close();
await store.close();
await forgetOutlets(url, Object.values(YEARS).flat().map(outletOf));
process.stdout.write(`${JSON.stringify(report)}\n`);
