// Which segments of a run the tagger judges: those whose start, whose end, and both together pass the gate.
import { BAR, bestCue, GATE_GROUPS, type GateWeights, gateScores } from "./gate.ts";
import type { View } from "./view.ts";

/** How many units a segment may hold: a source, a cue, any other. */
const LONGEST = [40, 12, 90] as const;
const LONGEST_OF_ALL = 90;
/** The labels of each group of the gate, as bits: source; cue; the three kinds of content. */
const GROUP_BITS = [1, 2, 4 + 8 + 16] as const;

/** The admitted segments of one run after another; what is told of the last one only. */
export class Admission {
  /** Where each admitted segment starts, and its labels as bits; in order of their last unit. */
  from = new Int16Array(0);
  bits = new Uint8Array(0);
  /** How many of them end before a unit. */
  upTo = new Int32Array(0);
  /** The labels, as bits, with which one starts at a unit. */
  starts = new Uint8Array(0);
  /** How many more of them hold a unit than hold the one before it. */
  holds = new Int32Array(0);
  #room = 0;
  #startScores = new Float64Array(0);
  #endScores = new Float64Array(0);
  #mayStart = new Uint8Array(0);
  #begun = new Int32Array(0);

  /** Reads a run; returns how many segments it admits. */
  read(view: View, gate: GateWeights): number {
    const { bars } = gate;
    const n = view.length;
    this.#grow(n);
    gateScores(view, gate, 0, this.#startScores);
    if (view.quotes[n] === 0 && bestCue(this.#startScores, n) < bars[BAR.run]!) return 0;
    gateScores(view, gate, 1, this.#endScores);
    return this.#admit(n, bars);
  }

  #admit(n: number, bars: Float32Array): number {
    this.holds.fill(0, 0, n + 1);
    this.starts.fill(0, 0, n);
    this.upTo[0] = 0;
    let begun = 0;
    let count = 0;
    for (let to = 0; to < n; to++) {
      const may = passing(this.#startScores, to, bars, BAR.start);
      this.#mayStart[to] = may;
      if (may !== 0) this.#begun[begun++] = to;
      const ends = passing(this.#endScores, to, bars, BAR.end);
      const before = count;
      for (let each = begun - 1; ends !== 0 && each >= 0; each--) {
        const from = this.#begun[each]!;
        if (to - from >= LONGEST_OF_ALL) break;
        const bits = this.#mayStart[from]! & ends & this.#together(from, to, bars);
        if (bits === 0) continue;
        this.from[count] = from;
        this.bits[count++] = bits;
        this.starts[from]! |= bits;
        this.holds[from]!++;
      }
      this.holds[to + 1]! -= count - before;
      this.upTo[to + 1] = count;
    }
    return count;
  }

  /** The labels, as bits, whose start and end are likely enough together, and that may be as long as that. */
  #together(from: number, to: number, bars: Float32Array): number {
    const [starts, ends] = [this.#startScores, this.#endScores];
    const first = from * GATE_GROUPS;
    const last = to * GATE_GROUPS;
    const length = to - from + 1;
    return (
      (starts[first]! + ends[last]! > bars[BAR.both]! && length <= LONGEST[0] ? GROUP_BITS[0] : 0) |
      (starts[first + 1]! + ends[last + 1]! > bars[BAR.both + 1]! && length <= LONGEST[1] ? GROUP_BITS[1] : 0) |
      (starts[first + 2]! + ends[last + 2]! > bars[BAR.both + 2]! ? GROUP_BITS[2] : 0)
    );
  }

  #grow(n: number): void {
    if (n <= this.#room) return;
    const room = Math.max(256, n);
    this.#room = room;
    this.from = new Int16Array(room * LONGEST_OF_ALL);
    this.bits = new Uint8Array(room * LONGEST_OF_ALL);
    this.upTo = new Int32Array(room + 1);
    this.starts = new Uint8Array(room);
    this.holds = new Int32Array(room + 1);
    this.#startScores = new Float64Array(room * GATE_GROUPS);
    this.#endScores = new Float64Array(room * GATE_GROUPS);
    this.#mayStart = new Uint8Array(room);
    this.#begun = new Int32Array(room);
  }
}

/** Labels, as bits, of the groups that pass their bars for a unit. */
function passing(scores: Float64Array, at: number, bars: Float32Array, bar: number): number {
  const slot = at * GATE_GROUPS;
  return (
    (scores[slot]! > bars[bar]! ? GROUP_BITS[0] : 0) |
    (scores[slot + 1]! > bars[bar + 1]! ? GROUP_BITS[1] : 0) |
    (scores[slot + 2]! > bars[bar + 2]! ? GROUP_BITS[2] : 0)
  );
}
