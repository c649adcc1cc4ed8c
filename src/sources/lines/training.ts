// Trains the line scorer: gradient-boosted trees on logistic loss (Friedman 2001), the same trees on every run.
import { FEATURES, lineFeatures } from "./features.ts";
import type { LineWeights, Tree } from "./scorer.ts";

/** One page as labelled lines: `true` is body. */
export type LabelledLines = readonly (readonly [line: string, body: boolean])[];

export interface TrainingChoices {
  readonly trees?: number;
  readonly depth?: number;
  readonly rate?: number;
  /** L2 penalty on a leaf, in units of row weight. */
  readonly penalty?: number;
}

const BINS = 24;

interface Rows {
  readonly count: number;
  /** Bin of each feature of each row, row by row. */
  readonly bins: Uint8Array;
  /** Upper edges of the bins of each feature. */
  readonly edges: readonly Float64Array[];
  readonly body: Float64Array;
  readonly weight: Float64Array;
}

/** Every page weighs the same however long it is, as the measure does. About 100 ms a page. */
export function trainLineScorer(pages: readonly LabelledLines[], choices: TrainingChoices = {}): LineWeights {
  const { trees: treeCount = 120, depth = 4, rate = 0.1, penalty = 3 } = choices;
  const rows = binned(pages);
  const scores = new Float64Array(rows.count);
  const gradient = new Float64Array(rows.count);
  const curvature = new Float64Array(rows.count);
  const trees: Tree[] = [];
  for (let t = 0; t < treeCount; t++) {
    for (let i = 0; i < rows.count; i++) {
      const p = 1 / (1 + Math.exp(-scores[i]!));
      gradient[i] = (rows.body[i]! - p) * rows.weight[i]!;
      curvature[i] = p * (1 - p) * rows.weight[i]!;
    }
    const { tree, leafOf } = growTree(rows, gradient, curvature, depth, rate, penalty);
    trees.push(tree);
    for (let i = 0; i < rows.count; i++) scores[i]! += tree[leafOf[i]!]![0]!;
  }
  return { bias: 0, trees };
}

/** Lines weigh by their length (the measure counts words) within their page's fixed total. */
function binned(pages: readonly LabelledLines[]): Rows {
  const vectors = pages.flatMap((page) => lineFeatures(page.map(([line]) => line)));
  const body = Float64Array.from(pages.flatMap((page) => page.map((line) => Number(line[1]))));
  const weight = Float64Array.from(
    pages.flatMap((page) => {
      const raw = page.map(([line]) => Math.sqrt(Math.min(600, line.length + 20)));
      const sum = raw.reduce((a, b) => a + b, 0) || 1;
      return raw.map((value) => (value / sum) * 100);
    }),
  );
  const edges = Array.from({ length: FEATURES }, (_, feature) => edgesOf(vectors.map((vector) => vector[feature]!)));
  const bins = new Uint8Array(vectors.length * FEATURES);
  for (const [i, vector] of vectors.entries()) {
    for (let feature = 0; feature < FEATURES; feature++) {
      let bin = 0;
      while (bin < edges[feature]!.length && vector[feature]! > edges[feature]![bin]!) bin++;
      bins[i * FEATURES + feature] = bin;
    }
  }
  return { count: vectors.length, bins, edges, body, weight };
}

/** At most BINS-1 cuts at quantiles, rounded as they are stored. */
function edgesOf(values: readonly number[]): Float64Array {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const cuts = new Set<number>();
  const step = Math.max(1, sorted.length / BINS);
  for (let at = step; at < sorted.length && cuts.size < BINS - 1; at += step) {
    const i = Math.floor(at);
    cuts.add(round4((sorted[i - 1]! + sorted[i]!) / 2));
  }
  return Float64Array.from([...cuts].sort((a, b) => a - b));
}

function growTree(
  rows: Rows,
  gradient: Float64Array,
  curvature: Float64Array,
  depth: number,
  rate: number,
  penalty: number,
): { tree: Tree; leafOf: Int32Array } {
  const nodes: number[][] = [];
  const leafOf = new Int32Array(rows.count);
  let level: { readonly node: number; readonly members: Int32Array }[] = [
    { node: 0, members: Int32Array.from({ length: rows.count }, (_, i) => i) },
  ];
  for (let d = 0; d <= depth; d++) {
    const next: typeof level = [];
    for (const { node, members } of level) {
      const split = d < depth ? bestSplit(rows, members, gradient, curvature, penalty) : null;
      if (split === null) {
        let g = 0;
        let h = penalty;
        for (const i of members) {
          g += gradient[i]!;
          h += curvature[i]!;
          leafOf[i] = node;
        }
        nodes[node] = [round4((rate * g) / h)];
        continue;
      }
      nodes[node] = [split.feature, rows.edges[split.feature]![split.bin]!];
      next.push(
        { node: 2 * node + 1, members: members.filter((i) => rows.bins[i * FEATURES + split.feature]! <= split.bin) },
        { node: 2 * node + 2, members: members.filter((i) => rows.bins[i * FEATURES + split.feature]! > split.bin) },
      );
    }
    level = next;
  }
  return { tree: Array.from({ length: nodes.length }, (_, i) => nodes[i] ?? [0]), leafOf };
}

/** The cut that lowers the loss most; null when none lowers it enough. */
function bestSplit(
  rows: Rows,
  members: Int32Array,
  gradient: Float64Array,
  curvature: Float64Array,
  penalty: number,
): { feature: number; bin: number } | null {
  if (members.length < 40) return null;
  const g = new Float64Array(FEATURES * BINS);
  const h = new Float64Array(FEATURES * BINS);
  let totalG = 0;
  let totalH = 0;
  for (const i of members) {
    const base = i * FEATURES;
    totalG += gradient[i]!;
    totalH += curvature[i]!;
    for (let feature = 0; feature < FEATURES; feature++) {
      const at = feature * BINS + rows.bins[base + feature]!;
      g[at]! += gradient[i]!;
      h[at]! += curvature[i]!;
    }
  }
  const whole = (totalG * totalG) / (totalH + penalty);
  let best: { feature: number; bin: number } | null = null;
  let most = 0.5;
  for (let feature = 0; feature < FEATURES; feature++) {
    let leftG = 0;
    let leftH = 0;
    for (let bin = 0; bin < rows.edges[feature]!.length; bin++) {
      leftG += g[feature * BINS + bin]!;
      leftH += h[feature * BINS + bin]!;
      const [rightG, rightH] = [totalG - leftG, totalH - leftH];
      if (leftH < 1 || rightH < 1) continue;
      const gain = (leftG * leftG) / (leftH + penalty) + (rightG * rightG) / (rightH + penalty) - whole;
      if (gain > most) {
        most = gain;
        best = { feature, bin };
      }
    }
  }
  return best;
}

function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
