// A run of units laid out in flat arrays, with the sums and look-arounds that features ask for.
import { CLASS } from "../lexicon/classes.ts";
import type { UnitRun } from "./units.ts";

/** Units of padding at both ends, so that features may look around without asking. */
export const PAD = 3;

/** The arrays may be longer than the run. */
export interface View {
  length: number;
  /** Hash, ending, class and cluster of unit i stand at i + PAD. */
  readonly hash: Int32Array;
  readonly ending: Int32Array;
  readonly kind: Int32Array;
  readonly cluster: Int32Array;
  /** Hash of the nearest reporting verb left of unit i, and its distance in steps of `step`; 0 when none. */
  readonly leftVerb: Int32Array;
  readonly leftStep: Int32Array;
  /** The same for the nearest one at or right of unit i. */
  readonly rightVerb: Int32Array;
  readonly rightStep: Int32Array;
  /** Sums over units before i: commas, finite-looking verbs, folded quotations, capitals, reporting verbs. */
  readonly commas: Int32Array;
  readonly verbs: Int32Array;
  readonly quotes: Int32Array;
  readonly capitals: Int32Array;
  readonly reports: Int32Array;
  /** The last unit before a clause of saying that ends the run (", the minister told reporters on Monday."); −1 when none. */
  tail: number;
  /** What surrounds the sentence, as one value. */
  setting: number;
}

/** A view with room for runs of so many units, to be laid out again and again. */
export function emptyView(most: number): View {
  const padded = (): Int32Array => new Int32Array(most + 2 * PAD);
  const summed = (): Int32Array => new Int32Array(most + 1);
  return {
    length: 0,
    hash: padded(),
    ending: padded(),
    kind: padded(),
    cluster: padded(),
    leftVerb: summed(),
    leftStep: summed(),
    rightVerb: summed(),
    rightStep: summed(),
    commas: summed(),
    verbs: summed(),
    quotes: summed(),
    capitals: summed(),
    reports: summed(),
    tail: -1,
    setting: 0,
  };
}

/** A view of one run, to keep. `above` and `below` are the neighbouring runs, if any. */
export function viewOf(run: UnitRun, above: UnitRun | undefined, below: UnitRun | undefined): View {
  const view = emptyView(run.spans.length);
  layOut(view, run, above, below);
  return view;
}

/** Lays out one run over whatever the view showed before. It must have room for it. */
export function layOut(view: View, run: UnitRun, above: UnitRun | undefined, below: UnitRun | undefined): void {
  const length = run.spans.length;
  view.length = length;
  view.tail = tailOf(run);
  view.setting = settingOf(run, above, below);
  for (let at = 0; at < PAD; at++) {
    for (const edge of [at, length + PAD + at]) {
      view.hash[edge] = 0;
      view.ending[edge] = 0;
      view.kind[edge] = 0;
      view.cluster[edge] = -1;
    }
  }
  view.rightVerb[length] = 0;
  view.rightStep[length] = 0;
  let verb = 0;
  let verbAt = 0;
  for (let at = 0; at < length; at++) {
    const look = run.looks[at]!;
    const kind = look.kind;
    view.hash[at + PAD] = look.hash;
    view.ending[at + PAD] = look.ending;
    view.kind[at + PAD] = kind;
    view.cluster[at + PAD] = look.cluster;
    view.commas[at + 1] = view.commas[at]! + (kind === CLASS.comma ? 1 : 0);
    view.verbs[at + 1] = view.verbs[at]! + ((kind >= CLASS.finite && kind <= CLASS.modal) || look.reports ? 1 : 0);
    view.quotes[at + 1] = view.quotes[at]! + (kind === CLASS.quote ? 1 : 0);
    view.capitals[at + 1] = view.capitals[at]! + (kind === CLASS.capital || kind === CLASS.capitals ? 1 : 0);
    view.reports[at + 1] = view.reports[at]! + (look.reports ? 1 : 0);
    view.leftVerb[at] = verb;
    view.leftStep[at] = verb === 0 ? 0 : step(at - verbAt);
    if (look.reports) {
      verb = look.hash;
      verbAt = at;
    }
  }
  view.leftVerb[length] = verb;
  view.leftStep[length] = verb === 0 ? 0 : step(length - verbAt);
  verb = 0;
  for (let at = length - 1; at >= 0; at--) {
    const look = run.looks[at]!;
    if (look.reports) {
      verb = look.hash;
      verbAt = at;
    }
    view.rightVerb[at] = verb;
    view.rightStep[at] = verb === 0 ? 0 : step(verbAt - at + 1);
  }
}

/** Distances that matter: 1, 2, 3, 4–5, 6–9, 10–19, farther. */
export function step(distance: number): number {
  return distance <= 3 ? distance : distance <= 5 ? 4 : distance <= 9 ? 5 : distance <= 19 ? 6 : 7;
}

const LONGEST_SOURCE = 9;
const LONGEST_REST = 8;

/** Where the words end that a final clause of saying reports: "It rained, / he said."; −1 when there is no such clause. */
function tailOf({ looks, commaEnds }: UnitRun): number {
  let end = looks.length - 1;
  while (end >= 0 && looks[end]!.kind === CLASS.dot) end--;
  for (let verb = end; verb > Math.max(1, end - LONGEST_REST); verb--) {
    const kind = looks[verb]!.kind;
    if (looks[verb]!.reports) {
      for (let at = verb - 1; at >= Math.max(0, verb - 1 - LONGEST_SOURCE); at--) {
        const before = looks[at]!.kind;
        if (before === CLASS.comma) return at >= 2 ? at - 1 : -1;
        if (before === CLASS.quote) return commaEnds[at] ? at : -1;
        if (!mayStandInSource(before) || looks[at]!.reports) return -1;
      }
      return -1;
    }
    if (kind === CLASS.comma || kind === CLASS.that || kind === CLASS.quote || kind === CLASS.colon) return -1;
  }
  return -1;
}

/** No clause word ("as", "which", "after") stands in the source of a final clause of saying. */
function mayStandInSource(kind: number): boolean {
  return (
    kind !== CLASS.subordinator &&
    kind !== CLASS.that &&
    kind !== CLASS.dot &&
    kind !== CLASS.colon &&
    kind !== CLASS.otherMark
  );
}

function settingOf(run: UnitRun, above: UnitRun | undefined, below: UnitRun | undefined): number {
  const colon = above?.looks.at(-1)?.kind === CLASS.colon ? 1 : 0;
  const quoteAbove = above?.marked.some((stretch) => stretch !== null) ? 1 : 0;
  const allQuote = run.marked[0] && run.spans.length <= 2 ? 1 : 0;
  const belowReports = below?.looks.slice(0, 8).some((look) => look.reports) ? 1 : 0;
  const bits = [colon, quoteAbove, allQuote, belowReports, run.first ? 1 : 0, run.last ? 1 : 0];
  return bits.reduce((sum, bit, index) => sum | (bit << index), 0);
}
