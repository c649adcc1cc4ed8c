import fc from "fast-check";
import { expect, test } from "vitest";
import { bands, sameAs } from "../../src/sources/duplicates.ts";

const WORDS =
  "port quay ferry minister union winter budget island harbour strike vote council delay repair cost plan storm crane cargo tide".split(
    " ",
  );

/** A text of so many words that repeats nothing: each sentence has its own number. */
function prose(seed: number, sentences: number): string {
  return Array.from(
    { length: sentences },
    (_, i) =>
      `Sentence ${seed + i} tells of the ${WORDS[(seed + i) % 20]} and the ${WORDS[(seed * 7 + i * 3) % 20]} in year ${1900 + ((seed + i * 13) % 120)}.`,
  ).join(" ");
}

test("a copy, an excerpt and a light rewrite are the same text", () => {
  const text = prose(100, 60);
  expect(sameAs(text)(text.toUpperCase())).toBe(true);
  expect(sameAs(text)(prose(110, 12))).toBe(true);
  expect(sameAs(text)(text.replaceAll(" and the", " and also the"))).toBe(true);
});

test("other texts are not, nor is a shared quotation enough", () => {
  expect(sameAs(prose(100, 60))(prose(9000, 60))).toBe(false);
  expect(sameAs(`${prose(100, 40)} ${prose(500, 5)}`)(`${prose(9000, 40)} ${prose(500, 5)}`)).toBe(false);
});

test("texts that share a long passage share a band; a short text has few", () => {
  const shared = bands(prose(100, 60)).filter((band) => bands(prose(110, 30)).includes(band));
  expect(shared.length).toBeGreaterThan(0);
  expect(bands("one two three")).toEqual([]);
  expect(bands("one two three four five")).toHaveLength(1);
  expect(bands(prose(1, 5000)).length).toBeLessThanOrEqual(64);
});

test("bands are safe integers, the same every time, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const found = bands(text);
      expect(found.every(Number.isSafeInteger)).toBe(true);
      expect(bands(text)).toEqual(found);
      sameAs(text)(text);
    }),
    { numRuns: 100 },
  );
});
