// What holds for the quotations of any text, and how long finding them may take.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../src/language/quotes/find.ts";
import { decodeWeights } from "../../../src/language/quotes/weights.ts";
import { readDocument } from "../../../src/language/text/read.ts";
import type { Span } from "../../../src/model/text.ts";

const bytes = readFileSync(new URL("../../../src/language/weights/quotes.bin", import.meta.url));
const weights = decodeWeights(bytes);

describe("weights", () => {
  test("are small", () => expect(bytes.length).toBeLessThan(8_000_000));
  test("carry no text but single words", () => {
    for (const word of weights.clusters.keys()) expect(word).not.toMatch(/\s/);
  });
  test("say how to rebuild them when they are not weights", () => {
    expect(() => decodeWeights(new Uint8Array([1, 2, 3]))).toThrow(/npm run train/);
    const other = Uint8Array.from(bytes);
    other[0] = 0;
    expect(() => decodeWeights(other)).toThrow(/npm run train/);
  });
});

const pieces = fc.array(
  fc.constantFrom(
    "“",
    "”",
    '"',
    "'",
    "’",
    "‘",
    "''",
    "the mayor",
    "said",
    "that",
    "told",
    "according to",
    "it rained",
    "Q:",
    "A:",
    "PENCE:",
    "—",
    " ",
    ". ",
    ", ",
    ": ",
    "\n\n",
    "Angela Merkel",
    "per Reuters",
  ),
  { maxLength: 50 },
);

test("words stand between marks, in the content, verbatim; fragments are in order", () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join(" ");
      const document = readDocument(text);
      const within = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];
      for (const quote of findQuotes(document, weights)) {
        expect(quote.content.length).toBeGreaterThan(0);
        expect(
          quote.content.every(
            ([start, end], index) => start < end && (index === 0 || quote.content[index - 1]![1] <= start),
          ),
        ).toBe(true);
        for (const words of quote.words) {
          expect(quote.content.some((span) => within(span, words))).toBe(true);
          expect(document.marks.some(({ inner }) => within(inner, words))).toBe(true);
        }
        expect(quote.kind === "indirect").toBe(quote.words.length === 0);
      }
    }),
  );
});

test.each([
  "“a\n",
  "“It rained.\n\n",
  "said ",
  "“a” he said. ",
  "X: a\n",
  "Q: a\n\nA: b\n\n",
  "a, per Reuters. ",
  "“a b c d e f g” — B\n",
])("time is linear in a text of nothing but %j", (piece) => {
  const time = (count: number): number => {
    const document = readDocument(piece.repeat(count));
    const started = process.cpuUsage();
    findQuotes(document, weights);
    const used = process.cpuUsage(started);
    return used.user + used.system;
  };
  time(300);
  const small = Math.min(time(500), time(500)) + 4000;
  expect(time(4000) / small).toBeLessThan(40);
});
