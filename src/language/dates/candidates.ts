// Which rules are worth trying at a word: most words of a text begin no time expression and are passed over at once.
import {
  DAY_PARTS,
  DECADES,
  HOLIDAYS,
  MONTHS,
  NUMBERS,
  ORDINALS,
  SEASONS,
  TIME_ZONES,
  UNITS,
  WEEKDAYS,
} from "../lexicon/calendar.ts";
import type { Found, Piece } from "./found.ts";
import type { Next } from "./pattern.ts";
import { PREFIX_STARTS } from "./prefixes.ts";
import { RULES, type Rule } from "./rules.ts";
import type { Word } from "./words.ts";

/** Words that can begin a piece, besides digits. */
const BEGINNERS = new Set(
  [MONTHS, WEEKDAYS, UNITS, NUMBERS, ORDINALS, DECADES, SEASONS, DAY_PARTS].flatMap((table) => [...table.keys()]),
);
for (const name of HOLIDAYS.keys()) BEGINNERS.add(name.split(/[ ']/)[0] ?? "");
for (const word of TIME_ZONES) BEGINNERS.add(word);
for (const word of "a an half several few many some couple noon midnight '".split(" ")) BEGINNERS.add(word);

/** Rules that can begin with one word: whatever follows, by the word that follows, and when a piece may follow. */
interface Known {
  readonly anyway: Rule[];
  readonly byNext: Map<string, Rule[]>;
  readonly beforePiece: Rule[];
  readonly beginsPiece: boolean;
  readonly beginsPrefix: boolean;
}

const KNOWN: ReadonlyMap<string, Known> = new Map(
  [
    ...BEGINNERS,
    ...PREFIX_STARTS,
    ...RULES.flatMap((rule) => rule.pattern.beginnings.map(({ word }) => word ?? "")),
  ].map((word) => [word, knownAs(word)] as const),
);

function knownAs(word: string): Known {
  const anyway: Rule[] = [];
  const byNext = new Map<string, Rule[]>();
  const beforePiece: Rule[] = [];
  for (const rule of RULES) {
    for (const beginning of rule.pattern.beginnings.filter((each) => each.word === word)) {
      if (beginning.next === null) anyway.push(rule);
      if (beginning.next?.hasPiece) beforePiece.push(rule);
      for (const next of beginning.next?.words ?? []) byNext.set(next, [...(byNext.get(next) ?? []), rule]);
    }
  }
  return { anyway, byNext, beforePiece, beginsPiece: BEGINNERS.has(word), beginsPrefix: PREFIX_STARTS.has(word) };
}

const DIGITS: Known = { anyway: [], byNext: new Map(), beforePiece: [], beginsPiece: true, beginsPrefix: false };

/** Rules that can begin with a piece, by the piece. */
const BY_PIECE = new Map<Piece, { readonly rule: Rule; readonly next: Next | null }[]>();
for (const rule of RULES) {
  for (const { piece, next } of rule.pattern.beginnings) {
    if (piece !== null) BY_PIECE.set(piece, [...(BY_PIECE.get(piece) ?? []), { rule, next }]);
  }
}

function known(word: Word | undefined): Known | undefined {
  if (word === undefined) return undefined;
  const code = word.text.charCodeAt(0);
  return code >= 48 && code <= 57 ? DIGITS : KNOWN.get(word.text);
}

/** May an expression begin here? */
export function mayBegin(word: Word | undefined): boolean {
  return known(word) !== undefined;
}

/** Calls `attempt` with every rule that may match at a word. */
export function forCandidates(words: readonly Word[], at: number, attempt: (rule: Rule) => void): void {
  const found = known(words[at]);
  if (found === undefined) return;
  const next = words[at + 1];
  for (const rule of found.anyway) attempt(rule);
  for (const rule of found.byNext.get(next?.text ?? "") ?? []) attempt(rule);
  if (found.beforePiece.length > 0 && known(next)?.beginsPiece) for (const rule of found.beforePiece) attempt(rule);
  if (!found.beginsPiece) return;
  for (const [piece, entries] of BY_PIECE) {
    const end = piece(words, at, SCRATCH);
    if (end === 0) continue;
    const after = words[end]?.text ?? "";
    const beginsPiece = known(words[end])?.beginsPiece ?? false;
    for (const { rule, next } of entries) {
      if (next === null || next.words.has(after) || (next.hasPiece && beginsPiece)) attempt(rule);
    }
  }
}

/** Written to by pieces that are only asked whether they stand here. */
const SCRATCH: Found = { choice: [] };
