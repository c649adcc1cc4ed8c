// Reads the quotes of one text in order and says who speaks each: who was named, who spoke last, whom a pronoun means now.
import type { KnownSpeaker } from "../../model/speaker.ts";
import type { Span } from "../../model/text.ts";
import { NEVER_NAMES } from "../lexicon/organisations.ts";
import { isNoun, NOUN_GENDER, OWN_WORDS } from "../lexicon/roles.ts";
import type { Entity } from "../names/entities.ts";
import { keyOf } from "../names/keys.ts";
import { indexOfKnown, type KnownIndex, knownByDescription } from "../names/known.ts";
import { nearlySame } from "../names/same.ts";
import { type Ranked, rankAntecedents } from "./antecedents.ts";
import { calledBy } from "./called.ts";
import { labelBefore, signatureAfter } from "./labels.ts";
import {
  followsPreposition,
  headOf,
  mentionsWithin,
  type Nominal,
  partsOf,
  subjectWithin,
  voiceOfNoun,
} from "./mention.ts";
import { bodyOf, holderAhead, holderOf, mayBeCalled, mayBeEpithet } from "./nominals.ts";
import type { QuoteToResolve, ResolvedSpeaker, SpeakerContext } from "./resolved.ts";
import { clauseStart, countBefore, type Stage } from "./stage.ts";
import { subjectOf } from "./subject.ts";
import { NOBODY, type Voice, Voices } from "./voices.ts";

interface Turn {
  readonly voice: Voice;
  /** Where the mention (or, without one, the quote) begins. */
  readonly at: number;
  readonly paragraph: number;
}

/** Unnamed people whose words run over several sentences; who asks one question is not among them. */
const TALKS_ON =
  /(?:source|official|aide|spokes(?:man|woman|person)|adviser|lawyer|attorney|doctor|officer|diplomat|insider)$/;

/** A quote without a mention goes on with the last speaker over this many paragraphs. */
const INHERITS = 2;

/** How far back a body is looked for, in names: texts without end take no longer. */
const MOST_NAMES = 100;

/** One text's resolution in progress: call `resolve` for each quote, in text order. */
export class Scene {
  private readonly stage: Stage;
  private readonly index: KnownIndex;
  private readonly context: SpeakerContext;
  private readonly voices: Voices;
  private last: Turn | null = null;

  constructor(stage: Stage, known: readonly KnownSpeaker[], context: SpeakerContext) {
    this.stage = stage;
    this.index = indexOfKnown(known);
    this.voices = new Voices(stage, this.index);
    this.context = context;
  }

  /** The speaker of the next quote. */
  resolve(quote: QuoteToResolve): ResolvedSpeaker {
    if (quote.agentless === true) return NOBODY;
    const start = quote.content[0]?.[0] ?? 0;
    const label = this.label(start);
    const mention = label ? [label] : (this.subjectBefore(quote) ?? quote.mention);
    const voice = mention && mention.length > 0 ? this.voiceOf(mention) : this.unnamed(quote);
    const at = mention?.[0]?.[0] ?? start;
    this.last = { voice, at, paragraph: this.stage.paragraphAt(at) };
    return { speaker: voice.speaker, voice: voice.voice, role: voice.role };
  }

