// What a person typed, as words to find: no input is a syntax error.
import type { Term, TextQuery } from "./engine.ts";

/** Longer input is cut: nobody searches for more, and a megabyte must not stall. */
const LONGEST = 500;
const MOST_TERMS = 12;
/** The tables whose texts are searched. */
export type Searched = "article" | "quote";
/** Lengths of the beginnings that are indexed beside the words: of whole articles these would take more room than the words. */
export const BEGINNINGS: Readonly<Record<Searched, readonly number[]>> = { article: [], quote: [3, 4] };
/**
 * Letters of a last word that may go on. Most articles hold some word that begins with three or four ("war", "warm", "warned"); of
 * headlines and quotes few do, and a headline is often still being typed.
 */
const OPEN_FROM = { headline: 3, quote: 3, article: 5 } as const;
/** FTS5's unicode61 joins letters, digits and private use (Co) into words; marks inside them are folded away. */
const WORD = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;
const PHRASES = /(-?)"([^"]*)"|(\S+)/g;

/**
 * Reads typed text: words, "phrases kept together", and -words to leave out. The last word may go on
 * ("sanct" finds "sanctions"). Null when there is nothing to find in it. `texts`: where it is looked for; of headlines, in titles only.
 */
export function typedQuery(typed: string, texts: keyof typeof OPEN_FROM): TextQuery | null {
  const all: Term[] = [];
  const none: Term[] = [];
  const text = typed
    .slice(0, LONGEST)
    .toWellFormed()
    .replaceAll(/[“”„«»]/g, '"');
  for (const match of text.matchAll(PHRASES)) {
    const phrase = match[2];
    if (phrase !== undefined) {
      const words = wordsOf(phrase);
      if (words.length > 0) (match[1] === "-" ? none : all).push({ words, prefix: false });
      continue;
    }
    const bare = match[3] ?? "";
    const leavesOut = /^-[\p{L}\p{N}]/u.test(bare);
    // "Lavrov's" and "e-mail" are several words to the index: kept together they mean what was typed.
    const words = wordsOf(bare);
    if (words.length > 0) (leavesOut ? none : all).push({ words, prefix: false });
  }
  if (all.length === 0) return null;
  const terms = all.slice(0, MOST_TERMS);
  const last = terms[terms.length - 1];
  const isOpen = last !== undefined && last.words.length === 1 && !/["\s]$/.test(text);
  if (last !== undefined && isOpen && (last.words[0] ?? "").length >= OPEN_FROM[texts])
    terms[terms.length - 1] = { ...last, prefix: true };
  return { all: terms, none: none.slice(0, MOST_TERMS), titleOnly: texts === "headline" };
}

/** Words of a filter ("nato", "red lines") as one term each; those without a letter or digit are dropped. */
export function filterTerms(filters: readonly string[]): Term[] {
  return filters
    .map((filter) => ({ words: wordsOf(filter.slice(0, LONGEST).toWellFormed()), prefix: false }))
    .filter((term) => term.words.length > 0)
    .slice(0, 50);
}

export function wordsOf(text: string): string[] {
  return [...text.matchAll(WORD)].map((match) => match[0]).filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word));
}
