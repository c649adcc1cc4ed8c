// People and bodies in a text: every mention, whom it means, the longest form, gender and roles.
import type { KnownSpeaker } from "../model/speaker.ts";
import type { Span } from "../model/text.ts";
import type { Document } from "./document.ts";
import { GIVEN_NAMES } from "./lexicon/given-names.ts";
import { INITIALS } from "./lexicon/organisations.ts";
import { isPersonNoun, NOUN_GENDER } from "./lexicon/roles.ts";
import { TITLES } from "./lexicon/titles.ts";
import type { Draft, Entity, NameMention, Names } from "./names/entities.ts";
import { type Gathered, Gatherer, genderOf } from "./names/gather.ts";
import { indexOfKnown } from "./names/known.ts";
import { type ParsedRun, parseRun } from "./names/parse.ts";
import { capitalRuns } from "./names/runs.ts";
import { nameKeys } from "./names/same.ts";

/**
 * Finds the people and bodies a document names. Mentions are in text order and do not overlap. Linear in the text's
 * length (times the number of people who share a surname).
 */
export function findNames(document: Document, known: readonly KnownSpeaker[]): Names {
  const gatherer = new Gatherer(document.text, indexOfKnown(known));
  const parsed = capitalRuns(document).map(parseRun);
  const midSentence = capitalsWithinSentences(parsed);
  const gathered = new Array<Gathered | null>(parsed.length).fill(null);
  // Headlines last: there, every word is capitalised, and only the body tells which are names.
  for (const headline of [false, true]) {
    for (const [at, run] of parsed.entries()) {
      if (run.run.headline === headline && isFull(run) && !(headline && !run.sure)) gathered[at] = gatherer.full(run);
    }
  }
  for (const each of gathered) if (each) vote(each, document.text);
  for (const [at, run] of parsed.entries()) {
    const full = gathered[at];
    if (full) gatherer.pass(full);
    else if (run.name.length > 0 && (run.name.length === 1 || run.sure)) {
      const short = gatherer.short(run, midSentence);
      if (short) {
        gathered[at] = short;
        vote(short, document.text);
      }
    }
  }
  return settle(gathered, gatherer.drafts, document);
}

function isFull(run: ParsedRun): boolean {
  if (run.kind === "nothing") return false;
  return run.kind === "group" || run.kind === "place" || nameKeys(run.name.map((word) => word.text)).keys.length > 1;
}

function capitalsWithinSentences(parsed: readonly ParsedRun[]): Set<string> {
  const seen = new Set<string>();
  for (const { run } of parsed) {
    if (run.headline) continue;
    for (const [at, word] of run.words.entries()) if (at > 0 || !run.opens) seen.add(word.text);
  }
  return seen;
}

