// Finds runs of capitalised words: what may be a name, with the titles and adjectives before it.

import type { Document } from "../document.ts";
import { GIVEN_NAMES } from "../lexicon/given-names.ts";
import { BODY_WORDS, NEVER_NAMES } from "../lexicon/organisations.ts";
import { COURTESY, NAME_SUFFIX, PARTICLES, TITLES } from "../lexicon/titles.ts";
import { type Word, wordsIn } from "./words.ts";

export interface Run {
  readonly words: readonly Word[];
  /** Index in `document.sentences`. */
  readonly sentence: number;
  readonly paragraph: number;
  /** Does it open a sentence or a quotation, where a capital tells nothing? */
  readonly opens: boolean;
  /** Stands in a line where most words are capitalised. */
  readonly headline: boolean;
  /** Stands in a byline or a picture's credit: nobody there speaks or is meant by a pronoun. */
  readonly credit: boolean;
  /** The word before it and the text after it, for context; lower case. */
  readonly before: string;
}

const CONNECTORS: ReadonlySet<string> = new Set("of for on and the to in &".split(" "));
const OPEN_PLURALS: ReadonlySet<string> = new Set(
  "citizens doctors veterans daughters sons americans friends mothers students women people reporters physicians scientists securities food immigration centers arms alcohol".split(
    " ",
  ),
);

/** The runs of a document in text order, and every word (for those who look at what stands between). */
export function capitalRuns(document: Document): Run[] {
  const { text, script, paragraphs, sentences } = document;
  const runs: Run[] = [];
  let sentence = 0;
  for (const [paragraph, [start, end]] of paragraphs.entries()) {
    const words = wordsIn(script, start, end);
    const credit = isCredit(text.slice(start, Math.min(end, start + LONGEST_CREDIT + 1)));
    const headline = credit || isHeadline(words);
    for (let at = 0; at < words.length; ) {
      const word = words[at]!;
      while (sentence + 1 < sentences.length && sentences[sentence + 1]![0] <= word.start) sentence++;
      if (!startsRun(words, at)) {
        at++;
        continue;
      }
      const next = endOfRun(text, words, at);
      runs.push({
        words: words.slice(at, next),
        sentence,
        paragraph,
        opens:
          sentences[sentence]![0] >= word.start - 1 ||
          /["“‘:—–(]\s?$/.test(text.slice(Math.max(0, word.start - 2), word.start)),
        headline,
        credit,
        before: at > 0 ? words[at - 1]!.lower : "",
      });
      at = next;
    }
  }
  return runs;
}

const LONGEST_CREDIT = 160;
const CREDIT =
  /^(?:By|BY|Written by|Story by|Reported by|Reporting by|Editing by|Additional reporting|Photos?(?:graph)?(?: by)?\b|Pictures?:|Image:|Credit:|FILE(?: PHOTO)?\b|©|\(Photo)|(?:Getty Images|AP Photo|via AP|via Reuters|\/AP|\/AFP|\/Reuters|\/Getty|AFP|Pool Photo[^.]*|Shutterstock|EPA)[)\]]?\.?$/;

