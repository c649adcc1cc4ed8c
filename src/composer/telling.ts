// What a story's articles tell: the sentences to show, each with its article, without saying a thing twice.
import type { Inline } from "../model/post.ts";
import type { StoredArticle } from "../store/contract/articles.ts";
import type { QuoteView } from "../store/contract/quotes.ts";
import { joined, outletLink } from "./links.ts";

/** One sentence of one article, verbatim. */
export interface Told {
  readonly text: string;
  readonly article: StoredArticle;
  readonly rank: number;
  readonly at: number;
}

/** Two sentences sharing this much of the shorter one's words say the same. */
const SAME_SHARE = 0.5;

/** Longer words of a sentence, for comparing: grammar is mostly short. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 7)));
}

/** Do two sentences, given as word sets, say the same? */
export function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / Math.max(1, Math.min(a.size, b.size)) >= SAME_SHARE;
}

export function saysTheSame(a: string, b: string): boolean {
  return overlaps(wordSet(a), wordSet(b));
}

/** Words this long standing in both are the same words. */
const SAME_CHARACTERS = 20;

function holds(text: string, words: string): boolean {
  return words.length >= SAME_CHARACTERS && text.includes(words.slice(0, SAME_CHARACTERS));
}

/** What a Post tells already: texts nobody wants to read twice, and other wordings of quotes shown, by their very words. */
export interface Besides {
  readonly told: readonly string[];
  readonly wordings: readonly string[];
}

/** What is told by quotes taken, of all the quotes in a story's articles. */
export function besidesOf(taken: readonly QuoteView[], views: readonly QuoteView[]): Besides {
  const statements = new Set(taken.map(({ statement }) => statement));
  const same = views.filter((view) => statements.has(view.statement) && !taken.includes(view));
  const wordsOf = ({ words }: QuoteView) => words.join(" ");
  return { told: taken.map(wordsOf), wordings: same.map(wordsOf) };
}

/** The sentences of an article's summary, at most `limit`, that do not repeat each other or `besides`, in text order. */
export function bestSentences(article: StoredArticle, limit: number, besides: Besides): readonly Told[] {
  const taken: Told[] = [];
  const ranked = [...article.summary].sort((a, b) => a.rank - b.rank);
  for (const { text, rank, span } of ranked) {
    if (taken.length >= limit) break;
    const told = [...besides.told, ...taken.map((each) => each.text)];
    const repeats = told.some((other) => saysTheSame(text, other) || holds(text, other));
    if (!repeats && !besides.wordings.some((words) => holds(text, words)))
      taken.push({ text, article, rank, at: span[0] });
  }
  return taken.sort((a, b) => a.at - b.at);
}

/** Sentences run together. `views`: quotes of their articles, to say who "he" is. */
export function proseSpans(told: readonly Told[], views: readonly QuoteView[]): readonly Inline[] {
  return joined(
    told.map(({ text, article }) => {
      return resolvedSpans(
        text,
        views.filter((view) => view.article.article === article.id),
      );
    }),
    " ",
  );
}

/** Sentences of one article run together, then its outlet, linked to the first of them. */
export function toldSpans(told: readonly Told[], views: readonly QuoteView[]): readonly Inline[] {
  const first = told[0];
  if (first === undefined) return [];
  return [...proseSpans(told, views), { text: " (" }, outletLink(first.article, first.text), { text: ")" }];
}

const TOLD_BY = /(["”]\s+)(?:he|she)(?=\s)/u;

/** A sentence as stored; in `“…” he said` the one whose words they are stands in square brackets for the pronoun. */
export function resolvedSpans(text: string, views: readonly QuoteView[]): readonly Inline[] {
  const whole = flat(text);
  const pronoun = TOLD_BY.exec(whole);
  const before = pronoun === null ? "" : whole.slice(0, pronoun.index);
  const speaker = views.find(
    ({ voice, words }) => voice === "person" && words.some((each) => before.endsWith(flat(each))),
  )?.speaker;
  if (pronoun === null || speaker === undefined || speaker === null) return [{ text: whole, is: "stored" }];
  return [
    { text: before + pronoun[1], is: "stored" },
    { text: `[${speaker.name}]` },
    { text: whole.slice(pronoun.index + pronoun[0].length), is: "stored" },
  ];
}

/** Line breaks inside a sentence would break the paragraph. */
function flat(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}

/** How much it counts that an article's best sentences tell what its title promises, and do not only give background. */
const TITLE_TOLD = 3;

/** The share of the first set that the second holds too. */
function shareOf(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let both = 0;
  for (const word of words) if (others.has(word)) both++;
  return both / Math.max(1, words.size);
}

/**
 * The article to tell a story by: dated, with enough sentences, and whose sentences, `besides` what is shown
 * already, most other outlets tell as well.
 */
export function leadOf(articles: readonly StoredArticle[], besides: Besides): StoredArticle | null {
  const sets = new Map(articles.map((article) => [article, article.summary.map(({ text }) => wordSet(text))]));
  let best: StoredArticle | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const article of articles) {
    const sentences = bestSentences(article, 3, besides).map(({ text }) => wordSet(text));
    let score = Math.min(3, sentences.length) + (article.title === null ? 0 : 1);
    if (article.published.value !== null) score += 0.25;
    score += TITLE_TOLD * Math.max(0, ...sentences.map((set) => shareOf(wordSet(article.title ?? ""), set)));
    if (article.url !== null) score += 0.25;
    for (const other of articles) {
      if (other === article || other.outlet === article.outlet) continue;
      const agreed = sentences.filter((set) => sets.get(other)!.some((each) => overlaps(set, each)));
      score += agreed.length / Math.max(1, sentences.length);
    }
    if (score > bestScore) [best, bestScore] = [article, score];
  }
  return best;
}
