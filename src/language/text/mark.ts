// Reads single quotation marks: which characters are one, and whether each opens or closes.
// Direction comes from the white space around a mark before it comes from the character: writers get the curl wrong
// far more often than the space.
import type { Span } from "../../model/text.ts";
import { isSpace } from "./paragraphs.ts";

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
const CODES: ReadonlySet<number> = new Set([...ALL, ","].map((mark) => mark.charCodeAt(0)));

/** The quotation marks of one paragraph, in order; apostrophes, inches and minutes are left out. */
export function marksIn(text: string, [start, end]: Span): Mark[] {
  const marks: Mark[] = [];
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!CODES.has(code)) continue;
    const length = widthAt(text, at, end);
    if (length === 0) continue;
    const mark = readMark(text, at, length, start, end);
    if (mark) marks.push(mark);
    at += length - 1;
  }
  return marks;
}

/** How many characters make one mark here: '' and `` and ,, are one; 0 for an ordinary comma. */
function widthAt(text: string, at: number, end: number): number {
  const char = text[at]!;
  const twin = at + 1 < end && text[at + 1] === char;
  if (char === ",") return twin && at + 2 < end && /[\p{L}\p{N}]/u.test(text[at + 2]!) ? 2 : 0;
  return twin && "'’‘`´‚".includes(char) ? 2 : 1;
}

function readMark(text: string, at: number, length: number, start: number, end: number): Mark | null {
  const char = text[at]!;
  const single = length === 1 && "‘’'`´‹›‚‛".includes(char);
  const before = outside(text, at - 1, -1, start, end);
  const after = outside(text, at + length, 1, start, end);
  const mayOpen = before === "" || BEFORE_OPENING.includes(before);
  const mayClose = after === "" || AFTER_CLOSING.includes(after);
  const base = { at, length, single, doubtful: false };
  if (char === '"' && isDigit(text[at - 1]) && /\d['’′]\d{1,2}$/.test(text.slice(Math.max(start, at - 5), at)))
    return null;
  if (mayOpen && !mayClose) {
    if (single && ELISION.test(text.slice(at + 1, at + 10))) return null;
    return { ...base, turn: "open" };
  }
  if (mayClose && !mayOpen) {
    const letterBefore = /[\p{L}\p{N}]/u.test(before);
    return { ...base, turn: "close", doubtful: single && letterBefore && spaceAt(text, at + 1, end) };
  }
  if (single) return null;
  if (OPENING.includes(char) || char === ",") return { ...base, turn: "open" };
  if (CLOSING.includes(char) && length === 1) return { ...base, turn: "close" };
  return { ...base, turn: "either" };
}

/** The nearest character that is no quotation mark; "" for white space and for the paragraph's edge. */
function outside(text: string, from: number, step: 1 | -1, start: number, end: number): string {
  let at = from;
  for (let tries = 0; tries < 4 && at >= start && at < end && ALL.includes(text[at]!); tries++) at += step;
  return at < start || at >= end || isSpace(text.charCodeAt(at)) ? "" : text[at]!;
}

function spaceAt(text: string, at: number, end: number): boolean {
  return at < end && isSpace(text.charCodeAt(at));
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= "0" && char <= "9";
}