/** "By Peter Baker", "Photo: …", "… / Getty Images". */
function isCredit(line: string): boolean {
  return line.length <= LONGEST_CREDIT && CREDIT.test(line.trim()) && !/["“”]/.test(line) && !/^By [a-z]/.test(line);
}

/** Words that a headline in capitals leaves small. */
const SMALL =
  /^(?:a|an|the|and|or|but|nor|for|of|to|in|on|at|by|as|is|if|vs|vs\.|its|via|per|up|out|off|not|it|so|yet|about|after|amid|among|before|between|from|into|like|over|than|that|under|upon|when|with|without)$/;

/** A line in which every word but small ones is capitalised: a headline, a menu. */
function isHeadline(words: readonly Word[]): boolean {
  if (words.length < 4 || words.length > 40) return false;
  const telling = words.filter((word) => !SMALL.test(word.lower) && /^\p{L}/u.test(word.text));
  return telling.length >= 3 && telling.every((word) => word.capital);
}

function isNever(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (!NEVER_NAMES.has(word.lower) || (word.caps && word.text.length < 4 && word.lower !== "i")) return false;
  const next = words[at + 1];
  const mayBeGiven = GIVEN_NAMES.has(word.lower) && next?.capital && next.start === word.end + 1;
  return !(mayBeGiven && !NEVER_NAMES.has(next.lower));
}

function startsRun(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (/^[DRI]-/.test(word.text)) return false;
  return word.capital && !isNever(words, at) && !(word.text.length === 1 && /[IA]/.test(word.text));
}

function endOfRun(text: string, words: readonly Word[], from: number): number {
  let at = from + 1;
  let body = isBody(words[from]!);
  while (at < words.length && at - from < 14) {
    const last = words[at - 1]!;
    const word = words[at]!;
    if (last.possessive) break;
    const gap = text.slice(last.end, word.start);
    if (NAME_SUFFIX.test(word.text) && /^,? $/.test(gap) && word.capital) {
      at++;
      continue;
    }
    if (
      word.capital &&
      (!isNever(words, at) || isBody(word) || isMonthSurname(last, word)) &&
      joins(gap, text, words, at)
    ) {
      body ||= isBody(word);
      at++;
      continue;
    }
    if (gap !== " ") break;
    const far = particleRun(text, words, at);
    if (far > at) {
      at = far;
      continue;
    }
    const office = officeOf(text, words, at);
    if (office > at) {
      at = office;
      continue;
    }
    const linked = body || OPEN_PLURALS.has(last.lower) ? connected(text, words, from, at) : at;
    if (linked === at) break;
    at = linked;
  }
  return at;
}

/** "Theresa May", "Mrs. May". */
function isMonthSurname(before: Word, word: Word): boolean {
  if (!/^(?:may|march|june|august|april)$/.test(word.lower)) return false;
  return GIVEN_NAMES.has(before.lower) || COURTESY.has(before.lower.replace(/\.$/, ""));
}

function isBody(word: Word): boolean {
  return BODY_WORDS.has(word.lower) && !TITLES.has(word.lower);
}

/** A plain space joins; so do the marks around a nickname ('Robert "Bobby" Scott'). */
function joins(gap: string, text: string, words: readonly Word[], at: number): boolean {
  if (gap === " " || gap === "\u00a0") return true;
  const opening = /^ [“"'‘(]$/.test(gap);
  const next = words[at + 1];
  if (opening) return !!next?.capital && /^[”"'’)] $/.test(text.slice(words[at]!.end, next.start));
  return /^[”"'’)] $/.test(gap) && /[“"'‘(]/.test(text[words[at - 1]!.start - 1] ?? "") && at > 1;
}

/** "Bill de Blasio", "Ursula von der Leyen": small words between capitals. */
function particleRun(text: string, words: readonly Word[], at: number): number {
  let end = at;
  while (end < words.length && end - at < 3 && PARTICLES.has(words[end]!.lower) && !words[end]!.capital) end++;
  const next = words[end];
  if (end === at || !next?.capital || NEVER_NAMES.has(next.lower)) return at;
  const joined = text.slice(words[at]!.start, next.start).split(/\s+/).length - 1;
  return joined === end - at ? end + 1 : at;
}

/** "Department of Justice", "Commission on the Environment": only within the name of a body. */
function connected(text: string, words: readonly Word[], from: number, at: number): number {
  let end = at;
  while (end < words.length && end - at < 2 && CONNECTORS.has(words[end]!.lower) && !words[end]!.capital) end++;
  const next = words[end];
  if (end === at || !next?.capital || NEVER_NAMES.has(next.lower)) return at;
  if (text.slice(words[at]!.start, next.start).includes(",")) return at;
  if (words[at]!.lower === "and" && (GIVEN_NAMES.has(next.lower) || TITLES.has(next.lower))) return at;
  const group = words.slice(Math.max(from, at - 8), at).some(isBody);
  // "… Education Fund and Citizens …" are two; "Department of Health and Human Services" is one.
  if (words[at]!.lower === "and" && group && !words.slice(from, at).some((word) => word.lower === "of")) return at;
  if (!group && GIVEN_NAMES.has(next.lower)) return at;
  if (words[at]!.lower === "to" || (words[at]!.lower === "in" && end === at + 1)) return at;
  return end + 1;
}

/** "Secretary of State John Kerry", "Ambassador to the United States …": what an office is of. */
function officeOf(text: string, words: readonly Word[], at: number): number {
  if (!TITLES.has(words[at - 1]!.lower) || !/^(?:of|to|for)$/.test(words[at]!.lower)) return at;
  const end = words[at + 1]?.lower === "the" ? at + 2 : at + 1;
  const next = words[end];
  return next?.capital && /^[a-z ]*$/.test(text.slice(words[at]!.start, next.start)) ? end + 1 : at;
}
