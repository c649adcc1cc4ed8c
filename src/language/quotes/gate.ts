// A first, cheap look that rules out units which cannot start or end a segment, so that the tagger judges few.
import { mix } from "./hash.ts";
import { PAD, type View } from "./view.ts";

/** Groups of labels that share a gate: sources, cues, contents. */
export const GATE_GROUPS = 3;
/** Rows of the gate table; small enough to stay in the processor's nearest cache. */
export const GATE_ROWS = 1 << 14;
export const MOST_GATE_ROWS = 12;

/**
 * A logistic model with bars below which something is ruled out. Of each group, in order: units as starts, units as
 * ends, start and end together; last, the best cue start of a run without quotation marks.
 */
export interface GateWeights {
  readonly rows: Float32Array | Int8Array;
  readonly bars: Float32Array;
}
export const BAR = { start: 0, end: GATE_GROUPS, both: 2 * GATE_GROUPS, run: 3 * GATE_GROUPS } as const;

/** Rows for `at` as the first unit of a segment. */
export function gateStartRows(view: View, at: number, rows: Int32Array): number {
  const { hash, kind, cluster } = view;
  const i = at + PAD;
  rows[0] = mix(120, hash[i]!);
  rows[1] = mix(121, hash[i - 1]!);
  rows[2] = mix(122, kind[i - 2]!, kind[i - 1]!, kind[i]!);
  rows[3] = mix(123, kind[i - 1]!, kind[i]!, kind[i + 1]!);
  rows[4] = mix(124, cluster[i - 1]!, kind[i]!);
  rows[5] = mix(125, cluster[i]!, kind[i - 1]!);
  rows[6] = mix(126, view.leftStep[at]!, kind[i]!);
  rows[7] = mix(127, view.rightStep[at]!, kind[i]!);
  rows[8] = mix(128, cluster[i]!, cluster[i + 1]!);
  rows[9] = mix(129, at === 0 ? 1 : 0, view.setting);
  return 10;
}

/** Rows for `at` as the last unit of a segment. */
export function gateEndRows(view: View, at: number, rows: Int32Array): number {
  const { hash, kind, cluster } = view;
  const i = at + PAD;
  rows[0] = mix(140, hash[i]!);
  rows[1] = mix(141, hash[i + 1]!);
  rows[2] = mix(142, kind[i]!, kind[i + 1]!, kind[i + 2]!);
  rows[3] = mix(143, kind[i - 1]!, kind[i]!, kind[i + 1]!);
  rows[4] = mix(144, cluster[i + 1]!, kind[i]!);
  rows[5] = mix(145, cluster[i]!, kind[i + 1]!);
  rows[6] = mix(146, view.rightStep[at + 1]!, kind[i + 1]!);
  rows[7] = mix(147, view.leftStep[at + 1]!, kind[i + 1]!);
  rows[8] = mix(148, cluster[i - 1]!, cluster[i]!);
  rows[9] = mix(149, view.length - 1 - at < 2 ? view.length - 1 - at : 2, view.setting);
  return 10;
}

/** The group of a label of the tagger. */
export function groupOf(label: number): number {
  return label < 2 ? label : 2;
}

const held = new Int32Array(MOST_GATE_ROWS);

/** Scores of each unit and group for starting (`which` 0) or ending (1) a segment. */
export function gateScores(view: View, { rows }: GateWeights, which: 0 | 1, scores: Float64Array): void {
  for (let at = 0; at < view.length; at++) {
    const count = which === 0 ? gateStartRows(view, at, held) : gateEndRows(view, at, held);
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    for (let index = 0; index < count; index++) {
      const row = (held[index]! & (GATE_ROWS - 1)) * GATE_GROUPS;
      s0 += rows[row]!;
      s1 += rows[row + 1]!;
      s2 += rows[row + 2]!;
    }
    scores[at * GATE_GROUPS] = s0;
    scores[at * GATE_GROUPS + 1] = s1;
    scores[at * GATE_GROUPS + 2] = s2;
  }
}

/** The highest score of a cue's start in a run. */
export function bestCue(starts: Float64Array, length: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < length; at++) best = Math.max(best, starts[at * GATE_GROUPS + 1]!);
  return best;
}
