// Puts segments together into quotations: each content with its cue, each cue with its source.
import type { Span } from "../../model/text.ts";
import { CLASS } from "../lexicon/classes.ts";
import type { Segment } from "./tagger.ts";
import type { UnitRun } from "./units.ts";

/** A quotation as parts, before its kind and words are known. */
export interface Parts {
  readonly content: Span[];
  readonly cue: Span | null;
  readonly source: Span | null;
  /** Its cue stands in another sentence, or nowhere. */
  readonly floating: boolean;
}

const SOURCE = 0;
const CUE = 1;
const AFTER = 2;
const APART = 4;

interface Placed extends Segment {
  readonly span: Span;
}

/** Quotations of all runs, in the order of their first content. */
export function assemble(runs: readonly UnitRun[], cuts: readonly (readonly Segment[])[]): Parts[] {
  const found: Parts[] = [];
  let above: Parts | null = null;
  let aboveSentence = -2;
  for (const [index, run] of runs.entries()) {
    const placed = cuts[index]!.map((segment) => ({
      ...segment,
      span: [run.spans[segment.from]![0], run.spans[segment.to]![1]] as Span,
    }));
    const cues = placed.filter((segment) => segment.label === CUE);
    const byCue = new Map<Placed | null, Parts>();
    for (const segment of placed) {
      if (segment.label < AFTER) continue;
      const cue = segment.label === APART ? null : cueOf(segment, cues);
      if (cue === null && above && aboveSentence >= run.sentence - 1 && !byCue.has(null)) {
        above.content.push(segment.span);
        byCue.set(null, above);
        continue;
      }
      const held = byCue.get(cue);
      if (held) held.content.push(segment.span);
      else {
        const parts: Parts = {
          content: [segment.span],
          cue: cue?.span ?? null,
          source: cue ? sourceOf(cue, placed) : null,
          floating: cue === null,
        };
        byCue.set(cue, parts);
        found.push(parts);
      }
    }
    const last = [...byCue.values()].at(-1);
    const bare = cues.findLast((cue) => !byCue.has(cue));
    if (bare && runs[index + 1] && endsWithColon(run)) {
      // "She went on:" and the words stand in the next paragraph.
      above = { content: [], cue: bare.span, source: sourceOf(bare, placed), floating: true };
      found.push(above);
      aboveSentence = run.sentence;
    } else if (last) {
      above = last;
      aboveSentence = run.sentence;
    }
  }
  return found.filter((parts) => parts.content.length > 0);
}

function endsWithColon(run: UnitRun): boolean {
  const [start, end] = run.spans.at(-1)!;
  return end - start === 1 && run.looks.at(-1)!.kind === CLASS.colon;
}

/** The cue before content that follows it, else the next after; whichever there is. */
function cueOf(content: Placed, cues: readonly Placed[]): Placed | null {
  const before = cues.findLast((cue) => cue.to < content.from) ?? null;
  const after = cues.find((cue) => cue.from > content.to) ?? null;
  return content.label === AFTER ? (before ?? after) : (after ?? before);
}

/** The source nearest to a cue with no other cue between; else that of the cue before it ("said … and added …"). */
function sourceOf(cue: Placed, placed: readonly Placed[]): Span | null {
  const at = placed.indexOf(cue);
  let best: Placed | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let index = at - 1; index >= 0 && placed[index]!.label !== CUE; index--) {
    const segment = placed[index]!;
    if (segment.label === SOURCE && cue.from - segment.to < least) {
      best = segment;
      least = cue.from - segment.to;
    }
  }
  for (let index = at + 1; index < placed.length && placed[index]!.label !== CUE; index++) {
    const segment = placed[index]!;
    if (segment.label === SOURCE && segment.from - cue.to < least) {
      best = segment;
      least = segment.from - cue.to;
    }
  }
  if (best) return best.span;
  const earlier = placed.slice(0, at).findLast((segment) => segment.label === CUE);
  return earlier ? sourceOf(earlier, placed) : null;
}
