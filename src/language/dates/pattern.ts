// The little language rules are written in: plain words, choices with "|", pieces in capitals, "?" for what may be absent.
import type { Found, Piece } from "./found.ts";
import { PIECES } from "./pieces.ts";
import type { Word } from "./words.ts";

interface Element {
  readonly optional: boolean;
  readonly read: Piece;
  /** Plain words it may be; null for a piece. */
  readonly words: readonly string[] | null;
}

/** How a pattern can begin: with a plain word or a piece, and what must come next; null when nothing must. */
export interface Beginning {
  readonly word: string | null;
  readonly piece: Piece | null;
  readonly next: Next | null;
}

/** What can stand at one place: these words, or some piece. */
export interface Next {
  readonly words: ReadonlySet<string>;
  readonly hasPiece: boolean;
}

export interface Pattern {
  readonly elements: readonly Element[];
  readonly beginnings: readonly Beginning[];
}

export interface Matched {
  readonly end: number;
  readonly found: Found;
}

/** Compiles "last|this|next UNIT". Throws for a piece nobody defined. */
export function compile(source: string): Pattern {
  const elements = source.split(" ").map(element);
  const beginnings: Beginning[] = [];
  for (const [index, each] of elements.entries()) {
    const next = nextAfter(elements, index + 1);
    if (each.words === null) beginnings.push({ word: null, piece: each.read, next });
    for (const word of each.words ?? []) beginnings.push({ word, piece: null, next });
    if (!each.optional) break;
  }
  return { elements, beginnings };
}

function nextAfter(elements: readonly Element[], from: number): Next | null {
  const words = new Set<string>();
  let hasPiece = false;
  for (const each of elements.slice(from)) {
    for (const word of each.words ?? []) words.add(word);
    hasPiece ||= each.words === null;
    if (!each.optional) return { words, hasPiece };
  }
  return null;
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

/** Matches a pattern at `words[at]`, longest first; null when it does not. The pattern's length bounds the work. */
export function match(pattern: Pattern, words: readonly Word[], at: number): Matched | null {
  const path: number[] = [];
  const end = walk(pattern.elements, 0, words, at, at, path);
  if (end <= at) return null;
  const found: Found = { choice: [] };
  pattern.elements.forEach((each, index) => {
    const place = path[index];
    if (place !== undefined && place >= 0) each.read(words, place, found);
  });
  return { end, found };
}

/** Written to while it is not known yet whether a pattern matches, and never read. */
const SCRATCH: Found = { choice: [] };

/** Where the elements from `index` on end, or 0; `path` holds where each element stands, -1 for one left out. */
function walk(
  elements: readonly Element[],
  index: number,
  words: readonly Word[],
  start: number,
  at: number,
  path: number[],
): number {
  const each = elements[index];
  if (each === undefined) return at;
  if (at < words.length && (at === start || words[at]?.before !== "break")) {
    const end = stands(each, words, at);
    if (end > at) {
      path[index] = at;
      const rest = walk(elements, index + 1, words, start, end, path);
      if (rest > 0) return rest;
    }
  }
  path[index] = -1;
  return each.optional ? walk(elements, index + 1, words, start, at, path) : 0;
}

/** Where one element ends that stands at `at`, without a break inside it; 0 when it does not. */
function stands(each: Element, words: readonly Word[], at: number): number {
  if (each.words !== null) return each.words.includes(words[at]?.text ?? "") ? at + 1 : 0;
  const end = each.read(words, at, SCRATCH);
  for (let inner = at + 1; inner < end; inner++) if (words[inner]?.before === "break") return 0;
  return end;
}
