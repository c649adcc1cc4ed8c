// `npm run train`: rebuilds the learned weights from the training articles. The same data gives the same file.
//   node test/benchmark/train.ts [--hold] [--rounds=N] [--rows=BITS] [--seeds=N] [--missed=X] [--wrong=X]
// --hold keeps every tenth article back, reports on it, and writes nothing.
import { readFileSync, writeFileSync } from "node:fs";
import type { Document } from "../../src/language/document.ts";
import { speechScore } from "../../src/language/quotes/speech.ts";
import type { SegmentWeights } from "../../src/language/quotes/tagger.ts";
import { encodeWeights } from "../../src/language/quotes/weights.ts";
import { readDocument } from "../../src/language/text/read.ts";
import { clusterWords } from "./training/clusters.ts";
import { examplesOf, type GoldArticle } from "./training/examples.ts";
import { gateLosing, trainGate } from "./training/gate.ts";
import { held } from "./training/held.ts";
import { type TrainingOptions, trainSegments } from "./training/perceptron.ts";
import { fitTable, speechExamples, trainSpeech } from "./training/speech.ts";
import { worthExamples } from "./training/worth.ts";

const DATA = new URL("../../../shared/data/quotes/polnear/train.jsonl", import.meta.url);
const OUT = new URL("../../src/language/weights/quotes.bin", import.meta.url);
const options = new Map(
  process.argv.slice(2).map((argument) => argument.replace(/^--/, "").split("=") as [string, string]),
);
const number = (name: string, fallback: number): number => Number(options.get(name) ?? fallback);
const hold = options.has("hold");

const articles = readFileSync(DATA, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as GoldArticle);
const documents = articles.map((article) => readDocument(article.text));
const clusters = clusterWords(documents.flatMap(wordsBySentence), number("clusters", 200));
const isHeld = (index: number): boolean => hold && index % 10 === 3;
const kept = articles.map((article, index) => examplesOf(article, documents[index]!, clusters));
const training = kept.filter((_, index) => !isHeld(index)).flat();
const validation = kept.filter((_, index) => isHeld(index)).flat();
console.log(`${articles.length} articles, ${clusters.size} words in clusters, ${training.length} runs to learn from`);

// The tagger learns behind an open gate, from more wrong turns than it will be shown, and reads behind a narrow one: what
// the two models agree on is right more often, and sooner found.
const gateRows = trainGate(training);
const gate = gateLosing(training, gateRows, number("open", 0.015));
const narrow = gateLosing(training, gateRows, number("narrow", 0.08));
const settings = {
  rows: 1 << number("rows", 20),
  rounds: number("rounds", 4),
  seed: 7,
  missed: number("missed", 1.4),
  wrong: number("wrong", 1),
};
const report: Pick<TrainingOptions, "afterRound"> = {
  afterRound: (round, weights) =>
    console.log(`round ${round + 1}`, hold ? held(validation, { ...weights, gate: narrow }) : ""),
};
const segments = together(
  Array.from({ length: number("seeds", 2) }, (_, each) =>
    trainSegments(training, gate, { ...settings, ...(each === 0 ? report : {}), seed: settings.seed + each }),
  ),
);
if (hold) console.log("together", held(validation, { ...segments, gate: narrow }));
const speech = trainSpeech(
  articles.filter((_, index) => !isHeld(index)),
  documents.filter((_, index) => !isHeld(index)),
);
if (hold) {
  const tests = articles.flatMap((article, index) => (isHeld(index) ? speechExamples(article, documents[index]!) : []));
  const right = tests.filter((test) => speechScore(test.rows, speech) > 0 === test.yes).length;
  console.log(`speech or not: ${((100 * right) / tests.length).toFixed(1)}% of ${tests.length} right`);
} else {
  const worth = fitTable([0, 1].flatMap(worthOfHalf));
  const worthBars = { speech: logOdds(number("worth", 0.05)), other: logOdds(number("other", 0.3)) };
  const bytes = encodeWeights(
    { clusters, segments: { ...segments, gate: narrow }, speech, worth, worthBars },
    number("kept", 65536),
  );
  writeFileSync(OUT, bytes);
  console.log(`${(bytes.length / 1e6).toFixed(2)} MB written`);
}

function wordsBySentence(document: Document): string[][] {
  let token = 0;
  return document.sentences.map(([, end]) => {
    const words: string[] = [];
    for (; token < document.tokens.length && document.tokens[token]![0] < end; token++) {
      words.push(
        document.text
          .slice(...document.tokens[token]!)
          .toLowerCase()
          .replaceAll("’", "'"),
      );
    }
    return words;
  });
}

/** The sum of models that differ only in the order they learned in: steadier than any of them. */
function together(models: readonly SegmentWeights[]): SegmentWeights {
  const first = models[0]!;
  const sum = (values: readonly (Float32Array | Int8Array)[]): Float32Array =>
    Float32Array.from(values[0]!, (_, at) => values.reduce((total, each) => total + each[at]!, 0));
  return {
    ...first,
    rows: { ...first.rows, values: sum(models.map((model) => model.rows.values)) },
    steps: sum(models.map((model) => model.steps)),
  };
}

function logOdds(chance: number): number {
  return Math.log(chance / (1 - chance));
}

/** Learns from one half of the articles, and judges what that finds in the other. */
function worthOfHalf(half: number): ReturnType<typeof worthExamples> {
  const mine = <T>(items: readonly T[], own: boolean): T[] => items.filter((_, index) => (index % 2 === half) === own);
  const learned = trainSegments(mine(kept, true).flat(), gate, settings);
  return worthExamples(mine(articles, false), mine(documents, false), {
    clusters,
    segments: { ...learned, gate: narrow },
  });
}
