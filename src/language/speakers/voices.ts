// Turns whom a quote's words lead to into its speaker: the fullest name, the kind of voice, and the role the article gives.
import type { VoiceKind } from "../../model/quote.ts";
import type { KnownSpeaker } from "../../model/speaker.ts";
import { isNoun } from "../lexicon/roles.ts";
import type { Entity, NameMention } from "../names/entities.ts";
import { type KnownIndex, knownByName } from "../names/known.ts";
import type { Nominal } from "./mention.ts";
import type { ResolvedSpeaker } from "./resolved.ts";
import { roleBeside } from "./roles.ts";
import type { Stage } from "./stage.ts";

export interface Voice extends ResolvedSpeaker {
  /** Index of the entity; null when nobody is named. */
  readonly entity: number | null;
}

/** A voice that spoke in the text. */
export interface Turn {
  readonly voice: Voice;
  /** Where the mention (or, without one, the quote) begins. */
  readonly at: number;
  readonly paragraph: number;
}

export const NOBODY: Voice = { speaker: null, voice: "anonymous", role: null, entity: null };

/** The voices of one text. Remembers the roles it has looked up. */
export class Voices {
  private readonly stage: Stage;
  private readonly roles = new Map<number, string | null>();
  private readonly byKnown = new Map<KnownSpeaker, Entity>();

  constructor(stage: Stage, index: KnownIndex) {
    this.stage = stage;
    for (const each of stage.names.entities) {
      const known = each.known ?? knownByName(index, each.name);
      if (known && !this.byKnown.has(known)) this.byKnown.set(known, each);
    }
  }

  /** @param role as it stands beside this quote; without one, the first the article gives. */
  ofEntity(id: number, role: string | null = null): Voice {
    const entity = this.stage.entity(id);
    const voice: VoiceKind = entity.kind === "person" ? "person" : (entity.known?.kind ?? "group");
    return { speaker: entity.name, voice, role: role ?? this.firstRole(id), entity: id };
  }

  /** One name, or several joined by "and". */
  ofMentions(mentions: readonly NameMention[]): Voice {
    const [first] = mentions;
    if (!first) return NOBODY;
    if (mentions.length === 1) return this.ofEntity(first.entity, roleBeside(this.stage.document.text, first));
    const all = mentions.map((mention) => this.stage.entity(mention.entity).name);
    return { ...NOBODY, speaker: `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`, voice: "group" };
  }

  /** Somebody meant by a role: that role is theirs when the article gives no other. */
  called(id: number, head: Nominal): Voice {
    const voice = this.ofEntity(id);
    if (voice.role !== null || !isNoun(head.noun)) return voice;
    this.roles.set(id, head.phrase);
    return { ...voice, role: head.phrase };
  }

  /** Somebody of the speaker table, by the text's own form of the name where it has one. */
  ofKnown(speaker: KnownSpeaker, head: Nominal): Voice {
    const entity = this.byKnown.get(speaker);
    const name = entity?.name ?? speaker.name;
    return { speaker: name, voice: speaker.kind, role: head.phrase, entity: entity?.id ?? null };
  }

  private firstRole(id: number): string | null {
    const before = this.roles.get(id);
    if (before !== undefined) return before;
    let role: string | null = null;
    for (const mention of this.stage.mentionsOf(id)) {
      role = roleBeside(this.stage.document.text, mention);
      if (role !== null) break;
    }
    this.roles.set(id, role);
    return role;
  }
}
