// Examples for the worth table: on halves of the training articles, tagged by a model that has not seen them, which of
// the quotations found have exactly the content of a gold one.
import type { Document } from "../../../src/language/document.ts";
import { tag } from "../../../src/language/quotes/find.ts";
import { kindOf, quotedWords } from "../../../src/language/quotes/kind.ts";
import { speechRows } from "../../../src/language/quotes/speech.ts";
import type { SegmentWeights } from "../../../src/language/quotes/tagger.ts";
import type { GoldArticle } from "./examples.ts";
import type { TableExample } from "./speech.ts";

/** What a model that has not seen these articles finds in them, and whether it is right. */
export function worthExamples(
  articles: readonly GoldArticle[],
  documents: readonly Document[],
  weights: { readonly clusters: ReadonlyMap<string, number>; readonly segments: SegmentWeights },
): TableExample[] {
  const none = new Float32Array(1);
  const all = { ...weights, speech: none, worth: none, worthBars: { speech: -1, other: -1 } };
  return articles.flatMap(({ text, quotes }, index) => {
    const document = documents[index]!;
    const outermost = document.marks.filter((stretch) => stretch.depth === 0);
    const gold = new Set(quotes.flatMap((quote) => quote.content.map(([start, end]) => `${start}-${end}`)));
    return tag(document, all, [])
      .filter((parts) => parts.rule === "tagger")
      .map((parts) => ({
        rows: speechRows(text, parts, kindOf(text, parts.content, quotedWords(outermost, parts.content))),
        yes: parts.content.some(([start, end]) => gold.has(`${start}-${end}`)),
      }));
  });
}
