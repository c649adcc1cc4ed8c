// A word as the date reader sees it.
import type { Pointing } from "./pointing.ts";

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands before it: nothing, a hyphen, blanks, or the end of a paragraph or another mark ("break"). */
  readonly before: "none" | "hyphen" | "space" | "break";
  readonly capital: boolean;
  /** What may begin with it, as a row of the table in candidates.ts; 0 when nothing does. */
  readonly begins: number;
  readonly points: Pointing;
}
