import { expect, test } from "vitest";
import { sourced } from "../../../src/language/quotes/sourced.ts";
import type { Span } from "../../../src/model/text.ts";

/** The source given to `content` with a cue for which none was found; null where nobody is. */
function sourceOf(text: string, cue: string, content: string): string | null {
  const spanOf = (part: string): Span => [text.indexOf(part), text.indexOf(part) + part.length];
  const parts = { content: [spanOf(content)], cue: spanOf(cue), source: null, floating: false, rule: "tagger" };
  const { source } = sourced(text, parts);
  return source && text.slice(...source);
}

test("who stands right behind the cue speaks", () => {
  expect(sourceOf("“It is late,” said a source close to the mayor.", "said", "“It is late,”")).toBe("a source close");
  expect(sourceOf("“It is late,” beamed Jean Valjean.", "beamed", "“It is late,”")).toBe("Jean Valjean");
  expect(sourceOf("“It is late,” said to be his motto, is cut in stone.", "said", "“It is late,”")).toBeNull();
});

test("so does whoever an account is according to, but not half a title between marks", () => {
  const content = "the bridge is late";
  expect(sourceOf(`According to the talk show host, ${content}.`, "According to", content)).toBe("the talk show host");
  expect(sourceOf(`According to her “new deal”, ${content}.`, "According to", content)).toBeNull();
});
