// A whole page saved as text, menus and all: a trained scorer finds the article's stretch among hundreds of lines.

import { drop, type MarkedLine } from "../lines/marked.ts";
import { bodyLines, type LineWeights } from "../lines/scorer.ts";
import { isTerminated, wordCount } from "../lines/shape.ts";
import trained from "../lines/weights/lines.json" with { type: "json" };

const WEIGHTS: LineWeights = trained;

/** For each line of the text, whether the scorer takes it for body. */
export type Stretch = readonly [start: number, inside: readonly boolean[]];

/** Menus show: many short lines that end no sentence. A text saved with care has few, and the line rules suffice. */
export function isWholePage(lines: readonly MarkedLine[]): boolean {
  const short = lines.filter((line) => !isTerminated(line.text) && wordCount(line.text) <= 12).length;
  return short >= 15 && short > lines.length * 0.45;
}

export function articleStretch(lines: readonly MarkedLine[]): Stretch | null {
  const inside = bodyLines(
    lines.map((line) => line.text),
    WEIGHTS,
  );
  const start = inside.indexOf(true);
  return start < 0 ? null : [start, inside];
}

export function markOutside(lines: MarkedLine[], [, inside]: Stretch): void {
  for (const [i, line] of lines.entries()) if (inside[i] === false) drop(line, "outside the article");
}
