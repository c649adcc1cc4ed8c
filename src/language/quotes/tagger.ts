// Cuts a run of units into segments (source, cue, content) by a semi-Markov model: the best-scoring cut is found by
// dynamic programming over segments (Sarawagi and Cohen 2004), so that a segment is judged as a whole.
import { endRows, MOST_ROWS, segmentRows, startRows, unitRows } from "./features.ts";
import { BAR, bestCue, GATE_GROUPS, type GateWeights, gateScores } from "./gate.ts";
import type { View } from "./view.ts";

/** `after` and `before` are content by the side of its cue; `apart` has its cue in another sentence. */
export const LABELS = ["source", "cue", "after", "before", "apart"] as const;
export type Label = 0 | 1 | 2 | 3 | 4;
const COUNT = LABELS.length;
const NONE = COUNT;
/** The last label, the one before it, and whether units outside any segment came since. */
const STATES = (COUNT + 1) * (COUNT + 1) * 2;
/** How many units a segment of each label may hold. */
const LONGEST = [40, 12, 90, 90, 90];
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
  readonly gate: GateWeights;
  /** For each state, COUNT labels, then staying outside, then ending the run. */
  readonly steps: Float32Array;
}

export const LABEL_COUNT = COUNT;
const STEPS = COUNT + 2;
export const STEP_COUNT: number = STATES * STEPS;

export function stateOf(before: number, last: number, gap: number): number {
  return (before * (COUNT + 1) + last) * 2 + gap;
}
export const FIRST_STATE: number = stateOf(NONE, NONE, 0);

const lastOf = (state: number): number => (state >> 1) % (COUNT + 1);

/** Added to scores while training: what a unit costs when it gets this label. */
export type Cost = (at: number, label: number) => number;

/** The best cut of a run into segments. Time: length × longest segment, of which the gate leaves a few in a hundred. */
export function bestSegments(view: View, weights: SegmentWeights, cost?: Cost): Segment[] {
  const n = view.length;
  grow(n);
  gateScores(view, weights.gate, 0, gateStart);
  const bars = weights.gate.bars;
  if (view.quotes[n] === 0 && bestCue(gateStart, n) < bars[BAR.run]!) return [];
  gateScores(view, weights.gate, 1, gateEnd);
  scoreUnits(view, weights, cost);
  best.fill(FAR, 0, (n + 1) * STATES);
  enter.fill(FAR, 0, n * COUNT * (COUNT + 1));
  best[FIRST_STATE] = 0;
  for (let at = 0; at <= n; at++) {
    if (at > 0) closeSegments(view, weights, at);
    if (at < n) leaveStates(weights.steps, at);
  }
  return trace(n, weights.steps);
}

// Working memory, kept between runs: a run has at most a few hundred units.
let room = 0;
let gateStart = new Float64Array(0);
let gateEnd = new Float64Array(0);
let start = new Float64Array(0);
let end = new Float64Array(0);
/** Sums of each label's scores over the units before; and of the cost of staying outside. */
let inside = new Float64Array(0);
let outside = new Float64Array(0);
/** The best score of reaching a state before a unit, and how it was reached. */
let best = new Float64Array(0);
let fromState = new Int16Array(0);
let fromUnit = new Int32Array(0);
/** The best way to begin a segment of a label at a unit after a segment of each last label. */
let enter = new Float64Array(0);
let enterState = new Int16Array(0);
const whole = new Float64Array(COUNT);
const held = new Int32Array(MOST_ROWS);

function grow(n: number): void {
  if (n <= room) return;
  room = Math.max(256, n);
  gateStart = new Float64Array(room * GATE_GROUPS);
  gateEnd = new Float64Array(room * GATE_GROUPS);
  start = new Float64Array(room * COUNT);
  end = new Float64Array(room * COUNT);
  inside = new Float64Array((room + 1) * COUNT);
  outside = new Float64Array(room + 1);
  best = new Float64Array((room + 1) * STATES);
  fromState = new Int16Array((room + 1) * STATES);
  fromUnit = new Int32Array((room + 1) * STATES);
  enter = new Float64Array(room * COUNT * (COUNT + 1));
  enterState = new Int16Array(room * COUNT * (COUNT + 1));
}

