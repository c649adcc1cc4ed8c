// Every named case of marks, cues and what is not a quotation, over the learned weights.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../src/language/quotes/find.ts";
import type { FoundQuote } from "../../../src/language/quotes/found.ts";
import { decodeWeights } from "../../../src/language/quotes/weights.ts";
import { readDocument } from "../../../src/language/text/read.ts";
import type { Span } from "../../../src/model/text.ts";
import { CUES } from "../cases/cues-saying.ts";
import { NOT_QUOTES } from "../cases/kinds-not-quotes.ts";
import { MARKS } from "../cases/marks-styles.ts";
import type { ExpectedQuote, QuoteExample } from "../cases/quotes-notation.ts";

const weights = decodeWeights(readFileSync(new URL("../../../src/language/weights/quotes.bin", import.meta.url)));

/** Of a found quote, what the example speaks of. */
function shown(text: string, quote: FoundQuote, expected: ExpectedQuote | undefined): Record<string, unknown> {
  const slice = (span: Span | null): string | undefined => (span ? text.slice(...span) : undefined);
  const all: Record<string, unknown> = {
    kind: quote.kind,
    words: quote.words.map(slice),
    content: quote.content.map(slice),
    cue: slice(quote.cue?.[0] ?? null),
    mention: slice(quote.mention?.[0] ?? null),
    agentless: quote.agentless,
    addressee: slice(quote.addressee),
    via: slice(quote.via),
    floating: quote.floating,
  };
  const names = expected ? Object.keys(expected) : ["kind", "content"];
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}

function check({ text, quotes }: QuoteExample): void {
  const found = findQuotes(readDocument(text), weights).filter((quote) => quote.speech);
  expect(found.map((quote, index) => shown(text, quote, quotes[index]))).toEqual(quotes);
}

describe.each([
  { part: "marks", cases: MARKS },
  { part: "not quotes", cases: NOT_QUOTES },
  { part: "cues", cases: CUES },
])("$part", ({ cases }) => {
  test.each(cases)("$name", ({ positive }) => check(positive));
  test.each(cases)("$name, and its opposite", ({ negative }) => check(negative));
});
