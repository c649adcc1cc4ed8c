// Posts as Discord messages: whatever is asked to be shown fits Discord's limits, and nothing of it is lost.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf, type Rendering, renderMessage } from "../../../src/chat/discord/message.ts";
import { Buttons } from "../../../src/chat/discord/pressed.ts";
import type { Block, Inline, Post } from "../../../src/model/post.ts";
import { parseMarkdown, shownText } from "../../support/discord/markdown.ts";
import { checkMessage } from "../../support/discord/validate.ts";

const rendering: Rendering = {
  buttons: new Buttons(),
  commandId: (name) => (name === "quote" ? "1400000000000000000" : null),
};

interface Shown {
  readonly texts: readonly string[];
  readonly problems: readonly string[];
}

function show(post: Post): Shown {
  const messages = partsOf(post).map((part) => renderMessage(part, rendering));
  const problems = messages.flatMap(({ body, pictures }) =>
    checkMessage(
      body,
      "callback",
      pictures.map(({ name }) => name),
    ),
  );
  const texts = messages.map(({ body }) =>
    body.components
      .flatMap((container) => container.components)
      .flatMap((one) => (one.type === 10 ? [shownText(parseMarkdown(one.content))] : []))
      .join("\n"),
  );
  return { texts, problems };
}

const bare = (text: string) => text.replace(/[\s“”•]/g, "");

const WORDS = [
  "peace",
  "*",
  "_",
  "@everyone",
  "https://example.org",
  "[",
  "](",
  "1.",
  "1",
  "-",
  "#",
  ">",
  "`",
  "ą́",
  "👩‍👩‍👧",
  "Москва",
  "\n",
  ".",
  "<@1>",
  "||",
];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 400 }).map((words) => words.join(" "));
const span: fc.Arbitrary<Inline> = fc.record(
  {
    text,
    is: fc.constantFrom("words" as const, "headline" as const, "stored" as const),
    style: fc.constantFrom("bold" as const, "italic" as const),
    href: fc.constant("https://example.org/a"),
  },
  { requiredKeys: ["text"] },
);
const spans = fc.array(span, { minLength: 1, maxLength: 4 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("heading" as const, "paragraph" as const, "quote" as const, "source" as const),
    spans,
  }),
  fc.record({ kind: fc.constant("list" as const), items: fc.array(spans, { minLength: 1, maxLength: 5 }) }),
);

describe("a Post as Discord messages", () => {
  it("fits Discord's limits and loses nothing, whatever it holds", () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
        const { texts, problems } = show({ blocks });
        expect(problems).toEqual([]);
        const wanted = blocks.flatMap((one) =>
          one.kind === "picture" ? [] : one.kind === "list" ? one.items.flat() : one.spans,
        );
        const shown = bare(texts.join("")).replace(/↗/g, "");
        // Discord refuses messages that show nothing: an ellipsis stands for nothing at all.
        expect(shown).toBe(bare(wanted.map((one) => one.text).join("")) || "…");
      }),
      { numRuns: 100 },
    );
  });

  it("closes and reopens the marks of words cut in two", () => {
    const words = "The talks go on and nobody leaves the room. ".repeat(300).trim();
    const { texts } = show({ blocks: [{ kind: "quote", spans: [{ text: words, is: "words" }] }] });
    expect(texts.length).toBeGreaterThan(2);
    for (const shown of texts) expect(shown.trim()).toMatch(/^“[^“”]+”$/s);
    expect(texts.map((shown) => shown.trim().slice(1, -1)).join(" ")).toBe(words);
  });

  it("keeps a title of 10,000 characters whole", () => {
    const title = `${"word ".repeat(2_000)}`.trim();
    const { texts, problems } = show({
      blocks: [{ kind: "heading", spans: [{ text: title, is: "headline", style: "bold" }] }],
    });
    expect(problems).toEqual([]);
    expect(bare(texts.join(""))).toBe(bare(title));
  });

  it("fits many short blocks into forty components", () => {
    const blocks = Array.from({ length: 120 }, (_, index): Block[] => [
      { kind: "heading", spans: [{ text: `Section ${index}` }] },
      { kind: "paragraph", spans: [{ text: "one" }] },
      { kind: "paragraph", spans: [{ text: "two" }] },
    ]).flat();
    const actions = Array.from({ length: 5 }, (_, row) =>
      Array.from({ length: 5 }, (_, at) => ({ label: `${row}${at}`, name: "search", arguments: "x" })),
    );
    const { texts, problems } = show({ blocks, actions });
    expect(problems).toEqual([]);
    expect(texts.join("")).toContain("Section 119");
  });

  it("puts a link that no button can hold into the text", () => {
    const href = `https://example.org/${"a".repeat(600)}`;
    const { body } = renderMessage(
      { blocks: [{ kind: "paragraph", spans: [{ text: "x" }] }], actions: [[{ label: "Open", href }]] },
      rendering,
    );
    expect(JSON.stringify(body)).toContain(`[Open](<${href}>)`);
  });

  it.each([
    ["words", "so it was said and so it stays. "],
    ["spaces", " "],
    ["line breaks", "\n"],
    ["brackets", "[("],
  ])("takes seconds at most for very much of %s, wherever it stands", (_, piece) => {
    const spans = [{ text: `a${piece.repeat(50_000 / piece.length)}b`, is: "stored" as const }];
    const started = performance.now();
    show({
      blocks: [
        { kind: "heading", spans },
        { kind: "list", items: [spans] },
        { kind: "quote", spans },
        { kind: "source", spans },
      ],
    });
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
