// A quote's content cut into what stood inside quotation marks and what did not, verbatim.
import type { Quotation } from "../model/quote.ts";
import type { Span } from "../model/text.ts";
import type { Piece } from "./contract/quotes.ts";

const OPENING = /[“”"„«»‹›‘’'‚`]+$/u;
const CLOSING = /^[“”"„«»‹›‘’'‚`]+/u;

/**
 * One list of pieces a content span. Marks beside words are left out, since whoever shows the words sets marks of their own. Spans outside the text are
 * clipped; overlapping ones count once.
 */
export function piecesOf(text: string, quotation: Pick<Quotation, "content" | "words">): Piece[][] {
  const words = quotation.words.toSorted((a, b) => a[0] - b[0]);
  return quotation.content.map((span) => cut(text, span, words)).filter((pieces) => pieces.length > 0);
}

function cut(text: string, [start, end]: Span, words: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = Math.max(0, start);
  let afterWords = false;
  for (const [from, until] of words) {
    const first = Math.max(from, at);
    const last = Math.min(until, end, text.length);
    if (last <= first) continue;
    add(pieces, between(text.slice(at, first), afterWords, true), false);
    add(pieces, text.slice(first, last), true);
    at = last;
    afterWords = true;
  }
  add(pieces, between(text.slice(at, Math.max(at, end)), afterWords, false), false);
  return pieces;
}

function between(text: string, afterWords: boolean, beforeWords: boolean): string {
  const tail = afterWords ? text.replace(CLOSING, "") : text;
  return beforeWords ? tail.replace(OPENING, "") : tail;
}

function add(pieces: Piece[], text: string, words: boolean): void {
  if (words ? text !== "" : text.trim() !== "") pieces.push({ text, words });
}

/** What stood inside marks, one string a piece. */
export function wordsIn(content: readonly (readonly Piece[])[]): string[] {
  return content
    .flat()
    .filter((piece) => piece.words)
    .map((piece) => piece.text);
}

/** The content as one string, for searching and comparing; never for showing. */
export function contentText(content: readonly (readonly Piece[])[]): string {
  return content.map((pieces) => pieces.map((piece) => piece.text).join("")).join(" ");
}
