import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Limits, splitPost } from "../../src/chat/split.ts";
import type { Block, Inline, Part, Post } from "../../src/model/post.ts";

const spansOf = (block: Block): readonly Inline[] =>
  block.kind === "picture" ? [] : block.kind === "list" ? block.items.flat() : block.spans;
const textOf = (post: Post) =>
  post.blocks
    .flatMap(spansOf)
    .map((span) => span.text)
    .join("");

/** Counts as a renderer would: a mark each side of words, a line break between blocks, a bullet an item. */
const lengthOf = (part: Part) =>
  part.blocks.reduce(
    (sum, block) =>
      sum +
      1 +
      (block.kind === "list" ? block.items.length * 2 : 0) +
      spansOf(block).reduce((length, span) => length + span.text.length + (span.is === "words" ? 2 : 0), 0),
    0,
  );
const upTo = (max: number): Limits => ({ measure: lengthOf, max });
const paragraph = (...spans: readonly (string | Inline)[]): Block => ({
  kind: "paragraph",
  spans: spans.map((span) => (typeof span === "string" ? { text: span } : span)),
});
const lines = (post: Post, max: number) =>
  splitPost(post, upTo(max)).map((part) => part.blocks.map((b) => textOf({ blocks: [b] })));

describe("where it cuts", () => {
  test("a Post that fits is one Part", () => {
    const post: Post = {
      blocks: [paragraph("One line.")],
      quiet: true,
      actions: [[{ label: "Open", href: "https://example.org" }]],
    };
    expect(splitPost(post, upTo(100))).toEqual([post]);
  });

  test("an empty Post is one empty Part", () => {
    expect(splitPost({ blocks: [] }, upTo(10))).toEqual([{ blocks: [] }]);
  });

  test("at block edges first", () => {
    expect(lines({ blocks: [paragraph("First. Still first."), paragraph("Second. Still second.")] }, 30)).toEqual([
      ["First. Still first."],
      ["Second. Still second."],
    ]);
  });

  test("between sentences, then between words", () => {
    expect(
      lines({ blocks: [paragraph("The talks ended. The talks resumed in the evening of that day.")] }, 30),
    ).toEqual([["The talks ended. "], ["The talks resumed in the "], ["evening of that day."]]);
  });

  test("not after a title or an initial", () => {
    expect(lines({ blocks: [paragraph("They were told by Gen. Milley and nobody else there.")] }, 24)[0]).toEqual([
      "They were told by Gen. ",
    ]);
    expect(lines({ blocks: [paragraph("It ended. They were told by Gen. Milley and nobody else.")] }, 35)[0]).toEqual([
      "It ended. ",
    ]);
  });

  test("a heading stays with what it heads, a source with its quote", () => {
    const blocks: Block[] = [
      paragraph("x".repeat(20)),
      { kind: "heading", spans: [{ text: "Heading" }] },
      { kind: "quote", spans: [{ text: "not a step back", is: "words" }] },
      { kind: "source", spans: [{ text: "RT, 2021" }] },
    ];
    expect(lines({ blocks }, 45)).toEqual([["x".repeat(20)], ["Heading", "not a step back", "RT, 2021"]]);
  });

  test("a card under a heading goes with the words it pictures, not at the end of the page before", () => {
    const card: Block = {
      kind: "picture",
      picture: { kind: "quote-card", alt: "Words", words: ["Words"], speaker: "S", role: null, date: "", outlet: "" },
    };
    const post: Post = {
      blocks: [
        paragraph("Forty characters stand on this page here"),
        { kind: "heading", spans: [{ text: "Key quotes" }] },
        card,
        { kind: "quote", spans: [{ text: "Words that fill the next page", is: "words" }] },
      ],
    };
    const kinds = splitPost(post, upTo(60)).map((part) => part.blocks.map((block) => block.kind));
    expect(kinds).toEqual([["paragraph"], ["heading", "picture", "quote"]]);
  });

  test("words close their marks and open them again", () => {
    const words = "We will answer. We will answer in kind and at once.";
    const parts = splitPost(
      { blocks: [{ kind: "quote", foldable: true, spans: [{ text: words, is: "words" }] }] },
      upTo(25),
    );
    expect(parts.map((part) => part.blocks)).toEqual([
      [{ kind: "quote", foldable: true, spans: [{ text: "We will answer.", is: "words" }, { text: " " }] }],
      [{ kind: "quote", foldable: true, spans: [{ text: "We will answer in", is: "words" }, { text: " " }] }],
      [{ kind: "quote", foldable: true, spans: [{ text: "kind and at once.", is: "words" }] }],
    ]);
  });

  test("a link is never torn, unless it alone outgrows a Part", () => {
    const link = (text: string): Inline => ({ text, href: "https://example.org/a" });
    const parts = splitPost(
      { blocks: [paragraph("Read all of it ", link("in the long piece on it"), " today.")] },
      upTo(30),
    );
    expect(parts.flatMap((part) => part.blocks.flatMap(spansOf)).filter((span) => span.href)).toEqual([
      link("in the long piece on it"),
    ]);
    const torn = splitPost({ blocks: [paragraph(link("word ".repeat(20)))] }, upTo(30));
    expect(torn.length).toBeGreaterThan(3);
    for (const part of torn)
      expect(part.blocks.flatMap(spansOf).every((span) => span.href === "https://example.org/a")).toBe(true);
  });

  test("a bare address is not torn while a space is near", () => {
    const text = "It stands at https://example.org/a-long/path?of=things for all";
    expect(lines({ blocks: [paragraph(text)] }, 48)[0]).toEqual(["It stands at "]);
    expect(lines({ blocks: [paragraph(text)] }, 58)[0]).toEqual([
      "It stands at https://example.org/a-long/path?of=things ",
    ]);
  });

  test("a list goes on in the next Part, a torn item without a second bullet", () => {
    const items = ["one", "two", "three", `four ${"and more ".repeat(6)}`, "five"].map((text) => [{ text }]);
    const parts = splitPost({ blocks: [{ kind: "list", items }] }, upTo(30));
    expect(parts.map((part) => part.blocks.map((block) => block.kind))).toEqual([
      ["list"],
      ["list"],
      ["paragraph"],
      ["paragraph", "list"],
    ]);
    expect(textOf({ blocks: parts.flatMap((part) => part.blocks) })).toBe(
      items
        .flat()
        .map((span) => span.text)
        .join(""),
    );
  });

  test("actions go with the last Part and are counted there", () => {
    const actions = [[{ label: "More", name: "quote", arguments: "putin", page: 2 }]];
    const limits: Limits = { max: 40, measure: (part) => lengthOf(part) + (part.actions ? 20 : 0) };
    const parts = splitPost({ blocks: [paragraph("One sentence here. Two sentences here.")], actions }, limits);
    expect(parts.map((part) => part.actions)).toEqual([undefined, actions]);
    for (const part of parts) expect(limits.measure(part)).toBeLessThanOrEqual(40);
  });

  test("a picture that no Part holds stands alone rather than being lost", () => {
    const picture: Block = { kind: "picture", picture: { kind: "chart", alt: "", title: "", bars: [] } };
    const limits: Limits = { max: 10, measure: (part) => lengthOf(part) + (part.blocks.includes(picture) ? 99 : 0) };
    expect(
      splitPost({ blocks: [paragraph("before"), picture, paragraph("after")] }, limits).map((part) => part.blocks),
    ).toEqual([[paragraph("before")], [picture], [paragraph("after")]]);
  });

  test("a further limit counts too", () => {
    const parts = splitPost(
      { blocks: Array.from({ length: 7 }, () => paragraph("x")) },
      { ...upTo(1000), fits: (part) => part.blocks.length <= 3 },
    );
    expect(parts.map((part) => part.blocks.length)).toEqual([3, 3, 1]);
  });

  test("graphemes stay whole", () => {
    const family = "👨‍👩‍👧‍👦";
    for (const [line] of lines({ blocks: [paragraph(family.repeat(30))] }, 40))
      expect(line!.replaceAll(family, "")).toBe("");
  });
});

