// Where a text that outgrows a Part is best cut.
import type { Run } from "./run.ts";

/** How fine a cut may be: only between sentences, or anywhere if it must. */
export type Finest = "sentence" | "anywhere";

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const words = new Intl.Segmenter("en", { granularity: "word" });
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Enough text behind the cut for a segmenter to see what follows. */
const LOOKAHEAD = 64;
/** An offset can fail to fit although a later one does (a token cut in two is marked differently). */
const TRIES = 8;

/**
 * The best offset in (from, reach] to cut at, or `from` when there is none fine enough. `reach` is known to fit.
 */
export function breakBefore(
  run: Run,
  from: number,
  reach: number,
  finest: Finest,
  fits: (to: number) => boolean,
): number {
  if (reach <= from) return from;
  const kinds = finest === "sentence" ? [sentenceEnds] : [sentenceEnds, spaces, wordEdges, graphemeEdges];
  for (const inside of finest === "sentence" ? [false] : [false, true]) {
    for (const kind of kinds) {
      let tries = 0;
      for (const at of kind(run.text, from, reach)) {
        if (!inside && run.isInsideWhole(at)) continue;
        if (!/\S/.test(run.text.slice(from, at))) break;
        if (at === reach || fits(at)) return at;
        if (++tries === TRIES) break;
      }
    }
  }
  return finest === "sentence" ? from : codePointEdge(run.text, from, reach);
}

/** Offsets after a sentence and the space behind it, last first. */
function sentenceEnds(text: string, from: number, reach: number): number[] {
  const window = text.slice(from, reach + LOOKAHEAD);
  const ends: number[] = [];
  for (const { index } of sentences.segment(window)) {
    const at = from + index;
    if (index > 0 && at <= reach && !isInsideToken(text, at) && !endsInAbbreviation(text, at)) ends.push(at);
  }
  return ends.reverse();
}

/** "Mr. ", "U.S. ", "Nov. ": a stop that rarely ends a sentence. */
function endsInAbbreviation(text: string, at: number): boolean {
  return /(?:^|[\s("“‘[])(?:\p{Lu}\p{L}{0,3}|(?:\p{Lu}\.)+\p{Lu})\.\s*$/u.test(text.slice(Math.max(0, at - 16), at));
}

function* spaces(text: string, from: number, reach: number): Generator<number> {
  for (let at = reach; at > from; at--) {
    if (isSpace(text.charCodeAt(at - 1)) && !isSpace(text.charCodeAt(at))) yield at;
  }
}

/** White space a line may break at (no-break spaces are not). */
function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    (unit >= 0x2000 && unit <= 0x200a && unit !== 0x2007) ||
    unit === 0x3000
  );
}

/** Word edges in scripts that put no spaces between words. */
function* wordEdges(text: string, from: number, reach: number): Generator<number> {
  const segments = words.segment(text.slice(from, reach + LOOKAHEAD));
  let at = reach - from;
  for (;;) {
    const index = segments.containing(at)?.index ?? at;
    if (index > 0 && !isInsideToken(text, from + index)) yield from + index;
    if (index <= 0) return;
    at = index - 1;
  }
}

/** Is the offset within an unspaced run such as an address, where cutting would break it? */
function isInsideToken(text: string, at: number): boolean {
  return /[!-~]/.test(text[at - 1]!) && /[!-~]/.test(text[at] ?? " ");
}

function* graphemeEdges(text: string, from: number, reach: number): Generator<number> {
  const segments = graphemes.segment(text.slice(from, reach + LOOKAHEAD));
  let at = reach - from;
  for (;;) {
    const index = segments.containing(at)?.index ?? at;
    if (index <= 0) return;
    yield from + index;
    at = index - 1;
  }
}

/** Inside one endless grapheme there is no good place; at least no code point is halved. */
function codePointEdge(text: string, from: number, reach: number): number {
  const halves = /[\ud800-\udbff]/.test(text[reach - 1]!) && /[\udc00-\udfff]/.test(text[reach] ?? "");
  return halves && reach - 1 > from ? reach - 1 : reach;
}
