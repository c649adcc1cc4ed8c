// Trains the line scorer: logistic regression by full-batch gradient descent (Adam), the same weights on every run.
import { FEATURES, lineFeatures } from "./features.ts";
import type { LineWeights } from "./scorer.ts";

/** One page as labelled lines: `true` is body. */
export type LabelledLines = readonly (readonly [line: string, body: boolean])[];

export interface TrainingChoices {
  readonly rounds?: number;
  readonly rate?: number;
  /** L2 penalty a weight. */
  readonly decay?: number;
}

/** Every page weighs the same however long it is, as the measure does. Milliseconds a page. */
export function trainLineScorer(pages: readonly LabelledLines[], choices: TrainingChoices = {}): LineWeights {
  const { rounds = 300, rate = 0.05, decay = 1e-4 } = choices;
  const rows = pages.flatMap((page) => {
    const importance = pageImportance(page);
    return lineFeatures(page.map(([line]) => line)).map((vector, i) => ({
      vector,
      body: page[i]![1] ? 1 : 0,
      importance: importance[i]!,
    }));
  });
  const total = rows.reduce((sum, row) => sum + row.importance, 0) || 1;
  const weights = new Float64Array(FEATURES + 1);
  const mean = new Float64Array(FEATURES + 1);
  const spread = new Float64Array(FEATURES + 1);
  const gradient = new Float64Array(FEATURES + 1);
  for (let round = 1; round <= rounds; round++) {
    gradient.fill(0);
    for (const { vector, body, importance } of rows) {
      let sum = weights[FEATURES]!;
      for (let i = 0; i < FEATURES; i++) sum += vector[i]! * weights[i]!;
      const error = ((1 / (1 + Math.exp(-sum)) - body) * importance) / total;
      for (let i = 0; i < FEATURES; i++) gradient[i]! += error * vector[i]!;
      gradient[FEATURES]! += error;
    }
    for (let i = 0; i <= FEATURES; i++) {
      const slope = gradient[i]! + (i < FEATURES ? decay * weights[i]! : 0);
      mean[i] = 0.9 * mean[i]! + 0.1 * slope;
      spread[i] = 0.999 * spread[i]! + 0.001 * slope * slope;
      const step = mean[i]! / (1 - 0.9 ** round) / (Math.sqrt(spread[i]! / (1 - 0.999 ** round)) + 1e-8);
      weights[i]! -= rate * step;
    }
  }
  return { bias: round4(weights[FEATURES]!), weights: [...weights.slice(0, FEATURES)].map(round4) };
}

/** A line weighs by its length (the measure counts words), within its page's fixed total. */
function pageImportance(page: LabelledLines): number[] {
  const raw = page.map(([line]) => Math.sqrt(Math.min(600, line.length + 20)));
  const sum = raw.reduce((a, b) => a + b, 0) || 1;
  return raw.map((value) => (value / sum) * 100);
}

function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
