import { expect, test } from "vitest";
import { noContent } from "../../../src/language/quotes/shown.ts";

/** What is said of `content` after `cue` in this text. */
function judged(text: string, cue: string, content: string): string | null {
  const spanOf = (part: string): [number, number] => [text.indexOf(part), text.indexOf(part) + part.length];
  return noContent(text, { content: [spanOf(content)], cue: spanOf(cue), source: null, floating: false }, "indirect");
}

test("ties that are maintained are kept up, a clause that is maintained is said", () => {
  const [ties, clause] = ["close contacts with Oslo", "the bridge was safe"];
  expect(judged(`The ministry has maintained ${ties}.`, "has maintained", ties)).toBe("kept up");
  expect(judged(`The ministry has maintained ${clause}.`, "has maintained", clause)).toBeNull();
  expect(judged(`The ministry has maintained that ${clause}.`, "has maintained", `that ${clause}`)).toBeNull();
});