  /**
   * The subject, where the words beside the cue end an aside: "Sanders, who lost the primaries to Clinton, said".
   * Only names count; null when the mention may stand.
   */
  private subjectBefore({ mention, cue }: QuoteToResolve): readonly Span[] | null {
    const at = mention?.[0]?.[0];
    const end = mention?.at(-1)?.[1];
    if (at === undefined || end === undefined || (cue?.[0]?.[0] ?? -1) < end) return null;
    const { document, names } = this.stage;
    const start = clauseStart(this.stage, at);
    if (/['’]s?$/.test(document.text.slice(at, end)) || !followsPreposition(document.text, start, at)) return null;
    const subject = subjectWithin(document.text, names, [start, at]);
    return subject ? [subject.whole] : null;
  }

  /** "PUTIN:" or "Angela Merkel:" at the head of the paragraph; other words before a colon are no label. */
  private label(start: number): Span | null {
    const { document, names } = this.stage;
    const label = labelBefore(document.text, this.paragraphSpan(start), start);
    if (!label) return null;
    const words = document.text.slice(...label);
    const named = mentionsWithin(names, label).some(({ entity }) => {
      const { kind, sure } = this.entity(entity);
      return kind === "person" && sure;
    });
    return named || words === words.toUpperCase() ? label : null;
  }

  private voiceOf(mention: readonly Span[]): Voice {
    const head = headOf(this.stage.document.text, this.stage.names, mention);
    if (!head) return NOBODY;
    if (head.is === "names") return this.voices.ofMentions(head.mentions);
    if (head.is === "pronoun") return this.pronoun(head.word, head.at);
    return this.nominal(head);
  }

  private pronoun(word: string, at: number): Voice {
    if (/^(?:he|she|his|her|him|hers|himself|herself)$/.test(word)) {
      const [best] = this.rank(word, at);
      const unnamed = this.unnamedBefore(at);
      if (unnamed || !best) return unnamed ?? NOBODY;
      this.stage.settle(at, best.entity);
      return this.voices.ofEntity(best.entity);
    }
    if (/^(?:who|which|that|whom|whose)$/.test(word)) return this.relative(at);
    if (/^(?:i|me|my|myself)$/.test(word) && this.context.byline !== null) {
      return { ...NOBODY, speaker: this.context.byline, voice: "person" };
    }
    return /^(?:it|its|they|their|them|this|itself)$/.test(word) ? this.thing(at) : NOBODY;
  }

  /** After "a senior official said", with nobody named since, "he" is the official. */
  private unnamedBefore(at: number): Voice | null {
    const { last } = this;
    if (!last || last.at > at || last.voice.voice !== "anonymous") return null;
    if (this.stage.paragraphAt(at) !== last.paragraph || !TALKS_ON.test(last.voice.role ?? "")) return null;
    const { standings } = this.stage;
    for (let each = countBefore(standings, (standing) => standing.at, at) - 1; each >= 0; each--) {
      const standing = standings[each]!;
      if (standing.at <= last.at) break;
      if (!standing.quoted && !standing.pronoun) return null;
    }
    return last.voice;
  }

  /** Candidates for a singular pronoun at a place, best first. */
  private rank(word: string, at: number): readonly Ranked[] {
    const { stage, last } = this;
    const site = {
      word,
      at,
      sentence: stage.sentenceAt(at),
      paragraph: stage.paragraphAt(at),
      lastSpeaker: last?.voice.voice === "person" ? last.voice.entity : null,
      lastParagraph: last?.paragraph ?? -1,
    };
    const upTo = countBefore(stage.standings, (standing) => standing.at, at);
    const ranked = rankAntecedents(stage.names, stage.standings, upTo, site);
    return ranked.length > 0 ? ranked : this.ahead(word, upTo);
  }

  /** Nobody named before: "After he won, Trump said". */
  private ahead(word: string, from: number): Ranked[] {
    const other = /^(?:she|her)/.test(word) ? "male" : "female";
    const next = this.stage.standings.slice(from, from + 8).find(({ entity }) => this.entity(entity).gender !== other);
    return next ? [{ entity: next.entity, score: 0 }] : [];
  }

  /** "Clinton, who said": the name or noun just before. */
  private relative(at: number): Voice {
    const { document, names } = this.stage;
    const start = clauseStart(this.stage, at);
    const before = mentionsWithin(names, [start, at]).filter((mention) => !mention.possessive);
    const near = before.at(-1);
    const between = near ? document.text.slice(near.span[1], at) : "";
    if (near && (between.length < 4 || /^[,\s(][^.;]*,\s*(?:and\s*)?$/.test(between))) {
      // In "Reid of Nevada, who", the person, not the state.
      const person = before.findLast((mention) => this.entity(mention.entity).kind === "person");
      return this.voices.ofEntity((this.entity(near.entity).kind === "person" ? near : (person ?? near)).entity);
    }
    const noun = /(\p{L}[\p{L}-]*)[,\s]*$/u.exec(document.text.slice(Math.max(start, at - 40), at))?.[1]?.toLowerCase();
    const voice = noun ? voiceOfNoun(noun) : "anonymous";
    return voice === "group" || voice === "document" ? { ...NOBODY, speaker: noun!, voice } : NOBODY;
  }

  /** "it" and "they": the body or document that spoke last, else the body last named. */
  private thing(at: number): Voice {
    const { stage, last } = this;
    const paragraph = stage.paragraphAt(at);
    if (last && last.voice.voice !== "person" && paragraph - last.paragraph <= 1 && last.at < at) return last.voice;
    const { mentions } = stage.names;
    const upTo = countBefore(mentions, ({ span }) => span[0], at);
    for (let each = upTo - 1; each >= Math.max(0, upTo - MOST_NAMES); each--) {
      const mention = mentions[each]!;
      if (mention.paragraph < paragraph - 1) break;
      if (this.entity(mention.entity).kind === "group") return this.voices.ofEntity(mention.entity);
    }
    return NOBODY;
  }

  private nominal(head: Nominal): Voice {
    const described = this.described(head);
    if (described) return this.voices.ofKnown(described, head);
    const owner = OWN_WORDS.has(head.noun) || !isNoun(head.noun) ? this.ownerOf(head) : null;
    if (owner) return owner;
    const voice = voiceOfNoun(head.noun);
    if (voice === "person" && head.determiner !== "indefinite") {
      const entity = this.holder(head);
      if (entity !== null) return this.voices.called(entity, head);
    }
    if (isBareName(head)) return this.bareName(head.phrase);
    if (voice === "person" || voice === "anonymous") return { ...NOBODY, role: isNoun(head.noun) ? head.phrase : null };
    if (voice === "group" && head.determiner !== "indefinite") return this.groupVoice(head);
    return { ...NOBODY, speaker: calledBy(head), voice };
  }

  private holder(head: Nominal): number | null {
    const parts = partsOf(this.stage.document.text, head);
    for (const find of [holderOf, (_: Stage, part: Nominal) => this.epithet(part), holderAhead]) {
      for (const part of parts) {
        const entity = find(this.stage, part);
        if (entity !== null) return entity;
      }
    }
    return null;
  }

  /** Somebody of the speaker table: "the Kremlin leader", "President Vladimir Putin's spokesman". */
  private described(head: Nominal): KnownSpeaker | null {
    const { published } = this.context;
    const phrases = [head.whole, head.phrase];
    if (head.owner?.possessive) phrases.push(`${shortName(this.entity(head.owner.entity))}'s ${head.noun}`);
    for (const phrase of phrases) {
      const known = knownByDescription(this.index, phrase, published);
      if (known) return known;
    }
    return null;
  }

  /** The words of "Trump's tweet" and "his remarks" are his. */
  private ownerOf(head: Nominal): Voice | null {
    if (head.owner?.possessive && this.entity(head.owner.entity).kind === "person") {
      return this.voices.ofEntity(head.owner.entity);
    }
    if (head.ownerPronoun !== "his" && head.ownerPronoun !== "her") return null;
    const [best] = OWN_WORDS.has(head.noun) ? this.rank(head.ownerPronoun, head.span[0]) : [];
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
  private epithet(head: Nominal): number | null {
    if (!mayBeEpithet(head)) return null;
    const gender = NOUN_GENDER.get(head.noun);
    const ranked = this.rank(gender === "female" ? "she" : gender === "male" ? "he" : "one", head.span[0]);
    const best = ranked.find(({ entity }) => mayBeCalled(this.entity(entity), head));
    return best && best.score > 0 ? best.entity : null;
  }

  private groupVoice(head: Nominal): Voice {
    if (head.owner && head.determiner !== "definite") {
      const owner = this.entity(head.owner.entity);
      const rest = head.phrase.slice(head.phrase.toLowerCase().lastIndexOf(head.noun));
      if (owner.kind === "person" || head.owner.possessive) {
        return { ...NOBODY, speaker: `${shortName(owner)} ${rest}`, voice: "group" };
      }
    }
    const body = head.phrase.includes(" ") ? null : bodyOf(this.stage, head);
    return body === null ? { ...NOBODY, speaker: calledBy(head), voice: "group" } : this.voices.ofEntity(body);
  }

  /** A quote with no mention: signed below, or its speaker goes on while paragraph follows on paragraph. */
  private unnamed(quote: QuoteToResolve): Voice {
    const subject = subjectOf(this.stage, quote);
    if (subject === undefined) return this.unmentioned(quote);
    return subject === null ? NOBODY : this.voiceOf([subject]);
  }

  private unmentioned(quote: QuoteToResolve): Voice {
    const { stage } = this;
    const start = quote.content[0]?.[0] ?? 0;
    const signature = signatureAfter(stage.document.text, quote.content.at(-1)?.[1] ?? start);
    if (signature) {
      const [signed] = mentionsWithin(stage.names, signature);
      if (signed) return this.voices.ofEntity(signed.entity);
    }
    const paragraph = stage.paragraphAt(start);
    if (this.last && paragraph - this.last.paragraph <= INHERITS) return this.last.voice;
    const sentence = stage.sentenceAt(start);
    for (let each = countBefore(stage.standings, ({ at }) => at, start) - 1; each >= 0; each--) {
      const standing = stage.standings[each]!;
      if (sentence - standing.sentence > 2) break;
      if (!standing.quoted) return this.voices.ofEntity(standing.entity);
    }
    return NOBODY;
  }

  private entity(id: number): Entity {
    return this.stage.names.entities[id]!;
  }

  private paragraphSpan(at: number): Span {
    return this.stage.document.paragraphs[this.stage.paragraphAt(at)] ?? [at, at];
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
