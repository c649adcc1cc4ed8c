// A quotation as the quotes pipeline finds it, before anyone knows who the speaker is or when it was said.
import type { Quotation } from "../../model/quote.ts";
import type { Span } from "../../model/text.ts";

/** All spans are offsets into the document's text. */
export interface FoundQuote extends Pick<Quotation, "kind" | "content" | "words" | "cue" | "mention"> {
  /** Words said or written; false for a belief, wish or intention, which the product leaves out. */
  readonly speech: boolean;
  /** No cue of its own: the speaker comes from the quotations around it. */
  readonly floating: boolean;
  /** "It was expected": the sentence names nobody who says so, and nobody else is meant. */
  readonly agentless: boolean;
  /** Whom it was said to ("told reporters that"), never the speaker. */
  readonly addressee: Span | null;
  /** The outlet that passes the words on ("per Reuters", "Reuters reports"), never the speaker when there is one. */
  readonly via: Span | null;
  /** The rule that found it, or that keeps it from being shown as speech; for counting. */
  readonly rule: string;
}
