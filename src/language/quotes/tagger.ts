// Cuts a run of units into segments (source, cue, content) by a semi-Markov model: the best-scoring cut is found by
// dynamic programming over segments (Sarawagi and Cohen 2004), so that a segment is judged as a whole.
import { CLASS } from "../lexicon/classes.ts";
import { endRows, MOST_ROWS, segmentRows, startRows, unitRows } from "./features.ts";
import { PAD, type View } from "./view.ts";

/** `after` and `before` are content by the side of its cue; `apart` has its cue in another sentence. */
export const LABELS = ["source", "cue", "after", "before", "apart"] as const;
export type Label = 0 | 1 | 2 | 3 | 4;
const COUNT = LABELS.length;
const NONE = COUNT;
/** The last label, the one before it, and whether units outside any segment came since. */
const STATES = (COUNT + 1) * (COUNT + 1) * 2;
const LONGEST_CONTENT = 90;
const LONGEST = [40, 12, LONGEST_CONTENT, LONGEST_CONTENT, LONGEST_CONTENT];
const FAR = -1e15;

export interface Segment {
  readonly from: number;
  /** The last unit, included. */
  readonly to: number;
  readonly label: Label;
}

/** Weights of the segment model. `rows` has COUNT values a row; its number of rows is a power of two. */
export interface SegmentWeights {
  readonly rows: Float32Array | Int8Array;
  /** For each state, COUNT labels, then staying outside, then ending the run. */
  readonly steps: Float32Array;
}

export const STEP_COUNT = STATES * (COUNT + 2);
export const LABEL_COUNT = COUNT;

export function stateOf(before: number, last: number, gap: number): number {
  return (before * (COUNT + 1) + last) * 2 + gap;
}
export const FIRST_STATE: number = stateOf(NONE, NONE, 0);

/** Added to scores while training: what a unit costs when it gets this label. */
export type Cost = (at: number, label: number) => number;

/** The best cut of a run into segments. Time: length × longest segment. */
export function bestSegments(view: View, weights: SegmentWeights, cost?: Cost): Segment[] {
  const scores = scoreUnits(view, weights, cost);
  return search(view, weights, scores);
}

interface Scores {
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Sums over units before, a label each. */
  readonly inside: Float64Array;
  /** Sums of the cost of staying outside. */
  readonly outside: Float64Array;
}

const rowsHeld = new Int32Array(MOST_ROWS);

function addRows(table: Float32Array | Int8Array, count: number, into: Float64Array, at: number): void {
  const mask = table.length / COUNT - 1;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  for (let index = 0; index < count; index++) {
    const row = (rowsHeld[index]! & mask) * COUNT;
    s0 += table[row]!;
    s1 += table[row + 1]!;
    s2 += table[row + 2]!;
    s3 += table[row + 3]!;
    s4 += table[row + 4]!;
  }
  into[at] = s0;
  into[at + 1] = s1;
  into[at + 2] = s2;
  into[at + 3] = s3;
  into[at + 4] = s4;
}

function scoreUnits(view: View, weights: SegmentWeights, cost: Cost | undefined): Scores {
  const n = view.length;
  const start = new Float64Array(n * COUNT);
  const end = new Float64Array(n * COUNT);
  const inside = new Float64Array((n + 1) * COUNT);
  const outside = new Float64Array(n + 1);
  const one = new Float64Array(COUNT);
  for (let at = 0; at < n; at++) {
    addRows(weights.rows, unitRows(view, at, rowsHeld), one, 0);
    for (let label = 0; label < COUNT; label++) {
      inside[(at + 1) * COUNT + label] = inside[at * COUNT + label]! + one[label]! + (cost ? cost(at, label) : 0);
    }
    outside[at + 1] = outside[at]! + (cost ? cost(at, NONE) : 0);
    addRows(weights.rows, startRows(view, at, rowsHeld), start, at * COUNT);
    addRows(weights.rows, endRows(view, at, rowsHeld), end, at * COUNT);
  }
  return { start, end, inside, outside };
}

