// Trains the speech table by logistic regression: which gold quotations are speech, which belief or wish.
import type { Document } from "../../../src/language/document.ts";
import { kindOf, quotedWords } from "../../../src/language/quotes/kind.ts";
import { speechRows, speechScore } from "../../../src/language/quotes/speech.ts";
import { seeded } from "./chance.ts";
import type { GoldArticle } from "./examples.ts";

const SIZE = 1 << 15;
const ROUNDS = 8;

export function trainSpeech(articles: readonly GoldArticle[], documents: readonly Document[]): Float32Array {
  return fitTable(articles.flatMap((article, index) => speechExamples(article, documents[index]!)));
}

export interface TableExample {
  readonly rows: Int32Array;
  readonly yes: boolean;
}

/** Logistic regression over hashed rows, by stochastic gradient. */
export function fitTable(examples: readonly TableExample[]): Float32Array {
  const table = new Float32Array(SIZE);
  const random = seeded(11);
  for (let round = 0; round < ROUNDS; round++) {
    const rate = 0.2 / (1 + round);
    for (let left = examples.length; left > 0; left--) {
      const { rows, yes } = examples[Math.floor(random() * examples.length)]!;
      const guess = 1 / (1 + Math.exp(-speechScore(rows, table)));
      const by = rate * ((yes ? 1 : 0) - guess);
      for (const row of rows) table[row & (SIZE - 1)]! += by;
    }
  }
  return table;
}

export function speechExamples({ text, quotes }: GoldArticle, document: Document): TableExample[] {
  const outermost = document.marks.filter((stretch) => stretch.depth === 0);
  return quotes.map((quote) => {
    const cue = quote.cue?.[0] ?? null;
    const parts = { content: [...quote.content], cue, source: quote.speaker?.[0] ?? null, floating: false };
    const kind = kindOf(text, quote.content, quotedWords(outermost, quote.content));
    return { rows: speechRows(text, parts, kind), yes: quote.kind === "speech" };
  });
}
