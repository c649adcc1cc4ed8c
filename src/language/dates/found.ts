// What one match of a pattern holds, and what reads a piece of it.
import type { Holiday, Unit } from "../lexicon/calendar.ts";
import type { Word } from "./words.ts";

/** What the pieces of one match hold; a second piece of the same kind is not kept. */
export interface Found {
  month?: number;
  weekday?: number;
  day?: number;
  year?: number;
  /** A count; null when vague ("several"). */
  number?: number | null;
  unit?: Unit & { readonly name: string };
  season?: string;
  part?: string;
  clock?: string;
  ordinal?: number;
  decade?: number;
  holiday?: Holiday;
  iso?: string;
  /** What stood where a pattern gives a choice of plain words, in order. */
  choice: string[];
}

/** Reads one piece at `words[at]`: the place after it, or 0 when it is not there. */
export type Piece = (words: readonly Word[], at: number, found: Found) => number;
