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
import { partyOf, sideOf } from "./names/sides.ts";
import type { Word } from "./names/words.ts";

/**
 * Finds the people and bodies a document names. Mentions are in text order and do not overlap. Linear in the text's
 * length (times the number of people who share a surname).
 */
export function findNames(document: Document, known: readonly KnownSpeaker[]): Names {
  const gatherer = new Gatherer(document.text, indexOfKnown(known));
  const parsed = withoutPrefixes(capitalRuns(document).map(parseRun));
  gatherer.expect(parsed);
  const gathered: Gathered[][] = parsed.map(() => []);
  // What is surely a person first, so that "Trump Tower" is not taken for one of the family.
  for (const sure of [true, false]) {
    for (const [at, run] of parsed.entries()) {
      if (run.run.headline || run.sure !== sure || !isFull(run)) continue;
      const full = gatherer.full(run);
      if (full) gathered[at] = [full];
    }
  }
  for (const each of gathered) if (each[0]) vote(each[0], document.text);
  for (const run of parsed) if (!run.run.headline) gatherer.titledAlone(run);
  const midSentence = capitalsWithinSentences(parsed);
  for (const [at, run] of parsed.entries()) {
    if (gathered[at]![0]) gatherer.pass(gathered[at]![0]);
    else gathered[at] = run.run.headline ? gatherer.headline(run) : shortOf(gatherer, run, midSentence, document.text);
  }
  return settle(gathered.flat(), gatherer.drafts, document);
}

function shortOf(gatherer: Gatherer, run: ParsedRun, midSentence: ReadonlySet<string>, text: string): Gathered[] {
  if (run.name.length === 0 || (run.name.length > 1 && !run.sure)) return [];
  const short = gatherer.short(run, midSentence);
  if (short) vote(short, text);
  return short ? [short] : [];
}

/** "Crooked Hillary Clinton", where "Hillary Clinton" stands elsewhere, is a name with a word before it. */
function withoutPrefixes(parsed: readonly ParsedRun[]): ParsedRun[] {
  const whole = new Set(parsed.map((run) => textOf(run.name)));
  return parsed.map((run) => {
    if (run.kind !== "person" && run.kind !== "unknown") return run;
    const rest = run.name.slice(1);
    const prefixed = rest.length > 1 && !GIVEN_NAMES.has(run.name[0]!.lower) && GIVEN_NAMES.has(rest[0]!.lower);
    if (!prefixed || !whole.has(textOf(rest))) return run;
    return { ...run, kind: "person", title: [...run.title, run.name[0]!], name: rest, sure: true };
  });
}

function textOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join(" ");
}

function isFull(run: ParsedRun): boolean {
  if (run.kind === "nothing") return false;
  if (run.kind === "place") return run.name.length > 1;
  return run.kind === "group" || nameKeys(run.name.map((word) => word.text)).keys.length > 1;
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
  if (gathered.full || draft.words.length === 1) {
    const given = GIVEN_NAMES.get(parsed.name[0]!.lower) ?? GIVEN_NAMES.get(parsed.name[0]!.lower.split("-")[0]!);
    if (given === "female") draft.votes -= 3;
    if (given === "male") draft.votes += 3;
  }
  if (draft.known?.gender === "female") draft.votes -= 20;
  if (draft.known?.gender === "male") draft.votes += 20;
  const start = parsed.run.words[0]!.start;
  const former =
    /\b(?:former|ex|late|onetime)[- ]$/i.test(text.slice(Math.max(0, start - 9), start)) ||
    /^(?:former|ex)/.test(parsed.title[0]?.lower ?? "");
  for (const word of parsed.title) {
    const role = TITLES.get(word.lower.replace(/\.$/, ""))?.role;
    if (role) draft.roles.add(former ? `former ${role}` : role);
  }
  takeSides(draft, parsed, text);
  const before = /(\p{L}[\p{L}-]+),? $/u.exec(text.slice(Math.max(0, start - 24), start))?.[1]?.toLowerCase();
  if (before && isPersonNoun(before)) addRole(draft, before, former);
  const end = parsed.run.words.at(-1)!.end;
  const after = /^(?:,? \([^)]{1,20}\))?,? (?:\d{1,3}, )?(?:who |(?:an?|the|his|her|their) )?([^,.;“”"]{3,70})/.exec(
    text.slice(end, end + 110),
  );
  const placed = /\b(?:in|at|near|from|outside)\s$/.test(text.slice(Math.max(0, start - 9), start));
  if (after && !placed && /^(?:,| \()/.test(after[0])) apposition(draft, after[0], after[1]!);
}

/** The country and party told right before a titled name, or in brackets after it ("Reid (D-Nev.)"). */
function takeSides(draft: Draft, parsed: ParsedRun, text: string): void {
  const start = parsed.run.words[0]!.start;
  const title = textOf(parsed.title);
  const near =
    parsed.title.length > 0
      ? text
          .slice(Math.max(0, start - 25), start)
          .split(/[,.;:“”"\n]/)
          .at(-1)!
      : "";
  draft.country ??= sideOf(title) ?? sideOf(near.replace(/^\S*\s/, ""));
  const end = parsed.run.words.at(-1)!.end;
  draft.party ??= partyOf(title) ?? partyOf(near) ?? partyOf(text.slice(end, end + 4)) ?? partyBefore(text, start);
}

/** "Republican nominee" in "Republican presidential nominee Donald Trump". */
function partyBefore(text: string, start: number): string | null {
  const words = /((?:[\p{L}-]+ ){1,4})$/u.exec(text.slice(Math.max(0, start - 45), start))?.[1] ?? "";
  return /\b(?:nominee|candidate|rival|leader|chairman|contender) $/.test(words) ? partyOf(words) : null;
}

function apposition(draft: Draft, whole: string, phrase: string): void {
  if (/\bwho (?:said|says|told)\b/.test(whole)) return;
  const head = phrase.split(/ (?:of|for|at|in|to|from|with|who|on|and) /)[0]!;
  const noun = head.split(/\s+/).at(-1)!;
  if (isPersonNoun(noun)) addRole(draft, noun.toLowerCase(), /\bformer\b/.test(head));
  if (/^, who\b/.test(whole)) {
    if (/\b(?:his|himself|he)\b/.test(phrase)) draft.votes += 1;
    if (/\b(?:her|herself|she)\b/.test(phrase)) draft.votes -= 1;
  }
}

function addRole(draft: Draft, noun: string, former: boolean): void {
  draft.roles.add(former ? `former ${noun}` : noun);
  const gender = NOUN_GENDER.get(noun);
  if (gender) draft.votes += gender === "female" ? -4 : 4;
}

/** Pronouns right after the only person of a sentence vote too; then drafts become entities. */
function settle(gathered: readonly Gathered[], drafts: readonly Draft[], document: Document): Names {
  votePronouns(gathered, document);
  const entities = drafts.map(entityFrom);
  const mentions: NameMention[] = [];
  for (const each of gathered) {
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
      credit: run.credit,
      full: each.full,
    });
  }
  return { entities, mentions };
}

function votePronouns(gathered: readonly Gathered[], document: Document): void {
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
    if (each.draft.kind !== "person") continue;
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
    country: draft.country,
    party: draft.party,
    known: draft.known,
    count: draft.count,
  };
}

/** "WALLACE" in a transcript is Wallace. */
function capitalised(text: string): string {
  return text.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
