// What one would take instead: a search library in memory, over the same articles and quotes, as many as it holds in a given heap.
//   node --expose-gc test/benchmark/scale/rivals.ts minisearch|orama CORPUS.db MEMORY_MB
import { setImmediate as turn } from "node:timers/promises";
import { create, insertMultiple, search } from "@orama/orama";
import MiniSearch from "minisearch";
import { type Timing, timed } from "./clock.ts";
import { drawing } from "./questions.ts";
import { type CorpusRow, corpusRows } from "./rows.ts";
import { speakersIn } from "./vocabulary.ts";

export interface Rival {
  readonly articles: number;
  /** Articles a second while loading, and resident memory when full, in MiB. */
  readonly rate: number;
  readonly memory: number;
  readonly timings: Readonly<Record<string, Timing>>;
}

/** What both can do: an index of quotes by speaker and words, and one of articles by words. */
interface Library {
  add(rows: readonly CorpusRow[]): Promise<void>;
  ofSpeaker(speaker: string): unknown;
  ofSpeakerWith(speaker: string, word: string): unknown;
  articlesWith(words: string): unknown;
}

const SHOWN = 5;
const LOADED_AT_ONCE = 200;
const TRIES = 100;

function minisearch(): Library {
  const quotes = new MiniSearch({ fields: ["words", "speaker"], storeFields: ["words", "speaker", "day"] });
  const articles = new MiniSearch({ fields: ["title", "body"], storeFields: ["title"] });
  const both = { combineWith: "AND" } as const;
  return {
    async add(rows) {
      articles.addAll(rows);
      quotes.addAll(rows.flatMap((row) => row.quotes));
    },
    ofSpeaker: (speaker) => quotes.search(speaker, { ...both, fields: ["speaker"] }).slice(0, SHOWN),
    ofSpeakerWith: (speaker, word) =>
      quotes
        .search({
          ...both,
          queries: [
            { ...both, queries: [speaker], fields: ["speaker"] },
            { queries: [word], fields: ["words"] },
          ],
        })
        .slice(0, SHOWN),
    articlesWith: (words) => articles.search(words, both).slice(0, SHOWN),
  };
}

function orama(): Library {
  const quotes = create({ schema: { words: "string", speaker: "enum", day: "string" } as const });
  const articles = create({ schema: { title: "string", body: "string" } as const });
  return {
    async add(rows) {
      await insertMultiple(
        articles,
        rows.map(({ title, body }) => ({ title, body })),
        rows.length,
      );
      await insertMultiple(
        quotes,
        rows.flatMap((row) => row.quotes.map(({ words, speaker, day }) => ({ words, speaker, day }))),
      );
    },
    ofSpeaker: (speaker) => search(quotes, { term: "", where: { speaker: { eq: speaker } }, limit: SHOWN }),
    ofSpeakerWith: (speaker, word) => search(quotes, { term: word, where: { speaker: { eq: speaker } }, limit: SHOWN }),
    articlesWith: (words) => search(articles, { term: words, threshold: 0, limit: SHOWN }),
  };
}

const [name = "", file = "", memory = ""] = process.argv.slice(2);
const most = Number(memory) * 2 ** 20;
const library = name === "orama" ? orama() : minisearch();
let articles = 0;
let batch: CorpusRow[] = [];
const begun = performance.now();
for (const row of corpusRows(file)) {
  batch.push(row);
  if (batch.length < LOADED_AT_ONCE) continue;
  await library.add(batch);
  articles += batch.length;
  batch = [];
  await turn();
  if (process.memoryUsage().heapUsed > most) {
    globalThis.gc?.();
    if (process.memoryUsage().heapUsed > most) break;
  }
}
if (batch.length > 0) await library.add(batch);
articles += batch.length;
const seconds = (performance.now() - begun) / 1000;
const draw = drawing(speakersIn(articles), 7);
const rival: Rival = {
  ...{ articles, rate: articles / seconds, memory: process.memoryUsage().rss / 2 ** 20 },
  timings: {
    "/quote speaker": await timed(async () => library.ofSpeaker(draw.speaker()), TRIES),
    "/quote speaker word": await timed(async () => library.ofSpeakerWith(draw.speaker(), draw.word()), TRIES),
    "/search two frequent words": await timed(async () => library.articlesWith(`${draw.word()} ${draw.word()}`), TRIES),
  },
};
process.stdout.write(`${JSON.stringify(rival)}\n`);
