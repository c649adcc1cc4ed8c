// Splits a text into tokens: words, numbers, clitics ('s), handles, addresses, and marks one by one.
import type { Span } from "../../model/text.ts";

// An address ends before the punctuation of the sentence around it. Dotted initials (U.S., a.m.) keep their last dot.
const TOKEN = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"“”]{0,2000}[^\s<>"“”.,;:!?)\]'’]`,
    String.raw`[@#][\p{L}\p{N}_]+`,
    String.raw`(?:\p{L}\.){2,}`,
    String.raw`\p{Sc}?\d+(?:[.,:]\d+)*(?:%|st\b|nd\b|rd\b|th\b|s\b)?`,
    String.raw`\p{L}[\p{L}\p{M}\p{N}]*(?:['’\-‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*`,
    "\\.{2,}|''|``|,,|-{2,}",
    String.raw`[^\s]`,
  ].join("|"),
  "gu",
);
const CLITIC = /['’](?:s|re|ll|ve|d|m)$/i;

/** Tokens of `text`, in order. Linear in its length. */
export function tokensOf(text: string): Span[] {
  const tokens: Span[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0];
    const start = match.index;
    const end = start + word.length;
    const clitic = word.length > 2 && word.length < 40 ? CLITIC.exec(word) : null;
    if (clitic && clitic.index > 0) tokens.push([start, start + clitic.index], [start + clitic.index, end]);
    else tokens.push([start, end]);
  }
  return tokens;
}
