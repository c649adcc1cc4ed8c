// Links to the very sentence, the sentence around reported speech, and phrases that come back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hrefOf } from "../../src/composer/links.ts";
import { sentenceAround } from "../../src/composer/passage.ts";
import { repeatedPhrases, topicsOf } from "../../src/composer/phrases.ts";
import { quoteBlocks, spansOf } from "../../src/composer/quote-blocks.ts";
import { plainText } from "../../src/model/post.ts";
import type { QuoteView } from "../../src/store/contract/quotes.ts";

let number = 0;
function view(words: readonly string[], more: Partial<QuoteView> = {}): QuoteView {
  number += 1;
  return {
    id: number,
    kind: "direct",
    voice: "person",
    words,
    content: words.map((text) => [{ text, words: true }]),
    speaker: { id: 1, name: "Marie Curie" },
    role: null,
    said: { value: "2024-03-05", precision: "day", evidence: "stated" },
    article: {
      article: 1,
      outlet: "Gazette",
      title: null,
      url: null,
      published: { value: "2024-03-05", precision: "day" },
    },
    place: { in: "body" },
    statement: number,
    outlets: 1,
    wordings: 1,
    alsoReportedBy: [],
    state: "current",
    ...more,
  };
}

describe("links", () => {
  it.each([
    ["https://a.example/x", "two words", "https://a.example/x#:~:text=two%20words"],
    ["https://a.example/x#top", "two words", "https://a.example/x#top:~:text=two%20words"],
    ["https://a.example/x", "a, b-c & d", "https://a.example/x#:~:text=a%2C%20b%2Dc%20%26%20d"],
    ["https://a.example/x", "1 2 3 4 5 6 7 8 9 10", "https://a.example/x#:~:text=1%202%203%204%205,6%207%208%209%2010"],
    ["https://a.example/x", "", "https://a.example/x"],
    ["javascript:alert(1)", "two words", null],
    ["not an address", "two words", null],
    [null, "two words", null],
  ])("%s with %j", (url, passage, expected) => {
    expect(hrefOf(url, passage)).toBe(expected);
  });

  it("never fails, whatever the passage", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (passage) => {
        expect(URL.canParse(hrefOf("https://a.example/x", passage)!)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the sentence around reported speech", () => {
  const text =
    "The minister came to St. Example on Tuesday. Dr. A. Brown denied that the toll would rise by 2.5 percent. “Never,” he added.\n\nNobody asked.";
  it.each([
    ["the toll would rise", "Dr. A. Brown denied that the toll would rise by 2.5 percent."],
    ["came to St. Example", "The minister came to St. Example on Tuesday."],
    ["Nobody asked", "Nobody asked."],
    ["not in there", null],
  ])("%s", (content, sentence) => {
    expect(sentenceAround(text, { content: [[{ text: content, words: false }]] })).toBe(sentence);
  });

  it("is the one where all pieces stand together", () => {
    const twice = "Port Example has a toll. Nobody loves Port Example’s “red toll” any more, the crews said.";
    const content = [
      [
        { text: "Port Example", words: false },
        { text: "’s ", words: false },
        { text: "red toll", words: true },
        { text: " any more", words: false },
      ],
    ];
    expect(sentenceAround(twice, { content })).toBe("Nobody loves Port Example’s “red toll” any more, the crews said.");
  });

  it("is linear in a very long text", () => {
    const long = `${"a ".repeat(400_000)}the end`;
    const started = performance.now();
    expect(sentenceAround(long, { content: [[{ text: "the end", words: false }]] })).toBeNull();
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe("a quote", () => {
  it("stands between marks in fragments, without the comma before the cue", () => {
    const post = { blocks: quoteBlocks({ view: view(["We shall go,", "and we shall come back."]), sentence: null }) };
    expect(plainText(post)).toBe("“We shall go” … “and we shall come back.”\nMarie Curie · said 5 Mar 2024 · Gazette");
  });

  it("is told by its sentence when mixed: only what stood between marks does", () => {
    const mixed = view(["without a single loan"], { kind: "mixed" });
    const spans = spansOf({
      view: mixed,
      sentence: "She denied that it could be done “without a single loan” by May.",
    });
    expect(spans).toEqual([
      { text: "She denied that it could be done ", is: "stored" },
      { text: "without a single loan", is: "words" },
      { text: " by May.", is: "stored" },
    ]);
  });

  it("says what it lacks: an unnamed speaker, no date, withdrawn words", () => {
    const poor = view(["We saw nothing at all."], {
      speaker: null,
      said: { value: null, precision: "unknown", evidence: "none" },
      state: "withdrawn",
      outlets: 3,
      wordings: 2,
    });
    expect(plainText({ blocks: quoteBlocks({ view: poor, sentence: null }) })).toBe(
      "“We saw nothing at all.”\nspeaker not named · undated · Gazette · 3 outlets, 2 wordings · no longer in the article",
    );
  });
});

describe("phrases that come back", () => {
  const on = (value: string) => ({ said: { value, precision: "day", evidence: "stated" } as const });
  const views = [
    view(["There is a red line, and they crossed the red line."], on("2021-11-18")),
    view(["Red lines are not there to be crossed."], on("2021-04-21")),
    view(["Our partners forgot every red line."], { said: { value: null, precision: "unknown", evidence: "none" } }),
  ];

  it("are counted by statement, with first and latest use, plurals and case aside", () => {
    const [phrase] = repeatedPhrases(views, 3);
    expect(phrase).toMatchObject({ text: "Red lines", times: 3 });
    expect([phrase?.first?.said.value, phrase?.latest?.said.value]).toEqual(["2021-04-21", "2021-11-18"]);
  });

  it("need two statements, and do not begin or end with grammar", () => {
    expect(repeatedPhrases([views[0]!], 3)).toEqual([]);
    for (const { text } of repeatedPhrases(views, 9)) expect(text).not.toMatch(/^(?:a|the|and)\b|\b(?:the|and)$/i);
  });

  it("leaves topics in the speaker's own spelling", () => {
    expect(topicsOf([view(["We told NATO this."]), view(["And NATO heard it."])], 3)).toContain("NATO");
  });
});
