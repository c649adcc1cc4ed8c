// What the store promises about Statements: one utterance behind several quotes.
import type { SayingDate } from "../../model/dates.ts";
import type { QuoteKind } from "../../model/quote.ts";
import type { QuoteView } from "./quotes.ts";

/** A Statement that a new quote might belong to, with its wordings to compare. */
export interface StatementCandidate {
  readonly id: number;
  readonly said: SayingDate;
  readonly quotes: readonly {
    readonly id: number;
    readonly article: number;
    readonly kind: QuoteKind;
    /** The whole content as one string, fragments joined by a space. */
    readonly content: string;
    readonly words: readonly string[];
    /** The article's own date for it, before anything was inferred. */
    readonly said: SayingDate;
    /** Day published, or null. */
    readonly published: string | null;
  }[];
}

export interface StatementView {
  readonly id: number;
  readonly speaker: { readonly id: number; readonly name: string } | null;
  readonly said: SayingDate;
  /** One quote an article, oldest published first. */
  readonly wordings: readonly QuoteView[];
}

export interface StatementStore {
  /**
   * Statements of a speaker (by name as annotated) that may be the same utterance as one said or published around `day`:
   * said or published within `days` of it, or of unknown day; newest first. With `day` null: the newest.
   */
  candidates(query: {
    readonly speaker: string;
    readonly day: string | null;
    readonly days: number;
    readonly viewer: string | null;
    readonly limit: number;
  }): Promise<readonly StatementCandidate[]>;
  /** Moves a quote to another statement and dates that; false when either is gone. */
  link(quote: number, statement: number, said: SayingDate): Promise<boolean>;
  /** Dates a statement; its quotes without a day of their own show it as inferred. */
  setSaid(statement: number, said: SayingDate): Promise<boolean>;
  byId(id: number, viewer: string | null): Promise<StatementView | null>;
}
