// Which rules are worth trying at a word: most words of a text begin no time expression and are passed over at once.
import {
  DAY_PARTS,
  DECADES,
  HOLIDAYS,
  MONTHS,
  NUMBERS,
  ORDINALS,
  SEASONS,
  UNITS,
  WEEKDAYS,
} from "../lexicon/calendar.ts";
import type { Found, Piece } from "./pieces.ts";
import { PREFIX_STARTS } from "./prefixes.ts";
import { RULES, type Rule } from "./rules.ts";
import type { Word } from "./words.ts";

/** Words that can begin a piece, besides digits. */
const BEGINNERS = new Set(
  [MONTHS, WEEKDAYS, UNITS, NUMBERS, ORDINALS, DECADES, SEASONS, DAY_PARTS].flatMap((table) => [...table.keys()]),
);
for (const name of HOLIDAYS.keys()) BEGINNERS.add(name.split(/[ ']/)[0] ?? "");
for (const word of "a an half several few many some couple noon midnight '".split(" ")) BEGINNERS.add(word);

interface Known {
  /** Rules that can begin with this very word: all of them, and those that need no second word. */
  readonly rules: readonly Rule[];
  readonly short: readonly Rule[];
  readonly beginsPiece: boolean;
  readonly beginsPrefix: boolean;
}

const KNOWN: ReadonlyMap<string, Known> = new Map(
  [...BEGINNERS, ...PREFIX_STARTS, ...RULES.flatMap((rule) => rule.pattern.plain)].map((word) => {
    const rules = RULES.filter((rule) => rule.pattern.firstWords.includes(word));
    return [
      word,
      {
        rules,
        short: rules.filter((rule) => !rule.pattern.isLong),
        beginsPiece: BEGINNERS.has(word),
        beginsPrefix: PREFIX_STARTS.has(word),
      },
    ] as const;
  }),
);

const DIGITS: Known = { rules: [], short: [], beginsPiece: true, beginsPrefix: false };

const BY_PIECE: readonly { readonly piece: Piece; readonly rules: readonly Rule[] }[] = [
  ...new Set(RULES.flatMap((rule) => rule.pattern.firstPieces)),
].map((piece) => ({ piece, rules: RULES.filter((rule) => rule.pattern.firstPieces.includes(piece)) }));

function known(word: Word | undefined): Known | undefined {
  if (word === undefined) return undefined;
  const code = word.text.charCodeAt(0);
  return code >= 48 && code <= 57 ? DIGITS : KNOWN.get(word.text);
}

/** May an expression begin here? */
export function mayBegin(word: Word | undefined): boolean {
  const found = known(word);
  return found !== undefined && (found.rules.length > 0 || found.beginsPiece || found.beginsPrefix);
}

/** Calls `attempt` with every rule that may match at a word. */
export function forCandidates(words: readonly Word[], at: number, attempt: (rule: Rule) => void): void {
  const found = known(words[at]);
  if (found === undefined) return;
  for (const rule of known(words[at + 1]) === undefined ? found.short : found.rules) attempt(rule);
  if (!found.beginsPiece) return;
  for (const { piece, rules } of BY_PIECE) {
    if (piece(words, at, SCRATCH) > 0) for (const rule of rules) attempt(rule);
  }
}

/** Written to by pieces that are only asked whether they stand here. */
const SCRATCH: Found = { choice: [] };