describe("whatever the text", () => {
  const inline = fc.record(
    {
      text: fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.lorem({ mode: "sentences", maxCount: 4 }),
        fc.constantFrom(
          `e${"\u0301".repeat(150)}`,
          "x".repeat(300),
          "👩‍🚀".repeat(40),
          "漢字".repeat(90),
          "a b ".repeat(60),
          " ".repeat(90),
        ),
      ),
      is: fc.constantFrom("words", "headline", "stored", "command"),
      href: fc.constant("https://example.org/"),
    },
    { requiredKeys: ["text"] },
  ) as fc.Arbitrary<Inline>;
  const spans = fc.array(inline, { maxLength: 5 });
  const block = fc.oneof(
    fc.record({ kind: fc.constantFrom("heading", "paragraph", "quote", "source"), spans }),
    fc.record({ kind: fc.constant("list"), items: fc.array(spans, { maxLength: 5 }) }),
  ) as fc.Arbitrary<Block>;

  test("nothing is lost and every Part is within the limit", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), fc.integer({ min: 12, max: 400 }), (blocks, max) => {
        const parts = splitPost({ blocks }, upTo(max));
        const visible = (post: Post) => textOf(post).replace(/\s+/g, "");
        expect(visible({ blocks: parts.flatMap((part) => part.blocks) })).toBe(visible({ blocks }));
        for (const part of parts) expect(lengthOf(part)).toBeLessThanOrEqual(max);
      }),
      { numRuns: 300 },
    );
  });

  test("of plain text not even white space is lost, and a words span stays words", () => {
    fc.assert(
      fc.property(fc.lorem({ mode: "sentences", maxCount: 12 }), fc.integer({ min: 8, max: 90 }), (text, max) => {
        const parts = splitPost({ blocks: [paragraph({ text, is: "words" })] }, upTo(max));
        expect(parts.map(textOf).join("")).toBe(text);
        for (const span of parts.flatMap((part) => part.blocks.flatMap(spansOf)))
          expect(span.is === "words" || span.text.trim() === "").toBe(true);
        for (const part of parts) expect(lengthOf(part)).toBeLessThanOrEqual(max);
      }),
    );
  });

  test.each([
    ["one word", "x".repeat(100_000)],
    ["one grapheme", `e${"\u0301".repeat(100_000)}`],
    ["a family of joiners", "👩\u200d".repeat(40_000)],
    ["stops", ". ".repeat(100_000)],
    ["no sentence end", "word ".repeat(40_000)],
    ["surrogates", "😀".repeat(60_000)],
    ["Chinese", "红线不容逾越".repeat(20_000)],
  ])("%s of a hundred thousand characters", (_, text) => {
    const parts = splitPost({ blocks: [paragraph({ text, is: "words" })] }, upTo(4096));
    expect(parts.map(textOf).join("").trimEnd()).toBe(text.trimEnd());
    for (const part of parts) {
      expect(lengthOf(part)).toBeLessThanOrEqual(4096);
      expect(textOf(part).isWellFormed()).toBe(true);
    }
  });

  test("a hundred thousand spans take no more than their share of time", { timeout: 60_000 }, () => {
    const spans = Array.from({ length: 100_000 }, (_, index) => ({ text: `w${index} ` }));
    const before = process.cpuUsage();
    const parts = splitPost({ blocks: [{ kind: "paragraph", spans }] }, upTo(4096));
    const { user, system } = process.cpuUsage(before);
    expect(parts.map(textOf).join("")).toBe(spans.map((span) => span.text).join(""));
    expect((user + system) / 1_000_000).toBeLessThan(5);
  });
});
