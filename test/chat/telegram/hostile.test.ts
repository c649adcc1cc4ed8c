// Untrusted text shows as plain text on Telegram: it pings, links and formats nothing, and loses nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Buttons } from "../../../src/chat/telegram/buttons.ts";
import { partsOf, textMessage } from "../../../src/chat/telegram/message.ts";
import { renderBlocks } from "../../../src/chat/telegram/render.ts";
import type { Block, Inline, Post } from "../../../src/model/post.ts";
import { linkedTokens } from "../../support/telegram/linking.ts";
import { brokenRule } from "../../support/telegram/rules.ts";

const KINDS = ["heading", "paragraph", "quote", "source"] as const;
const blockOf = (kind: (typeof KINDS)[number], ...spans: Inline[]): Block => ({ kind, spans });

/** Processor time a task takes in this process, in milliseconds: unlike the clock, it does not count other programs. */
function spent(task: () => void): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function check(post: Post): string {
  const parts = partsOf(post, false);
  for (const part of parts) {
    const message = textMessage(part, new Buttons());
    expect(brokenRule("sendMessage", { chat_id: 1, ...message })).toBeNull();
    expect(linkedTokens(message.text, message.entities)).toEqual([]);
  }
  return parts.map((part) => renderBlocks(part.blocks).text).join("");
}

describe("tokens Telegram would link", () => {
  test.each([
    "@everyone",
    "<@1>",
    "@name",
    "(@a_name)",
    "a@b@name",
    "#tag",
    "#тег",
    "＃tag",
    "$TSLA",
    "/command",
    "/start@other_bot",
    "\n/command",
    "t.me/joinchat/abc",
    "example.com",
    "EXAMPLE.COM:8080/path?q=1#f",
    "приклад.укр",
    "https://example.org/a_(b)",
    "“https://example.org/a”",
    "tg://resolve?domain=name",
    "someone@example.org",
    "+1 202 555 0175",
    "+12025550175",
    "(202) 555-0175",
    "202-555-0175",
    "202.555.0175",
    "8 (800) 555-35-35",
    "8 800 555 35 35",
    "020 7946 0123",
    "4242 4242 4242 4242",
    "127.0.0.1",
    "a.b.c.example.org...",
    "@na\u200bme @name\u200b",
    "\u202e@name",
    "hello,@name",
    "¡/command!",
    "xn--80ak6aa92e.com",
  ])("%j is covered and otherwise as it was", (token) => {
    for (const kind of KINDS) {
      for (const is of ["words", "stored", "headline"] as const) {
        const shown = check({ blocks: [blockOf(kind, { text: `before ${token} after`, is })] });
        expect(shown.replace(/[“”]/g, "")).toContain(token.replace("\u202e", "").replace(/[“”]/g, ""));
      }
    }
  });

  test.each([
    ["across spans", [{ text: "someone@" }, { text: "example.org", style: "bold" }]],
    ["beside a link", [{ text: "@na" }, { text: "me", href: "https://example.org" }]],
    ["in bold", [{ text: "seen by @name today", style: "bold" }]],
    ["in a link to nowhere", [{ text: "@name", href: "tg://resolve?domain=name" }]],
    ["behind a command of ours", [{ text: "/quote @name", is: "command" }]],
    ["a command that is no command", [{ text: "/quote@other_bot", is: "command" }]],
  ] satisfies [string, Inline[]][])("%s", (_, spans) => {
    const { text, entities } = renderBlocks([blockOf("paragraph", ...spans)]);
    const live = linkedTokens(text, entities).map(({ token }) => token);
    expect(live).toEqual(spans.some(({ text: span }) => span.startsWith("/quote @")) ? ["/quote"] : []);
    expect(brokenRule("sendMessage", { text, entities })).toBeNull();
  });

  test("our own commands stay live, and a link of ours needs no cover", () => {
    const { text, entities } = renderBlocks([
      blockOf(
        "paragraph",
        { text: "Try " },
        { text: "/quote putin", is: "command" },
        { text: ", or " },
        { text: "The Hill", href: "https://thehill.com/" },
      ),
    ]);
    expect(linkedTokens(text, entities).map(({ token }) => token)).toEqual(["/quote"]);
    expect(entities).toEqual([{ type: "text_link", offset: 21, length: 8, url: "https://thehill.com/" }]);
  });

  test.each([
    "Nov. 13",
    "U.S.",
    "9/11 and 24/7",
    "$5 bn",
    "2021-11-18",
    "18 Nov 2021",
    "1941–1945",
    "in 2019 2020 2021",
    "18.11.2021",
    "100,000",
    "and/or",
    "3.5",
    "e.g. this",
    "No. 1 #1",
    "a: b",
    "10:30",
  ])("%j is left alone", (text) => {
    expect(renderBlocks([blockOf("paragraph", { text, is: "stored" })])).toEqual({ text, entities: [] });
  });
});

