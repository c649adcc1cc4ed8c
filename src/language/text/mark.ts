// Reads single quotation marks: which characters are one, and whether each opens or closes.
// Direction comes from the white space around a mark before it comes from the character: writers get the curl wrong
// far more often than the space.
import type { Span } from "../../model/text.ts";
import { isSpace } from "./paragraphs.ts";
import type { Script } from "./script.ts";

export interface Mark {
  readonly at: number;
  readonly length: number;
  readonly single: boolean;
  /** `either`: a straight mark with space, or none, on both sides; it closes what is open, else opens. */
  readonly turn: "open" | "close" | "either";
  /** A closing single mark that could as well be the apostrophe of a plural ("the workers’ day"). */
  readonly doubtful: boolean;
}

const OPENING = "“„«‹‘‚`";
const CLOSING = "”»›’´";
const ALL = `${OPENING}${CLOSING}"'‛‟`;
const BEFORE_OPENING = "([{<—–-/…";
const AFTER_CLOSING = ".,;:!?)]}>…—–-/";
const ELISION =
  /^(?:\d0s?|em|tis|twas|til|till|cause|n|bout|round|neath|cuz|cos|fore|nuff|twill|night|bye)(?![\p{L}\p{N}])/iu;

/** What a character may be, as bits in a table: a text of nothing but marks must still be read at once. */
const BIT = { mark: 1, beforeOpening: 2, afterClosing: 4, single: 8, opening: 16, closing: 32, twin: 64 } as const;
const BITS = new Uint8Array(0x10000);
for (const [chars, bit] of [
  [ALL, BIT.mark],
  [BEFORE_OPENING, BIT.beforeOpening],
  [AFTER_CLOSING, BIT.afterClosing],
  ["‘’'`´‹›‚‛", BIT.single],
  [OPENING, BIT.opening],
  [CLOSING, BIT.closing],
  ["'’‘`´‚", BIT.twin],
] as const) {
  for (const char of chars) BITS[char.charCodeAt(0)]! |= bit;
}
const COMMA = 0x2c;
const STRAIGHT = 0x22;

/** The quotation marks of one paragraph, in order; apostrophes, inches and minutes are left out. */
export function marksIn({ text, codes }: Script, [start, end]: Span): Mark[] {
  const marks: Mark[] = [];
  let heap = 0;
  for (let at = start; at < end; at++) {
    const code = codes[at]!;
    if ((BITS[code]! & BIT.mark) === 0 && code !== COMMA) continue;
    const length = widthAt(text, at, end);
    if (length === 0) continue;
    const mark = readMark(text, at, length, start, end);
    if (mark) {
      heap = follows(marks.at(-1), mark) ? heap + 1 : 1;
      // Of a heap of opening marks only the first and the last can begin or end anything.
      if (heap > 2) marks[marks.length - 1] = mark;
      else marks.push(mark);
    }
    at += length - 1;
  }
  return marks;
}

/** Do two double marks open one right after the other? */
function follows(before: Mark | undefined, mark: Mark): boolean {
  if (before === undefined || before.single || mark.single) return false;
  return before.turn === "open" && mark.turn === "open" && before.at + before.length === mark.at;
}

/** How many characters make one mark here: '' and `` and ,, are one; 0 for an ordinary comma. */
function widthAt(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  const twin = at + 1 < end && text.charCodeAt(at + 1) === code;
  if (code === COMMA) return twin && at + 2 < end && LETTER.test(text[at + 2]!) ? 2 : 0;
  return twin && (BITS[code]! & BIT.twin) !== 0 ? 2 : 1;
}
const LETTER = /[\p{L}\p{N}]/u;
const HEIGHT = /\d['’′]\d{1,2}$/;

function readMark(text: string, at: number, length: number, start: number, end: number): Mark | null {
  const code = text.charCodeAt(at);
  const bits = BITS[code]!;
  const single = length === 1 && (bits & BIT.single) !== 0;
  const before = outside(text, at - 1, -1, start, end);
  const after = outside(text, at + length, 1, start, end);
  const mayOpen = before < 0 || (BITS[before]! & BIT.beforeOpening) !== 0;
  const mayClose = after < 0 || (BITS[after]! & BIT.afterClosing) !== 0;
  if (code === STRAIGHT && isDigit(text.charCodeAt(at - 1)) && HEIGHT.test(text.slice(Math.max(start, at - 5), at)))
    return null;
  if (mayOpen && !mayClose) {
    if (single && ELISION.test(text.slice(at + 1, at + 10))) return null;
    return { at, length, single, turn: "open", doubtful: false };
  }
  if (mayClose && !mayOpen) {
    const doubtful = single && LETTER.test(String.fromCharCode(before)) && spaceAt(text, at + 1, end);
    return { at, length, single, turn: "close", doubtful };
  }
  if (single) return null;
  return { at, length, single, turn: undecided(text, at, length, start, end), doubtful: false };
}

/** Which way a double mark turns that has white space, or none, on both sides. */
function undecided(text: string, at: number, length: number, start: number, end: number): Mark["turn"] {
  const code = text.charCodeAt(at);
  const bits = BITS[code]!;
  if ((bits & BIT.opening) !== 0 || code === COMMA) return "open";
  if ((bits & BIT.closing) === 0 || length > 1) return "either";
  // ” … and then we left,” he said: at the head of a paragraph there is nothing to close.
  return at === start && !SMALL_NEXT.test(text.slice(at + 1, Math.min(end, at + 20))) ? "open" : "close";
}
const SMALL_NEXT = /^\s*\p{Ll}/u;

/** The code of the nearest character that is no quotation mark; −1 for white space and for the paragraph's edge. */
function outside(text: string, from: number, step: 1 | -1, start: number, end: number): number {
  let at = from;
  for (let tries = 0; tries < 4 && at >= start && at < end && (BITS[text.charCodeAt(at)]! & BIT.mark) !== 0; tries++)
    at += step;
  if (at < start || at >= end) return -1;
  const code = text.charCodeAt(at);
  return isSpace(code) ? -1 : code;
}

function spaceAt(text: string, at: number, end: number): boolean {
  return at < end && isSpace(text.charCodeAt(at));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
