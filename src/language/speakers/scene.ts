// The state of the stage while a text is read: who was named, who spoke last, whom a pronoun or a role means now.
import type { VoiceKind } from "../../model/quote.ts";
import type { KnownSpeaker } from "../../model/speaker.ts";
import type { Span } from "../../model/text.ts";
import type { Document } from "../document.ts";
import { COUNTRY_OF } from "../lexicon/places.ts";
import { NOUN_GENDER } from "../lexicon/roles.ts";
import type { Entity, NameMention, Names } from "../names/entities.ts";
import { indexOfKnown, type KnownIndex, knownByDescription, knownByName } from "../names/known.ts";
import {
  type AntecedentWeights,
  type PronounSite,
  type Ranked,
  rankAntecedents,
  type Standing,
  standingsOf,
} from "./antecedents.ts";
import { headOf, mentionsWithin, type Nominal, voiceOfNoun } from "./mention.ts";
import type { QuoteToResolve, ResolvedSpeaker, SpeakerContext } from "./resolve.ts";
import { roleBeside } from "./roles.ts";

const NOBODY: ResolvedSpeaker = { speaker: null, voice: "anonymous", role: null };
const PRONOUNS = /(?<![\p{L}\p{N}'’-])(?:he|she|his|her|him)(?![\p{L}\p{N}-])/giu;

interface Voice extends ResolvedSpeaker {
  readonly entity: number | null;
}

/** One text's resolution in progress. Quotes are resolved in order, each knowing those before. */
export class Scene {
  private readonly document: Document;
  private readonly names: Names;
  private readonly quotes: readonly QuoteToResolve[];
  private readonly index: KnownIndex;
  private readonly context: SpeakerContext;
  private readonly weights: AntecedentWeights;
  private readonly standings: Standing[];
  private readonly roles = new Map<number, string>();
  private last: { voice: Voice; at: number; paragraph: number; many: boolean } | null = null;

  constructor(
    document: Document,
    names: Names,
    quotes: readonly QuoteToResolve[],
    known: readonly KnownSpeaker[],
    context: SpeakerContext,
    weights: AntecedentWeights,
  ) {
    this.document = document;
    this.names = names;
    this.quotes = quotes;
    this.index = indexOfKnown(known);
    this.context = context;
    this.weights = weights;
    const quoted = quotedTest(document);
    this.standings = standingsOf(document, names, quoted);
    this.addPronouns(quoted);
  }

  /** The speaker of quote number `index`. */
  resolve(index: number): ResolvedSpeaker {
    const quote = this.quotes[index]!;
    const start = quote.content[0]?.[0] ?? 0;
    const voice = quote.mention && quote.mention.length > 0 ? this.voiceOf(quote.mention) : this.inherited(start);
    const at = quote.mention?.[0]?.[0] ?? start;
    this.last = { voice, at, paragraph: this.paragraphAt(at), many: voice.role !== null && /s$/.test(voice.role) };
    return { speaker: voice.speaker, voice: voice.voice, role: voice.role };
  }

  private voiceOf(mention: readonly Span[]): Voice {
    const head = headOf(this.document.text, this.names, mention);
    if (!head) return { ...NOBODY, entity: null };
    if (head.is === "names") return this.named(head.mentions);
    if (head.is === "pronoun") return this.pronoun(head.word, head.at);
    return this.nominal(head);
  }

  private named(mentions: readonly NameMention[]): Voice {
    const [first] = mentions;
    if (!first) return { ...NOBODY, entity: null };
    if (mentions.length > 1) {
      const all = mentions.map((mention) => this.names.entities[mention.entity]!.name);
      return { speaker: `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`, voice: "group", role: null, entity: null };
    }
    const role = roleBeside(this.document.text, first);
    if (role !== null && !this.roles.has(first.entity)) this.roles.set(first.entity, role);
    return this.entityVoice(first.entity, role);
  }

  private entityVoice(id: number, role: string | null): Voice {
    const entity = this.names.entities[id]!;
    const voice: VoiceKind = entity.kind === "person" ? "person" : (entity.known?.kind ?? "group");
    return { speaker: entity.name, voice, role: role ?? this.firstRole(entity), entity: id };
  }

  /** The first role the article gives, however far from this quote. */
  private firstRole(entity: Entity): string | null {
    const known = this.roles.get(entity.id);
    if (known !== undefined) return known;
    for (const mention of this.names.mentions) {
      if (mention.entity !== entity.id) continue;
      const role = roleBeside(this.document.text, mention);
      if (role === null) continue;
      this.roles.set(entity.id, role);
      return role;
    }
    return null;
  }

  private pronoun(word: string, at: number): Voice {
    if (/^(?:he|she|his|her|him|hers|himself|herself)$/.test(word)) {
      const unnamed = this.unnamedBefore(at);
      if (unnamed) return unnamed;
      const [best] = this.rank(word, at);
      return best ? this.entityVoice(best.entity, null) : { ...NOBODY, entity: null };
    }
    if (/^(?:who|which|that|whom|whose)$/.test(word)) return this.relative(at);
    if (/^(?:i|me|my|myself)$/.test(word) && this.context.byline !== null) {
      return { speaker: this.context.byline, voice: "person", role: null, entity: null };
    }
    if (/^(?:it|its|they|their|them|this|itself)$/.test(word)) return this.thing(word, at);
    return { ...NOBODY, entity: null };
  }

  /** After "a senior official said", with nobody named since, "he" is the official. */
  private unnamedBefore(at: number): Voice | null {
    const { last } = this;
    if (last?.voice.voice !== "anonymous" || last.voice.role === null || last.voice.speaker !== null || last.many)
      return null;
    if (this.paragraphAt(at) !== last.paragraph || last.at > at || !TALKS_ON.test(last.voice.role)) return null;
    const since = this.standings.some(
      (standing) => standing.at > last.at && standing.at < at && !standing.quoted && !standing.pronoun,
    );
    return since ? null : last.voice;
  }

  /** Candidates for "he" or "she" at a place, best first. Also how training asks. */
  rank(word: string, at: number): Ranked[] {
    const site: PronounSite = {
      word,
      at,
      sentence: this.sentenceAt(at),
      paragraph: this.paragraphAt(at),
      lastSpeaker: this.last?.voice.voice === "person" ? this.last.voice.entity : null,
      lastParagraph: this.last?.paragraph ?? -1,
    };
    const upTo = this.standings.findIndex((standing) => standing.at >= at);
    const ranked = rankAntecedents(
      this.names,
      this.standings,
      upTo < 0 ? this.standings.length : upTo,
      site,
      this.weights,
    );
    return ranked.length > 0 ? ranked : this.ahead(site, Math.max(0, upTo));
  }

  /** Nobody before it: "After he won, Trump said". */
  private ahead(site: PronounSite, from: number): Ranked[] {
    const female = /^(?:she|her)/.test(site.word);
    for (let at = from; at < Math.min(this.standings.length, from + 8); at++) {
      const entity = this.names.entities[this.standings[at]!.entity]!;
      if (entity.gender === null || (entity.gender === "female") === female)
        return [{ entity: entity.id, score: 0, features: [] }];
    }
    return [];
  }

  /** "Clinton, who said": the name or noun just before. */
  private relative(at: number): Voice {
    const start = this.document.sentences[this.sentenceAt(at)]![0];
    const before = mentionsWithin(this.names, [start, at]).filter((mention) => !mention.possessive);
    const near = before.at(-1);
    const between = near ? this.document.text.slice(near.span[1], at) : "";
    const noun = /(\p{L}[\p{L}-]*)[,\s]*$/u
      .exec(this.document.text.slice(Math.max(start, at - 40), at))?.[1]
      ?.toLowerCase();
    if (near && (between.length < 4 || /^[,\s(][^.;]*,\s*(?:and\s*)?$/.test(between)))
      return this.entityVoice(this.firstOfApposition(before, near).entity, null);
    if (noun) {
      const voice = voiceOfNoun(noun);
      if (voice === "anonymous" || voice === "person")
        return { speaker: null, voice: "anonymous", role: null, entity: null };
      return { speaker: noun, voice, role: null, entity: null };
    }
    return { ...NOBODY, entity: null };
  }

  /** In "Reid of Nevada, who", the person, not the state. */
  private firstOfApposition(before: readonly NameMention[], near: NameMention): NameMention {
    if (this.names.entities[near.entity]!.kind === "person") return near;
    return before.findLast((mention) => this.names.entities[mention.entity]!.kind === "person") ?? near;
  }

  /** "it" and "they": the body or document that spoke last, else the last body named as a subject. */
  private thing(word: string, at: number): Voice {
    const paragraph = this.paragraphAt(at);
    const last = this.last;
    if (last && last.voice.voice !== "person" && paragraph - last.paragraph <= 1 && last.at < at) return last.voice;
    const bodies = this.names.mentions.filter(
      (mention) =>
        mention.span[0] < at &&
        this.paragraphAt(mention.span[0]) >= paragraph - 1 &&
        this.names.entities[mention.entity]!.kind === "group",
    );
    const near = bodies.at(-1);
    if (near && word !== "they") return this.entityVoice(near.entity, null);
    return near ? this.entityVoice(near.entity, null) : { ...NOBODY, entity: null };
  }

  private nominal(head: Nominal): Voice {
    const { published } = this.context;
    const described =
      knownByDescription(this.index, head.whole, published) ?? knownByDescription(this.index, head.phrase, published);
    if (described) return this.describedVoice(described, head);
    const voice = voiceOfNoun(head.noun);
    if (voice === "person" && head.determiner !== "indefinite") {
      const entity = this.byRole(head) ?? this.epithet(head);
      if (entity !== null) return this.entityVoice(entity, null);
    }
    if (voice === "person" || voice === "anonymous")
      return { speaker: null, voice: "anonymous", role: head.phrase, entity: null };
    if (voice === "group" && head.determiner !== "indefinite") return this.groupVoice(head);
    return { speaker: head.whole, voice, role: null, entity: null };
  }

  private describedVoice(speaker: KnownSpeaker, head: Nominal): Voice {
    const entity = this.names.entities.find(
      (each) => each.known === speaker || knownByName(this.index, each.name) === speaker,
    );
    return {
      speaker: entity?.name ?? speaker.name,
      voice: speaker.kind,
      role: head.phrase,
      entity: entity?.id ?? null,
    };
  }

  /** "the senator", "the Republican nominee": the person of that role last named. */
  private byRole(head: Nominal): number | null {
    const gender = NOUN_GENDER.get(head.noun) ?? null;
    const sentence = this.sentenceAt(head.span[0]);
    let best: number | null = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (let at = this.standings.length - 1; at >= 0; at--) {
      const standing = this.standings[at]!;
      if (standing.at >= head.span[0]) continue;
      const entity = this.names.entities[standing.entity]!;
      if (gender && entity.gender && entity.gender !== gender) continue;
      const fit = roleFit(entity, head);
      if (fit === 0) continue;
      const score =
        2 * fit -
        Math.min(3, (sentence - standing.sentence) * 0.15) -
        (standing.quoted ? 1 : 0) +
        Math.min(1, entity.count * 0.05);
      if (score > bestScore) [best, bestScore] = [standing.entity, score];
    }
    return best;
  }

  /** "the 34-year-old mother of three": nobody has that role, so it is whoever a pronoun here would mean. */
  private epithet(head: Nominal): number | null {
    if (UNNAMED.test(head.noun) || head.ownerPronoun !== null || head.number === "many") return null;
    const gender = NOUN_GENDER.get(head.noun);
    const [best] = this.rank(gender === "female" ? "she" : gender === "male" ? "he" : "one", head.span[0]);
    return best && best.score > 0 ? best.entity : null;
  }

  private groupVoice(head: Nominal): Voice {
    if (head.owner && head.determiner !== "definite") {
      const owner = this.names.entities[head.owner.entity]!;
      const rest = head.phrase.slice(head.phrase.toLowerCase().lastIndexOf(head.noun));
      if (owner.kind === "person" || head.owner.possessive)
        return { speaker: `${this.surnameOf(owner)} ${rest}`, voice: "group", role: null, entity: null };
    }
    const entity = this.names.entities.findLast(
      (each) => each.kind === "group" && each.name.toLowerCase().split(/\s+/).includes(head.noun),
    );
    if (entity && head.phrase.split(" ").length === 1) return this.entityVoice(entity.id, null);
    return { speaker: head.whole, voice: "group", role: null, entity: null };
  }

  private surnameOf(entity: Entity): string {
    return entity.kind === "person" ? (entity.name.split(" ").at(-1) ?? entity.name) : entity.name;
  }

  /** A quote with no mention of its own: the speaker goes on while the paragraphs follow on each other. */
  private inherited(start: number): Voice {
    const paragraph = this.paragraphAt(start);
    if (this.last && paragraph - this.last.paragraph <= 2) return this.last.voice;
    const sentence = this.sentenceAt(start);
    const near = this.standings.findLast(
      (standing) => standing.at < start && sentence - standing.sentence <= 2 && !standing.quoted,
    );
    return near ? this.entityVoice(near.entity, null) : { ...NOBODY, entity: null };
  }

  /** Pronouns outside quotes, resolved as they come, keep their person in the reader's mind. */
  private addPronouns(quoted: (at: number) => boolean): void {
    const { text } = this.document;
    const named = [...this.standings];
    this.standings.length = 0;
    let next = 0;
    for (const match of text.matchAll(PRONOUNS)) {
      while (next < named.length && named[next]!.at < match.index) this.standings.push(named[next++]!);
      if (quoted(match.index)) continue;
      const word = match[0].toLowerCase();
      const sentence = this.sentenceAt(match.index);
      const site: PronounSite = {
        word,
        at: match.index,
        sentence,
        paragraph: this.paragraphAt(match.index),
        lastSpeaker: null,
        lastParagraph: -1,
      };
      const [best] = rankAntecedents(this.names, this.standings, this.standings.length, site, this.weights);
      if (!best) continue;
      const possessive = word === "his" || word === "her" || word === "him";
      this.standings.push({
        entity: best.entity,
        at: match.index,
        sentence,
        paragraph: site.paragraph,
        place: possessive ? "possessive" : "subject",
        pronoun: true,
        quoted: false,
        headline: false,
      });
    }
    while (next < named.length) this.standings.push(named[next++]!);
  }

  private sentenceAt(at: number): number {
    return spanAt(this.document.sentences, at);
  }

  private paragraphAt(at: number): number {
    return spanAt(this.document.paragraphs, at);
  }
}

/** Nouns for people an article often leaves without a name. */
const UNNAMED =
  /^(?:source|official|spokes(?:man|woman|person)|narrator|announcer|moderator|heckler|reporter|person|interviewer|questioner|lawyer|attorney|doctor|employee|insider|aide|user|poster|voter|resident|caller|judge|officer|driver|witness|host|anchor|friend|neighbor|analyst|expert|author)$/;

/** Unnamed people whose words run over several sentences; who asks one question is not among them. */
const TALKS_ON =
  /(?:source|official|aide|spokes(?:man|woman|person)|adviser|lawyer|attorney|doctor|officer|diplomat|insider)$/;

/** Roles one noun may stand for. */
const ROLE_SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  ["congressman", ["representative"]],
  ["congresswoman", ["representative"]],
  ["lawmaker", ["representative", "senator", "congressman", "congresswoman"]],
  ["nominee", ["candidate"]],
  ["candidate", ["nominee"]],
  ["premier", ["minister"]],
  ["leader", ["president", "minister", "chancellor", "chairman"]],
  ["chairman", ["chair"]],
  ["chairwoman", ["chair"]],
  ["businessman", ["billionaire", "tycoon", "mogul"]],
  ["mogul", ["businessman"]],
  ["billionaire", ["businessman"]],
]);

/** How well somebody's roles, in the text or the speaker table, fit "the Vermont senator"; 0 not at all. */
function roleFit(entity: Entity, head: Nominal): number {
  const nouns = [head.noun, ...(ROLE_SYNONYMS.get(head.noun) ?? [])];
  const former = /\b(?:former|ex)\b/i.test(head.phrase);
  let fit = 0;
  for (const [at, noun] of nouns.entries()) {
    if (entity.roles.includes(former ? `former ${noun}` : noun)) fit = Math.max(fit, at === 0 ? 1 : 0.8);
    else if (former && entity.roles.includes(noun)) fit = Math.max(fit, 0.5);
  }
  const words = head.phrase.toLowerCase().split(/[\s-]+/);
  const country = words.map((word) => COUNTRY_OF.get(word.replace(/['’]s$/, ""))).find((each) => each !== undefined);
  if (country && entity.country) fit = country === entity.country ? fit * 1.6 : 0;
  for (const role of entity.known?.roles ?? []) {
    const title = role.title.toLowerCase().split(/[\s-]+/);
    if (!nouns.some((noun) => title.includes(noun))) continue;
    fit = Math.max(
      fit,
      0.7 + 0.5 * words.filter((word) => word !== head.noun && word.length > 3 && title.includes(word)).length,
    );
  }
  return fit;
}

/** Index of the last span that starts at or before `at`. */
function spanAt(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]![0] <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Is an offset inside double quotation marks? */
function quotedTest(document: Document): (at: number) => boolean {
  const spans = document.marks
    .filter((mark) => mark.depth === 0 && mark.span[1] - mark.span[0] > 25)
    .map((mark) => mark.span);
  return (at) => {
    const span = spans[spanAt(spans, at)];
    return span !== undefined && span[0] <= at && at < span[1];
  };
}
