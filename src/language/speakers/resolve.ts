// Says whose words each quote is: from the mention beside it to the fullest name the text, then the speaker table, gives.
import type { Published } from "../../model/dates.ts";
import type { VoiceKind } from "../../model/quote.ts";
import type { KnownSpeaker } from "../../model/speaker.ts";
import type { Span } from "../../model/text.ts";
import type { Document } from "../document.ts";
import type { Names } from "../names/entities.ts";
import { findNames } from "../names.ts";
import { type AntecedentWeights, HAND_WEIGHTS } from "./antecedents.ts";
import { Scene } from "./scene.ts";
import { stageOf } from "./stage.ts";

/** What is needed of a found quote; `quotes/found.ts` has more. */
export interface QuoteToResolve {
  readonly content: readonly Span[];
  readonly cue: readonly Span[] | null;
  readonly mention: readonly Span[] | null;
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

/**
 * Resolves the speaker of each quote, in the order given (text order of their mentions serves best).
 * @param names the document's names when the caller has them already
 */
export function resolveSpeakers(
  document: Document,
  quotes: readonly QuoteToResolve[],
  known: readonly KnownSpeaker[],
  context: SpeakerContext,
  weights: AntecedentWeights = HAND_WEIGHTS,
  names: Names = findNames(document, known),
): readonly ResolvedSpeaker[] {
  const scene = new Scene(stageOf(document, names, weights), known, context, weights);
  return quotes.map((quote) => scene.resolve(quote));
}
