// A scorer of lines (body or not) made of small decision trees, and the most probable body among scored lines.
import { lineFeatures } from "./features.ts";

/**
 * One tree, nodes in breadth-first order: an inner node is [feature, threshold] (left when the value is at most the
 * threshold; children of node i are 2i+1 and 2i+2), a leaf is [log-odds].
 */
export type Tree = readonly (readonly number[])[];

/** Trained by `training.ts`. The sum of the trees is the log-odds that a line is body. */
export interface LineWeights {
  readonly bias: number;
  readonly trees: readonly Tree[];
}

/** Log-odds that each line is body. */
export function scoreLines(lines: readonly string[], model: LineWeights): number[] {
  return lineFeatures(lines).map((vector) =>
    model.trees.reduce((sum, tree) => sum + treeValue(tree, vector), model.bias),
  );
}

export function treeValue(tree: Tree, vector: Float64Array): number {
  let at = 0;
  for (;;) {
    const node = tree[at];
    if (node === undefined) return 0;
    if (node.length === 1) return node[0]!;
    at = 2 * at + (vector[node[0]!]! <= node[1]! ? 1 : 2);
  }
}

/** What it costs to go into or out of the article between two lines, and how much a line inside is favoured. */
const SWITCH_COST = 1;
const FAVOUR = 0.75;
/** Tried in turn where nothing scores as body: a brief among long menus. */
const LAST_RESORTS = [1.5, 2.5, 4];

/** Which lines are body: the most probable path through "inside" and "outside" (Viterbi's algorithm). */
export function bodyLines(lines: readonly string[], model: LineWeights): boolean[] {
  const scores = scoreLines(lines, model);
  for (const favour of [FAVOUR, ...LAST_RESORTS]) {
    const path = bestPath(scores, SWITCH_COST, favour);
    if (path.includes(true)) return path;
  }
  return scores.map(() => false);
}

/** The path whose summed scores, less `cost` a switch, are highest; `favour` is added to each line inside. */
export function bestPath(scores: readonly number[], cost: number, favour: number): boolean[] {
  const cameFromInside: boolean[] = [];
  const cameFromOutside: boolean[] = [];
  let inside = -cost;
  let outside = 0;
  for (const score of scores) {
    cameFromInside.push(inside >= outside - cost);
    cameFromOutside.push(outside >= inside - cost);
    const next = Math.max(inside, outside - cost) + score + favour;
    outside = Math.max(outside, inside - cost);
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