function search(view: View, weights: SegmentWeights, scores: Scores): Segment[] {
  const n = view.length;
  const width = COUNT + 2;
  const { rows, steps } = weights;
  const whole = new Float64Array(COUNT);
  const best = new Float64Array((n + 1) * STATES).fill(FAR);
  const fromState = new Int16Array((n + 1) * STATES);
  const fromUnit = new Int32Array((n + 1) * STATES);
  // enter[at][label][last]: the best way to begin a segment of this label at this unit after a segment of label `last`.
  const enter = new Float64Array(n * COUNT * (COUNT + 1)).fill(FAR);
  const enterState = new Int16Array(n * COUNT * (COUNT + 1));
  best[FIRST_STATE] = 0;
  for (let at = 0; at <= n; at++) {
    if (at > 0) closeSegments(at);
    if (at === n) break;
    leaveStates(at);
  }
  let state = FIRST_STATE;
  let top = FAR * 2;
  for (let each = 0; each < STATES; each++) {
    const score = best[n * STATES + each]! + steps[each * width + COUNT + 1]!;
    if (score > top) {
      top = score;
      state = each;
    }
  }
  return trace(state);

  /** Ends every segment that may end with unit at - 1. */
  function closeSegments(at: number): void {
    if (view.kind[at - 1 + PAD] === CLASS.comma) return;
    for (let from = at - 1; from >= Math.max(0, at - LONGEST_CONTENT); from--) {
      const length = at - from;
      const first = view.kind[from + PAD]!;
      if (first === CLASS.comma || first === CLASS.dot) continue;
      addRows(rows, segmentRows(view, from, at - 1, rowsHeld), whole, 0);
      for (let label = 0; label < COUNT; label++) {
        if (length > LONGEST[label]!) continue;
        const slot = (from * COUNT + label) * (COUNT + 1);
        const score =
          whole[label]! +
          scores.start[from * COUNT + label]! +
          scores.end[(at - 1) * COUNT + label]! +
          scores.inside[at * COUNT + label]! -
          scores.inside[from * COUNT + label]!;
        for (let last = 0; last <= COUNT; last++) {
          const total = enter[slot + last]! + score;
          const to = at * STATES + stateOf(last, label, 0);
          if (total > best[to]!) {
            best[to] = total;
            fromState[to] = enterState[slot + last]!;
            fromUnit[to] = from;
          }
        }
      }
    }
  }

  /** From every state reached at this unit: stay outside for one unit, or begin a segment. */
  function leaveStates(at: number): void {
    const skip = scores.outside[at + 1]! - scores.outside[at]!;
    for (let state = 0; state < STATES; state++) {
      const score = best[at * STATES + state]!;
      if (score <= FAR) continue;
      const last = (state >> 1) % (COUNT + 1);
      const gapped = (at + 1) * STATES + (state | 1);
      const out = score + steps[state * width + COUNT]! + skip;
      if (out > best[gapped]!) {
        best[gapped] = out;
        fromState[gapped] = state;
        fromUnit[gapped] = -1;
      }
      for (let label = 0; label < COUNT; label++) {
        const slot = (at * COUNT + label) * (COUNT + 1) + last;
        const total = score + steps[state * width + label]!;
        if (total > enter[slot]!) {
          enter[slot] = total;
          enterState[slot] = state;
        }
      }
    }
  }

  function trace(lastState: number): Segment[] {
    const segments: Segment[] = [];
    let at = n;
    let state = lastState;
    while (at > 0) {
      const slot = at * STATES + state;
      const from = fromUnit[slot]!;
      if (from < 0) at--;
      else {
        segments.push({ from, to: at - 1, label: ((state >> 1) % (COUNT + 1)) as Label });
        at = from;
      }
      state = fromState[slot]!;
    }
    return segments.reverse();
  }
}
