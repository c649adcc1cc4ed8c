// Which sentences are kept: verbatim, readable alone, early and shared words first.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standsAlone } from "../../src/language/summary/standing.ts";
import { rankSentences, rankTexts } from "../../src/language/summary.ts";
import { readDocument } from "../../src/language/text/read.ts";

const kept = (text: string): readonly string[] =>
  rankSentences(readDocument(text)).map(({ span: [start, end] }) => text.slice(start, end));

describe("a sentence readable alone", () => {
  it.each([
    "The harbour of Port Example will be rebuilt within five years.",
    "This week the council voted on the harbour.",
    "Those who work in the harbour paid the toll for years.",
    "“We will rebuild it,” the minister said on Tuesday.",
    "Fishing crews called the toll “a tax on bread” in a letter to the council.",
    "In January the northern quay burned down.",
  ])("%s", (sentence) => {
    expect(standsAlone(sentence, false)).toBe(true);
  });
});

describe("a sentence that leans on another", () => {
  it.each([
    ["a pronoun first", "He told the council that the harbour would be rebuilt."],
    ["a link first", "But the council did not vote on the harbour."],
    ["a link first", "However, nobody asked about the toll."],
    ["a demonstrative first", "That dispute has lasted for forty years."],
    ["a demonstrative first", "These plans have been drawn up in secret."],
    ["words of nobody", "“We will rebuild the harbour stone by stone.”"],
    ["words of a pronoun", "“We will rebuild the harbour stone by stone,” he said."],
    ["an open quotation", "“We will rebuild the harbour stone by stone."],
    ["a closing quotation", "And nobody will pay a toll for it,” the minister said."],
    ["what came before, inside", "In September the council said that any toll would break one of those promises."],
    ["what came before, inside", "The fishing crews were meeting in Westbank on the same day."],
    ["what came before", "At least that is what the council hopes this year."],
    ["also, early", "The harbour minister also said that no toll would be paid."],
    ["a contrast last", "The council of Port Example did not vote on the toll, though."],
    ["also", "Also present was the owner of the grain store."],
  ])("%s: %s", (_, sentence) => {
    expect(standsAlone(sentence, false)).toBe(false);
  });

  it("is one inside a quotation that began before it", () => {
    expect(standsAlone("The harbour will be rebuilt within five years.", true)).toBe(false);
  });
});

describe("ranking", () => {
  const text = [
    "The council of Port Example voted on Tuesday to rebuild the burnt harbour and to abolish its toll.",
    "He was not there. But the crews cheered. The burnt harbour will be rebuilt by the council within five years, the harbour minister said.",
    "A gull sat on the roof of the town hall.",
    "File photo: the burnt harbour of Port Example, seen from the northern quay.",
    "“We will rebuild the harbour. We will abolish the toll. Nobody will pay.”",
    "The toll had been paid by fishing crews since the northern quay was widened.",
  ].join("\n\n");

  it("begins with what most sentences share, and leaves out what leans or is no prose", () => {
    const sentences = kept(text);
    expect(sentences[0]).toMatch(/^The council of Port Example voted/);
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/^(?:He|But|File photo|“)/);
      expect(text).toContain(sentence);
    }
  });

  it("does not choose what a chosen sentence told already", () => {
    const twice = [
      "The council voted to rebuild the burnt harbour and abolish the toll.",
      "The council voted to rebuild the burnt harbour and abolish the toll.",
      "Fishing crews of the northern quay paid the harbour toll for forty years.",
    ];
    expect(rankTexts(twice, new Set(), 2)).toContain(2);
  });

  it("falls back on a leaning sentence when there is no other, and keeps nothing of nothing", () => {
    expect(kept("He told the council that the harbour would be rebuilt.")).toHaveLength(1);
    expect(kept("")).toEqual([]);
    expect(kept("THE HARBOUR")).toEqual([]);
    expect(kept("Why The New Harbour Of Port Example Matters")).toEqual([]);
  });

  it("gives ranks from 0, each sentence once, within the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (any) => {
        const document = readDocument(any);
        const ranked = rankSentences(document);
        expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, index) => index));
        expect(new Set(ranked.map(({ span }) => span[0])).size).toBe(ranked.length);
        for (const { span } of ranked) expect(document.sentences).toContainEqual(span);
      }),
      { numRuns: 100 },
    );
  });

  it("takes time linear in the text", () => {
    const long = Array.from({ length: 2000 }, (_, index) => `Report ${index} of the harbour was read by the council.`);
    const started = performance.now();
    rankTexts(long, new Set());
    rankTexts([`${"word ".repeat(50_000)}.`, '"'.repeat(100_000)], new Set());
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
