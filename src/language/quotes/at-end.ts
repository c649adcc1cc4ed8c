// Plain sentences that end with who said so, each rule with an example above it.
import type { Span } from "../../model/text.ts";
import type { Document } from "../document.ts";
import { trimSpan } from "../text/paragraphs.ts";
import type { Sieved } from "./sieves.ts";
import type { UnitRun } from "./units.ts";

// The bridge will open in May, according to the mayor.
const ACCORDING = /,\s+(according to)\s+([^,;:“”"«»]{2,120}?)\s*\.?\s*$/u;

/** A plain sentence that ends with "according to" somebody, and in which nobody else is said to say anything. */
export function accordingAtEnd(text: string, run: UnitRun): Sieved | null {
  const [start, end] = [run.spans[0]![0], run.spans.at(-1)![1]];
  const from = Math.max(start, end - 160);
  const tail = text.slice(from, end);
  const match = tail.includes("according to") ? ACCORDING.exec(tail) : null;
  if (!match || run.marked.some((stretch) => stretch !== null)) return null;
  const comma = from + match.index;
  const said = run.looks.some((look, index) => look.reports && run.spans[index]![1] <= comma);
  const words = run.spans.filter((span) => span[1] <= comma).length;
  if (said || words < 3) return null;
  const cue = comma + match[0].indexOf(match[1]!);
  const source = comma + match[0].lastIndexOf(match[2]!);
  const lead = /^(?:But|And|Yet|So|Still|However|Meanwhile),?\s+/.exec(text.slice(start, start + 20))?.[0].length ?? 0;
  return {
    content: [[start + lead, comma]],
    cue: [cue, cue + match[1]!.length],
    source: [source, source + match[2]!.length],
    floating: false,
    rule: "according to, at the end",
  };
}

// The bridge is late, the engineer told the city council on Monday.
const TOLD =
  /,\s+((?!(?:who|which|as|after|when|where|while|and|but)\b)(?:[\p{L}’'.-]+\s+){1,8})(told)\s+(?:[\p{L}\p{N}’'.-]+\s*){1,6}[.]?\s*$/u;

/** A plain sentence that ends with "somebody told somebody", and in which nobody else is said to say anything. */
export function toldAtEnd(text: string, run: UnitRun): Sieved | null {
  const [start, end] = [run.spans[0]![0], run.spans.at(-1)![1]];
  const from = Math.max(start, end - 160);
  const tail = text.slice(from, end);
  const match = tail.includes("told") ? TOLD.exec(tail) : null;
  if (!match || run.marked.some((stretch) => stretch !== null)) return null;
  const comma = from + match.index;
  const said = run.looks.some((look, index) => look.reports && run.spans[index]![1] <= comma);
  if (said || run.spans.filter((span) => span[1] <= comma).length < 4) return null;
  const source = comma + match[0].indexOf(match[1]!);
  const cue = source + match[1]!.length;
  return {
    content: [[start, comma]],
    cue: [cue, cue + match[2]!.length],
    source: trimSpan(text, [source, cue]),
    floating: false,
    rule: "told, at the end",
  };
}

// The two talked about the border in a call on Wednesday, the Kremlin said.      It never flew, another source added.
const SAID =
  /,\s+((?!(?:who|which|that|what|as|after|before|when|where|while|and|but|or|he|she|it|they|I|we|you)\b)(?:[\p{L}\p{N}’'.-]+\s+){1,8})(said|says|added)(?:\s+(?:on\s+|last\s+|late\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?\.\s*$/u;
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
  for (const [start, end] of sentences) {
    while (mark < marks.length && marks[mark]!.span[1] <= start) mark++;
    while (at < found.length && found[at]!.content[0]![0] < start) all.push(found[at++]!);
    const first = at;
    while (at < found.length && found[at]!.content[0]![0] < end) at++;
    const inside = found.slice(first, at);
    const isPlain = mark >= marks.length || marks[mark]!.span[0] >= end;
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
  if (
    told.source !== null &&
    REPORT.test(text.slice(...told.source)) &&
    inside.some(({ cue }) => cue !== null && !overlap(cue, told.cue!))
  )
    return false;
  return !inside.some(
    ({ cue, content }) =>
      cue === null || content[0]![0] === start || (!overlap(cue, told.cue!) && content.at(-1)![1] >= comma - 1),
  );
}

function overlap(one: Span, other: Span): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

function hasWords(text: string, [start, end]: Span): boolean {
  return text.slice(start, Math.min(end, start + 200)).split(/\s+/, FEWEST_WORDS).length === FEWEST_WORDS;
}

function saidAtEnd(text: string, [start, end]: Span): Sieved | null {
  const from = Math.max(start, end - 160);
  const tail = text.slice(from, end);
  const match = /(?:said|says|added)\b/.test(tail) ? SAID.exec(tail) : null;
  if (!match) return null;
  const comma = from + match.index;
  if (!hasWords(text, [start, comma])) return null;
  const source = comma + match[0].indexOf(match[1]!);
  const cue = source + match[1]!.length;
  return {
    content: [[start, comma]],
    cue: [cue, cue + match[2]!.length],
    source: trimSpan(text, [source, cue]),
    floating: false,
    rule: "said, at the end",
  };
}
