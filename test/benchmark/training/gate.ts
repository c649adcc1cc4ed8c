// Trains the gate by logistic regression, and sets its bars by how many gold segments they may lose.
import {
  BAR,
  bestCue,
  GATE_GROUPS,
  GATE_ROWS,
  type GateWeights,
  gateEndRows,
  gateScores,
  gateStartRows,
  groupOf,
  MOST_GATE_ROWS,
} from "../../../src/language/quotes/gate.ts";
import { seeded, shuffle } from "./chance.ts";
import type { Example } from "./examples.ts";

const ROUNDS = 4;

/** The rows of a gate; its bars are another matter. */
export function trainGate(examples: readonly Example[]): Float32Array {
  const rows = new Float32Array(GATE_ROWS * GATE_GROUPS);
  const held = new Int32Array(MOST_GATE_ROWS);
  const order = examples.map((_, index) => index);
  const random = seeded(3);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    const rate = 0.1 / (1 + round);
    for (const index of order) {
      visit(examples[index]!, held, (count, group, gold) => {
        const by = rate * ((gold ? 1 : 0) - 1 / (1 + Math.exp(-sum(rows, held, count, group))));
        for (let each = 0; each < count; each++) rows[(held[each]! & (GATE_ROWS - 1)) * GATE_GROUPS + group]! += by;
      });
    }
  }
  return rows;
}

/** A gate with each bar at the quantile of gold scores that loses the given share. */
export function gateLosing(examples: readonly Example[], rows: Float32Array, lost: number): GateWeights {
  const weights = { rows, bars: new Float32Array(0) };
  const scores: number[][] = Array.from({ length: BAR.run + 1 }, () => []);
  for (const { view, gold, run } of examples) {
    const starts = new Float64Array(view.length * GATE_GROUPS);
    const ends = new Float64Array(view.length * GATE_GROUPS);
    gateScores(view, weights, 0, starts);
    gateScores(view, weights, 1, ends);
    for (const { from, to, label } of gold) {
      const group = groupOf(label);
      const start = starts[from * GATE_GROUPS + group]!;
      const end = ends[to * GATE_GROUPS + group]!;
      scores[BAR.start + group]!.push(start);
      scores[BAR.end + group]!.push(end);
      scores[BAR.both + group]!.push(start + end);
    }
    if (gold.length && run.marked.every((stretch) => stretch === null))
      scores[BAR.run]!.push(bestCue(starts, view.length));
  }
  const bars = Float32Array.from(scores, (each, bar) => {
    const share = bar >= BAR.both && bar < BAR.run ? lost : lost / 3;
    return each.sort((a, b) => a - b)[Math.floor(each.length * share)] ?? -100;
  });
  return { rows, bars };
}

function sum(rows: Float32Array, held: Int32Array, count: number, group: number): number {
  let score = 0;
  for (let each = 0; each < count; each++) score += rows[(held[each]! & (GATE_ROWS - 1)) * GATE_GROUPS + group]!;
  return score;
}

type Visitor = (count: number, group: number, gold: boolean, which: number) => void;

function visit({ view, gold }: Example, held: Int32Array, see: Visitor): void {
  const starts = new Map(gold.map((segment) => [segment.from, groupOf(segment.label)]));
  const ends = new Map(gold.map((segment) => [segment.to, groupOf(segment.label)]));
  for (let at = 0; at < view.length; at++) {
    let count = gateStartRows(view, at, held);
    for (let group = 0; group < GATE_GROUPS; group++) see(count, group, starts.get(at) === group, 0);
    count = gateEndRows(view, at, held);
    for (let group = 0; group < GATE_GROUPS; group++) see(count, group, ends.get(at) === group, 1);
  }
}
