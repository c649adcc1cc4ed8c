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
export function assemble(text: string, runs: readonly UnitRun[], cuts: readonly (readonly Segment[])[]): Parts[] {
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
          source: cue ? sourceOf(text, cue, placed) : null,
          floating: cue === null,
        };
        byCue.set(cue, parts);
        found.push(parts);
      }
    }
    // Words that go on in the next sentence go on those between marks here, whatever else is reported after them.
    const all = [...byCue.values()];
    const last = all.findLast((parts) => holdsFolded(run, parts)) ?? all.at(-1);
    const bare = cues.findLast((cue) => !byCue.has(cue));
    if (bare && runs[index + 1] && endsWithColon(run)) {
      // "She went on:" and the words stand in the next paragraph.
      above = { content: [], cue: bare.span, source: sourceOf(text, bare, placed), floating: true };
      found.push(above);
      aboveSentence = run.sentence;
    } else if (last) {
      above = last;
      aboveSentence = run.sentence;
    }
  }
  return found.filter((parts) => parts.content.length > 0);
}

/** Does it hold words between marks in this run? Read from its end: it may go on for thousands of paragraphs. */
function holdsFolded(run: UnitRun, { content }: Parts): boolean {
  const [start] = run.spans[0]!;
  for (let at = content.length - 1; at >= 0 && content[at]![1] > start; at--)
    if (isFolded(run, content[at]!)) return true;
  return false;
}

function isFolded(run: UnitRun, [start, end]: Span): boolean {
  return run.marked.some((stretch) => stretch !== null && start <= stretch.span[0] && stretch.span[1] <= end);
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

/** A source that belongs to the noun right after it ("his call for") and to no other cue. */
const POSSESSIVE = /(?:['’]s|^(?:his|her|their|its|our|my|your|whose))$/i;
/** "the minister on Monday": the day is not part of the speaker. */
const TIME_AT_END =
  /,?\s+(?:(?:on|late|early|earlier|last|this|in)\s+)*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|(?:last|this|earlier this)\s+(?:week|month|year))(?:\s+(?:morning|afternoon|evening|night))?$/;
/** "“…,” wrote the minister": a source after its cue stands close. */
const CLOSE = 2;

/** The nearest source before a cue with no other cue between, or close after it; else that of the cue before it. */
function sourceOf(text: string, cue: Placed, placed: readonly Placed[]): Span | null {
  const at = placed.indexOf(cue);
  const before = placed.slice(0, at).findLast((segment) => segment.label === SOURCE || segment.label === CUE);
  const after = placed.slice(at + 1).find((segment) => segment.label === SOURCE || segment.label === CUE);
  const usable = (segment: Placed | undefined): segment is Placed =>
    segment?.label === SOURCE && (cue.from - segment.to === 1 || !POSSESSIVE.test(text.slice(...segment.span)));
  const gapBefore = usable(before) ? cue.from - before.to : Number.POSITIVE_INFINITY;
  const gapAfter = usable(after) && after.from - cue.to <= CLOSE ? after.from - cue.to : Number.POSITIVE_INFINITY;
  if (gapBefore < Number.POSITIVE_INFINITY && gapBefore <= gapAfter) return withoutTime(text, before!.span);
  if (gapAfter < Number.POSITIVE_INFINITY) return withoutTime(text, after!.span);
  const earlier = placed.slice(0, at).findLast((segment) => segment.label === CUE);
  const shared = earlier ? sourceOf(text, earlier, placed) : null;
  return shared && POSSESSIVE.test(text.slice(...shared)) ? null : shared;
}

function withoutTime(text: string, [start, end]: Span): Span {
  const time = TIME_AT_END.exec(text.slice(start, end));
  return time && time.index > 0 ? [start, start + time.index] : [start, end];
}
