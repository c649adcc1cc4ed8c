// What the store promises about Speakers.
import type { Filters, Window } from "../../model/digest.ts";
import type { VoiceKind } from "../../model/quote.ts";
import type { KnownSpeaker } from "../../model/speaker.ts";
import type { QuoteView } from "./quotes.ts";

export interface SpeakerHead {
  readonly id: number;
  readonly name: string;
  readonly voice: VoiceKind;
  /** Everyone's quotes of this speaker; 0 for one only known by the operator's table. */
  readonly quotes: number;
}

/**
 * What typed text means. one: by full name, alias, or a surname only one has. several: to choose from, most quoted first.
 * near: nothing by that name, but these are a slip of the finger away, nearest first.
 */
export type SpeakerMatch =
  | { readonly kind: "one"; readonly speaker: SpeakerHead; readonly by: "name" | "alias" | "surname" | "prefix" }
  | { readonly kind: "several"; readonly speakers: readonly SpeakerHead[]; readonly by: "surname" | "prefix" | "name" }
  | { readonly kind: "near"; readonly speakers: readonly SpeakerHead[] }
  | { readonly kind: "none" };

export interface SpeakerPage extends SpeakerHead {
  /** From the operator's table, spelled as there. */
  readonly aliases: readonly string[];
  /** As articles put them, most frequent first. */
  readonly roles: readonly { readonly role: string; readonly quotes: number }[];
  /** "2021-11", ascending; by saying date where known, else by publication. Months without quotes are left out. */
  readonly months: readonly { readonly month: string; readonly quotes: number }[];
  readonly outlets: readonly { readonly outlet: string; readonly quotes: number }[];
  readonly first: QuoteView | null;
  readonly latest: QuoteView | null;
}

export interface SpeakerStore {
  /** Makes the operator's table the store's: names, kinds and aliases; those no longer in it lose their aliases. */
  syncKnownSpeakers(known: readonly KnownSpeaker[]): Promise<void>;
  find(typed: string, viewer: string | null): Promise<SpeakerMatch>;
  /** The same without what is only a slip away. */
  named(typed: string, viewer: string | null): Promise<SpeakerMatch>;
  /** Only what is a slip or two away. */
  near(typed: string, viewer: string | null): Promise<SpeakerMatch>;
  byId(id: number): Promise<SpeakerHead | null>;
  page(id: number, viewer: string | null): Promise<SpeakerPage | null>;
  /** Most quoted in everyone's articles. */
  top(limit: number): Promise<readonly SpeakerHead[]>;
  /** Most quoted in everyone's articles first stored in the window; `quotes` counts the window's. */
  mostQuoted(window: Window, filters: Filters, limit: number): Promise<readonly SpeakerHead[]>;
  /** Names whose beginning, or whose surname's beginning, is typed; a slip is forgiven when nothing else fits. Most quoted first. */
  complete(typed: string, limit: number): Promise<readonly SpeakerHead[]>;
}
