// How well segments are found on articles held back from training: exact spans, content and each label.
import { bestSegments, LABELS, type Segment, type SegmentWeights } from "../../../src/language/quotes/tagger.ts";
import type { Example } from "./examples.ts";

/** One line: precision/recall/F1 of all contents, then of each label. */
export function held(examples: readonly Example[], weights: SegmentWeights): string {
  const counts = [...LABELS, "content"].map(() => ({ right: 0, found: 0, gold: 0 }));
  const tally = (segment: Segment, add: (count: { right: number; found: number; gold: number }) => void): void => {
    add(counts[segment.label]!);
    if (segment.label >= 2) add(counts[LABELS.length]!);
  };
  const key = ({ from, to, label }: Segment): string => `${Math.min(label, 2)}:${from}-${to}`;
  for (const { view, gold } of examples) {
    const expected = new Set(gold.map(key));
    for (const segment of gold) tally(segment, (count) => count.gold++);
    for (const segment of bestSegments(view, weights)) {
      tally(segment, (count) => {
        count.found++;
        if (expected.has(key(segment))) count.right++;
      });
    }
  }
  return [...LABELS, "content"]
    .map((name, index) => {
      const { right, found, gold } = counts[index]!;
      const shares = [right / found, right / gold, (2 * right) / (found + gold)];
      return `${name} ${shares.map((share) => (100 * share).toFixed(1)).join("/")}`;
    })
    .reverse()
    .join("  ");
}
