// Dates quotations: for each, the day it was said, from the words around it, the occasion it belongs to, or the publication.
import type { Published, SayingDate } from "../../model/dates.ts";
import type { QuoteKind } from "../../model/quote.ts";
import type { Span } from "../../model/text.ts";
import type { Document } from "../document.ts";
import { lastFrom } from "../text/spans.ts";
import { publishedOr } from "./dateline.ts";
import { frameOf } from "./frame.ts";
import { around, merged, outside } from "./gaps.ts";
import { Memory } from "./memory.ts";
import { isOld, publishedSaying, UNDATED } from "./occasion.ts";
import { isPresent, isWritten, SIEVES } from "./sieves.ts";
import type { Standing, VoicedCue } from "./standing.ts";
import { tellings } from "./told.ts";
import { isBody, isPronoun, namesIn, voiceOf } from "./voice.ts";

/** What dating needs to know of a quotation; spans are offsets into the document's text. */
export interface Undated {
  readonly kind: QuoteKind;
  readonly content: readonly Span[];
  readonly cue: readonly Span[] | null;
  readonly mention: readonly Span[] | null;
  /** The speaker's full name where it is known already; else the mention has to do. */
  readonly speaker?: string | null;
  /** False for beliefs and wishes: dated as well, but their words hide no date and open no occasion. */
  readonly speech?: boolean;
}

/** A saying date, and the sieve that found it ("published" when none did). */
export interface Dating {
  readonly said: SayingDate;
  readonly rule: string;
}

/** The day each quotation was said, in the order given. Linear in the text and the quotations, but for their sorting. */
export function sayingDates(
  document: Document,
  quotes: readonly Undated[],
  published: Published,
): readonly SayingDate[] {
  return datings(document, quotes, published).map(({ said }) => said);
}

/** As `sayingDates`, with what decided, for the benchmark. */
export function datings(document: Document, quotes: readonly Undated[], stated: Published): readonly Dating[] {
  const { text, sentences, paragraphs } = document;
  const published = publishedOr(stated, text, paragraphs);
  const frame = frameOf(published);
  const spoken = quotes.filter((quote) => quote.speech !== false);
  const outermost = document.marks.filter((mark) => mark.depth === 0);
  const closed = outermost.filter((mark) => mark.closed).map((mark) => mark.span);
  const gaps = merged([...spoken.flatMap((quote) => quote.content), ...outermost.map((mark) => mark.span)]);
  const voices = new Map<number, string | null>();
  const order = quotes.map((_, index) => index).sort((a, b) => startOf(quotes[a]) - startOf(quotes[b]));
  let voice: string | null = null;
  const cues = new Map<number, VoicedCue[]>();
  for (const quote of order.map((index) => quotes[index]!)) {
    const { cue, mention } = quote;
    if (quote.speech === false) continue;
    voice = voiceIn(text, quote) ?? voice;
    const words = mention?.[0] ? text.slice(mention[0][0], mention[0][1]) : "";
    // "the president": whoever was named last. "each", "officials": nobody in particular.
    const named = voiceIn(text, quote) ?? (/^the\s+\p{Ll}/iu.test(words) ? voice : null);
    const sentence = cue?.[0] ? lastFrom(sentences, cue[0][0]) : -1;
    if (!cue?.[0]) continue;
    voices.set(sentence, voices.get(sentence) ?? named);
    const together = cues.get(sentence) ?? [];
    cues.set(sentence, together);
    together.push({ span: cue[0], voice });
  }
  const memory = new Memory(tellings(document, gaps, voices, published, frame), authorsIn(document, gaps));
  const dated: Dating[] = quotes.map(() => ({ said: UNDATED, rule: "none" }));
  for (const index of order) {
    const quote = standing(document, gaps, closed, quotes[index]!, memory, cues);
    memory.readTo(quote.sentence);
    const dating = date(quote, memory, published);
    dated[index] = dating;
    memory.before = {
      ...dating,
      origin: dating.rule === "goes on" && memory.before ? memory.before.origin : dating.rule,
      voice: quote.voice,
      person: quote.mention !== null && isBody(quote.mention) ? (memory.before?.person ?? null) : quote.voice,
      paragraph: quote.paragraph,
      isDated: dating.rule !== "published",
      isOld: isOld(dating.said, frame),
      isPresent: isPresent(quote.cueWords),
      isWritten: isWritten(quote.cueWords),
    };
  }
  return dated;
}