function addRows(table: Float32Array | Int8Array, count: number, into: Float64Array, at: number): void {
  const mask = table.length / COUNT - 1;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  for (let index = 0; index < count; index++) {
    const row = (held[index]! & mask) * COUNT;
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

/** Does any group pass its bar for this unit? */
function passes(scores: Float64Array, at: number, bars: Float32Array, bar: number): boolean {
  const slot = at * GATE_GROUPS;
  return scores[slot]! > bars[bar]! || scores[slot + 1]! > bars[bar + 1]! || scores[slot + 2]! > bars[bar + 2]!;
}

function scoreUnits(view: View, { rows, gate }: SegmentWeights, cost: Cost | undefined): void {
  inside.fill(0, 0, COUNT);
  for (let at = 0; at < view.length; at++) {
    const slot = at * COUNT;
    addRows(rows, unitRows(view, at, held), inside, slot + COUNT);
    for (let label = 0; label < COUNT; label++) {
      inside[slot + COUNT + label]! += inside[slot + label]! + (cost ? cost(at, label) : 0);
    }
    outside[at] = cost ? cost(at, NONE) : 0;
    if (passes(gateStart, at, gate.bars, BAR.start)) addRows(rows, startRows(view, at, held), start, slot);
    if (passes(gateEnd, at, gate.bars, BAR.end)) addRows(rows, endRows(view, at, held), end, slot);
  }
}

/** Labels, as bits, that the gate lets a segment from one unit to another have. */
function allowed(from: number, to: number, bars: Float32Array): number {
  let bits = 0;
  for (let group = 0; group < GATE_GROUPS; group++) {
    const first = gateStart[from * GATE_GROUPS + group]!;
    const last = gateEnd[to * GATE_GROUPS + group]!;
    if (first > bars[BAR.start + group]! && last > bars[BAR.end + group]! && first + last > bars[BAR.both + group]!) {
      bits |= GROUP_BITS[group]!;
    }
  }
  return bits;
}
const GROUP_BITS = [1, 2, 4 + 8 + 16];

/** Ends every segment that may end with unit at - 1. */
function closeSegments(view: View, { rows, gate }: SegmentWeights, at: number): void {
  if (!passes(gateEnd, at - 1, gate.bars, BAR.end)) return;
  const lowest = Math.max(0, at - LONGEST[2]!);
  for (let from = at - 1; from >= lowest; from--) {
    const bits = allowed(from, at - 1, gate.bars);
    if (bits === 0) continue;
    addRows(rows, segmentRows(view, from, at - 1, held), whole, 0);
    for (let label = 0; label < COUNT; label++) {
      if ((bits & (1 << label)) === 0 || at - from > LONGEST[label]!) continue;
      const slot = (from * COUNT + label) * (COUNT + 1);
      const score =
        whole[label]! +
        start[from * COUNT + label]! +
        end[(at - 1) * COUNT + label]! +
        inside[at * COUNT + label]! -
        inside[from * COUNT + label]!;
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

/** From every state reached before a unit: leave the unit outside, or begin a segment with it. */
function leaveStates(steps: Float32Array, at: number): void {
  const skip = outside[at]!;
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
    const last = lastOf(state);
    for (let label = 0; label < COUNT; label++) {
      const slot = (at * COUNT + label) * (COUNT + 1) + last;
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
  let state = FIRST_STATE;
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
    if (from >= 0) segments.push({ from, to: at - 1, label: lastOf(state) as Label });
    at = from >= 0 ? from : at - 1;
    state = fromState[slot]!;
  }
  return segments.reverse();
}
