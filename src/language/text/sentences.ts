// Splits paragraphs into sentences: not at abbreviations, and never inside a closed stretch of quotation marks.
import type { Span } from "../../model/text.ts";
import type { Marked } from "../document.ts";
import { ALWAYS_FOLLOWED, MAY_END, SENTENCE_STARTERS } from "../lexicon/abbreviations.ts";
import { isReportingVerb } from "../lexicon/verbs.ts";
import { isSpace, trimSpan } from "./paragraphs.ts";
import type { Script } from "./script.ts";

const CLOSERS = "”»’'\"›)]`´“";
const WORD_BEFORE = /[\p{L}\p{N}.&-]{1,24}$/u;
const NEXT_WORD = /^[“„«‘"'`([]*\s*([\p{L}\p{N}@#$€£][\p{L}\p{M}’'-]*)/u;

/** Sentences of all paragraphs, in order. Linear in the length of the text. */
export function sentencesIn({ text, codes }: Script, paragraphs: readonly Span[], marks: readonly Marked[]): Span[] {
  const sentences: Span[] = [];
  const whole = marks.filter((stretch) => stretch.depth === 0 && (stretch.closed || stretch.continues));
  let stretch = 0;
  for (const [start, end] of paragraphs) {
    let from = start;
    for (let at = start; at < end; at++) {
      while (stretch < whole.length && whole[stretch]!.span[1] <= at) stretch++;
      const inside = whole[stretch];
      // Jump to the last character of a marked stretch: only there may a sentence end.
      if (inside && inside.span[0] <= at && at < inside.span[1] - 1) {
        at = Math.max(at, inside.inner[1] - 1);
        if (at >= end) break;
      }
      if (!isStop(codes[at]!)) continue;
      const stop = endOfSentence(text, at, end);
      if (stop === null) continue;
      sentences.push(trimSpan(text, [from, stop]));
      from = stop;
      at = stop - 1;
    }
    const last = trimSpan(text, [from, end]);
    if (last[1] > last[0]) sentences.push(last);
  }
  return sentences;
}

/** . ! ? … */
function isStop(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;
}

/** Where the sentence ends whose final mark stands at `at`; null when it goes on. */
function endOfSentence(text: string, at: number, end: number): number | null {
  let stop = at + 1;
  while (stop < end && isStop(text.charCodeAt(stop))) stop++;
  const dots = stop - at;
  const bare = stop;
  while (stop < end && CLOSERS.includes(text[stop]!)) stop++;
  if (stop >= end) return end;
  if (!isSpace(text.charCodeAt(stop))) return null;
  const next = NEXT_WORD.exec(text.slice(stop, stop + 60).trimStart())?.[1];
  if (next === undefined) return /^\s*[“"«„‘'([—–-]/.test(text.slice(stop, stop + 4)) ? stop : null;
  const isLower = /^\p{Ll}/u.test(next);
  if (isLower) return null;
  const closed = stop > bare;
  if (text[at] === "." && dots === 1 && !closed && isAbbreviation(text, at, next)) return null;
  if (closed && text[at] !== "." && attributionFollows(text, stop, end)) return null;
  return stop;
}

function isAbbreviation(text: string, at: number, next: string): boolean {
  const word = WORD_BEFORE.exec(text.slice(Math.max(0, at - 24), at))?.[0];
  if (!word) return false;
  const lower = word.toLowerCase();
  if (ALWAYS_FOLLOWED.has(lower)) return true;
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) && word.length === 1 && word !== "I")
    return !SENTENCE_STARTERS.has(next.toLowerCase());
  if (MAY_END.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return !SENTENCE_STARTERS.has(next.toLowerCase());
  return false;
}

/** “Why now?” the minister asked; “Stop!” Putin said: the clause of saying still belongs to the sentence. */
function attributionFollows(text: string, at: number, end: number): boolean {
  const ahead = text.slice(at, Math.min(end, at + 60)).split(/[.!?;“"«]/, 1)[0]!;
  const words = ahead
    .trim()
    .split(/[\s,]+/)
    .slice(0, 5);
  return words.some((word, index) => index > 0 && isReportingVerb(word.toLowerCase()));
}
