// Quoted stretches as gaps in a text: what stands in them tells nothing of when the words were said.
import type { Span } from "../../model/text.ts";
import { lastFrom, spanAt } from "../text/spans.ts";

/** Spans in order, those that touch made one. */
export function merged(spans: readonly Span[]): Span[] {
  const out: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

const NEAR = 20;

/** The items around a place, at most twenty each side: however long a sentence, what is far away in it does not count. */
export function around<T>(items: readonly T[], place: number, startOf: (item: T) => number): readonly T[] {
  if (items.length <= 2 * NEAR) return items;
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(items[middle]!) <= place) low = middle + 1;
    else high = middle;
  }
  const at = low;
  return items.slice(Math.max(0, at - NEAR), at + NEAR);
}

/** Does a gap cover the span? */
export function covers(gaps: readonly Span[], [start, end]: Span): boolean {
  const gap = gaps[lastFrom(gaps, start)];
  return gap !== undefined && gap[0] <= start && end <= gap[1];
}

const MOST = 600;

/** The text between two places with the gaps left out, at most so many characters of it. */
export function outside(text: string, from: number, until: number, gaps: readonly Span[]): string {
  let kept = "";
  let at = from;
  for (let index = spanAt(gaps, from); index < gaps.length && kept.length < MOST; index++) {
    const [start, end] = gaps[index]!;
    if (end <= at) continue;
    if (start >= until) break;
    if (start > at) kept += text.slice(at, Math.min(start, at + MOST));
    kept += " ";
    at = end;
  }
  if (at < until) kept += text.slice(at, Math.min(until, at + MOST));
  return kept.slice(0, MOST);
}
