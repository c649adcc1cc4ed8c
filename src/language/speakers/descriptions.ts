// Whom a description beside a quote means ("the Kremlin leader", "his lawyer", "the report"): somebody of the speaker table, the holder of
// a role, an owner, a body, or what it says.

import type { Published } from "../../model/dates.ts";
import type { KnownSpeaker } from "../../model/speaker.ts";
import { NEVER_NAMES } from "../lexicon/organisations.ts";
import { isNoun, NOUN_GENDER, OWN_WORDS } from "../lexicon/roles.ts";
import type { Entity } from "../names/entities.ts";
import { keyOf } from "../names/keys.ts";
import { type KnownIndex, knownByDescription } from "../names/known.ts";
import { nearlySame } from "../names/same.ts";
import { calledBy } from "./called.ts";
import { type Nominal, partsOf, voiceOfNoun } from "./mention.ts";
import { bodyOf, holderAhead, holderOf, mayBeCalled, mayBeEpithet } from "./nominals.ts";
import type { Pronouns } from "./pronouns.ts";
import { MOST_NAMES, type Stage } from "./stage.ts";
import { NOBODY, type Turn, type Voice, type Voices } from "./voices.ts";

export class Descriptions {
  private readonly stage: Stage;
  private readonly index: KnownIndex;
  private readonly published: Published;
  private readonly voices: Voices;
  private readonly pronouns: Pronouns;

  /** @param published the article's day, by which the speaker table's roles count */
  constructor(stage: Stage, index: KnownIndex, published: Published, voices: Voices, pronouns: Pronouns) {
    this.stage = stage;
    this.index = index;
    this.published = published;
    this.voices = voices;
    this.pronouns = pronouns;
  }

  /** @param last who spoke before this quote */
  voiceOf(head: Nominal, last: Turn | null): Voice {
    const described = this.described(head);
    if (described) return this.voices.ofKnown(described, head);
    const owner = OWN_WORDS.has(head.noun) || !isNoun(head.noun) ? this.ownerOf(head, last) : null;
    if (owner) return owner;
    const voice = voiceOfNoun(head.noun);
    if (voice === "person" && head.determiner !== "indefinite") {
      const entity = this.holder(head, last);
      if (entity !== null) return this.voices.called(entity, head);
    }
    if (isBareName(head)) return this.bareName(head.phrase);
    if (voice === "person" || voice === "anonymous") return { ...NOBODY, role: isNoun(head.noun) ? head.phrase : null };
    if (voice === "group" && head.determiner !== "indefinite") return this.groupVoice(head);
    return { ...NOBODY, speaker: calledBy(head), voice };
  }

  private holder(head: Nominal, last: Turn | null): number | null {
    const parts = partsOf(this.stage.document.text, head);
    for (const find of [holderOf, (_: Stage, part: Nominal) => this.epithet(part, last), holderAhead]) {
      for (const part of parts) {
        const entity = find(this.stage, part);
        if (entity !== null) return entity;
      }
    }
    return null;
  }

  /** Somebody of the speaker table: "the Kremlin leader", "President Vladimir Putin's spokesman". */
  private described(head: Nominal): KnownSpeaker | null {
    const phrases = [head.whole, head.phrase];
    if (head.owner?.possessive) phrases.push(`${shortName(this.stage.entity(head.owner.entity))}'s ${head.noun}`);
    for (const phrase of phrases) {
      const known = knownByDescription(this.index, phrase, this.published);
      if (known) return known;
    }
    return null;
  }

  /** The words of "Trump's tweet" and "his remarks" are his. */
  private ownerOf(head: Nominal, last: Turn | null): Voice | null {
    if (head.owner?.possessive && this.stage.entity(head.owner.entity).kind === "person") {
      return this.voices.ofEntity(head.owner.entity);
    }
    if (head.ownerPronoun !== "his" && head.ownerPronoun !== "her") return null;
    const [best] = OWN_WORDS.has(head.noun) ? this.pronouns.rank(head.ownerPronoun, head.span[0], last) : [];
    return best ? this.voices.ofEntity(best.entity) : null;
  }

  /** A capital word that opens its sentence and stands nowhere else: a name, or one misspelt ("Zelenskyy", "Zelensky"). */
  private bareName(word: string): Voice {
    const key = keyOf(word);
    const alike = this.stage.names.entities
      .slice(-MOST_NAMES)
      .find((each) => each.kind === "person" && nearlySame(keyOf(each.name.split(" ").at(-1) ?? ""), key));
    return alike ? this.voices.ofEntity(alike.id) : { ...NOBODY, speaker: word, voice: "person" };
  }

  /** "the 34-year-old mother of three": nobody has that role, so it is whoever a pronoun here would mean. */
  private epithet(head: Nominal, last: Turn | null): number | null {
    if (!mayBeEpithet(head)) return null;
    const gender = NOUN_GENDER.get(head.noun);
    const word = gender === "female" ? "she" : gender === "male" ? "he" : "one";
    const ranked = this.pronouns.rank(word, head.span[0], last);
    const best = ranked.find(({ entity }) => mayBeCalled(this.stage.entity(entity), head));
    return best && best.score > 0 ? best.entity : null;
  }

  private groupVoice(head: Nominal): Voice {
    if (head.owner && head.determiner !== "definite") {
      const owner = this.stage.entity(head.owner.entity);
      const rest = head.phrase.slice(head.phrase.toLowerCase().lastIndexOf(head.noun));
      if (owner.kind === "person" || head.owner.possessive) {
        return { ...NOBODY, speaker: `${shortName(owner)} ${rest}`, voice: "group" };
      }
    }
    const body = head.phrase.includes(" ") ? null : bodyOf(this.stage, head);
    return body === null ? { ...NOBODY, speaker: calledBy(head), voice: "group" } : this.voices.ofEntity(body);
  }
}

function isBareName({ phrase, noun, determiner }: Nominal): boolean {
  return (
    determiner === "none" &&
    /^\p{Lu}[\p{Ll}'’-]*\p{Lu}?\p{Ll}{2,}$/u.test(phrase) &&
    !isNoun(noun) &&
    !NEVER_NAMES.has(noun)
  );
}

function shortName(entity: Entity): string {
  return entity.kind === "person" ? (entity.name.split(" ").at(-1) ?? entity.name) : entity.name;
}
