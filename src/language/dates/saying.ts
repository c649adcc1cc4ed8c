// Dates quotations: for each, the day it was said, from the words around it, the occasion it belongs to, or the publication.
import type { Published, SayingDate } from "../../model/dates.ts";
import type { QuoteKind } from "../../model/quote.ts";
import type { Span } from "../../model/text.ts";
import type { Document } from "../document.ts";
import { isBackground } from "./background.ts";
import { isTied, OCCASIONS } from "./clause.ts";
import { publishedSaying, sayingOf, UNDATED } from "./occasion.ts";
import { readTimes } from "./read.ts";
import { namesIn, voiceOf } from "./voice.ts";

/** What dating needs to know of a quotation; spans are offsets into the document's text. */
export interface Undated {
  readonly kind: QuoteKind;
  readonly content: readonly Span[];
  readonly cue: readonly Span[] | null;
  readonly mention: readonly Span[] | null;
}

/** An occasion on which words were said: where the text tells of it, when it was, and whose it was. */
interface Told {
  readonly at: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly said: SayingDate;
  readonly voices: readonly string[];
  readonly nouns: readonly string[];
}

/** The day each quotation was said, in the order given. Linear in the text and the quotations, but for their sorting. */
export function sayingDates(
  document: Document,
  quotes: readonly Undated[],
  published: Published,
): readonly SayingDate[] {
  const scene = new Scene(document, quotes, published);
  const order = quotes.map((_, index) => index).sort((a, b) => startOf(quotes[a]) - startOf(quotes[b]));
  const said: SayingDate[] = quotes.map(() => UNDATED);
  for (const index of order) said[index] = scene.date(quotes[index]!);
  return said;
}

const startOf = (quote: Undated | undefined): number => quote?.content[0]?.[0] ?? 0;

class Scene {
  readonly #document: Document;
  readonly #published: Published;
  readonly #told: Told[] = [];
  readonly #gaps: readonly Span[];
  readonly #cues: ReadonlyMap<number, string | null>;
  #last: { voice: string | null; said: SayingDate; paragraph: number; sure: boolean } | null = null;

  constructor(document: Document, quotes: readonly Undated[], published: Published) {
    this.#document = document;
    this.#published = published;
    this.#gaps = merged([
      ...quotes.flatMap((quote) => quote.content),
      ...document.marks.filter((mark) => mark.depth === 0).map((mark) => mark.span),
    ]);
    this.#cues = new Map(
      quotes.flatMap((quote) => {
        const cue = quote.cue?.[0];
        return cue ? [[find(document.sentences, cue[0]), voiceOf(document.text, quote.mention)] as const] : [];
      }),
    );
    this.#tell();
  }

  /** Collects the occasions of the text, in order. */
  #tell(): void {
    const { text, sentences, paragraphs } = this.#document;
    for (const time of readTimes(text, this.#published)) {
      if (covers(this.#gaps, time.span)) continue;
      const said = sayingOf(time, this.#published);
      const sentence = find(sentences, time.span[0]);
      const span = sentences[sentence];
      if (said === null || span === undefined) continue;
      if (!isTied(text, time, span, null, this.#gaps)) continue;
      const words = text.slice(span[0], Math.min(span[1], span[0] + 600));
      const cue = this.#cues.get(sentence);
      const nouns = occasionsIn(words);
      this.#told.push({
        at: time.span[0],
        sentence,
        paragraph: find(paragraphs, time.span[0]),
        said,
        voices: cue ? [cue] : namesIn(words),
        nouns,
      });
    }
  }

  date(quote: Undated): SayingDate {
    const { text, sentences, paragraphs } = this.#document;
    const anchor = quote.cue?.[0] ?? null;
    const place = anchor?.[0] ?? startOf(quote);
    const sentence = find(sentences, place);
    const paragraph = find(paragraphs, place);
    const voice = voiceOf(text, quote.mention) ?? this.#last?.voice ?? null;
    const span = sentences[sentence] ?? [place, place];
    const found = this.#own(quote, anchor, sentence) ?? this.#inherited(voice, sentence, paragraph, span, anchor);
    const said = found ?? (anchor && isBackground(text, anchor, span) ? UNDATED : publishedSaying(this.#published));
    this.#last = { voice, said, paragraph, sure: found !== null };
    return said;
  }

  /** The time in the quotation's own sentence nearest to its cue. */
  #own(_quote: Undated, anchor: Span | null, sentence: number): SayingDate | null {
    let best: Told | null = null;
    for (const told of this.#told) {
      if (told.sentence !== sentence) continue;
      if (best === null || Math.abs(told.at - (anchor?.[0] ?? 0)) < Math.abs(best.at - (anchor?.[0] ?? 0))) best = told;
    }
    return best?.said ?? null;
  }

  #inherited(
    voice: string | null,
    sentence: number,
    paragraph: number,
    span: Span,
    anchor: Span | null,
  ): SayingDate | null {
    const { text } = this.#document;
    const earlier = this.#told.filter((told) => told.sentence < sentence);
    const clause = text.slice(span[0], span[1]);
    if (anchor && /^\W*(?:\S+\s+){0,4}?(?:then|at the time)\b/i.test(text.slice(anchor[1], anchor[1] + 60))) {
      const old = earlier.findLast((told) => this.#isOld(told.said));
      if (old) return old.said;
    }
    const here = earlier.findLast((told) => told.paragraph === paragraph);
    if (here && (voice === null || here.voices.includes(voice) || here.voices.length === 0 || here.nouns.length > 0))
      return here.said;
    if (this.#last?.sure && this.#last.voice === voice && paragraph - this.#last.paragraph <= 1) {
      const chained =
        !this.#isOld(this.#last.said) ||
        (anchor && /added|continued|went on|concluded/.test(text.slice(anchor[0], anchor[1])));
      if (chained) return this.#last.said;
    }
    const before = earlier.findLast((told) => voice !== null && told.voices.includes(voice) && !this.#isOld(told.said));
    if (before) return before.said;
    const nouns = occasionsIn(clause);
    const event = earlier.findLast(
      (told) => !this.#isOld(told.said) && told.nouns.some((noun) => nouns.includes(noun)),
    );
    if (event) return event.said;
    if (paragraph <= 3) {
      const ahead = this.#told.find(
        (told) =>
          told.paragraph > paragraph &&
          told.paragraph <= paragraph + 4 &&
          voice !== null &&
          told.voices.includes(voice),
      );
      if (ahead && !this.#isOld(ahead.said)) return ahead.said;
    }
    return null;
  }

  /** More than a week before the publication, or held less precisely than a day. */
  #isOld(said: SayingDate): boolean {
    if (said.precision === "weekday") return false;
    if (said.precision !== "day" || said.value === null) return true;
    const published = publishedSaying(this.#published);
    if (published.precision !== "day" || published.value === null) return false;
    return Temporal.PlainDate.from(said.value).until(Temporal.PlainDate.from(published.value)).days > 7;
  }
}

const OCCASION_WORDS = new Set(OCCASIONS);
const occasionsIn = (words: string): string[] =>
  (words.toLowerCase().match(/[a-z-]+/g) ?? []).filter((word) => OCCASION_WORDS.has(word));

/** The index of the span that holds a place, or the last one before it; -1 when none is. */
function find(spans: readonly Span[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]![0] <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Spans in order, those that touch made one. */
function merged(spans: readonly Span[]): Span[] {
  const out: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

const covers = (gaps: readonly Span[], [start, end]: Span): boolean => {
  const gap = gaps[find(gaps, start)];
  return gap !== undefined && gap[0] <= start && end <= gap[1];
};
