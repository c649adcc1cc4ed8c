// Turns annotated articles into what the tagger should have answered for each run of units.
import type { Document } from "../../../src/language/document.ts";
import type { Label, Segment } from "../../../src/language/quotes/tagger.ts";
import { type UnitRun, unitRuns } from "../../../src/language/quotes/units.ts";
import { type View, viewOf } from "../../../src/language/quotes/view.ts";
import type { Span } from "../../../src/model/text.ts";

export interface GoldQuote {
  readonly content: readonly Span[];
  readonly cue: readonly Span[] | null;
  readonly speaker: readonly Span[] | null;
  readonly kind: "speech" | "other";
  readonly type: "direct" | "mixed" | "indirect";
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly GoldQuote[];
}

export interface Example {
  readonly run: UnitRun;
  readonly view: View;
  readonly gold: readonly Segment[];
}

/** One example for each run of an article. */
export function examplesOf(article: GoldArticle, document: Document, clusters: ReadonlyMap<string, number>): Example[] {
  const runs = unitRuns(document, clusters);
  const gold: Segment[][] = runs.map(() => []);
  const sentenceOf = (offset: number): number => document.sentences.findIndex((sentence) => sentence[1] > offset);
  const place = (span: Span, labelIn: (sentence: number) => Label): void => {
    for (const [index, run] of runs.entries()) {
      if (run.spans.at(-1)![1] <= span[0] || run.spans[0]![0] >= span[1]) continue;
      const from = run.spans.findIndex((unit) => unit[1] > span[0]);
      const to = run.spans.findLastIndex((unit) => unit[0] < span[1]);
      if (from < 0 || to < from) continue;
      const label = labelIn(run.sentence);
      const folded = from === to ? run.marked[from] : null;
      if (
        folded &&
        (label < 2 ||
          2 * (Math.min(span[1], folded.span[1]) - Math.max(span[0], folded.span[0])) < folded.span[1] - folded.span[0])
      )
        continue;
      gold[index]!.push({ from, to, label });
    }
  };
  for (const quote of article.quotes) {
    const cue = quote.cue?.[0];
    const cueSentence = cue ? sentenceOf(cue[0]) : -1;
    for (const span of quote.speaker ?? []) place(span, () => 0);
    for (const span of quote.cue ?? []) place(span, () => 1);
    for (const span of quote.content)
      place(span, (sentence) => (sentence !== cueSentence ? 4 : cue && cue[0] < span[0] ? 2 : 3));
  }
  return runs.map((run, index) => ({
    run,
    view: viewOf(run, runs[index - 1], runs[index + 1]),
    gold: withoutOverlaps(gold[index]!),
  }));
}

/** Content before cue before source where spans meet; the longer first. */
function withoutOverlaps(segments: readonly Segment[]): Segment[] {
  const rank = (segment: Segment): number => (segment.label >= 2 ? 0 : segment.label === 1 ? 1 : 2);
  const ordered = [...segments].sort((a, b) => rank(a) - rank(b) || b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: Segment[] = [];
  for (const segment of ordered)
    if (!kept.some((each) => each.from <= segment.to && segment.from <= each.to)) kept.push(segment);
  return kept.sort((a, b) => a.from - b.from);
}
