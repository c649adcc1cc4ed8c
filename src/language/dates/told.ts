// The occasions a text tells of: each time outside the quoted words on which somebody may have spoken.
import type { Published, SayingDate } from "../../model/dates.ts";
import type { Span } from "../../model/text.ts";
import type { Document } from "../document.ts";
import { isReportingVerb } from "../lexicon/verbs.ts";
import { Known, Script } from "../text/script.ts";
import { lastFrom } from "../text/spans.ts";
import { isTied, OCCASIONS } from "./clause.ts";
import type { Frame } from "./frame.ts";
import { covers, outside } from "./gaps.ts";
import { isOld, sayingOf } from "./occasion.ts";
import { readTimes, type TimeExpression } from "./read.ts";
import { acronymsIn, namesIn } from "./voice.ts";
import { writingOf } from "./writings.ts";

export interface Told {
  readonly time: TimeExpression;
  readonly said: SayingDate;
  /** An occasion, an event by its day ("Monday's debate"), or only a mention of a time. */
  readonly kind: "occasion" | "event" | "mention";
  readonly sentence: number;
  readonly paragraph: number;
  /** The sentence without its quoted words. */
  readonly words: string;
  /** The voice quoted in its sentence; null when none is. */
  readonly quoted: string | null;
  /** Whom it may be an occasion of: the voice quoted, else everybody named. */
  readonly voices: readonly string[];
  /** What people spoke at: "debate", "interview". */
  readonly nouns: readonly string[];
  /** The writing whose day it is. */
  readonly writing: string | null;
  /** Does its sentence tell of speaking, or open the article with a weekday? */
  readonly speaks: boolean;
  /** Does it name the occasion, quote it, or give its weekday? */
  readonly isFirm: boolean;
  /** More than a week before the publication, or less than a day is known of it. */
  readonly isOld: boolean;
  /** Is it before the publication, as far as both are known? */
  readonly isPast: boolean;
}

/** Paragraphs at the head of an article, whose event is what the article is about. */
export const OPENING = 3;

/** All occasions, in the order of the text. `voices`: by sentence, whom it quotes. */
export function tellings(
  document: Document,
  gaps: readonly Span[],
  voices: ReadonlyMap<number, string | null>,
  published: Published,
  frame: Frame,
): Told[] {
  const { text, script, sentences, paragraphs } = document;
  const told: Told[] = [];
  const spoken = [...voices].sort((a, b) => a[0] - b[0]);
  let running: string | null = null;
  let at = 0;
  let read: SentenceRead | null = null;
  for (const time of readTimes(script, published, gaps)) {
    const said = sayingOf(time, frame);
    if (said === null || covers(gaps, time.span)) continue;
    const sentence = lastFrom(sentences, time.span[0]);
    const span = sentences[sentence];
    if (span === undefined) continue;
    const isEvent = /^['’]s\b/.test(text.slice(time.span[1], time.span[1] + 3));
    const tied = isTied(text, time, span, null, gaps);
    const kind = tied ? "occasion" : isEvent ? "event" : "mention";
    if (read?.sentence !== sentence) read = readSentence(text, span, sentence, gaps);
    const { words, names, acronyms, nouns } = read;
    const paragraph = lastFrom(paragraphs, time.span[0]);
    while (at < spoken.length && spoken[at]![0] < sentence) running = spoken[at++]![1] ?? running;
    const quoted = kind === "event" ? null : (voices.get(sentence) ?? null);
    told.push({
      time,
      said,
      kind,
      sentence,
      paragraph,
      words,
      quoted,
      voices:
        quoted !== null
          ? [quoted, ...beside(quoted, words), ...acronyms]
          : names.length === 0 && running && PRONOUN.test(words)
            ? [running]
            : names,
      nouns,
      writing: writingOf(text, time.span),
      speaks:
        voices.has(sentence) ||
        nouns.length > 0 ||
        read.speaks() ||
        (time.naming === "weekday" && paragraph <= OPENING),
      isFirm: quoted !== null || nouns.length > 0 || time.naming === "weekday",
      isOld: isOld(said, frame),
      isPast: (published.value ?? "").slice(0, said.value?.length ?? 0) !== said.value,
    });
  }
  return told;
}

/** What a sentence tells whatever its times; read once, however many times it names. */
interface SentenceRead {
  readonly sentence: number;
  readonly words: string;
  readonly acronyms: readonly string[];
  /** Acronyms included. */
  readonly names: readonly string[];
  readonly nouns: readonly string[];
  readonly speaks: () => boolean;
}

function readSentence(text: string, span: Span, sentence: number, gaps: readonly Span[]): SentenceRead {
  const words = outside(text, span[0], span[1], gaps);
  const acronyms = acronymsIn(words);
  const nouns = occasionsIn(text.slice(span[0], Math.min(span[1], span[0] + 600)));
  let spoken: boolean | null = null;
  const isSpoken = (): boolean => {
    spoken ??= speaks(words);
    return spoken;
  };
  return { sentence, words, acronyms, names: [...namesIn(words), ...acronyms], nouns, speaks: isSpoken };
}

/** "Jane Roe and Richard Poe": who is named together with the voice. */
function beside(quoted: string, words: string): string[] {
  const at = words.indexOf(" and ");
  if (at < 0) return [];
  const pair = [
    namesIn(words.slice(Math.max(0, at - 40), at)).at(-1),
    ...namesIn(words.slice(at + 5, at + 40)).slice(0, 3),
  ];
  return pair.includes(quoted) ? pair.filter((name) => name !== undefined && name !== quoted).map(String) : [];
}

const PRONOUN = /\b(?:he|she|they)\b/i;
const OCCASION = new Set(OCCASIONS);

/** The words of a text that name occasions. */
export function occasionsIn(words: string): string[] {
  return (words.toLowerCase().match(/[a-z-]+/g) ?? []).filter((word) => OCCASION.has(word));
}

const SPEAKING =
  /\b(?:sp(?:eak|oke)\w*|said|told|gave|met|appear\w*|visit\w*|testif\w*|attend\w*|talk\w*|gather\w*)\b/i;

const REPORTS = new Known(({ word }) => isReportingVerb(word));

function speaks(words: string): boolean {
  if (SPEAKING.test(words)) return true;
  const script = new Script(words);
  for (let at = 0; at < words.length; at++) {
    const start = at;
    for (let width = smallAt(script, at); width > 0; width = smallAt(script, at)) at += width;
    if (at - start > 4 && REPORTS.of(script, start, at)) return true;
  }
  return false;
}

/** How many units the small letter takes that stands at a place; 0 when none does. */
function smallAt({ text, codes }: Script, at: number): number {
  if (at >= codes.length) return 0;
  const code = codes[at]!;
  if (code < 128) return code >= 97 && code <= 122 ? 1 : 0;
  const letter = String.fromCodePoint(text.codePointAt(at)!);
  return SMALL.test(letter) ? letter.length : 0;
}
const SMALL = /^\p{Ll}/u;