/** The voice by the speaker's name where it is known, else by the mention. */
function voiceIn(text: string, { speaker, mention }: Undated): string | null {
  return (speaker ? namesIn(speaker).at(-1) : undefined) ?? voiceOf(text, mention);
}

function date(quote: Standing, memory: Memory, published: Published): Dating {
  for (const sieve of SIEVES) {
    const said = sieve.catch(quote, memory);
    if (said !== null) return { said, rule: sieve.name };
  }
  return { said: publishedSaying(published), rule: "published" };
}

const startOf = (quote: Undated | undefined): number => quote?.content[0]?.[0] ?? 0;

/** Does the cue stand within somebody's quoted words? A transcript's "PUTIN:" does not. */
function isInside(text: string, marks: readonly Span[], cue: Span): boolean {
  const mark = marks[lastFrom(marks, cue[0])];
  return mark !== undefined && mark[0] < cue[0] && cue[1] < mark[1] && !/:\s*$/.test(text.slice(cue[0], cue[1]));
}

const BOOK = /\b(?:book|memoir|autobiography|novel|biography)\b/i;

/** Whoever is named in a sentence about a book. */
function authorsIn({ text, sentences }: Document, gaps: readonly Span[]): Set<string> {
  const authors = new Set<string>();
  if (!BOOK.test(text)) return authors;
  for (const [start, end] of sentences) {
    if (!BOOK.test(text.slice(start, Math.min(end, start + 400)))) continue;
    for (const name of namesIn(outside(text, start, end, gaps))) authors.add(name);
  }
  return authors;
}

function standing(
  document: Document,
  gaps: readonly Span[],
  marks: readonly Span[],
  quote: Undated,
  memory: Memory,
  cues: ReadonlyMap<number, readonly VoicedCue[]>,
): Standing {
  const { text, sentences, paragraphs } = document;
  const cue = quote.cue?.[0] ?? null;
  const place = cue?.[0] ?? startOf(quote);
  const sentence = lastFrom(sentences, place);
  const span = sentences[sentence] ?? [place, place];
  const paragraph = lastFrom(paragraphs, place);
  const mention = quote.mention?.[0] ? text.slice(quote.mention[0][0], quote.mention[0][1]) : null;
  const named = voiceIn(text, quote);
  const isPerson = /^(?:he|she|him|her|his)$/i.test(mention ?? "");
  return {
    text,
    gaps,
    cue,
    otherCues: around(cues.get(sentence) ?? [], place, (other) => other.span[0]).filter(
      (other) => other.span[0] !== cue?.[0],
    ),
    contentAt: startOf(quote),
    contentEnd: quote.content[0]?.[1] ?? place,
    paragraphAt: paragraphs[paragraph]?.[0] ?? place,
    mentionAt: quote.mention?.[0]?.[0] ?? null,
    cueWords: cue ? text.slice(cue[0], Math.min(cue[1], cue[0] + 80)) : "",
    mention,
    voice: named ?? (isPerson ? memory.before?.person : memory.before?.voice) ?? null,
    isNamed: named !== null || (mention !== null && isPronoun(mention)),
    sentence,
    paragraph,
    isHeadline: paragraph === 0 && paragraphs.length > 3 && paragraphs[0]![1] - paragraphs[0]![0] < 160,
    span,
    isInside: cue !== null && isInside(text, marks, cue),
    clause: outside(text, span[0], span[1], gaps),
  };
}
