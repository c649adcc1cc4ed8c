// Which words would an editor pull? Scores and picks key quotes: breadth, speaker, strength, completeness, variety.
import type { QuoteView } from "../store/contract/quotes.ts";
import type { Shown } from "./sections/section.ts";

/** At most so many quotes of one speaker in one edition. */
export const MOST_OF_ONE_SPEAKER = 2;

/** Words that commit, refuse, warn or judge. */
const STRONG =
  /\b(?:never|must|will not|won['’]t|can(?:not|['’]t)|no longer|nowhere|threat|warn\w*|demand\w*|refus\w*|reject\w*|war|peace|attack\w*|invad\w*|kill\w*|crime|crimes|lie|lies|lied|shame\w*|disgrac\w*|fail\w*|wrong|guarantee\w*|promise\w*|vow\w*|immediately|unacceptable|impossible|catastroph\w*|historic|enough|red line\w*|regret\w*|sorry|proud|resign\w*|fight\w*|free|freedom|justice|together|only|every|nothing|everything)\b/giu;
/** A start that leans, more or less, on what came before. */
const LEANS =
  /^(?:and|but|so|or|because|which|that|this|these|those|it|he|she|they|there|then|also|as well|his|her|their|its|such)\b/i;

/** Higher is better; comparable within one edition. */
export function pullScore(view: QuoteView): number {
  const text = view.words.join(" ");
  const words = text.split(/\s+/).filter(Boolean).length;
  let score = 2 * Math.log2(1 + view.outlets);
  if (view.kind === "direct") score += 1.5;
  if (view.speaker !== null) score += 1;
  if (view.role !== null) score += 0.5;
  if (view.said.precision === "day") score += 0.5;
  if (view.voice === "person") score += 0.5;
  score += 0.5 * Math.min(3, text.match(STRONG)?.length ?? 0);
  if (words >= 8 && words <= 40) score += 1;
  if (words < 6) score -= 2;
  if (words > 80) score -= 1.5;
  if (isComplete(text)) score += 1;
  if (LEANS.test(text) && !EXPLAINED.test(text)) score -= 1;
  if (ADDS.test(text)) score -= 1;
  return score;
}

/** A whole sentence at least: a capital first, a full stop (or the comma before "he said") last. */
function isComplete(text: string): boolean {
  return /^[\p{Lu}\d[]/u.test(text) && /[.!?,…]$/u.test(text.trim());
}

const FEWEST_WORDS = 7;
/** A start that only what was said before explains. */
const DANGLES =
  /^(?:and|but|so|or|because|which|also|then|as well|these|those|he|she|they|his|her|their|(?:this|that|it)(?:['’]s| (?:is|was|were|has|had|will|would|can|could|all)))\b/i;
/** "It is impossible to", "it is time that": the thought comes after. */
const EXPLAINED = /^it(?:['’]s| (?:is|was|will be|would be)) (?!\w+ing\b)(?:\w+ ){1,4}(?:to|that|for|whether)\b/i;
/** An "also" near the start adds to something not shown. */
const ADDS = /^(?:\S+ ){1,3}also\b/i;

/** Is it fit to stand alone in a digest: somebody's own words, a thought of its own, still in the article? */
export function mayBePulled(view: QuoteView): boolean {
  return view.kind === "direct" && view.speaker !== null && view.state === "current" && isWholeThought(view);
}

/** Enough words to say something, and none at the start that lean on what was said before. */
export function isWholeThought(view: QuoteView): boolean {
  const text = view.words.join(" ");
  const words = text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)?.length ?? 0;
  return words >= FEWEST_WORDS && (!DANGLES.test(text) || EXPLAINED.test(text));
}

export interface Pick {
  readonly taken: readonly QuoteView[];
  readonly passed: readonly { readonly view: QuoteView; readonly why: string }[];
}

/** Takes the best `limit`, minding what the edition shows already; records in `shown` what it takes. */
export function pick(views: readonly QuoteView[], limit: number, shown: Shown, mostOfOne = MOST_OF_ONE_SPEAKER): Pick {
  const ranked = views.map((view) => ({ view, score: pullScore(view) })).sort((a, b) => b.score - a.score);
  const taken: QuoteView[] = [];
  const passed: { view: QuoteView; why: string }[] = [];
  for (const { view } of ranked) {
    if (shown.statements.has(view.statement)) continue;
    const already = view.speaker === null ? 0 : (shown.speakers.get(view.speaker.id) ?? 0);
    if (taken.length >= limit) passed.push({ view, why: "weaker than those shown" });
    else if (already >= mostOfOne)
      passed.push({ view, why: `${view.speaker?.name} is quoted ${mostOfOne} times already` });
    else {
      taken.push(view);
      shown.statements.add(view.statement);
      if (view.speaker !== null) shown.speakers.set(view.speaker.id, already + 1);
    }
  }
  return { taken, passed };
}
