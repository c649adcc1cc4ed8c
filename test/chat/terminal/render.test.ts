import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAIN, renderPost } from "../../../src/chat/terminal/render.ts";
import type { Post } from "../../../src/model/post.ts";

const COLOURED = { width: 60, colour: true, links: true };

function quote(words: string): Post {
  return { blocks: [{ kind: "quote", spans: [{ text: words, is: "words" }] }] };
}

describe("a Post in the terminal", () => {
  it("sets words between quotation marks and nothing else", () => {
    const post: Post = {
      blocks: [{ kind: "paragraph", spans: [{ text: "No comment", is: "words" }, { text: ", he said." }] }],
    };
    expect(renderPost(post, PLAIN)).toBe("“No comment”, he said.");
  });

  it("writes addresses out when they cannot be clicked, without the text fragment", () => {
    const post: Post = {
      blocks: [{ kind: "source", spans: [{ text: "RT", href: "https://rt.com/a#:~:text=red%20line" }] }],
    };
    expect(renderPost(post, PLAIN)).toBe("  RT <https://rt.com/a>");
    expect(renderPost(post, COLOURED)).toContain("\u001b]8;;https://rt.com/a#:~:text=red%20line\u001b\\");
  });

  it("links to web addresses only", () => {
    const post: Post = { blocks: [{ kind: "paragraph", spans: [{ text: "x", href: "javascript:alert(1)" }] }] };
    expect(renderPost(post, COLOURED)).not.toContain("javascript");
  });

  it("numbers its buttons", () => {
    const post: Post = { ...quote("Yes"), actions: [[{ label: "Next ›", name: "quote", arguments: "x", page: 2 }]] };
    expect(renderPost(post, PLAIN)).toContain("[1] Next ›");
  });

  it("lets no stored text steer the terminal", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = renderPost(quote(text), PLAIN);
        expect(shown.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(shown.isWellFormed()).toBe(true);
        const coloured = stripVTControlCharacters(renderPost(quote(text), COLOURED));
        expect(coloured.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f]/);
      }),
    );
  });
});
