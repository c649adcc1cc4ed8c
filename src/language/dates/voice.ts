// Whose words, as far as dating needs to know: a key by which two mentions are held to be one voice.
import type { Span } from "../../model/text.ts";

const NOT_NAMES = new Set(
  "The A An In On At But And As For With During After Before When While He She They It His Her Their This That These Those Mr Mrs Ms Dr Sen Rep Gov President Senator Secretary Democrat Democratic Republican Republicans Democrats House White Senate Also Meanwhile Earlier Later Last One Many Some Both Yet Still However I We".split(
    " ",
  ),
);

/** The surname-like last capitalised word of a mention; null for a pronoun or a description. */
export function voiceOf(text: string, mention: readonly Span[] | null): string | null {
  if (mention === null || mention.length === 0) return null;
  const words = mention.map(([start, end]) => text.slice(start, Math.min(end, start + 200))).join(" ");
  const head = words.split(/,|\s(?:of|from|who|at|for|on|with)\s/, 1)[0] ?? words;
  return namesIn(head).at(-1) ?? null;
}

/** Capitalised words of a stretch that may be names, in order, without titles and sentence openers. */
export function namesIn(words: string): string[] {
  return (words.match(/\p{Lu}[\p{L}\p{M}’'-]*/gu) ?? [])
    .map((word) => word.replace(/['’]s?$/u, ""))
    .filter((word) => word.length > 1 && !NOT_NAMES.has(word));
}
