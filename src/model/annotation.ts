// What the language room finds in one article, ready to store.
import type { Quotation } from "./quote.ts";
import type { Span } from "./text.ts";

/** Where a quotation stands: the article's body, or its n-th embedded post. */
export type Place = { readonly in: "body" } | { readonly in: "post"; readonly index: number };

export interface PlacedQuotation extends Quotation {
  readonly place: Place;
}

/** A sentence worth keeping: its span in the body, and its rank (0 is the best). */
export interface SummarySentence {
  readonly span: Span;
  readonly rank: number;
}

export interface Annotation {
  /** Names the rules, weights and speaker table that made it; a different one means: annotate again. */
  readonly version: string;
  readonly quotes: readonly PlacedQuotation[];
  readonly summary: readonly SummarySentence[];
  /** Weighted terms that say which event the article is about, strongest first. */
  readonly terms: readonly (readonly [term: string, weight: number])[];
}
