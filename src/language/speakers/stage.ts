// A text laid out for resolving: where its sentences, quoted stretches, names and resolved pronouns stand.
import type { Document } from "../document.ts";
import type { Entity, NameMention, Names } from "../names/entities.ts";
import { spanAt } from "../text/spans.ts";
import { rankAntecedents, type Standing, standingsOf } from "./antecedents.ts";

const PRONOUNS = /(?<![\p{L}\p{N}'’-])(?:he|she|his|her|him)(?![\p{L}\p{N}-])/giu;

/** Shorter stretches between marks are partial quotes: a name in them is named by the article. */
const SHORTEST_QUOTED = 25;

export interface Stage {
  readonly document: Document;
  readonly names: Names;
  /** Persons by name or pronoun, in text order. */
  readonly standings: readonly Standing[];
  /** Says whom the pronoun at a place means, once its quote has told: those after it rest on that. */
  readonly settle: (at: number, entity: number) => void;
  readonly entity: (id: number) => Entity;
  readonly mentionsOf: (entity: number) => readonly NameMention[];
  readonly sentenceAt: (at: number) => number;
  readonly paragraphAt: (at: number) => number;
}

/** Lays a text out. Pronouns outside quoted words are resolved as they come: they keep their person in mind. */
export function stageOf(document: Document, names: Names): Stage {
  const quoted = quotedTest(document);
  const byEntity = new Map<number, NameMention[]>();
  for (const mention of names.mentions) {
    const all = byEntity.get(mention.entity);
    if (all) all.push(mention);
    else byEntity.set(mention.entity, [mention]);
  }
  const sentenceAt = (at: number): number => spanAt(document.sentences, at);
  const paragraphAt = (at: number): number => spanAt(document.paragraphs, at);
  const named = standingsOf(document, names, quoted);
  const standings: Standing[] = [];
  let next = 0;
  for (const match of document.text.matchAll(PRONOUNS)) {
    while (next < named.length && named[next]!.at < match.index) standings.push(named[next++]!);
    if (quoted(match.index)) continue;
    const word = match[0].toLowerCase();
    const sentence = sentenceAt(match.index);
    const paragraph = paragraphAt(match.index);
    const site = { word, at: match.index, sentence, paragraph, lastSpeaker: null, lastParagraph: -1 };
    const [best] = rankAntecedents(names, standings, standings.length, site);
    if (!best) continue;
    standings.push({
      entity: best.entity,
      at: match.index,
      sentence,
      paragraph,
      place: word === "he" || word === "she" ? "subject" : "possessive",
      pronoun: true,
      quoted: false,
      headline: false,
    });
  }
  while (next < named.length) standings.push(named[next++]!);
  const settle = (at: number, entity: number): void => {
    const index = countBefore(standings, (standing) => standing.at, at);
    const standing = standings[index];
    if (standing?.at === at && standing.pronoun) standings[index] = { ...standing, entity };
  };
  return {
    document,
    names,
    standings,
    settle,
    entity: (id) => names.entities[id]!,
    mentionsOf: (entity) => byEntity.get(entity) ?? [],
    sentenceAt,
    paragraphAt,
  };
}

/** How many standings (or mentions) begin before `at`; they are in text order. */
export function countBefore<T>(all: readonly T[], startOf: (each: T) => number, at: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(all[middle]!) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Is an offset inside outermost quotation marks? */
function quotedTest(document: Document): (at: number) => boolean {
  const spans = document.marks
    .filter(({ depth, span }) => depth === 0 && span[1] - span[0] > SHORTEST_QUOTED)
    .map(({ span }) => span);
  return (at) => {
    const span = spans[spanAt(spans, at)];
    return span !== undefined && span[0] <= at && at < span[1];
  };
}

/** How far back somebody named is looked for, in names: texts without end take no longer. */
export const MOST_NAMES = 100;

/** How far back a clause is read, in characters: texts without end take no longer. */
export const LONGEST_CLAUSE = 1000;

// WASHINGTON (AP) — | The mayor said
const DATELINE = /^\s*\p{Lu}[\p{Lu}\s.'’-]+(?:,\s[\p{L}. ]{2,20}\d{0,2})?\s*(?:\([^)\n]{2,20}\)\s*)?[—–-]{1,2}\s/u;
const LONGEST_DATELINE = 60;

/** Where the sentence of a place begins, behind a dateline, or as far back as one looks in a sentence without end. */
export function clauseStart({ document, sentenceAt }: Stage, at: number): number {
  const start = document.sentences[sentenceAt(at)]?.[0] ?? 0;
  if (start < at - LONGEST_CLAUSE) return at - LONGEST_CLAUSE;
  const dateline = DATELINE.exec(document.text.slice(start, Math.min(at, start + LONGEST_DATELINE)));
  return start + (dateline?.[0].length ?? 0);
}
