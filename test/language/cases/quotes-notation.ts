// How quote cases are written: prose of our own, and for each quotation found its kind, words, cue and mention as text.

export interface ExpectedQuote {
  readonly kind?: "direct" | "mixed" | "indirect";
  /** The parts between marks, in order. */
  readonly words?: readonly string[];
  readonly content?: readonly string[];
  readonly cue?: string;
  readonly mention?: string;
  /** Nobody is named who says so, and nobody is to be looked for. */
  readonly agentless?: boolean;
  readonly addressee?: string;
  readonly via?: string;
  readonly floating?: boolean;
}

export interface QuoteExample {
  readonly text: string;
  /** The quotations shown as speech, in text order; only what is written is compared. */
  readonly quotes: readonly ExpectedQuote[];
}

export interface QuoteCase {
  readonly name: string;
  readonly positive: QuoteExample;
  /** Looks alike, and must come out otherwise. */
  readonly negative: QuoteExample;
}
