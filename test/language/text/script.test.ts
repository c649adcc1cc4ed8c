// The words of a text by number: whoever cuts them, however many different words have been read before.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Known, Script } from "../../../src/language/text/script.ts";

describe("what is known of words", () => {
  const spelled = new Known(({ word, lower }) => `${word} ${lower}`);

  it("is told of the word that stands there, wherever and in whichever text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.nat(80), fc.nat(80), (text, one, other) => {
        const [start, end] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
        const script = new Script(text);
        const word = text.slice(start, end);
        if (word !== "") expect(spelled.of(script, start, end)).toBe(`${word} ${word.toLowerCase()}`);
        if (start + 1 < end)
          expect(spelled.of(script, start, end - 1).startsWith(text.slice(start, end - 1))).toBe(true);
      }),
    );
  });

  it("is told of a word without end", () => {
    const endless = "7".repeat(1_000_000);
    expect(spelled.of(new Script(endless), 0, endless.length)).toBe(`${endless} ${endless}`);
  });

  it("is told once of a word that comes again", () => {
    let told = 0;
    const known = new Known(({ word }) => {
      told++;
      return word;
    });
    const script = new Script("again and again");
    expect([known.of(script, 0, 5), known.of(script, 10, 15), known.of(new Script("again"), 0, 5)]).toEqual(
      Array(3).fill("again"),
    );
    expect(told).toBe(1);
  });

  it("stays right when a stream of ever new words has filled the vocabulary, also for a text read before that", () => {
    const early = new Script("first");
    expect(spelled.of(early, 0, 5)).toBe("first first");
    const vocabularies = new Set([early.vocabulary]);
    for (let round = 0; round < 12; round++) {
      const text = Array.from({ length: 5_000 }, (_, index) => `W${round}x${index}`).join(" ");
      const script = new Script(text);
      vocabularies.add(script.vocabulary);
      const told: string[] = [];
      for (let at = 0; at < text.length; ) {
        const end = (text.indexOf(" ", at) + text.length + 1) % (text.length + 1);
        told.push(spelled.of(script, at, end).split(" ")[0]!);
        at = end + 1;
      }
      expect(told.join(" ")).toBe(text);
    }
    expect(vocabularies.size).toBeGreaterThan(1);
    expect(spelled.of(early, 0, 5)).toBe("first first");
  });
});
