import { expect, test } from "vitest";
import { withBeginning } from "../../../src/language/quotes/interrupted.ts";
import { readDocument } from "../../../src/language/text/read.ts";
import { sieved } from "../../support/sieved.ts";

/** The pieces of what is said, where only `rest` was found. */
function said(text: string, source: string, cue: string, rest: string): string[] {
  return withBeginning(readDocument(text), sieved(text, cue, source, rest)).content.map((span) => text.slice(...span));
}

test("a sentence that is interrupted by who says it is said as a whole", () => {
  expect(said("It rained. Loyalty, he noted, is an old virtue.", "he", "noted", "is an old virtue")).toEqual([
    "Loyalty",
    "is an old virtue",
  ]);
  const report = "But Mr. Macron's bridge, the report said, was never safe.";
  expect(said(report, "the report", "said", "was never safe")).toEqual(["Mr. Macron's bridge", "was never safe"]);
});

test("but not the occasion, nor a clause that another hangs on, nor words before others between marks", () => {
  const statement = "In a statement, the mayor said, the bridge was safe.";
  expect(said(statement, "the mayor", "said", "the bridge was safe")).toEqual(["the bridge was safe"]);
  const which = "The bridge, parts of which, she said, were late, is safe.";
  expect(said(which, "she", "said", "were late")).toEqual(["were late"]);
  const marked = "Loyalty, he noted, “is an old virtue.”";
  expect(said(marked, "he", "noted", "“is an old virtue.”")).toEqual(["“is an old virtue.”"]);
});
