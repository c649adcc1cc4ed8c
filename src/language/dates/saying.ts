// Dates quotations: for each, the day it was said, from the words around it, the occasion it belongs to, or the publication.
import type { Published, SayingDate } from "../../model/dates.ts";
import type { QuoteKind } from "../../model/quote.ts";
import type { Span } from "../../model/text.ts";
import type { Document } from "../document.ts";
import { isReportingVerb } from "../lexicon/verbs.ts";
import { isBackground, isLasting } from "./background.ts";
import { isTied, OCCASIONS } from "./clause.ts";
import { covers, find, merged, outside } from "./gaps.ts";
import { publishedSaying, sayingOf, UNDATED } from "./occasion.ts";
import { readTimes, type TimeExpression } from "./read.ts";
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
  readonly time: TimeExpression;
  readonly sentence: number;
  readonly paragraph: number;
  readonly said: SayingDate;
  readonly voices: readonly string[];
  /** The voice quoted in its sentence. */
  readonly cue: string | null;
  readonly nouns: readonly string[];
  /** Does its sentence tell of speaking, or open the article? */
  readonly speaks: boolean;
}

/** A saying date, and the rule that found it. */
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

/** As `sayingDates`, with the rules that did it, for the benchmark. */
export function datings(document: Document, quotes: readonly Undated[], published: Published): readonly Dating[] {
  const scene = new Scene(document, quotes, published);
  const order = quotes.map((_, index) => index).sort((a, b) => startOf(quotes[a]) - startOf(quotes[b]));
  const dated: Dating[] = quotes.map(() => ({ said: UNDATED, rule: "none" }));
  for (const index of order) dated[index] = scene.date(quotes[index]!);
  return dated;
}

const startOf = (quote: Undated | undefined): number => quote?.content[0]?.[0] ?? 0;

