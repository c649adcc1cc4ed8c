// Dates quotations: for each, the day it was said, from the words around it, the occasion it belongs to, or the publication.
import type { Published, SayingDate } from "../../model/dates.ts";
import type { QuoteKind } from "../../model/quote.ts";
import type { Span } from "../../model/text.ts";
import type { Document } from "../document.ts";
import { publishedSaying, sayingOf } from "./occasion.ts";
import { readTimes, type TimeExpression } from "./read.ts";

/** What dating needs to know of a quotation; spans are offsets into the document's text. */
export interface Undated {
  readonly kind: QuoteKind;
  readonly content: readonly Span[];
  readonly cue: readonly Span[] | null;
  readonly mention: readonly Span[] | null;
}

/** The day each quotation was said, in the order given. Linear in the text and the quotations. */
export function sayingDates(
  document: Document,
  quotes: readonly Undated[],
  published: Published,
): readonly SayingDate[] {
  const times = readTimes(document.text, published).filter((time) => !quotes.some((quote) => quote.content.some(([s, e]) => time.span[0] >= s && time.span[1] <= e)));
  return quotes.map((quote) => {
    const near = quote.cue?.[0] ?? quote.content[0];
    const sentence = document.sentences.find(([s, e]) => near && near[0] >= s && near[0] < e);
    const own = sentence && times.filter((time) => time.span[0] >= sentence[0] && time.span[1] <= sentence[1]);
    for (const time of own ?? []) {
      const said = sayingOf(time, published);
      if (said) return said;
    }
    return publishedSaying(published);
  });
}
