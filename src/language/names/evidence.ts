// What the words around a name tell of a person: gender, roles, country, party.
import type { Document } from "../document.ts";
import { GIVEN_NAMES } from "../lexicon/given-names.ts";
import { isPersonNoun, NOUN_GENDER } from "../lexicon/roles.ts";
import { TITLES } from "../lexicon/titles.ts";
import type { Draft, Gathered } from "./entities.ts";
import type { ParsedRun } from "./parse.ts";
import { partyOf, sideOf } from "./sides.ts";
import type { Word } from "./words.ts";

/** Counts what this mention tells of gender and role: title, given name, apposition, "who … his". */
export function vote(gathered: Gathered, text: string): void {
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
  const before = wordBefore(text, start);
  if (before !== "" && isPersonNoun(before)) addRole(draft, before, former);
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
  const title = parsed.title.map((word) => word.text).join(" ");
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
  if (!/^(?:nominee|candidate|rival|leader|chairman|contender)$/.test(wordBefore(text, start))) return null;
  const words = text
    .slice(Math.max(0, start - 45), start)
    .split(/[,.;:“”"\n]/)
    .at(-1)!;
  return partyOf(words.split(" ").slice(-5).join(" "));
}

/** The word that ends right before `end`, but for a comma and a space; lower case, "" when there is none. */
function wordBefore(text: string, end: number): string {
  if (text[end - 1] !== " ") return "";
  const to = text[end - 2] === "," ? end - 2 : end - 1;
  let from = to;
  while (from > 0 && to - from < 24 && /[\p{L}-]/u.test(text[from - 1]!)) from--;
  return text.slice(from, to).toLowerCase();
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

/** The first pronoun after the only person of a sentence votes for their gender. */
export function votePronouns(gathered: readonly Gathered[], document: Document): void {
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

/** -1 female, 1 male, 0 not told by the title. */
export function genderOf(title: readonly Word[]): number {
  for (const word of title) {
    const gender = TITLES.get(word.lower.replace(/\.$/, ""))?.gender ?? NOUN_GENDER.get(word.lower) ?? null;
    if (gender !== null) return gender === "female" ? -1 : 1;
  }
  return 0;
}
