// Whom a pronoun beside a quote means: somebody named before, an unnamed official who speaks on, the body last named.
import { type Ranked, rankAntecedents } from "./antecedents.ts";
import { mentionsWithin, voiceOfNoun } from "./mention.ts";
import { clauseStart, countBefore, MOST_NAMES, type Stage } from "./stage.ts";
import { NOBODY, type Turn, type Voice, type Voices } from "./voices.ts";

/** Unnamed people whose words run over several sentences; who asks one question is not among them. */
const TALKS_ON =
  /(?:source|official|aide|spokes(?:man|woman|person)|adviser|lawyer|attorney|doctor|officer|diplomat|insider|man|woman|boy|girl|child|guy|student|teenager)$/;

export class Pronouns {
  private readonly stage: Stage;
  private readonly voices: Voices;
  private readonly byline: string | null;

  /** @param byline whoever says "I" */
  constructor(stage: Stage, voices: Voices, byline: string | null) {
    this.stage = stage;
    this.voices = voices;
    this.byline = byline;
  }

  /** @param last who spoke before this quote */
  voiceOf(word: string, at: number, last: Turn | null): Voice {
    if (/^(?:he|she|his|her|him|hers|himself|herself)$/.test(word)) {
      const [best] = this.rank(word, at, last);
      const unnamed = this.unnamedBefore(at, last);
      if (unnamed || !best) return unnamed ?? NOBODY;
      this.stage.settle(at, best.entity);
      return this.voices.ofEntity(best.entity);
    }
    if (/^(?:who|which|that|whom|whose)$/.test(word)) return this.relative(at);
    if (/^(?:i|me|my|myself)$/.test(word) && this.byline !== null) {
      return { ...NOBODY, speaker: this.byline, voice: "person" };
    }
    return /^(?:it|its|they|their|them|this|itself)$/.test(word) ? this.thing(at, last) : NOBODY;
  }

  /** After "a senior official said", with nobody named since, "he" is the official. */
  private unnamedBefore(at: number, last: Turn | null): Voice | null {
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
  rank(word: string, at: number, last: Turn | null): readonly Ranked[] {
    const { stage } = this;
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
    const next = this.stage.standings
      .slice(from, from + 8)
      .find(({ entity }) => this.stage.entity(entity).gender !== other);
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
      const person = before.findLast((mention) => this.stage.entity(mention.entity).kind === "person");
      return this.voices.ofEntity((this.stage.entity(near.entity).kind === "person" ? near : (person ?? near)).entity);
    }
    const noun = /(\p{L}[\p{L}-]*)[,\s]*$/u.exec(document.text.slice(Math.max(start, at - 40), at))?.[1]?.toLowerCase();
    const voice = noun ? voiceOfNoun(noun) : "anonymous";
    return voice === "group" || voice === "document" ? { ...NOBODY, speaker: noun!, voice } : NOBODY;
  }

  /** "it" and "they": the body or document that spoke last, else the body last named. */
  private thing(at: number, last: Turn | null): Voice {
    const { stage } = this;
    const paragraph = stage.paragraphAt(at);
    if (last && last.voice.voice !== "person" && paragraph - last.paragraph <= 1 && last.at < at) return last.voice;
    const { mentions } = stage.names;
    const upTo = countBefore(mentions, ({ span }) => span[0], at);
    for (let each = upTo - 1; each >= Math.max(0, upTo - MOST_NAMES); each--) {
      const mention = mentions[each]!;
      if (mention.paragraph < paragraph - 1) break;
      if (this.stage.entity(mention.entity).kind === "group") return this.voices.ofEntity(mention.entity);
    }
    return NOBODY;
  }
}
