// Words before a time expression that belong to it: "early", "the end of", "nearly".
import type { TimeType } from "./rules.ts";
import type { Word } from "./words.ts";

const DATES: ReadonlySet<TimeType> = new Set(["DATE", "TIME"]);
const COUNTS: ReadonlySet<TimeType> = new Set(["DURATION", "DATE", "SET"]);

/** Each row: words, and the expressions they may stand before. */
const ROWS: readonly (readonly [string, ReadonlySet<TimeType>])[] = [
  ["early", DATES],
  ["earlier", DATES],
  ["late", DATES],
  ["later", DATES],
  ["mid", DATES],
  ["the early", DATES],
  ["the late", DATES],
  ["the mid", DATES],
  ["the end of", DATES],
  ["the beginning of", DATES],
  ["the start of", DATES],
  ["the middle of", DATES],
  ["sometime", DATES],
  ["about", COUNTS],
  ["around", COUNTS],
  ["almost", COUNTS],
  ["nearly", COUNTS],
  ["roughly", COUNTS],
  ["approximately", COUNTS],
  ["over", COUNTS],
  ["some", COUNTS],
  ["more than", COUNTS],
  ["less than", COUNTS],
  ["no more than", COUNTS],
  ["no less than", COUNTS],
  ["at least", COUNTS],
  ["at most", COUNTS],
  ["up to", COUNTS],
];

/** Before "the" these are prepositions. */
const LOOSE = new Set(["about", "around", "over", "some"]);

const BY_FIRST = Map.groupBy(
  ROWS.map(([words, types]) => ({ words: words.split(" "), types })),
  (row) => row.words[0] ?? "",
);

/** Words a prefix can begin with. */
export const PREFIX_STARTS: ReadonlySet<string> = new Set(BY_FIRST.keys());

/** The longest prefix at a word, and where it ends. */
export function prefixAt(words: readonly Word[], at: number): { end: number; types: ReadonlySet<TimeType> } | null {
  let best: { end: number; types: ReadonlySet<TimeType> } | null = null;
  for (const row of BY_FIRST.get(words[at]?.text ?? "") ?? []) {
    const end = at + row.words.length;
    if (end <= (best?.end ?? at)) continue;
    if (row.words.every((word, index) => words[at + index]?.text === word) && words[end]?.before !== "break") {
      if (LOOSE.has(row.words[0] ?? "") && words[end]?.text === "the") continue;
      best = { end, types: row.types };
    }
  }
  return best;
}