class Scene {
  readonly #document: Document;
  readonly #published: Published;
  readonly #told: Told[] = [];
  readonly #gaps: readonly Span[];
  readonly #cues: ReadonlyMap<number, string | null>;
  last: {
    voice: string | null;
    said: SayingDate;
    rule: string;
    paragraph: number;
    sure: boolean;
    present: boolean;
  } | null = null;

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
      const words = outside(text, span[0], span[1], this.#gaps);
      const cue = this.#cues.get(sentence);
      const nouns = occasionsIn(words);
      this.#told.push({
        at: time.span[0],
        time,
        sentence,
        paragraph: find(paragraphs, time.span[0]),
        said,
        voices: cue ? [cue] : namesIn(words),
        cue: cue ?? null,
        nouns,
        speaks:
          cue !== undefined ||
          nouns.length > 0 ||
          speaks(words) ||
          (time.naming === "weekday" && find(paragraphs, time.span[0]) <= OPENING),
      });
    }
  }

  date(quote: Undated): Dating {
    const { text, sentences, paragraphs } = this.#document;
    const anchor = quote.cue?.[0] ?? null;
    const place = anchor?.[0] ?? startOf(quote);
    const sentence = find(sentences, place);
    const paragraph = find(paragraphs, place);
    const voice = voiceOf(text, quote.mention) ?? this.last?.voice ?? null;
    const span = sentences[sentence] ?? [place, place];
    const mention = quote.mention?.[0] ? text.slice(quote.mention[0][0], quote.mention[0][1]) : null;
    const dating =
      this.#own(anchor, sentence) ??
      this.#background(quote, mention, span) ??
      this.#inherited(voice, sentence, paragraph, span, anchor, mention) ??
      ({ said: publishedSaying(this.#published), rule: "published" } as const);
    this.last = {
      voice,
      said: dating.said,
      rule: dating.rule,
      paragraph,
      sure: dating.rule !== "published",
      present: anchor !== null && PRESENT.test(text.slice(anchor[0], anchor[1])),
    };
    return dating;
  }

  #isTiedTo(told: Told, anchor: Span | null): boolean {
    const { text, sentences } = this.#document;
    const sentence = sentences[told.sentence];
    return sentence === undefined || anchor === null || isTied(text, told.time, sentence, anchor, this.#gaps);
  }

  /** Words of no one time. */
  #background(quote: Undated, mention: string | null, sentence: Span): Dating | null {
    const cue = quote.cue?.[0];
    const { text } = this.#document;
    const timeless =
      (mention !== null && isLasting(mention)) ||
      (cue !== undefined && (mention === null || isBackground(text, cue, sentence, this.#gaps)));
    return timeless ? { said: UNDATED, rule: "background" } : null;
  }

  /** The time in the quotation's own sentence nearest to its cue. */
  #own(anchor: Span | null, sentence: number): Dating | null {
    let best: Told | null = null;
    for (const told of this.#told) {
      if (told.sentence !== sentence || !this.#isTiedTo(told, anchor)) continue;
      if (best === null || Math.abs(told.at - (anchor?.[0] ?? 0)) < Math.abs(best.at - (anchor?.[0] ?? 0))) best = told;
    }
    return best && { said: best.said, rule: "own sentence" };
  }

  #inherited(
    voice: string | null,
    sentence: number,
    paragraph: number,
    span: Span,
    anchor: Span | null,
    mention: string | null,
  ): Dating | null {
    const { text } = this.#document;
    const earlier = this.#told.filter((told) => told.sentence < sentence);
    const cue = anchor ? text.slice(anchor[0], anchor[1]) : "";
    const by = (rule: string, told: Told | undefined): Dating | null => (told ? { said: told.said, rule } : null);
    if (anchor && THEN.test(text.slice(anchor[0], anchor[1] + 60))) {
      const old = earlier.findLast((told) => this.#isOld(told.said));
      if (old) return by("then", old);
    }
    if (THE_NEXT.test(outside(text, span[0], span[1], this.#gaps))) {
      const told = earlier.at(-1);
      if (told && this.#isOld(told.said) && told.said.precision !== "day") return by("then", told);
    }
    const here = earlier.findLast((told) => told.paragraph === paragraph);
    if (here && (voice === null || here.voices.includes(voice) || here.voices.length === 0 || here.nouns.length > 0))
      return by("paragraph", here);
    if (PRESENT.test(cue) && !(this.last?.sure && this.last.present)) return null;
    const clause = outside(text, span[0], span[1], this.#gaps);
    const opens = OPENS.test(clause);
    const { last } = this;
    const follows = last?.sure && last.voice === voice && paragraph - last.paragraph <= 1;
    if (
      last &&
      follows &&
      !(opens && this.#isOld(last.said)) &&
      (!this.#isOld(last.said) || anchor === null || CONTINUES.test(cue))
    )
      return { said: last.said, rule: "goes on" };
    const lately = earlier.findLast((told) => voice !== null && told.voices.includes(voice));
    if (!opens && lately?.cue === voice && this.#isOld(lately.said) && paragraph - lately.paragraph <= 1)
      return by("old voice", lately);
    const before = earlier.findLast(
      (told) => voice !== null && told.speaks && told.voices.includes(voice) && !this.#isOld(told.said),
    );
    if (before) return by("voice", before);
    const nouns = clause.match(DEFINITE)?.map((noun) => noun.slice(noun.lastIndexOf(" ") + 1)) ?? [];
    const event = earlier.findLast(
      (told) => !this.#isOld(told.said) && told.nouns.some((noun) => nouns.includes(noun)),
    );
    if (event) return by("event", event);
    const opening = this.#told.find((told) => told.paragraph < OPENING && told.speaks && !this.#isOld(told.said));
    if (opening && opening.sentence < sentence) {
      if (voice === null) return by("opening", opening);
      const runs = this.last?.rule === "reaction" && paragraph - this.last.paragraph <= 1;
      if (this.#isLately(opening.said) && (REACTION.test(cue) || runs) && !OBSERVER.test(mention ?? ""))
        return by("reaction", opening);
    }
    if (paragraph <= 3) {
      const ahead = this.#told.find(
        (told) =>
          told.paragraph > paragraph &&
          told.paragraph <= paragraph + 4 &&
          voice !== null &&
          told.voices.includes(voice),
      );
      if (ahead && !this.#isOld(ahead.said)) return by("ahead", ahead);
    }
    return null;
  }

  /** A day within three of the publication. */
  #isLately(said: SayingDate): boolean {
    const published = publishedSaying(this.#published);
    if (said.precision !== "day" || published.precision !== "day") return false;
    return Temporal.PlainDate.from(said.value ?? "").until(Temporal.PlainDate.from(published.value ?? "")).days <= 3;
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

/** "he said then", "Putin said at the time" */
const THEN = /^(?:\S+\s+){0,5}?(?:then|at the time|that day)\b/i;
/** "the following morning": counted from what was told before. */
const THE_NEXT = /\bthe (?:following|next|same) (?:day|morning|afternoon|evening|night)\b/i;
const CONTINUES = /\b(?:add|continu|went on|conclud)/i;
/** What people do on the day of an event, and observers when they are asked about it later. */
const REACTION =
  /^(?:condemn|denounc|decr|blast|slam|prais|hail|welcom|applaud|criticiz|reject|dismiss|call|insist|accus|urg|warn|brand|respond|react|rebuk|deplor|vow|pledg|mourn)/i;
const OBSERVER =
  /\b(?:professor|fellow|scholar|analyst|expert|historian|economist|strategist|pollster|scientist|physicist|researcher|author|lecturer|consultant|executive director|institute|university|cent(?:er|re)|think tank)\b/i;
/** Told in the present: what goes on now, whatever was said before. */
const PRESENT =
  /^(?:is|are|says|tells|calls|asks|argues|adds|writes|claims|notes|insists|describes|explains|believes|warns|contends|suggests)\b/i;

/** "in an interview", "at a rally": an occasion of its own, which nothing dates. */
const OPENS = new RegExp(
  `\\b(?:in|at|during|on|by|via)\\s+(?:an?|one|another)\\s+(?:[\\w’'-]+\\s+){0,4}?(?:${OCCASIONS.join("|")})\\b`,
  "i",
);
/** "the debate", "that speech", "his interview" */
const DEFINITE = new RegExp(
  `\\b(?:the|that|this|his|her|its|their)\\s+(?:[\\w’'-]+\\s+){0,2}?(?:${OCCASIONS.join("|")})\\b`,
  "gi",
);
/** Paragraphs at the head of an article, whose event is what the article is about. */
const OPENING = 3;
const SPEAKING =
  /\b(?:sp(?:eak|oke)\w*|said|told|gave|met|appear\w*|visit\w*|testif\w*|attend\w*|talk\w*|gather\w*)\b/i;
const speaks = (words: string): boolean =>
  SPEAKING.test(words) || (words.match(/\p{Ll}+/gu) ?? []).some((word) => word.length > 4 && isReportingVerb(word));

const OCCASION_WORDS = new Set(OCCASIONS);
const occasionsIn = (words: string): string[] =>
  (words.toLowerCase().match(/[a-z-]+/g) ?? []).filter((word) => OCCASION_WORDS.has(word));
