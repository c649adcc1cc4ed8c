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

export const FEATURES = [
  "same sentence",
  "one sentence back",
  "two back",
  "three back",
  "further back",
  "same paragraph",
  "subject",
  "possessive",
  "object",
  "pronoun chain",
  "quoted",
  "headline",
  "spoke last",
  "spoke last, same paragraph",
  "gender known and fits",
  "gender unknown",
  "unsure person",
  "often named",
  "nearest fitting",
  "subject of sentence before",
  "first in sentence",
] as const;

/** Weights for FEATURES, in their order. */
export type AntecedentWeights = readonly number[];

export const HAND_WEIGHTS: AntecedentWeights = [
  1.6, 1.4, 0.8, 0.2, -0.6, 0.5, 1.2, -0.2, -0.4, 0.9, -2.5, -1.5, 1.2, 1.0, 0.8, -0.3, -1.2, 0.25, 0.5, 0.5, 0.2,
];

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
  readonly features: readonly number[];
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
  weights: AntecedentWeights,
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
    const features = featuresOf(entity, standing, site, nearest && !standing.quoted);
    if (!standing.quoted) nearest = false;
    let score = 0;
    for (let index = 0; index < features.length; index++) score += features[index]! * weights[index]!;
    const before = best.get(standing.entity);
    if (!before || before.score < score) best.set(standing.entity, { entity: standing.entity, score, features });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.entity - b.entity);
}

function featuresOf(entity: Entity, standing: Standing, site: PronounSite, nearest: boolean): number[] {
  const back = site.sentence - standing.sentence;
  const flag = (holds: boolean): number => (holds ? 1 : 0);
  const spoke = site.lastSpeaker === standing.entity;
  return [
    flag(back === 0),
    flag(back === 1),
    flag(back === 2),
    flag(back === 3),
    flag(back > 3),
    flag(site.paragraph === standing.paragraph),
    flag(standing.place === "subject"),
    flag(standing.place === "possessive"),
    flag(standing.place === "object"),
    flag(standing.pronoun),
    flag(standing.quoted),
    flag(standing.headline),
    flag(spoke),
    flag(spoke && site.lastParagraph === site.paragraph),
    flag(entity.gender !== null),
    flag(entity.gender === null),
    flag(!entity.sure),
    Math.min(3, Math.log2(1 + entity.count)),
    flag(nearest),
    flag(back === 1 && standing.place === "subject"),
    0,
  ];
}
