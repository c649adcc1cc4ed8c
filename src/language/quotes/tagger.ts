// Cuts a run of units into segments (source, cue, content) by a semi-Markov model: the best-scoring cut is found by
// dynamic programming over segments (Sarawagi and Cohen 2004), so that a segment is judged as a whole.
import { Admission } from "./admission.ts";
import { endRows, MOST_ROWS, segmentRows, startRows, unitRows } from "./features.ts";
import type { GateWeights } from "./gate.ts";
import { ROW_WIDTH, type RowTable, sumRows } from "./rows.ts";
import type { View } from "./view.ts";

/** `after` and `before` are content by the side of its cue; `apart` has its cue in another sentence. */
export const LABELS = ["source", "cue", "after", "before", "apart"] as const;
export type Label = 0 | 1 | 2 | 3 | 4;
const COUNT = LABELS.length;
const NONE = COUNT;
/**
 * What the run has told so far, which decides what may come: nothing, a source, a cue awaiting its content, content
 * awaiting its cue, that and a source, a whole quotation, that and a source. A row a memory, a column a label.
 */
const MEMORIES = 7;
const NEXT: readonly (readonly number[])[] = [
  [1, 2, 5, 3, 5],
  [1, 2, 5, 4, 5],
  [2, 2, 5, 3, 5],
  [4, 5, 5, 3, 5],
  [4, 5, 5, 4, 5],
  [6, 2, 5, 3, 5],
  [6, 2, 5, 4, 5],
];
/** The memories that a segment of each label can leave: few of them. */
const LEAVES: readonly (readonly number[])[] = LABELS.map((_, label) => [...new Set(NEXT.map((row) => row[label]!))]);
/** A memory, and whether units outside any segment came since the last segment. */
const STATES = MEMORIES * 2;
const FAR = -1e15;

export interface Segment {
  readonly from: number;
  /** The last unit, included. */
  readonly to: number;
  readonly label: Label;
}

/** Weights of the segment model. */
export interface SegmentWeights {
  readonly rows: RowTable;
  readonly gate: GateWeights;
  /** For each state, COUNT labels, then staying outside, then ending the run. */
  readonly steps: Float32Array;
}

export const LABEL_COUNT: number = ROW_WIDTH;
const STEPS = COUNT + 2;
export const STEP_COUNT: number = STATES * STEPS;

export const FIRST_STATE = 0;

/** The state after a segment; staying outside for a unit sets the lowest bit. */
export function nextState(state: number, label: number): number {
  return NEXT[state >> 1]![label]! * 2;
}

/** Added to scores while training: what a unit costs when it gets this label. */
export type Cost = (at: number, label: number) => number;

/** The best cut of a run into segments. Time: length × longest segment, of which the gate leaves a few in a hundred. */
export function bestSegments(view: View, weights: SegmentWeights, cost?: Cost): Segment[] {
  const n = view.length;
  grow(n);
  if (admission.read(view, weights.gate) === 0) return [];
  scoreUnits(view, weights.rows, cost);
  best.fill(FAR, 0, (n + 1) * STATES);
  enter.fill(FAR, 0, n * COUNT * MEMORIES);
  best[FIRST_STATE] = 0;
  for (let at = 0; at <= n; at++) {
    if (at > 0) closeSegments(view, weights.rows, at);
    if (at < n) leaveStates(weights.steps, at);
  }
  return trace(n, weights.steps);
}

// Working memory, kept between runs: a run has at most a few hundred units.
const admission = new Admission();
let room = 0;
let start = new Float64Array(0);
let end = new Float64Array(0);
/** Is a unit's row of `start` or `end` worked out? Most are never asked for. */
let hasStart = new Uint8Array(0);
let hasEnd = new Uint8Array(0);
/** Sums of each label's scores over the units before; and of the cost of staying outside. */
let inside = new Float64Array(0);
let outside = new Float64Array(0);
/** The best score of reaching a state before a unit, and how it was reached. */
let best = new Float64Array(0);
let fromState = new Int16Array(0);
let fromUnit = new Int32Array(0);
let fromLabel = new Uint8Array(0);
/** The best way to begin a segment of a label at a unit, by the memory it will leave. */
let enter = new Float64Array(0);
let enterState = new Int16Array(0);
const whole = new Float64Array(COUNT);
const held = new Int32Array(MOST_ROWS);

