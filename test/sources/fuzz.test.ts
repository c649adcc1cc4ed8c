// Whatever comes in, the readers answer: they never throw, never hang, and let no control character out.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFeed } from "../../src/sources/feed/parse.ts";
import { readJsonLine } from "../../src/sources/jsonl.ts";
import { readPage } from "../../src/sources/page/read.ts";
import type { ReadResult } from "../../src/sources/result.ts";
import { readSaved } from "../../src/sources/saved/read.ts";
import { readWrittenDate } from "../../src/sources/written-date.ts";

const UNSAFE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const ODD = [
  "\u0000",
  "\u001b[2J",
  "\ud800",
  "\udfff",
  "\u202e",
  "\u2066",
  "\u200b",
  "\u00a0",
  "\r",
  "\n\n",
  "مرحبا",
  "👩‍👩‍👧",
  "<",
  ">",
  "&",
  "</p>",
  "<![CDATA[",
  "'; DROP TABLE",
  '"',
  "“",
  "”",
  "—",
  "(@a)",
  "Read more",
  "https://x.example/2021/11/18/",
  "20211118",
  "\n— Name (@name) November 17, 2021",
  "The minister said on Monday that it was over.\n",
];
const anyText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...ODD) },
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.lorem(),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

function checkResult(result: ReadResult): void {
  if (result.kind === "refused") {
    expect(result.why.length).toBeGreaterThan(5);
    expect(result.why).not.toMatch(UNSAFE);
    return;
  }
  const { article } = result;
  for (const text of [
    article.body.replaceAll("\n", " "),
    article.title,
    article.author,
    article.outlet,
    ...article.posts.flatMap((post) => [post.text.replaceAll("\n", " "), post.author]),
  ]) {
    if (text !== null && text !== undefined) expect(text).not.toMatch(UNSAFE);
  }
}

describe("no input makes a reader throw", () => {
  const runs = { numRuns: 150 };
  test("saved text", () =>
    fc.assert(
      fc.property(anyText, (text) => checkResult(readSaved(text, []))),
      runs,
    ));
  test("a page", () =>
    fc.assert(
      fc.property(anyText, (text) =>
        checkResult(readPage(`<html><body><article><p>${text}</p></article>`, "https://a.example/x", [])),
      ),
      { numRuns: 60 },
    ));
  test("a JSON line", () =>
    fc.assert(
      fc.property(fc.oneof(anyText, fc.json()), (text) => checkResult(readJsonLine(text, []))),
      runs,
    ));
  test("a JSON line's fields", () =>
    fc.assert(
      fc.property(anyText, anyText, (text, title) =>
        checkResult(readJsonLine(JSON.stringify({ text, title, outlet: title, author: title }), [])),
      ),
      runs,
    ));
  test("a date", () =>
    fc.assert(
      fc.property(anyText, (text) => void readWrittenDate(text.slice(0, 120))),
      runs,
    ));
  test("a feed", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const result = await readFeed(
          Buffer.from(`<rss version="2.0"><channel><title>${text}</title><item><title>${text}</title><link>${text}`),
          {},
          "https://a.example/feed",
        );
        if (result.kind === "feed") for (const item of result.feed.items) expect(item.title ?? "").not.toMatch(UNSAFE);
      }),
      { numRuns: 100 },
    );
  });
});

describe("time grows with the length, not its square", () => {
  const MEGABYTE = 1_000_000;
  const pieces = [
    "word ",
    "a.b@c ",
    "— ",
    "“",
    "(@a) ",
    "©",
    "Tags ",
    "share ",
    "By A ",
    "1/2/",
    "\u00a0",
    "A",
    "said: ",
    "https://a.example/",
    "#a ",
    "Photo by ",
    "2021-11-",
  ];
  for (const piece of pieces) {
    test(`one line of ${JSON.stringify(piece)}`, () => {
      const started = performance.now();
      readSaved(piece.repeat(MEGABYTE / piece.length), []);
      expect(performance.now() - started).toBeLessThan(5_000);
    });
  }
  test("a hundred thousand short lines", () => {
    const started = performance.now();
    readSaved("Home\nRead more\nThe minister said on Monday that it was over.\n".repeat(10_000), []);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
  test.each(["<", "<a ", "<a b='", "&", "<![CDATA[", "<!--", "]]>", "<item><title>x</title></item>", "</x>"])(
    "a feed of %s",
    async (piece) => {
      const started = performance.now();
      await readFeed(Buffer.from(`<rss><channel>${piece.repeat(MEGABYTE / piece.length)}`), {}, null);
      expect(performance.now() - started).toBeLessThan(8_000);
    },
  );
});
