// Plain sentences that end with who said so, each rule with an example above it.
import type { Span } from "../../model/text.ts";
import type { Document } from "../document.ts";
import { trimSpan } from "../text/paragraphs.ts";
import type { Sieved } from "./sieves.ts";
import type { UnitRun } from "./units.ts";

/** How a sentence ends: the comma after what was said, and who is told to have said it. */
interface Ending {
  readonly comma: number;
  readonly cue: Span;
  readonly source: Span;
}

/** Longer endings are none. */
const LONGEST = 160;

/** `pattern`: has the groups `cue` and `source`, and begins with the comma. `word`: without it no pattern is tried. */
function endingOf(text: string, [start, end]: Span, word: RegExp, pattern: RegExp): Ending | null {
  const from = Math.max(start, end - LONGEST);
  const tail = text.slice(from, end);
  const match = word.test(tail) ? pattern.exec(tail) : null;
  if (!match) return null;
  const { cue, source } = match.indices!.groups!;
  const spanOf = ([first, last]: readonly [number, number]): Span => [from + first, from + last];
  return { comma: from + match.index, cue: spanOf(cue!), source: trimSpan(text, spanOf(source!)) };
}

/** The same of a run without marks in which nobody else is said to say anything, and which says something. */
function plainEndingOf(text: string, run: UnitRun, fewest: number, word: RegExp, pattern: RegExp): Ending | null {
  const ending = endingOf(text, [run.spans[0]![0], run.spans.at(-1)![1]], word, pattern);
  if (!ending || run.marked.some((stretch) => stretch !== null)) return null;
  const before = (span: Span): boolean => span[1] <= ending.comma;
  if (run.looks.some((look, index) => look.reports && before(run.spans[index]!))) return null;
  return run.spans.filter(before).length < fewest ? null : ending;
}

function sieved(start: number, { comma, cue, source }: Ending, rule: string): Sieved {
  return { content: [[start, comma]], cue, source, floating: false, rule };
}

// The bridge will open in May, according to the mayor.
const ACCORDING = /,\s+(?<cue>according to)\s+(?<source>[^,;:“”"«»]{2,120}?)\s*\.?\s*$/du;

/** A plain sentence that ends with "according to" somebody. */
export function accordingAtEnd(text: string, run: UnitRun): Sieved | null {
  const ending = plainEndingOf(text, run, 3, /according to/, ACCORDING);
  if (!ending) return null;
  const start = run.spans[0]![0];
  const lead = /^(?:But|And|Yet|So|Still|However|Meanwhile),?\s+/.exec(text.slice(start, start + 20))?.[0].length ?? 0;
  return sieved(start + lead, ending, "according to, at the end");
}

// The bridge is late, the engineer told the city council on Monday.
const TOLD =
  /,\s+(?<source>(?!(?:who|which|as|after|when|where|while|and|but)\b)(?:[\p{L}’'.-]+\s+){1,8})(?<cue>told)\s+(?:[\p{L}\p{N}’'.-]+\s*){1,6}[.]?\s*$/du;

/** A plain sentence that ends with "somebody told somebody". */
export function toldAtEnd(text: string, run: UnitRun): Sieved | null {
  const ending = plainEndingOf(text, run, 4, /told/, TOLD);
  return ending && sieved(run.spans[0]![0], ending, "told, at the end");
}

// The two talked about the border in a call on Wednesday, the Kremlin said.      It never flew, another source added.
const SAID =
  /,\s+(?<source>(?!(?:who|which|that|what|as|after|before|when|where|while|and|but|or|he|she|it|they|I|we|you)\b)(?:[\p{L}\p{N}’'.-]+\s+){1,8})(?<cue>said|says|added)(?:\s+(?:on\s+|last\s+|late\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?\.\s*$/du;
const REPORT = /\b(?:report|story|article|newspaper|paper|magazine|agency|outlet|network)$/;
/** Less is no sentence, and nothing that anybody said in one. */
const FEWEST_WORDS = 4;

/**
 * What was found, in text order, with plain sentences that end with "somebody said" whole: a verb of saying on the way leads
 * the tagger astray, or a clause before the main one.
 */
export function wholeWhereSaidAtEnd({ text, sentences, marks }: Document, found: readonly Sieved[]): Sieved[] {
  const all: Sieved[] = [];
  let mark = 0;
  let at = 0;
  /** Where what began in an earlier sentence ends: a turn of a transcript has several. */
  let until = 0;
  for (const [start, end] of sentences) {
    while (mark < marks.length && marks[mark]!.span[1] <= start) mark++;
    const first = at;
    while (at < found.length && found[at]!.content[0]![0] < end) at++;
    const inside = found.slice(first, at);
    const isPlain = until <= start && (mark >= marks.length || marks[mark]!.span[0] >= end);
    for (const { content } of inside) until = Math.max(until, content.at(-1)![1]);
    const told = isPlain ? saidAtEnd(text, [start, end]) : null;
    if (told === null || !isTornBy(text, inside, told)) all.push(...inside);
    else
      all.push(told, ...inside.filter(({ cue, content }) => !overlap(cue!, told.cue!) && hasWords(text, content[0]!)));
  }
  return [...all, ...found.slice(at)];
}

/**
 * Is there nothing that has the sentence's beginning, or goes on from before, or is what somebody in it said up to its end ("The
 * mayor accused the company of delay, the report said")?
 */
function isTornBy(text: string, inside: readonly Sieved[], told: Sieved): boolean {
  const [start, comma] = told.content[0]!;
  // A report that tells what somebody said is no speaker.
  const isReport = REPORT.test(text.slice(...told.source!));
  return !inside.some(({ cue, content }) => {
    if (cue === null || content[0]![0] === start) return true;
    return !overlap(cue, told.cue!) && (isReport || content.at(-1)![1] >= comma - 1);
  });
}

function overlap(one: Span, other: Span): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

function hasWords(text: string, [start, end]: Span): boolean {
  return text.slice(start, Math.min(end, start + 200)).split(/\s+/, FEWEST_WORDS).length === FEWEST_WORDS;
}

function saidAtEnd(text: string, [start, end]: Span): Sieved | null {
  const ending = endingOf(text, [start, end], /(?:said|says|added)\b/, SAID);
  return ending && hasWords(text, [start, ending.comma]) ? sieved(start, ending, "said, at the end") : null;
}
