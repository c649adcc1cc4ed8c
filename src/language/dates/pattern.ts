// The little language rules are written in: plain words, choices with "|", pieces in capitals, "?" for what may be absent.
import { type Found, PIECES, type Piece } from "./pieces.ts";
import type { Word } from "./words.ts";

interface Element {
  readonly optional: boolean;
  readonly read: Piece;
  /** Plain words it may be; null for a piece. */
  readonly words: readonly string[] | null;
}

export interface Pattern {
  readonly elements: readonly Element[];
  /** Plain words and pieces a match can begin with. */
  readonly firstWords: readonly string[];
  readonly firstPieces: readonly Piece[];
}

export interface Matched {
  readonly end: number;
  readonly found: Found;
}

/** Compiles "last|this|next UNIT". Throws for a piece nobody defined. */
export function compile(source: string): Pattern {
  const elements = source.split(" ").map(element);
  const must = elements.findIndex((each) => !each.optional);
  const firsts = elements.slice(0, must + 1);
  return {
    elements,
    firstWords: firsts.flatMap((each) => each.words ?? []),
    firstPieces: firsts.flatMap((each) => (each.words === null ? [each.read] : [])),
  };
}

function element(source: string): Element {
  const optional = source.endsWith("?");
  const name = optional ? source.slice(0, -1) : source;
  if (/^[A-Z]+$/.test(name)) {
    const read = PIECES[name];
    if (read === undefined) throw new Error(`No piece is called ${name}.`);
    return { optional, read, words: null };
  }
  const words = name.split("|");
  const read: Piece = (all, at, found) => {
    const word = all[at]?.text ?? "";
    if (!words.includes(word)) return 0;
    if (words.length > 1) found.choice.push(word);
    return at + 1;
  };
  return { optional, read, words };
}

/** Matches a pattern at `words[at]`, longest first. The pattern's length bounds the work. */
export function match(pattern: Pattern, words: readonly Word[], at: number): Matched | null {
  return from(pattern.elements, 0, words, at, at, { choice: [] });
}

function from(
  elements: readonly Element[],
  index: number,
  words: readonly Word[],
  start: number,
  at: number,
  found: Found,
): Matched | null {
  const each = elements[index];
  if (each === undefined) return at > start ? { end: at, found } : null;
  const whole = at === start || (words[at] !== undefined && words[at].before !== "break");
  if (whole && at < words.length) {
    const tried: Found = { ...found, choice: [...found.choice] };
    const end = each.read(words, at, tried);
    if (end > at && unbroken(words, at, end)) {
      const rest = from(elements, index + 1, words, start, end, tried);
      if (rest !== null) return rest;
    }
  }
  return each.optional ? from(elements, index + 1, words, start, at, found) : null;
}

function unbroken(words: readonly Word[], start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (words[at]?.before === "break") return false;
  return true;
}
