// Which words each piece can begin with, so that a piece is asked only where it may stand.
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
import type { Piece } from "./found.ts";
import { PIECES } from "./pieces.ts";

/** Stands for every word that begins with a digit. */
const DIGIT = "0";

const numbers = [DIGIT, ...NUMBERS.keys()];
const days = [...numbers, ...ORDINALS.keys()];
const months = [...MONTHS.keys()];
const weekdays = [...WEEKDAYS.keys()];

const FIRST: Readonly<Record<string, readonly string[]>> = {
  MONTH: months,
  MONTHALONE: months,
  WEEKDAY: weekdays,
  WEEKDAYALONE: weekdays,
  DAYNAME: weekdays,
  DAY: days,
  ORDINAL: days,
  YEAR: numbers,
  NUMBER: [..."a an half couple several few many some numerous various".split(" "), ...numbers],
  UNIT: [...UNITS.keys()],
  DECADE: [DIGIT, "'", ...DECADES.keys()],
  CLOCK: ["noon", "midnight", ...numbers],
  HOLIDAY: [...HOLIDAYS.keys()].map((name) => name.split(/[ ']/)[0] ?? ""),
  ISO: [DIGIT],
  ZONE: [...TIME_ZONES],
  OF: ["'"],
  SEASON: [...SEASONS.keys()],
  PART: [...DAY_PARTS.keys()],
};

const BY_PIECE: ReadonlyMap<Piece, ReadonlySet<string>> = new Map(
  Object.entries(PIECES).map(([name, piece]) => {
    const words = FIRST[name];
    if (words === undefined) throw new Error(`It is not told what ${name} can begin with.`);
    return [piece, new Set(words)] as const;
  }),
);

/** Vague numbers at which no expression is looked for, though a piece reads them. */
const NEVER_FIRST = ["numerous", "various"];

/** Words at which a piece is looked for, besides digits. */
export const BEGINNERS: ReadonlySet<string> = new Set(
  Object.values(FIRST)
    .flat()
    .filter((word) => word !== DIGIT && !NEVER_FIRST.includes(word)),
);

/** Can a piece begin with a word? */
export function canBegin(piece: Piece, word: string): boolean {
  return BY_PIECE.get(piece)?.has(/^\d/.test(word) ? DIGIT : word) ?? false;
}
