// The words of a text that carry its meaning, cut to a common stem, so that "expanded" and "expanding" meet.
import { letterAt } from "./text/letters.ts";
import { Known, type Script } from "./text/script.ts";

/** Words of grammar and of news reporting ("said", "according"): they tell nothing of what a text is about. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the and or but if then else so nor yet of in on at by for from to with without within into onto upon over " +
    "under about against between among through during before after above below up down out off as than that this " +
    "these those there here it its itself he him his himself she her hers herself they them their theirs themselves " +
    "we us our ours i me my mine you your yours who whom whose which what when where why how is are was were be been " +
    "being am do does did doing done have has had having will would shall should can could may might must not no n't " +
    "'s 're 've 'll 'd 'm also just only very more most much many some any such own same too again further once all " +
    "both each few other said say says told tell according one two new mr mrs ms dr"
  ).split(" "),
);

const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

/** The words of a text as written, in order. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

export function isFunctionWord(lowerCase: string): boolean {
  return FUNCTION_WORDS.has(lowerCase);
}

/**
 * A light stem of a lower-case word: possessives, plurals, "-ly", "-ed", "-ing" and a final "e" go. It need not be a word;
 * it only has to be the same for the forms of one word, and a wrong merge costs little where it is used.
 */
export function stem(lowerCase: string): string {
  if (lowerCase.length <= 3) return lowerCase;
  let word = lowerCase;
  if (word.endsWith("'s") || word.endsWith("’s")) word = word.slice(0, -2);
  if (word.endsWith("ies")) word = `${word.slice(0, -3)}y`;
  if (word.length >= 6 && word.endsWith("ly")) word = word.slice(0, -2);
  if (word.endsWith("sses")) word = word.slice(0, -2);
  if (word.endsWith("s") && word.length > 1 && !word.endsWith("ss") && !word.endsWith("us")) word = word.slice(0, -1);
  if (word.length >= 6 && word.endsWith("ing")) word = word.slice(0, -3);
  else if (word.length >= 5 && word.endsWith("ed")) word = word.slice(0, -2);
  return word.length >= 4 && word.endsWith("e") ? word.slice(0, -1) : word;
}

/** A word of a text as its meaning is counted. */
export interface ContentWord {
  readonly stem: string;
  /** A function word, or a single letter. */
  readonly grammar: boolean;
}

const KNOWN = new Known(({ lower }): ContentWord => {
  return { stem: stem(lower), grammar: isFunctionWord(lower) || lower.length < 2 };
});

/** The words of a text from `start` up to `end`, as `wordsOf` cuts it, each as its meaning is counted. */
export function contentWords(script: Script, start: number, end: number): ContentWord[] {
  const { codes } = script;
  const words: ContentWord[] = [];
  for (let at = start; at < end; ) {
    const stop = endOfWord(codes, at, end);
    if (stop > at) words.push(KNOWN.of(script, at, stop));
    at = Math.max(stop, at + 1);
  }
  return words;
}

/** Where the word ends that begins at `at`; `at` itself where none does. */
function endOfWord(codes: Uint16Array, at: number, end: number): number {
  let stop = at;
  for (;;) {
    let width = stop < end ? letterAt(codes, stop) : 0;
    if (width === 0) return at;
    while (width > 0) {
      stop += width;
      width = stop < end ? letterAt(codes, stop) : 0;
    }
    if (stop + 1 >= end || !joins(codes[stop]!) || letterAt(codes, stop + 1) === 0) return stop;
    stop++;
  }
}

/** ' ’ . - between letters are part of a word. */
function joins(code: number): boolean {
  return code === 39 || code === 45 || code === 46 || code === 0x2019;
}
