// Are two quotes one utterance? Quotes of the same words, of a cut of them, of another translation, or of reported
// speech of them, by one speaker within days that fit, are one Statement; a slogan said again is another.
import type { QuoteKind } from "../model/quote.ts";
import { type Dated, isPinned, mayBeOneDay } from "./statements/days.ts";
import { likeness } from "./statements/likeness.ts";

export { statementDate } from "./statements/days.ts";

/** One wording: a quote as an article gives it. Both of a pair are taken to be the same speaker's. */
export interface Wording extends Dated {
  readonly kind: QuoteKind;
  /** The whole content as one string, fragments joined by a space. */
  readonly content: string;
}

export interface StatementCandidate<Id> {
  readonly id: Id;
  readonly quotes: readonly Wording[];
}

export type StatementChoice<Id> = { readonly kind: "joins"; readonly id: Id } | { readonly kind: "opens" };

/** Word for word: an unbroken run this long, and this much of the shorter one. */
const RUN_WORDS = 6;
const RUN_SHARE = 0.75;
/** Another translation, or reported speech: this much meaning shared, of this rarity in all. */
const MEANING_SHARE = 0.6;
const MEANING_RARITY = 18;
const MEANING_STEMS = 4;
/** A few words alone are a phrase, not yet an utterance: all of them must agree, on one day. */
const PHRASE_STEMS = 2;
const PHRASE_RUN_SHARE = 0.99;

/** How sure it is that both are one utterance: 0 for not the same, else up to 1. */
function sameness(a: Wording, b: Wording): number {
  const like = likeness(a.content, b.content);
  const verbatim = like.run >= RUN_WORDS && like.runShare >= RUN_SHARE;
  if (verbatim) return mayBeOneDay(a, b, 1) ? like.runShare : 0;
  if (!mayBeOneDay(a, b, 0)) return 0;
  if (like.containment >= MEANING_SHARE && like.shared >= MEANING_RARITY && like.sharedStems >= MEANING_STEMS) {
    return like.containment * 0.9;
  }
  const phrase = like.runShare >= PHRASE_RUN_SHARE && like.sharedStems >= PHRASE_STEMS && like.containment > 0.99;
  return phrase && isPinned(a) && isPinned(b) ? 0.7 : 0;
}

/** Are these two wordings, by the same speaker, one utterance? */
export function sameStatement(a: Wording, b: Wording): boolean {
  return sameness(a, b) > 0;
}

/** The statement a quote belongs to among those of its speaker, or that it opens one. */
export function linkStatement<Id>(quote: Wording, candidates: readonly StatementCandidate<Id>[]): StatementChoice<Id> {
  let best: StatementCandidate<Id> | null = null;
  let surest = 0;
  for (const candidate of candidates) {
    if (candidate.quotes.some((other) => !mayBeOneDay(quote, other, 1))) continue;
    for (const other of candidate.quotes) {
      const sure = sameness(quote, other);
      if (sure > surest) [best, surest] = [candidate, sure];
    }
  }
  return best === null ? { kind: "opens" } : { kind: "joins", id: best.id };
}
