// What stands at and around a word: the small questions every piece asks.
import type { Word } from "./words.ts";

export const text = (words: readonly Word[], at: number): string => words[at]?.text ?? "";
export const joined = (words: readonly Word[], at: number): boolean => {
  const before = words[at]?.before;
  return before === "none" || before === "hyphen";
};
export const same = (words: readonly Word[], at: number): boolean =>
  words[at] !== undefined && words[at].before !== "break";

/** Past the dot of an abbreviation. */
export const pastDot = (words: readonly Word[], at: number): number =>
  text(words, at) === "." && words[at]?.before === "none" ? at + 1 : at;