function grow(n: number): void {
  if (n <= room) return;
  room = Math.max(256, n);
  start = new Float64Array(room * COUNT);
  end = new Float64Array(room * COUNT);
  hasStart = new Uint8Array(room);
  hasEnd = new Uint8Array(room);
  inside = new Float64Array((room + 1) * COUNT);
  outside = new Float64Array(room + 1);
  best = new Float64Array((room + 1) * STATES);
  fromState = new Int16Array((room + 1) * STATES);
  fromUnit = new Int32Array((room + 1) * STATES);
  enter = new Float64Array(room * COUNT * MEMORIES);
  enterState = new Int16Array(room * COUNT * MEMORIES);
  fromLabel = new Uint8Array((room + 1) * STATES);
}

/** The sums over units, of those that an admitted segment may hold. */
function scoreUnits(view: View, rows: RowTable, cost: Cost | undefined): void {
  inside.fill(0, 0, COUNT);
  hasStart.fill(0, 0, view.length);
  hasEnd.fill(0, 0, view.length);
  let covered = 0;
  for (let at = 0; at < view.length; at++) {
    const slot = at * COUNT;
    outside[at] = cost ? cost(at, NONE) : 0;
    covered += admission.holds[at]!;
    if (covered === 0) {
      for (let label = 0; label < COUNT; label++) inside[slot + COUNT + label] = inside[slot + label]!;
      continue;
    }
    sumRows(rows, held, unitRows(view, at, held), inside, slot + COUNT);
    for (let label = 0; label < COUNT; label++) {
      inside[slot + COUNT + label]! += inside[slot + label]! + (cost ? cost(at, label) : 0);
    }
  }
}

/** Ends every admitted segment whose last unit is at - 1. */
function closeSegments(view: View, rows: RowTable, at: number): void {
  const to = at - 1;
  const stop = admission.upTo[at]!;
  for (let each = admission.upTo[to]!; each < stop; each++) {
    const from = admission.from[each]!;
    const bits = admission.bits[each]!;
    if (hasStart[from] === 0) {
      hasStart[from] = 1;
      sumRows(rows, held, startRows(view, from, held), start, from * COUNT);
    }
    if (hasEnd[to] === 0) {
      hasEnd[to] = 1;
      sumRows(rows, held, endRows(view, to, held), end, to * COUNT);
    }
    sumRows(rows, held, segmentRows(view, from, to, held), whole, 0);
    for (let label = 0; label < COUNT; label++) {
      if ((bits & (1 << label)) === 0) continue;
      const slot = from * COUNT + label;
      const score =
        whole[label]! + start[slot]! + end[to * COUNT + label]! + inside[at * COUNT + label]! - inside[slot]!;
      const way = slot * MEMORIES;
      const leaves = LEAVES[label]!;
      for (let each = 0; each < leaves.length; each++) {
        const memory = leaves[each]!;
        const total = enter[way + memory]! + score;
        const state = at * STATES + memory * 2;
        if (total > best[state]!) {
          best[state] = total;
          fromState[state] = enterState[way + memory]!;
          fromUnit[state] = from;
          fromLabel[state] = label;
        }
      }
    }
  }
}

/** From every state reached before a unit: leave the unit outside, or begin a segment with it. */
function leaveStates(steps: Float32Array, at: number): void {
  const skip = outside[at]!;
  const begins = admission.starts[at]!;
  for (let state = 0; state < STATES; state++) {
    const score = best[at * STATES + state]!;
    if (score <= FAR) continue;
    const gapped = (at + 1) * STATES + (state | 1);
    const out = score + steps[state * STEPS + COUNT]! + skip;
    if (out > best[gapped]!) {
      best[gapped] = out;
      fromState[gapped] = state;
      fromUnit[gapped] = -1;
    }
    if (begins === 0) continue;
    const next = NEXT[state >> 1]!;
    for (let label = 0; label < COUNT; label++) {
      if ((begins & (1 << label)) === 0) continue;
      const slot = (at * COUNT + label) * MEMORIES + next[label]!;
      const total = score + steps[state * STEPS + label]!;
      if (total > enter[slot]!) {
        enter[slot] = total;
        enterState[slot] = state;
      }
    }
  }
}

/** Walks back from the best last state. */
function trace(n: number, steps: Float32Array): Segment[] {
  let state: number = FIRST_STATE;
  let top = FAR * 2;
  for (let each = 0; each < STATES; each++) {
    const score = best[n * STATES + each]! + steps[each * STEPS + COUNT + 1]!;
    if (score > top) {
      top = score;
      state = each;
    }
  }
  const segments: Segment[] = [];
  for (let at = n; at > 0; ) {
    const slot = at * STATES + state;
    const from = fromUnit[slot]!;
    if (from >= 0) segments.push({ from, to: at - 1, label: fromLabel[slot]! as Label });
    at = from >= 0 ? from : at - 1;
    state = fromState[slot]!;
  }
  return segments.reverse();
}
