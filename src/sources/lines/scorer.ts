// A logistic scorer of lines (body or not), and the stretch of lines that scores best as one article's body.
import { lineFeatures } from "./features.ts";

/** Trained by `training.ts`; `weights[i]` belongs to feature i of `features.ts`. */
export interface LineWeights {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** Log-odds that each line is body. */
export function scoreLines(lines: readonly string[], model: LineWeights): number[] {
  return lineFeatures(lines).map((vector) => {
    let sum = model.bias;
    for (let i = 0; i < vector.length; i++) sum += vector[i]! * (model.weights[i] ?? 0);
    return sum;
  });
}

/** What it costs to go into or out of the article between two lines, and how much a line inside is favoured. */
const SWITCH_COST = 1;
const FAVOUR = 0.5;

/** Which lines are body: the most probable path through "inside" and "outside" (Viterbi's algorithm). */
export function bodyLines(lines: readonly string[], model: LineWeights): boolean[] {
  const scores = scoreLines(lines, model);
  const cameFromInside: boolean[] = [];
  const cameFromOutside: boolean[] = [];
  let inside = -SWITCH_COST;
  let outside = 0;
  for (const score of scores) {
    cameFromInside.push(inside >= outside - SWITCH_COST);
    cameFromOutside.push(outside >= inside - SWITCH_COST);
    const next = Math.max(inside, outside - SWITCH_COST) + score + FAVOUR;
    outside = Math.max(outside, inside - SWITCH_COST);
    inside = next;
  }
  const path = new Array<boolean>(scores.length);
  let state = inside > outside;
  for (let i = scores.length - 1; i >= 0; i--) {
    path[i] = state;
    state = state ? cameFromInside[i]! : !cameFromOutside[i]!;
  }
  return path;
}
