// Splits a text into paragraphs: every line that holds something, without the white space around it.
import type { Span } from "../../model/text.ts";

/** Paragraphs of `text`, in order. A line break always ends one. */
export function paragraphsIn(text: string): Span[] {
  const paragraphs: Span[] = [];
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    const line = trimSpan(text, [start, end]);
    if (line[1] > line[0]) paragraphs.push(line);
    start = end + 1;
  }
  return paragraphs;
}

/** The span without white space at its ends. */
export function trimSpan(text: string, [start, end]: Span): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return [start, end];
}

/** Is this UTF-16 code white space (no-break, narrow and zero-width spaces included)? */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x2028 ||
    code === 0x2029 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x205f
  );
}
