// The language room's front: an article in, its annotation out, step by step.
import type { Annotation, PlacedQuotation } from "../model/annotation.ts";
import type { ArticleText, EmbeddedPost } from "../model/article.ts";
import type { SayingDate } from "../model/dates.ts";
import type { Quotation } from "../model/quote.ts";
import type { KnownSpeaker } from "../model/speaker.ts";
import type { Span } from "../model/text.ts";
import { sayingDates } from "./dates/saying.ts";
import type { Document, Prose } from "./document.ts";
import { findQuotes } from "./quotes/find.ts";
import type { QuoteWeights } from "./quotes/weights.ts";
import { resolveSpeakers } from "./speakers/resolve.ts";
import { storyTerms } from "./stories.ts";
import { rankSentences } from "./summary.ts";
import { readDocument } from "./text/read.ts";
import { versionOf } from "./version.ts";

export interface AnnotatorOptions {
  readonly weights: QuoteWeights;
  /** Names these weights in the version: any text that differs when they do. */
  readonly weightsVersion: string;
  readonly known: readonly KnownSpeaker[];
}

/** A quotation, and whether its words were said or written rather than believed or wished. */
export interface FoundQuotation extends Quotation {
  readonly speech: boolean;
}

export interface Annotator {
  /** Differs whenever an annotation might: other rules, weights or known speakers. */
  readonly version: string;
  annotate(article: ArticleText): Annotation;
  /** Every quotation of the body, beliefs and wishes included; `speech` tells which are words said or written. */
  quotations(article: ArticleText): readonly FoundQuotation[];
}

/** An annotator over learned weights and the operator's speakers. Pure: the same article gives the same annotation. */
export function createAnnotator({ weights, weightsVersion, known }: AnnotatorOptions): Annotator {
  const quotationsIn = (article: ArticleText, { document, headline }: Reading): readonly FoundQuotation[] => {
    const quotes = found(article, document);
    return headline === 0 ? quotes : quotes.flatMap((quote) => below(quote, headline));
  };

  const found = (article: ArticleText, document: Document): readonly FoundQuotation[] => {
    const quotes = findQuotes(document, weights);
    const voices = resolveSpeakers(document, quotes, known, { published: article.published, byline: article.author });
    const voiced = quotes.map((quote, index) => ({ ...quote, speaker: voices[index]?.speaker ?? null }));
    const dates = sayingDates(document, voiced, article.published);
    return quotes.map(({ kind, content, words, cue, mention, speech }, index) => {
      const { speaker, voice, role } = voices[index]!;
      return { kind, content, words, cue, mention, speaker, voice, role, said: dates[index]!, speech };
    });
  };

  return {
    version: versionOf(weightsVersion, known),
    annotate(article) {
      const reading = read(article);
      const spoken = quotationsIn(article, reading).filter(({ speech }) => speech);
      const { prose, from } = proseOf(article, reading);
      return {
        version: this.version,
        quotes: [...spoken.map(inBody), ...article.posts.flatMap(postQuotation)],
        summary: rankSentences(prose).map(({ span: [start, end], rank }) => ({
          span: [start - from, end - from],
          rank,
        })),
        terms: storyTerms(article.title, prose),
      };
    },
    quotations: (article) => quotationsIn(article, read(article)),
  };
}

/** An article as it is read for quotations: the first `headline` characters of the text stand above the body. */
interface Reading {
  readonly document: Document;
  readonly headline: number;
}

function read(article: ArticleText): Reading {
  const headline = headlineAbove(article);
  return { document: readDocument(headline + article.body), headline: headline.length };
}

/** The body alone, which begins at `from`. It is not read again, unless a mark of the headline runs on into it. */
function proseOf({ body }: ArticleText, { document, headline }: Reading): { prose: Prose; from: number } {
  if (headline === 0) return { prose: document, from: 0 };
  if (document.marks.some(({ span, continues }) => continues && span[0] < headline))
    return { prose: readDocument(body), from: 0 };
  const own = (spans: readonly Span[]): readonly Span[] => spans.filter(([start]) => start >= headline);
  const { text, script, paragraphs, sentences } = document;
  return { prose: { text, script, paragraphs: own(paragraphs), sentences: own(sentences) }, from: headline };
}

/**
 * The headline as a paragraph above the body: it often names whom the body calls "he". Empty when there is none, or when
 * the body begins with it.
 */
function headlineAbove({ title, body }: ArticleText): string {
  if (title === null || title.trim() === "") return "";
  const start = lettersOf(title).slice(0, 40);
  return lettersOf(body.slice(0, title.length * 2 + 40)).startsWith(start) ? "" : `${title}\n\n`;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** The quotation in the body's own offsets; none when any of it stands in the headline. */
function below(quote: FoundQuotation, by: number): readonly FoundQuotation[] {
  const spans = [...quote.content, ...(quote.cue ?? []), ...(quote.mention ?? [])];
  if (spans.some(([start]) => start < by)) return [];
  return [
    {
      ...quote,
      content: moved(quote.content, by),
      words: moved(quote.words, by),
      cue: quote.cue === null ? null : moved(quote.cue, by),
      mention: quote.mention === null ? null : moved(quote.mention, by),
    },
  ];
}

function moved(spans: readonly Span[], by: number): readonly Span[] {
  return spans.map(([start, end]) => [start - by, end - by]);
}

function inBody({ speech: _, ...quote }: FoundQuotation): PlacedQuotation {
  return { ...quote, place: { in: "body" } };
}

/** An embedded post is one quotation: its author's words, on its own day. */
function postQuotation(post: EmbeddedPost, index: number): PlacedQuotation[] {
  const { text, author, handle, published } = post;
  if (text.trim() === "") return [];
  const whole = [0, text.length] as const;
  return [
    {
      kind: "direct",
      content: [whole],
      words: [whole],
      cue: null,
      mention: null,
      speaker: author ?? handle,
      voice: author === null && handle === null ? "anonymous" : "person",
      role: null,
      said: saidOf(published),
      place: { in: "post", index },
    },
  ];
}

/** A post is written when it is published: its date is stated. */
function saidOf({ value, precision }: EmbeddedPost["published"]): SayingDate {
  if (value === null || precision === "unknown") return { value: null, precision: "unknown", evidence: "none" };
  if (precision === "minute") return { value: value.slice(0, 10), precision: "day", evidence: "stated" };
  return { value, precision, evidence: "stated" };
}
