// Trains the segment model: a structured perceptron with cost-augmented decoding (Taskar 2004) and averaged weights
// (Collins 2002). Deterministic for a seed.
import { endRows, MOST_ROWS, segmentRows, startRows, unitRows } from "../../../src/language/quotes/features.ts";
import type { GateWeights } from "../../../src/language/quotes/gate.ts";
import { denseRows } from "../../../src/language/quotes/rows.ts";
import {
  bestSegments,
  FIRST_STATE,
  LABEL_COUNT,
  nextState,
  type Segment,
  type SegmentWeights,
  STEP_COUNT,
} from "../../../src/language/quotes/tagger.ts";
import type { View } from "../../../src/language/quotes/view.ts";
import { seeded, shuffle } from "./chance.ts";
import type { Example } from "./examples.ts";

export interface TrainingOptions {
  readonly rows: number;
  readonly rounds: number;
  readonly seed: number;
  /** What a unit costs when its gold segment is missed, and when it is wrongly inside one. */
  readonly missed: number;
  readonly wrong: number;
  readonly afterRound?: (round: number, weights: SegmentWeights) => void;
}

export function trainSegments(
  examples: readonly Example[],
  gate: GateWeights,
  options: TrainingOptions,
): SegmentWeights {
  const learner = new Averaged(options.rows, gate);
  const random = seeded(options.seed);
  const order = examples.map((_, index) => index);
  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, random);
    for (const index of order) learner.see(examples[index]!, options);
    options.afterRound?.(round, learner.averaged());
  }
  return learner.averaged();
}

class Averaged {
  private readonly weights: SegmentWeights;
  private readonly values: Float32Array;
  private readonly sums: { rows: Float64Array; steps: Float64Array };
  private time = 1;
  private readonly held = new Int32Array(MOST_ROWS);

  constructor(rows: number, gate: GateWeights) {
    const table = denseRows(rows);
    this.values = table.values;
    this.weights = { rows: table, steps: new Float32Array(STEP_COUNT), gate };
    this.sums = { rows: new Float64Array(rows * LABEL_COUNT), steps: new Float64Array(STEP_COUNT) };
  }

  see({ view, gold }: Example, { missed, wrong }: TrainingOptions): void {
    const truth = labelsOf(gold, view.length);
    const cost = (at: number, label: number): number =>
      label === truth[at] ? 0 : label === LABEL_COUNT ? missed : truth[at] === LABEL_COUNT ? wrong : 1;
    const guess = bestSegments(view, this.weights, cost);
    this.time++;
    if (same(guess, gold)) return;
    const shared = new Set(gold.filter((each) => guess.some((other) => equal(each, other))).map(key));
    for (const segment of gold) if (!shared.has(key(segment))) this.add(view, segment, 1);
    for (const segment of guess) if (!shared.has(key(segment))) this.add(view, segment, -1);
    this.addSteps(gold, view.length, 1);
    this.addSteps(guess, view.length, -1);
  }

  averaged(): SegmentWeights {
    const mean = (now: Float32Array, sum: Float64Array): Float32Array =>
      now.map((value, index) => value - sum[index]! / this.time);
    const rows = { ...this.weights.rows, values: mean(this.values, this.sums.rows) };
    return {
      rows,
      steps: mean(this.weights.steps, this.sums.steps),
      gate: this.weights.gate,
    };
  }

  private add(view: View, { from, to, label }: Segment, by: number): void {
    this.change(startRows(view, from, this.held), label, by);
    this.change(endRows(view, to, this.held), label, by);
    this.change(segmentRows(view, from, to, this.held), label, by);
    for (let at = from; at <= to; at++) this.change(unitRows(view, at, this.held), label, by);
  }

  private change(count: number, label: number, by: number): void {
    const { mask } = this.weights.rows;
    for (let index = 0; index < count; index++) {
      const at = (this.held[index]! & mask) * LABEL_COUNT + label;
      this.values[at]! += by;
      this.sums.rows[at]! += by * this.time;
    }
  }

  private addSteps(segments: readonly Segment[], length: number, by: number): void {
    const step = (state: number, to: number): void => {
      const at = state * (LABEL_COUNT + 2) + to;
      this.weights.steps[at]! += by;
      this.sums.steps[at]! += by * this.time;
    };
    let state: number = FIRST_STATE;
    let at = 0;
    const skipTo = (unit: number): void => {
      for (; at < unit; at++) {
        step(state, LABEL_COUNT);
        state |= 1;
      }
    };
    for (const { from, to, label } of segments) {
      skipTo(from);
      step(state, label);
      state = nextState(state, label);
      at = to + 1;
    }
    skipTo(length);
    step(state, LABEL_COUNT + 1);
  }
}

function labelsOf(segments: readonly Segment[], length: number): Uint8Array {
  const labels = new Uint8Array(length).fill(LABEL_COUNT);
  for (const { from, to, label } of segments) labels.fill(label, from, to + 1);
  return labels;
}

const key = (segment: Segment): number => (segment.from * 1024 + segment.to) * 8 + segment.label;
const equal = (a: Segment, b: Segment): boolean => a.from === b.from && a.to === b.to && a.label === b.label;
const same = (a: readonly Segment[], b: readonly Segment[]): boolean =>
  a.length === b.length && a.every((segment, index) => equal(segment, b[index]!));
