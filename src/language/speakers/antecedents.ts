// Ranks whom a pronoun means: the persons named (or meant by pronouns) before it, by gender, nearness and standing.

import type { Document } from "../document.ts";
import type { Entity, NameMention, Names } from "../names/entities.ts";

/** A place where a person was meant: a name, or a pronoun already resolved. */
export interface Standing {
  readonly entity: number;
  readonly at: number;
  readonly sentence: number;
  readonly paragraph: number;
  /** Grammatical standing: subject of its sentence, possessive, after a preposition, anything else. */
  readonly place: "subject" | "possessive" | "object" | "other";
  readonly pronoun: boolean;
  /** Inside somebody's quoted words. */
  readonly quoted: boolean;
  readonly headline: boolean;
}

/**
 * What each trait of a candidate's mention adds. Set by hand: on the development articles the rules find what a pronoun
 * means nearly as often as people agree on it, and 170 pronouns are too few to learn from.
 */
const WEIGHTS = {
  /** By sentences back: the same one, one, two, three, further. */
  back: [1.6, 1.4, 0.8, 0.2, -0.6],
  sameParagraph: 0.5,
  subject: 1.2,
  subjectJustBefore: 0.5,
  possessive: -0.2,
  object: -0.4,
  pronoun: 0.9,
  quoted: -2.5,
  headline: -1.5,
  spokeLast: 1.2,
  spokeLastHere: 1,
  genderFits: 0.8,
  genderUnknown: -0.3,
  unsure: -1.2,
  /** For each doubling of the mentions, up to three. */
  often: 0.25,
  nearest: 0.5,
} as const;

const PREPOSITION =
  /(?:^|\s)(?:of|for|to|from|by|at|with|in|on|about|against|over|under|between|like|than|behind|toward|towards|into|after|before|urging|asking|telling|told|calling|called|supporting|backing|attacking|accusing|praising)\s+(?:the\s+|a\s+|\p{Lu}?[\p{L}.]*\s+){0,3}$/u;

/** Where names stand in their sentences. In text order. */
export function standingsOf(document: Document, names: Names, quoted: (at: number) => boolean): Standing[] {
  const standings: Standing[] = [];
  for (const mention of names.mentions) {
    const entity = names.entities[mention.entity]!;
    if (entity.kind !== "person" || mention.credit) continue;
    standings.push({
      entity: mention.entity,
      at: mention.span[0],
      sentence: mention.sentence,
      paragraph: mention.paragraph,
      place: placeOf(document, mention),
      pronoun: false,
      quoted: quoted(mention.span[0]),
      headline: mention.headline,
    });
  }
  return standings;
}

function placeOf(document: Document, mention: NameMention): Standing["place"] {
  if (mention.possessive) return "possessive";
  const { text, sentences } = document;
  const start = sentences[mention.sentence]![0];
  const before = text.slice(Math.max(start, mention.whole[0] - 60), mention.whole[0]);
  if (PREPOSITION.test(before)) return "object";
  const after = text.slice(mention.span[1], mention.span[1] + 30);
  if (
    /^-|^\s+(?:campaign|campaigns|supporters?|spokes\w+|rall(?:y|ies)|administration|surrogates?|aides?|voters?|adviser|foundation|family|camp|team|plan|ally|allies|presidency|era)\b/i.test(
      after,
    )
  )
    return "possessive";
  if (mention.whole[0] - start <= 2) return "subject";
  if (
    /(?:^|[,;:—–”"]|\b(?:and|but|that|as|when|while|if|because|after|before|said|says|added|where|which|how|what|whether|than))\s*(?:the\s+|former\s+)*$/.test(
      before,
    )
  )
    return "subject";
  if (
    /^(?:,[^,]{3,60},)?\s+(?:said|says|has|had|was|is|will|would|did|does|also|told|added|can|could|\w+ed)\b/.test(
      after,
    )
  )
    return "subject";
  return "other";
}

export interface PronounSite {
  readonly word: string;
  readonly at: number;
  readonly sentence: number;
  readonly paragraph: number;
  /** Person who spoke the quote before, and the paragraph it stood in. */
  readonly lastSpeaker: number | null;
  readonly lastParagraph: number;
}

export interface Ranked {
  readonly entity: number;
  readonly score: number;
}

/** How far back a pronoun looks, in sentences. */
const REACH = 9;
const MOST = 60;

/** Candidates for a singular pronoun, best first. `standings` up to `upTo` (exclusive) stand before it. */
export function rankAntecedents(
  names: Names,
  standings: readonly Standing[],
  upTo: number,
  site: PronounSite,
): Ranked[] {
  const wanted = /^(?:she|her|hers|herself)$/.test(site.word)
    ? "female"
    : /^(?:he|his|him|himself)$/.test(site.word)
      ? "male"
      : null;
  const best = new Map<number, Ranked>();
  let nearest = true;
  for (let at = upTo - 1; at >= 0 && upTo - at <= MOST; at--) {
    const standing = standings[at]!;
    if (site.sentence - standing.sentence > REACH && !standing.headline) break;
    const entity = names.entities[standing.entity]!;
    if (wanted && entity.gender && entity.gender !== wanted) continue;
    const score = scoreOf(entity, standing, site, nearest && !standing.quoted);
    if (!standing.quoted) nearest = false;
    const before = best.get(standing.entity);
    if (!before || before.score < score) best.set(standing.entity, { entity: standing.entity, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.entity - b.entity);
}

function scoreOf(entity: Entity, standing: Standing, site: PronounSite, nearest: boolean): number {
  const back = site.sentence - standing.sentence;
  let score: number = WEIGHTS.back[Math.min(back, 4)] ?? 0;
  if (site.paragraph === standing.paragraph) score += WEIGHTS.sameParagraph;
  if (standing.place === "subject") score += WEIGHTS.subject + (back === 1 ? WEIGHTS.subjectJustBefore : 0);
  if (standing.place === "possessive") score += WEIGHTS.possessive;
  if (standing.place === "object") score += WEIGHTS.object;
  if (standing.pronoun) score += WEIGHTS.pronoun;
  if (standing.quoted) score += WEIGHTS.quoted;
  if (standing.headline) score += WEIGHTS.headline;
  if (site.lastSpeaker === standing.entity) {
    score += WEIGHTS.spokeLast + (site.lastParagraph === site.paragraph ? WEIGHTS.spokeLastHere : 0);
  }
  score += entity.gender === null ? WEIGHTS.genderUnknown : WEIGHTS.genderFits;
  if (!entity.sure) score += WEIGHTS.unsure;
  return score + WEIGHTS.often * Math.min(3, Math.log2(1 + entity.count)) + (nearest ? WEIGHTS.nearest : 0);
}