describe("text that would format, reorder or overflow", () => {
  test("markup characters are characters", () => {
    const text = "_*[a](b)* <b>x</b> &amp; `code` ~~s~~ ||p|| **";
    expect(renderBlocks([blockOf("paragraph", { text })])).toEqual({ text, entities: [] });
  });

  test("overrides and control characters go, every other character of the words stays", () => {
    const words = "one\u202e two\u2066 three\u0007 four\u0085 fi\u200bve \u200fsix";
    const { text } = renderBlocks([blockOf("quote", { text: words, is: "words" })]);
    expect(text).toBe("“one two three four fi\u200bve \u200fsix”");
  });

  test("half a surrogate is shown as missing", () => {
    check({ blocks: [blockOf("paragraph", { text: "a\ud800b", is: "stored" })] });
  });

  test("a title of ten thousand characters is split, not cut", () => {
    const title = "@name #tag word ".repeat(625).trim();
    const shown = check({ blocks: [blockOf("heading", { text: title, is: "headline" })] });
    expect(shown.replace(/\s/g, "")).toBe(title.replace(/\s/g, ""));
  });

  test("an answer nothing of which can be seen says so", () => {
    for (const text of ["", " \n ", "\u200b\u200b", "\u202e"]) {
      expect(textMessage({ blocks: [blockOf("paragraph", { text })] }, new Buttons()).text).toBe("(empty)");
    }
  });

  test.each([
    ["no space", "x".repeat(100_000)],
    ["dots", "a.".repeat(50_000)],
    ["ats", "@".repeat(100_000)],
    ["mentions", "@ab ".repeat(25_000)],
    ["hashes", "#".repeat(100_000)],
    ["slashes", "/".repeat(100_000)],
    ["digits", "1 ".repeat(50_000)],
    ["brackets", "(1".repeat(50_000)],
    ["quotation marks", "”".repeat(100_000)],
    ["control characters", "\u0007".repeat(100_000)],
    ["white space", " ".repeat(100_000)],
    ["one grapheme", `e${"\u0301".repeat(100_000)}`],
  ])("a hundred thousand characters of %s take their share of time", { timeout: 60_000 }, (_, text) => {
    let shown = "";
    const time = spent(() => {
      shown = check({ blocks: [blockOf("quote", { text, is: "words" })] });
    });
    expect(shown.replace(/[\s“”]/g, "").length).toBe(text.replace(/[\s“”\u0007]/g, "").length);
    expect(time).toBeLessThan(5_000);
  });
});

test("thirty thousand bold spans with tokens take their share of time", { timeout: 60_000 }, () => {
  const spans = Array.from({ length: 30_000 }, (): Inline => ({ text: "@name ", style: "bold" }));
  const time = spent(() => {
    const parts = partsOf({ blocks: [{ kind: "source", spans }] }, false);
    for (const part of parts) expect(brokenRule("sendMessage", { ...textMessage(part, new Buttons()) })).toBeNull();
  });
  expect(time).toBeLessThan(5_000);
});

describe("whatever the text", () => {
  const word = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom(
      "@name",
      "#tag",
      "/cmd",
      "$TSLA",
      "example.com",
      "a@b.org",
      "https://x.org/a",
      " ",
      "\n",
      "(",
      "”",
      "+1 202 555 0175",
      "\u202e",
    ),
    fc.stringMatching(/^[@#$/.:a-zA-Z0-9_ +()-]{0,20}$/),
  );
  const inline = fc.record(
    {
      text: fc.array(word, { maxLength: 8 }).map((words) => words.join("")),
      is: fc.constantFrom("words", "headline", "stored"),
      style: fc.constantFrom("bold", "italic", "code"),
      href: fc.constantFrom("https://example.org/", "javascript:alert(1)", "tg://x", "no address"),
    },
    { requiredKeys: ["text"] },
  ) as fc.Arbitrary<Inline>;
  const block = fc.record({
    kind: fc.constantFrom(...KINDS),
    spans: fc.array(inline, { maxLength: 5 }),
  }) as fc.Arbitrary<Block>;

  test("no token is left live, no rule of Telegram's broken", () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => void check({ blocks })),
      { numRuns: 300 },
    );
  });
});
