// Looking spans up by place, however many there are.
import type { Span } from "../../model/text.ts";

/** The index of the span that begins last at or before a place; -1 when none does. `spans` in order. */
export function lastFrom(spans: readonly Span[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]![0] <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The same, but the first one's where none begins so early. */
export function spanAt(spans: readonly Span[], place: number): number {
  return Math.max(0, lastFrom(spans, place));
}

const NOWHERE: Span = [0, 0];

/** The sentence that begins last at or before a place; the first one where none does. `sentences` in order. */
export function sentenceAround(sentences: readonly Span[], place: number): Span {
  return sentences[spanAt(sentences, place)] ?? NOWHERE;
}
