// Text as Discord shows it: hostile text stays text, our own markup works.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdown } from "../../../src/chat/discord/markdown.ts";
import type { Inline } from "../../../src/model/post.ts";
import { parseMarkdown, shownText, walk } from "../../support/discord/markdown.ts";

const none = () => null;
const render = (...spans: Inline[]) => markdown(spans, none);
const read = (text: string) => parseMarkdown(text);
const kinds = (text: string) => [...new Set([...walk(read(text))].map((node) => node.kind))];

const HOSTILE = [
  "@everyone and @here",
  "<@1> <@!1> <@&1> <#1>",
  "<t:1> <t:1700000000:R>",
  "<:wave:123456789012345678> <a:wave:123456789012345678> :smile: :+1:",
  "[click](https://example.org) [click](<https://example.org>)",
  "https://example.org/a_b_c?d=*e* and <https://example.org>",
  "*a* _b_ **c** __d__ ~~e~~ ||f|| `g` ```h```",
  "# heading",
  "-# small",
  "> quoted\n>>> all of it",
  "- item\n* item\n1. item\n12) item\n  - nested",
  "</quote:123> <id:customize> <id:guide>",
  "a backslash \\ and \\*not bold\\*",
  "_under_score_s_ snake_case_name",
  "¯\\_(ツ)_/¯",
  "steam://run/1",
  "ends with a star*",
  "[unbalanced",
  "](<https://example.org>) [x",
];

describe("untrusted text", () => {
  it.each(HOSTILE)("shows %j as plain text", (text) => {
    const source = render({ text });
    expect(shownText(read(source))).toBe(text);
    expect(kinds(source).filter((kind) => kind !== "text" && kind !== "break")).toEqual([]);
  });

  it.each(HOSTILE)("keeps %j plain inside quotation marks, headings, bold and links", (text) => {
    const flat = text.replace(/\n/g, " ");
    for (const span of [
      { text, is: "words" },
      { text, is: "headline", style: "bold" },
      { text, style: "italic" },
    ] as const) {
      const found = kinds(render(span)).filter((kind) => !["text", "break", "strong", "em"].includes(kind));
      expect(found).toEqual([]);
    }
    const linked = read(render({ text, href: "https://example.com/here" }));
    const links = [...walk(linked)].filter((node) => node.kind === "link");
    expect(new Set(links.map((node) => node.kind === "link" && node.href))).toEqual(
      new Set(["https://example.com/here"]),
    );
    expect(shownText(linked).replace(/\n/g, " ")).toContain(flat);
  });

  it("holds for any text whatever", () => {
    const marks = fc.constantFrom(
      ..."*_~`|<>[]()@#:/\\-+.1! \n\tab“”é👍".split(""),
      "https://",
      "@everyone",
      "<@1>",
      "](",
      "-# ",
      "1. ",
      "> ",
    );
    fc.assert(
      fc.property(
        fc.array(marks, { maxLength: 30 }).map((parts) => parts.join("")),
        (text) => {
          const source = render({ text });
          expect(shownText(read(source))).toBe(text.toWellFormed());
          expect(kinds(source).filter((kind) => kind !== "text" && kind !== "break")).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("cannot turn the text around it", () => {
    expect(render({ text: "a\u202eb\u2066c\u0000d" })).toBe("abcd");
    expect(render({ text: "half a pair \ud83d" })).toBe("half a pair \ufffd");
    expect(render({ text: "family 👨‍👩‍👧 and می‌خواهم" })).toBe("family 👨‍👩‍👧 and می‌خواهم");
  });

  it("takes time linear in its length", () => {
    const started = performance.now();
    for (const text of ["[", "*", "<@", "`", "\\", "- ", "\n> ", "_ "]) render({ text: text.repeat(50_000) });
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("our own markup", () => {
  it("sets words between quotation marks", () => {
    expect(render({ text: "we will *win*", is: "words" })).toBe("“we will \\*win\\*”");
  });

  it("links without unfurling", () => {
    expect(render({ text: "The Hill", href: "https://thehill.com/a (b)" })).toBe(
      "[The Hill](<https://thehill.com/a%20%28b%29>)",
    );
  });

  it("keeps addresses that point into a page", () => {
    const href = "https://thehill.com/a_b/#:~:text=red%20lines";
    expect(render({ text: "The Hill", href })).toBe(`[The Hill](<${href}>)`);
  });

  it("makes no link of an address that is not on the web", () => {
    expect(render({ text: "x", href: "javascript:alert(1)" })).toBe("x");
  });

  it("makes our commands tappable once they are registered", () => {
    expect(markdown([{ text: "/quote putin", is: "command" }], () => "123")).toBe("</quote:123> `putin`");
    expect(render({ text: "/quote putin", is: "command" })).toBe("`/quote putin`");
  });

  it("lets bold and italic touch", () => {
    const source = render({ text: "a", style: "bold" }, { text: "b", style: "italic" }, { text: " c ", style: "bold" });
    expect(shownText(read(source))).toBe("ab c ");
  });
});
