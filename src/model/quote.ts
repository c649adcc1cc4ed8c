// The words of somebody in an Article: where they stand, who said them, and when.
import type { SayingDate } from "./dates.ts";
import type { Span } from "./text.ts";

/** direct: all inside quotation marks; mixed: partly; indirect: reported without marks. */
export type QuoteKind = "direct" | "mixed" | "indirect";

/** What kind of voice speaks: a person, a body or group, a document, or somebody unnamed. */
export type VoiceKind = "person" | "group" | "document" | "anonymous";

/** One quotation found in a text. All spans are offsets into that text; fragments are in text order. */
export interface Quotation {
  readonly kind: QuoteKind;
  /** The quoted content, quotation marks included, one span a fragment. */
  readonly content: readonly Span[];
  /** The parts of `content` that stand inside quotation marks, marks excluded: all that may ever be shown between marks. */
  readonly words: readonly Span[];
  readonly cue: readonly Span[] | null;
  /** The speaker as mentioned beside the quote, pronouns included; null for a floating quote. */
  readonly mention: readonly Span[] | null;
  /** The fullest name the text (then the speaker table) gives; null when nobody is named. */
  readonly speaker: string | null;
  readonly voice: VoiceKind;
  /** The role the article gives the speaker ("Russian President"), verbatim; null when none. */
  readonly role: string | null;
  readonly said: SayingDate;
}
