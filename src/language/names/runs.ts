// Finds runs of capitalised words: what may be a name, with the titles and adjectives before it.
import type { Document } from "../document.ts";
import type { Form } from "./forms.ts";
import { isIn, LIST } from "./lists.ts";
import { Line, type Word } from "./words.ts";

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
    const line = new Line(script, start, end);
    const credit = isCredit(text.slice(start, Math.min(end, start + LONGEST_CREDIT + 1)));
    const headline = credit || isHeadline(line.forms);
    for (let at = 0; at < line.length; ) {
      if (!startsRun(line, at)) {
        at++;
        continue;
      }
      const start = line.starts[at]!;
      while (sentence + 1 < sentences.length && sentences[sentence + 1]![0] <= start) sentence++;
      const next = endOfRun(text, line, at);
      runs.push({
        words: line.between(at, next),
        sentence,
        paragraph,
        opens: sentences[sentence]![0] >= start - 1 || /["“‘:—–(]\s?$/.test(text.slice(Math.max(0, start - 2), start)),
        headline,
        credit,
        before: at > 0 ? line.forms[at - 1]!.lower : "",
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

/** A line in which every word but small ones is capitalised: a headline, a menu. */
function isHeadline(forms: readonly Form[]): boolean {
  if (forms.length < 4 || forms.length > 40) return false;
  let telling = 0;
  for (const form of forms) {
    if (isIn(form, LIST.small) || !isIn(form, LIST.lettered)) continue;
    if (!form.capital) return false;
    telling++;
  }
  return telling >= 3;
}

function isNever(line: Line, at: number): boolean {
  const form = line.forms[at]!;
  if (!isIn(form, LIST.never) || (form.caps && form.text.length < 4 && form.lower !== "i")) return false;
  const next = line.forms[at + 1];
  const mayBeGiven =
    isIn(form, LIST.given) && next?.capital && line.starts[at + 1] === line.starts[at]! + form.text.length + 1;
  return !(mayBeGiven && !isIn(next, LIST.never));
}

function startsRun(line: Line, at: number): boolean {
  const form = line.forms[at]!;
  return form.capital && !isIn(form, LIST.lone) && !isNever(line, at);
}

function endOfRun(text: string, line: Line, from: number): number {
  let at = from + 1;
  let body = isBody(line.forms[from]!);
  while (at < line.length && at - from < 14) {
    const last = line.at(at - 1)!;
    const word = line.at(at)!;
    if (last.possessive) break;
    const gap = text.slice(last.end, word.start);
    if (isIn(word, LIST.suffix) && /^,? $/.test(gap) && word.capital) {
      at++;
      continue;
    }
    if (
      word.capital &&
      (!isNever(line, at) || isBody(word) || isMonthSurname(last, word)) &&
      joins(gap, text, line, at)
    ) {
      body ||= isBody(word);
      at++;
      continue;
    }
    if (gap !== " ") break;
    const far = particleRun(text, line, at);
    if (far > at) {
      at = far;
      continue;
    }
    const office = officeOf(text, line, at);
    if (office > at) {
      at = office;
      continue;
    }
    const linked = body || OPEN_PLURALS.has(last.lower) ? connected(text, line, from, at) : at;
    if (linked === at) break;
    at = linked;
  }
  return at;
}

/** "Theresa May", "Mrs. May". */
function isMonthSurname(before: Word, word: Word): boolean {
  if (!/^(?:may|march|june|august|april)$/.test(word.lower)) return false;
  return isIn(before, LIST.given | LIST.courtesy);
}

function isBody(word: Form | Word): boolean {
  return isIn(word, LIST.body) && !isIn(word, LIST.title);
}

/** A plain space joins; so do the marks around a nickname ('Robert "Bobby" Scott'). */
function joins(gap: string, text: string, line: Line, at: number): boolean {
  if (gap === " " || gap === "\u00a0") return true;
  // "(R-Texas)" is a seat.
  const opening = /^ [“"'‘(]$/.test(gap) && !/^[RDI]-\p{Lu}/u.test(line.at(at)!.text);
  const next = line.at(at + 1);
  if (opening) return !!next?.capital && /^[”"'’)] $/.test(text.slice(line.at(at)!.end, next.start));
  return /^[”"'’)] $/.test(gap) && /[“"'‘(]/.test(text[line.starts[at - 1]! - 1] ?? "") && at > 1;
}

/** "Bill de Blasio", "Ursula von der Leyen": small words between capitals. */
function particleRun(text: string, line: Line, at: number): number {
  let end = at;
  while (end < line.length && end - at < 3 && isIn(line.forms[end]!, LIST.particle) && !line.forms[end]!.capital) end++;
  const next = line.at(end);
  if (end === at || !next?.capital || isIn(next, LIST.never)) return at;
  const joined = text.slice(line.starts[at]!, next.start).split(/\s+/).length - 1;
  return joined === end - at ? end + 1 : at;
}

/** "Department of Justice", "Commission on the Environment": only within the name of a body. */
function connected(text: string, line: Line, from: number, at: number): number {
  let end = at;
  while (end < line.length && end - at < 2 && isIn(line.forms[end]!, LIST.connector) && !line.forms[end]!.capital)
    end++;
  const next = line.at(end);
  if (end === at || !next?.capital || isIn(next, LIST.never)) return at;
  const { lower } = line.forms[at]!;
  if (text.slice(line.starts[at]!, next.start).includes(",")) return at;
  if (lower === "and" && isIn(next, LIST.given | LIST.title)) return at;
  const group = line.forms.slice(Math.max(from, at - 8), at).some(isBody);
  // "… Education Fund and Citizens …" are two; "Department of Health and Human Services" is one.
  if (lower === "and" && group && !line.forms.slice(from, at).some((form) => form.lower === "of")) return at;
  if (!group && isIn(next, LIST.given)) return at;
  if (lower === "to" || (lower === "in" && end === at + 1)) return at;
  return end + 1;
}

/** "Secretary of State John Kerry", "Ambassador to the United States …": what an office is of. */
function officeOf(text: string, line: Line, at: number): number {
  if (!isIn(line.forms[at - 1]!, LIST.title) || !isIn(line.forms[at]!, LIST.ofOffice)) return at;
  const end = line.forms[at + 1]?.lower === "the" ? at + 2 : at + 1;
  const next = line.at(end);
  return next?.capital && /^[a-z ]*$/.test(text.slice(line.starts[at]!, next.start)) ? end + 1 : at;
}
