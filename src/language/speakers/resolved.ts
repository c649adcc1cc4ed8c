// What goes into resolving speakers and what comes out.
import type { Published } from "../../model/dates.ts";
import type { QuoteKind, VoiceKind } from "../../model/quote.ts";
import type { Span } from "../../model/text.ts";

/** What is needed of a found quote; `quotes/found.ts` has more. */
export interface QuoteToResolve {
  readonly content: readonly Span[];
  readonly cue: readonly Span[] | null;
  readonly mention: readonly Span[] | null;
  readonly agentless?: boolean;
  readonly kind?: QuoteKind;
}

export interface SpeakerContext {
  readonly published: Published;
  /** Who wrote the article, for the "I" outside quotes in an opinion piece; never a speaker otherwise. */
  readonly byline: string | null;
}

export interface ResolvedSpeaker {
  /** Fullest name; null when nobody is named. */
  readonly speaker: string | null;
  readonly voice: VoiceKind;
  /** Verbatim from the article; null when it gives none. */
  readonly role: string | null;
}
