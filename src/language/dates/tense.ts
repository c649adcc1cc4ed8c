// Which way the words around a time expression point: to what was, or to what will be.
import type { Direction } from "./frame.ts";
import type { Word } from "./words.ts";

const FUTURE = new Set(
  "will 'll shall would'll plan plans planned planning expect expects expected schedule scheduled slated due set upcoming coming next tomorrow begins begin starts expire expires mature matures payable hopes hope intends intend could should must may might".split(
    " ",
  ),
);
const PAST = new Set(
  "was were had did said told says ago since began came went took made gave met held spoke wrote left fell rose ended became saw got ran won lost sent found kept knew led paid put read sold stood thought brought bought built broke chose cut drew drove felt fought hit ran set shot struck won earlier last".split(
    " ",
  ),
);
const REACH = 12;

/** Looks back from the expression to the nearest verb of its clause, then ahead of it. */
export function direction(words: readonly Word[], start: number, end: number): Direction | null {
  for (let at = start - 1; at >= Math.max(0, start - REACH); at--) {
    const found = points(words, at);
    if (found !== null) return found;
    if (isStop(words, at)) break;
    if (words[at]?.before === "break") break;
  }
  for (let at = end; at < Math.min(words.length, end + REACH); at++) {
    if (isStop(words, at) || words[at]?.before === "break") break;
    const found = points(words, at);
    if (found !== null) return found;
  }
  return null;
}

/** A full stop, and not the dot of an abbreviation such as "Gov." */
function isStop(words: readonly Word[], at: number): boolean {
  if (words[at]?.text !== "." || words[at + 1]?.before === "none") return false;
  const before = words[at - 1];
  return before === undefined || !before.capital || before.text.length > 4 || before.text.length === 0;
}

function points(words: readonly Word[], at: number): Direction | null {
  const word = words[at];
  if (word === undefined) return null;
  if (FUTURE.has(word.text)) return "future";
  if (PAST.has(word.text)) return "past";
  if (word.text.length < 5 || !word.text.endsWith("ed") || word.capital) return null;
  // "to be aired", "will be aired"
  return words[at - 1]?.text === "be" ? "future" : "past";
}
