// Cuts a run of units into segments (source, cue, content) by a semi-Markov model: the best-scoring cut is found by
// dynamic programming over segments (Sarawagi and Cohen 2004), so that a segment is judged as a whole.
import { endRows, MOST_ROWS, segmentRows, startRows, unitRows } from "./features.ts";
import { BAR, bestCue, GATE_GROUPS, type GateWeights, gateScores } from "./gate.ts";
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
/** A memory, and whether units outside any segment came since the last segment. */
const STATES = MEMORIES * 2;
/** How many units a segment may hold: a source, a cue, any other. */
const LONGEST = [40, 12, 90] as const;
const LONGEST_OF_ALL = 90;
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
  gateScores(view, weights.gate, 0, gateStart);
  const { bars } = weights.gate;
  if (view.quotes[n] === 0 && bestCue(gateStart, n) < bars[BAR.run]!) return [];
  gateScores(view, weights.gate, 1, gateEnd);
  if (admit(n, bars) === 0) return [];
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
let room = 0;
let gateStart = new Float64Array(0);
let gateEnd = new Float64Array(0);
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
/** The labels, as bits, that the gate lets start with a unit; and those with which a segment does start there. */
let mayStart = new Uint8Array(0);
let startBits = new Uint8Array(0);
/** Units that may start a segment, in order. */
let starts = new Int32Array(0);
/** The segments that the gate admits, by their last unit: where they start, and their labels as bits. */
let admittedFrom = new Int16Array(0);
let admittedBits = new Uint8Array(0);
/** Where the admitted segments that end before a unit stop in those lists. */
let admittedUpTo = new Int32Array(0);
/** How many more admitted segments cover a unit than the one before it. */
let covers = new Int32Array(0);
/** The best way to begin a segment of a label at a unit, by the memory it will leave. */
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
  mayStart = new Uint8Array(room);
  startBits = new Uint8Array(room);
  starts = new Int32Array(room);
  admittedFrom = new Int16Array(room * LONGEST_OF_ALL);
  admittedBits = new Uint8Array(room * LONGEST_OF_ALL);
  admittedUpTo = new Int32Array(room + 1);
  covers = new Int32Array(room + 1);
}

/** Labels, as bits, of the groups that pass their bars for this unit. */
function passing(scores: Float64Array, at: number, bars: Float32Array, bar: number): number {
  const slot = at * GATE_GROUPS;
  return (
    (scores[slot]! > bars[bar]! ? GROUP_BITS[0] : 0) |
    (scores[slot + 1]! > bars[bar + 1]! ? GROUP_BITS[1] : 0) |
    (scores[slot + 2]! > bars[bar + 2]! ? GROUP_BITS[2] : 0)
  );
}
const GROUP_BITS = [1, 2, 4 + 8 + 16] as const;

/** Lists the segments whose start, whose end, and both together are likely enough; returns how many there are. */
function admit(n: number, bars: Float32Array): number {
  covers.fill(0, 0, n + 1);
  startBits.fill(0, 0, n);
  let begun = 0;
  let count = 0;
  admittedUpTo[0] = 0;
  for (let to = 0; to < n; to++) {
    const may = passing(gateStart, to, bars, BAR.start);
    mayStart[to] = may;
    if (may !== 0) starts[begun++] = to;
    const ends = passing(gateEnd, to, bars, BAR.end);
    if (ends !== 0) {
      const before = count;
      const lowest = to + 1 - LONGEST_OF_ALL;
      for (let each = begun - 1; each >= 0; each--) {
        const from = starts[each]!;
        if (from < lowest) break;
        const bits = mayStart[from]! & ends & together(from, to, bars);
        if (bits === 0) continue;
        admittedFrom[count] = from;
        admittedBits[count++] = bits;
        startBits[from]! |= bits;
        covers[from]!++;
      }
      covers[to + 1]! -= count - before;
    }
    admittedUpTo[to + 1] = count;
  }
  return count;
}

/** The labels, as bits, whose start and end are likely enough together, and that may be as long as that. */
function together(from: number, to: number, bars: Float32Array): number {
  const first = from * GATE_GROUPS;
  const last = to * GATE_GROUPS;
  const length = to - from + 1;
  return (
    (gateStart[first]! + gateEnd[last]! > bars[BAR.both]! && length <= LONGEST[0] ? GROUP_BITS[0] : 0) |
    (gateStart[first + 1]! + gateEnd[last + 1]! > bars[BAR.both + 1]! && length <= LONGEST[1] ? GROUP_BITS[1] : 0) |
    (gateStart[first + 2]! + gateEnd[last + 2]! > bars[BAR.both + 2]! ? GROUP_BITS[2] : 0)
  );
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
    covered += covers[at]!;
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
  const stop = admittedUpTo[at]!;
  for (let each = admittedUpTo[to]!; each < stop; each++) {
    const from = admittedFrom[each]!;
    const bits = admittedBits[each]!;
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
      for (let memory = 1; memory < MEMORIES; memory++) {
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
  const begins = startBits[at]!;
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
