// Direct, mixed or indirect: how much of a content stands between quotation marks, and which words those are.
import type { QuoteKind } from "../../model/quote.ts";
import type { Span } from "../../model/text.ts";
import type { Marked } from "../document.ts";

const LETTER = /[\p{L}\p{N}]/u;

/** The marked stretches (outermost only) that meet a span; `marks` is in text order. */
export function marksWithin(marks: readonly Marked[], [start, end]: Span): Marked[] {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.span[1] <= start) low = middle + 1;
    else high = middle;
  }
  const within: Marked[] = [];
  for (; low < marks.length && marks[low]!.span[0] < end; low++) within.push(marks[low]!);
  return within;
}

/** The parts of the content inside quotation marks, marks excluded. */
export function quotedWords(outermost: readonly Marked[], content: readonly Span[]): Span[] {
  const words: Span[] = [];
  for (const span of content) {
    for (const stretch of marksWithin(outermost, span)) {
      const start = Math.max(stretch.inner[0], span[0]);
      const end = Math.min(stretch.inner[1], span[1]);
      if (end > start) words.push([start, end]);
    }
  }
  return words;
}

/** A leftover of three letters or fewer ("and") does not make a direct quotation mixed. */
export function kindOf(text: string, content: readonly Span[], words: readonly Span[]): QuoteKind {
  if (words.length === 0) return "indirect";
  let all = 0;
  for (const span of content) all += letters(text, span);
  let quoted = 0;
  for (const span of words) quoted += letters(text, span);
  const loose = all - quoted;
  return loose === 0 || (loose <= 3 && quoted / all >= 0.95) ? "direct" : "mixed";
}

function letters(text: string, [start, end]: Span): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)) count++;
    else if (code > 127 && LETTER.test(text[at]!)) count++;
  }
  return count;
}