/** Counts what this mention tells of gender and role: title, given name, apposition, "who … his". */
function vote(gathered: Gathered, text: string): void {
  const { draft, parsed } = gathered;
  draft.count++;
  if (draft.kind !== "person") return;
  draft.votes += 6 * genderOf(parsed.title);
  if (gathered.full) {
    const given = GIVEN_NAMES.get(parsed.name[0]!.lower) ?? GIVEN_NAMES.get(parsed.name[0]!.lower.split("-")[0]!);
    if (given === "female") draft.votes -= 3;
    if (given === "male") draft.votes += 3;
  }
  if (draft.known?.gender === "female") draft.votes -= 20;
  if (draft.known?.gender === "male") draft.votes += 20;
  for (const word of parsed.title) {
    const role = TITLES.get(word.lower.replace(/\.$/, ""))?.role;
    if (role) draft.roles.add(role);
  }
  const start = parsed.run.words[0]!.start;
  const before = /(\p{L}[\p{L}-]+),? $/u.exec(text.slice(Math.max(0, start - 24), start))?.[1]?.toLowerCase();
  if (before && isPersonNoun(before)) addRole(draft, before);
  const end = parsed.run.words.at(-1)!.end;
  const after = /^(?:,? \([^)]{1,20}\))?,? (?:\d{1,3}, )?(?:who |(?:an?|the|his|her|their) )?([^,.;“”"]{3,70})/.exec(
    text.slice(end, end + 110),
  );
  if (after && /^(?:,| \()/.test(after[0])) apposition(draft, after[0], after[1]!);
}

function apposition(draft: Draft, whole: string, phrase: string): void {
  if (/\bwho (?:said|says|told)\b/.test(whole)) return;
  const head = phrase.split(/ (?:of|for|at|in|to|from|with|who|on|and) /)[0]!;
  for (const word of head.split(/\s+/)) if (isPersonNoun(word)) addRole(draft, word.toLowerCase());
  if (/^, who\b/.test(whole)) {
    if (/\b(?:his|himself|he)\b/.test(phrase)) draft.votes += 1;
    if (/\b(?:her|herself|she)\b/.test(phrase)) draft.votes -= 1;
  }
}

function addRole(draft: Draft, noun: string): void {
  draft.roles.add(noun);
  const gender = NOUN_GENDER.get(noun);
  if (gender) draft.votes += gender === "female" ? -4 : 4;
}

/** Pronouns right after the only person of a sentence vote too; then drafts become entities. */
function settle(gathered: readonly (Gathered | null)[], drafts: readonly Draft[], document: Document): Names {
  votePronouns(gathered, document);
  const entities = drafts.map(entityFrom);
  const mentions: NameMention[] = [];
  for (const each of gathered) {
    if (!each) continue;
    const { run, name, title } = each.parsed;
    const span: Span = [name[0]!.start, name.at(-1)!.end];
    mentions.push({
      span,
      whole: [title[0] ? Math.min(title[0].start, span[0]) : span[0], span[1]],
      entity: each.draft.id,
      sentence: run.sentence,
      paragraph: run.paragraph,
      possessive: name.at(-1)!.possessive,
      headline: run.headline,
      full: each.full,
    });
  }
  return { entities, mentions };
}

function votePronouns(gathered: readonly (Gathered | null)[], document: Document): void {
  let sentence = -1;
  let people: Gathered[] = [];
  const close = (): void => {
    const [only] = people;
    if (!only || people.some((each) => each.draft !== only.draft)) return;
    const [, end] = document.sentences[sentence]!;
    const rest = document.text.slice(only.parsed.name.at(-1)!.end, Math.min(end, only.parsed.name.at(-1)!.end + 300));
    const pronoun = /\b(?:he|his|himself|she|her|herself)\b/i.exec(rest)?.[0].toLowerCase();
    if (pronoun && !/["“]/.test(rest.slice(0, rest.toLowerCase().indexOf(pronoun))))
      only.draft.votes += pronoun.startsWith("h") && !pronoun.startsWith("her") ? 1 : -1;
  };
  for (const each of gathered) {
    if (each?.draft.kind !== "person") continue;
    if (each.parsed.run.sentence !== sentence) {
      close();
      sentence = each.parsed.run.sentence;
      people = [];
    }
    people.push(each);
  }
  close();
}

function entityFrom(draft: Draft): Entity {
  const text = draft.words.length === 1 && draft.known && draft.known.kind === "person" ? draft.known.name : draft.text;
  const shown = text.length > 4 && text === text.toUpperCase() && draft.kind === "person" ? capitalised(text) : text;
  return {
    id: draft.id,
    kind: draft.kind,
    name: draft.kind === "group" ? (draft.known?.name ?? INITIALS.get(shown) ?? shown) : shown,
    sure: draft.sure,
    gender: draft.votes > 0 ? "male" : draft.votes < 0 ? "female" : null,
    roles: [...draft.roles],
    known: draft.known,
    count: draft.count,
  };
}

/** "WALLACE" in a transcript is Wallace. */
function capitalised(text: string): string {
  return text.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
