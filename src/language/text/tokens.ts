// Splits a text into tokens: words, numbers, clitics ('s), handles, addresses, and marks one by one.
import type { Span } from "../../model/text.ts";
import type { Script } from "./script.ts";

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
  "uy",
);
const CLITIC = /['’](?:s|re|ll|ve|d|m)$/i;

/** Tokens of a text, in order. Linear in its length. */
export function tokensOf({ text, codes }: Script): Span[] {
  const tokens: Span[] = [];
  for (let at = 0; at < codes.length; ) {
    const code = codes[at]!;
    if (code === SPACE || code === NEW_LINE) {
      at++;
      continue;
    }
    const end = isLetter(code) ? plainWord(codes, at) : isPlainMark(codes, at, code) ? at + 1 : 0;
    at = end > 0 ? keep(tokens, text, codes, at, end) : byPattern(tokens, text, codes, at);
  }
  return tokens;
}

const SPACE = 0x20;
const NEW_LINE = 0x0a;
/** Where a word of plain letters ends that begins here; 0 when it is not so plain, and the pattern must tell. */
function plainWord(codes: Uint16Array, start: number): number {
  if (codes[start + 1] === 0x2e || isHttp(codes, start)) return 0;
  for (let at = start + 1; at < codes.length; at++) {
    const code = codes[at]!;
    if (isLetter(code) || isDigit(code)) continue;
    if (isHyphen(code) || isApostrophe(code)) {
      const next = codes[at + 1] ?? 0;
      if (next > 127) return 0;
      if (isLetter(next) || isDigit(next)) continue;
      return at;
    }
    return code > 127 && !endsWord(code) ? 0 : at;
  }
  return codes.length;
}

function isHttp(codes: Uint16Array, at: number): boolean {
  return codes[at] === 0x68 && codes[at + 1] === 0x74 && codes[at + 2] === 0x74 && codes[at + 3] === 0x70;
}

/** A mark that is a token by itself: not the first of "..", "--", "''", ",,". */
function isPlainMark(codes: Uint16Array, at: number, code: number): boolean {
  if (code === 0x22 || code === 0x201c || code === 0x201d) return true;
  return (code === 0x2c || code === 0x2e) && codes[at + 1] !== code;
}

/** The token that the pattern finds here, if any; returns where to go on. */
function byPattern(tokens: Span[], text: string, codes: Uint16Array, at: number): number {
  TOKEN.lastIndex = at;
  const match = TOKEN.exec(text);
  return match ? keep(tokens, text, codes, at, at + match[0].length) : at + 1;
}

/** A clitic becomes a token of its own. */
function keep(tokens: Span[], text: string, codes: Uint16Array, start: number, end: number): number {
  const size = end - start;
  const mayBe = size > 2 && size < 40 && (isApostrophe(codes[end - 2]!) || isApostrophe(codes[end - 3]!));
  const clitic = mayBe ? CLITIC.exec(text.slice(start, end)) : null;
  if (clitic && clitic.index > 0) tokens.push([start, start + clitic.index], [start + clitic.index, end]);
  else tokens.push([start, end]);
  return end;
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2011;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

/** What ends a word for sure, of the characters past ASCII that news is full of: no-break space, – — ‘ “ ” … */
function endsWord(code: number): boolean {
  return (
    (code >= 0x2013 && code <= 0x2014) ||
    code === 0x2018 ||
    (code >= 0x201c && code <= 0x201d) ||
    code === 0xa0 ||
    code === 0x2026
  );
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
