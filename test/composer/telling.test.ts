// A sentence shown alone says whose words it holds: outside the marks, in square brackets.
import { describe, expect, it } from "vitest";
import { resolvedSpans } from "../../src/composer/telling.ts";
import type { QuoteView } from "../../src/store/contract/quotes.ts";

function spoken(words: string, voice: QuoteView["voice"] = "person"): QuoteView {
  return {
    id: 1,
    kind: "direct",
    voice,
    words: [words],
    content: [],
    speaker: { id: 1, name: "Marie Curie" },
    role: null,
    said: { value: null, precision: "unknown", evidence: "none" },
    article: { article: 1, outlet: null, title: null, url: null, published: { value: null, precision: "unknown" } },
    place: { in: "body" },
    statement: 1,
    outlets: 1,
    wordings: 1,
    alsoReportedBy: [],
    state: "current",
  };
}

const text = (sentence: string, views: readonly QuoteView[]) =>
  resolvedSpans(sentence, views)
    .map((span) => span.text)
    .join("");

describe("a pronoun after somebody's words", () => {
  it("gives way to the name, in brackets", () => {
    const sentence = "“There is no way back,” she said, as if he knew.";
    const spans = resolvedSpans(sentence, [spoken("There is no way back,")]);
    expect(spans.map((span) => [span.text, span.is])).toEqual([
      ["“There is no way back,” ", "stored"],
      ["[Marie Curie]", undefined],
      [" said, as if he knew.", "stored"],
    ]);
  });

  it.each([
    ["other words before it", "“There is a way back,” she said.", [spoken("There is no way back,")]],
    ["no quote is held", "“There is no way back,” she said.", []],
    ["a body speaks", "“There is no way back,” she said.", [spoken("There is no way back,", "group")]],
    ["no pronoun", "“There is no way back,” the minister said.", [spoken("There is no way back,")]],
    ["the pronoun is inside", "“There is no way back, he said.”", [spoken("There is no way back, he said.")]],
  ])("stays: %s", (_, sentence, views) => expect(text(sentence, views)).toBe(sentence));
});
