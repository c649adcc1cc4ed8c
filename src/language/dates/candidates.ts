// Which rules are worth trying at a word: most words of a text begin no time expression and are passed over at once.
import { BEGINNERS, canBegin } from "./beginnings.ts";
import type { Found, Piece } from "./found.ts";
import type { Next } from "./pattern.ts";
import { PREFIX_STARTS } from "./prefixes.ts";
import { RULES, type Rule } from "./rules.ts";
import type { Word } from "./words.ts";

/** A rule that can begin with a piece, and what must follow the piece. */
interface AfterPiece {
  readonly rule: Rule;
  readonly next: Next | null;
}

const AFTER_PIECE = new Map<Piece, AfterPiece[]>();
for (const rule of RULES) {
  for (const { piece, next } of rule.pattern.beginnings) {
    if (piece !== null) AFTER_PIECE.set(piece, [...(AFTER_PIECE.get(piece) ?? []), { rule, next }]);
  }
}

/** Rules that can begin with one word: whatever follows, by the word that follows, when a piece may follow, by a piece. */
interface Beginning {
  readonly anyway: readonly Rule[];
  readonly byNext: ReadonlyMap<string, readonly Rule[]>;
  readonly beforePiece: readonly Rule[];
  readonly beginsPiece: boolean;
  readonly pieces: readonly (readonly [Piece, readonly AfterPiece[]])[];
}

const FIRST_WORDS = new Set([
  ...BEGINNERS,
  ...PREFIX_STARTS,
  ...RULES.flatMap((rule) => rule.pattern.beginnings.map(({ word }) => word ?? "")),
]);

function madeFor(word: string): Beginning {
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
  const beginsPiece = BEGINNERS.has(word);
  return { anyway, byNext, beforePiece, beginsPiece, pieces: beginsPiece ? piecesFor(word) : [] };
}

function piecesFor(word: string): Beginning["pieces"] {
  return [...AFTER_PIECE].filter(([piece]) => canBegin(piece, word));
}

const DIGITS: Beginning = {
  anyway: [],
  byNext: new Map(),
  beforePiece: [],
  beginsPiece: true,
  pieces: piecesFor("0"),
};

/** Row 0 begins nothing, row 1 is that of digits. */
const BEGINNINGS: readonly (Beginning | null)[] = [null, DIGITS, ...[...FIRST_WORDS].map(madeFor)];
const ROWS: ReadonlyMap<string, number> = new Map([...FIRST_WORDS].map((word, index) => [word, index + 2]));

/** What may begin with a word, lower case, as a row of the table of beginnings; 0 when nothing does. */
export function beginningOf(word: string): number {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57 ? 1 : (ROWS.get(word) ?? 0);
}

function beginsPiece(word: Word | undefined): boolean {
  return BEGINNINGS[word?.begins ?? 0]?.beginsPiece ?? false;
}

/** Calls `attempt` with every rule that may match at a word. */
export function forCandidates(words: readonly Word[], at: number, attempt: (rule: Rule) => void): void {
  const begins = BEGINNINGS[words[at]?.begins ?? 0] ?? null;
  if (begins === null) return;
  const next = words[at + 1];
  for (const rule of begins.anyway) attempt(rule);
  if (begins.byNext.size > 0) for (const rule of begins.byNext.get(next?.text ?? "") ?? []) attempt(rule);
  if (begins.beforePiece.length > 0 && beginsPiece(next)) for (const rule of begins.beforePiece) attempt(rule);
  for (const [piece, entries] of begins.pieces) {
    const end = piece(words, at, SCRATCH);
    if (end === 0) continue;
    const after = words[end]?.text ?? "";
    const mayFollow = beginsPiece(words[end]);
    for (const { rule, next } of entries) {
      if (next === null || next.words.has(after) || (next.hasPiece && mayFollow)) attempt(rule);
    }
  }
}

/** Written to by pieces that are only asked whether they stand here. */
const SCRATCH: Found = { choice: [] };
