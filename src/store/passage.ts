// The paragraph of a text in which the searched words stand thickest.
import { paragraphsOf } from "../model/article.ts";
import type { Span } from "../model/text.ts";
import type { TextQuery } from "./engine.ts";
import { fold } from "./fold.ts";

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const LONGEST_BODY = 200_000;

/** Verbatim paragraph with the most distinct words found, first of equals; null when none stands in the body. */
export function passageOf(
  body: string,
  query: TextQuery,
): { readonly text: string; readonly hits: readonly Span[] } | null {
  const exact = new Set<string>();
  const prefixes: string[] = [];
  for (const term of [...query.all, ...(query.any ?? []).flat()]) {
    term.words.forEach((word, i) => {
      if (term.prefix && i === term.words.length - 1) prefixes.push(fold(word));
      else exact.add(fold(word));
    });
  }
  let best: { text: string; hits: Span[]; found: number } | null = null;
  for (const paragraph of paragraphsOf(body.slice(0, LONGEST_BODY))) {
    const hits: Span[] = [];
    const found = new Set<string>();
    for (const match of paragraph.matchAll(WORD)) {
      const word = fold(match[0]);
      const wanted = exact.has(word) ? word : prefixes.find((prefix) => word.startsWith(prefix));
      if (wanted === undefined) continue;
      found.add(wanted);
      hits.push([match.index, match.index + match[0].length]);
    }
    if (found.size > (best?.found ?? 0)) best = { text: paragraph, hits, found: found.size };
  }
  return best === null ? null : { text: best.text, hits: best.hits };
}
