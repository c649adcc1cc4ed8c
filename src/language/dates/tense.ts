// Which way the words around a time expression point: to what was, or to what will be.
import type { Direction } from "./frame.ts";
import type { Word } from "./words.ts";

const BOUND = new Set("is are set was were likely poised ready".split(" "));
const PUT_OFF = new Set("extended postponed delayed deferred given suspended adjourned".split(" "));
const REACH = 12;
/** Over quoted words it may look this far. */
const FARTHEST = 80;

/** Right before an expression: "as early as Tuesday", "set for Tuesday", "postponed until Tuesday". */
function announces(words: readonly Word[], start: number): boolean {
  const [third, second, first] = [-3, -2, -1].map((by) => words[start + by]?.text ?? "");
  if (first === "as" && third === "as") return second === "early" || second === "soon" || second === "late";
  if (first === "until") return words.slice(Math.max(0, start - 6), start).some(({ text }) => PUT_OFF.has(text));
  return first === "for" && second === "set";
}

/**
 * Looks back from the expression to the nearest verb of its clause, then ahead of it. `isQuoted` marks the words of
 * somebody else: seen from outside they have no say.
 */
export function direction(
  words: readonly Word[],
  start: number,
  end: number,
  isQuoted: Uint8Array | null,
): Direction | null {
  if (announces(words, start)) return "future";
  const hides = isQuoted !== null && isQuoted[start] === 0;
  for (let at = start - 1, seen = 0; at >= Math.max(0, start - FARTHEST) && seen < REACH; at--) {
    if (hides && isQuoted[at] === 1) continue;
    seen++;
    const found = points(words, at);
    if (found !== null) return found;
    if (isStop(words, at) || words[at]?.before === "break") break;
  }
  for (let at = end, seen = 0; at < Math.min(words.length, end + FARTHEST) && seen < REACH; at++) {
    if (hides && isQuoted[at] === 1) continue;
    seen++;
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
  const pointing = words[at]?.points ?? null;
  // "is to resume", "set to leave"
  if (pointing === "to") return BOUND.has(words[at - 1]?.text ?? "") ? "future" : null;
  // "to be aired", "will be aired"
  if (pointing === "ed") return words[at - 1]?.text === "be" ? "future" : "past";
  return pointing;
}
