// What a text names: the persons and bodies behind its mentions, and the forms each is mentioned by.
import type { KnownSpeaker } from "../../model/speaker.ts";
import type { Span } from "../../model/text.ts";
import type { ParsedRun } from "./parse.ts";
import { type NameKeys, nameKeys } from "./same.ts";
import type { Word } from "./words.ts";

export type EntityKind = "person" | "group" | "place";

/** One occurrence of a name. */
export interface NameMention {
  /** The name itself: without title, without a possessive ending. */
  readonly span: Span;
  /** With the title in front ("Russian Foreign Minister Sergey Lavrov"). */
  readonly whole: Span;
  /** Index in `Names.entities`. */
  readonly entity: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly possessive: boolean;
  /** In a headline, where it names but stands apart from the text. */
  readonly headline: boolean;
  /** In a byline or a picture's credit. */
  readonly credit: boolean;
  /** More than a surname. */
  readonly full: boolean;
}

export interface Entity {
  readonly id: number;
  readonly kind: EntityKind;
  /** The longest form the text gives. */
  readonly name: string;
  /** Did a title, a given name or the speaker table say what it is? */
  readonly sure: boolean;
  readonly gender: "female" | "male" | null;
  /** Role nouns the text gives, lower case: "senator", "spokesman". */
  readonly roles: readonly string[];
  /** The country its titles name ("Russian President"); null when none does. */
  readonly country: string | null;
  readonly party: string | null;
  readonly known: KnownSpeaker | null;
  /** Number of mentions. */
  readonly count: number;
}

export interface Names {
  readonly entities: readonly Entity[];
  /** In text order. */
  readonly mentions: readonly NameMention[];
}

/** An entity while its mentions are gathered. */
export interface Draft {
  readonly id: number;
  kind: EntityKind;
  sure: boolean;
  /** Words of the longest form, and their keys. */
  words: readonly Word[];
  keys: NameKeys;
  text: string;
  /** Votes for a gender: below zero female, above male. */
  votes: number;
  readonly roles: Set<string>;
  country: string | null;
  party: string | null;
  known: KnownSpeaker | null;
  /** Full-form mentions, and where the first stood. */
  fulls: number;
  /** Mentions by a courtesy title and the surname. */
  titled: number;
  first: number;
  count: number;
}

/** A mention before gender and longest forms are settled. */
export interface Gathered {
  readonly parsed: ParsedRun;
  readonly draft: Draft;
  readonly full: boolean;
}

export function newDraft(id: number, kind: EntityKind, words: readonly Word[], text: string, sure: boolean): Draft {
  return {
    id,
    kind,
    sure,
    words,
    keys: nameKeys(words),
    text,
    votes: 0,
    roles: new Set(),
    country: null,
    party: null,
    known: null,
    fulls: 0,
    titled: 0,
    first: -1,
    count: 0,
  };
}
