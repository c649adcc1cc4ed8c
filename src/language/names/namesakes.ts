// The people of one text by the words of their names, and whom a short form means where several share it.

import type { KnownSpeaker } from "../../model/speaker.ts";
import { GIVEN_NAMES } from "../lexicon/given-names.ts";
import { isNoun } from "../lexicon/roles.ts";
import { TITLES } from "../lexicon/titles.ts";
import type { Draft } from "./entities.ts";
import { genderOf } from "./evidence.ts";
import type { ParsedRun } from "./parse.ts";
import { type NameKeys, nameKeys, nearlySame, samePerson } from "./same.ts";
import type { Word } from "./words.ts";

/** How many people of one surname are told apart: more would be a list, not a text. */
const MOST_NAMESAKES = 50;

export class Namesakes {
  /** By key of surname, given name, and other words of a name. */
  private readonly byKey = new Map<string, Draft[]>();
  /** The person last mentioned in full, by surname key, and where. */
  private readonly latest = new Map<string, { draft: Draft; at: number; stands: boolean }>();
  /** Whom a surname alone last meant, by key. */
  private readonly shortly = new Map<string, Draft>();

  /** From now on, words of a name with these keys may mean the person. */
  add(keys: readonly string[], draft: Draft): void {
    for (const key of keys) {
      if (key.length < 2) continue;
      const all = this.byKey.get(key);
      if (!all) this.byKey.set(key, [draft]);
      else if (all.length < MOST_NAMESAKES && !all.includes(draft)) all.push(draft);
    }
  }

  isSurname(key: string): boolean {
    return this.byKey.get(key)?.some((draft) => draft.keys.keys.at(-1) === key) ?? false;
  }

  /** Whose full name is this, if anybody's who was named before? */
  inFull(own: NameKeys): Draft | undefined {
    const surname = own.keys.at(-1) ?? "";
    return this.byKey.get(surname)?.find((draft) => samePerson(draft.keys, own)) ?? this.interior(own);
  }

  /** "Guajardo Villarreal" and the like: another full name whose surname is a word within this one. */
  private interior(own: NameKeys): Draft | undefined {
    for (const key of own.keys.slice(1, -1)) {
      if (key.length < 4) continue;
      const found = this.byKey.get(key)?.find((draft) => samePerson(draft.keys, own));
      if (found) return found;
    }
    return undefined;
  }

  /** A full name stands here, in text order. */
  standsInFull({ run, title, name }: ParsedRun, draft: Draft): void {
    const surname = draft.keys.keys.at(-1);
    if (!surname) return;
    this.latest.set(surname, { draft, at: name[0]!.start, stands: run.opens || title.length > 0 });
  }

  /** Whom a name in a line of capitals means, full or a surname; `known` is the table's person of that name. */
  inHeadline(parsed: ParsedRun, known: KnownSpeaker | null): Draft | undefined {
    const own = nameKeys(parsed.name);
    const last = own.keys.at(-1) ?? "";
    const isWhole = parsed.name.length > 1;
    const same = (this.byKey.get(last) ?? []).filter(
      (draft) => draft.kind === "person" && (isWhole ? samePerson(draft.keys, own) : draft.keys.keys.at(-1) === last),
    );
    return same.length > 1 ? this.likeliest(same, last, parsed, known) : same[0];
  }

  /** Whom a surname or a given name means here; null when nobody fits. `known` is the table's person of that name. */
  meant(parsed: ParsedRun, known: KnownSpeaker | null): Draft | null {
    const { keys } = nameKeys(parsed.name);
    const last = keys.at(-1);
    if (last === undefined) return null;
    const all = this.byKey.get(last);
    if (!all) return null;
    if (
      parsed.kind === "place" &&
      (/^(?:in|at|near|from|to|of|outside|across)$/.test(parsed.run.before) ||
        !all.some((draft) => draft.keys.keys.at(-1) === last))
    )
      return null;
    const gender = genderOf(parsed.title);
    const fits = all.filter(
      (draft) =>
        draft.kind === "person" && fitsWords(draft, keys, parsed.title.length > 0) && !(gender * draft.votes < 0),
    );
    if (fits.length <= 1) return fits[0] ?? null;
    return this.likeliest(fits, last, parsed, known);
  }

  /** Several people with one surname: the one the text is about, unless another was just named in full. */
  private likeliest(fits: readonly Draft[], surname: string, parsed: ParsedRun, known: KnownSpeaker | null): Draft {
    const at = parsed.name[0]!.start;
    const latest = this.latest.get(surname);
    const role = TITLES.get(parsed.title.at(-1)?.lower ?? "")?.role ?? null;
    const total = fits.reduce((sum, draft) => sum + draft.fulls, 0);
    const earliest = Math.min(...fits.map((draft) => (draft.first < 0 ? Number.MAX_SAFE_INTEGER : draft.first)));
    let best = fits[0]!;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const draft of fits) {
      let score = (2 * draft.fulls) / Math.max(1, total);
      const ownSurname = draft.keys.keys.at(-1) === surname;
      if (ownSurname) score += 2;
      score += Math.min(1.5, 0.3 * draft.titled);
      if (latest?.draft === draft) score += (at - latest.at < 300 ? 0.6 : 0.3) + (latest.stands ? 0.5 : 0);
      if (draft.first >= 0 && draft.first < at) score += 0.8;
      if (draft.first === earliest) score += 0.8;
      if (this.shortly.get(surname) === draft) score += 1;
      if (known !== null && (draft.known === known || draft.text === known.name)) score += 1.5;
      if (role !== null && draft.roles.has(role)) score += 2;
      if (score > bestScore) [best, bestScore] = [draft, score];
    }
    this.shortly.set(surname, best);
    return best;
  }
}

/** Of people, the one whose surname this is but for one letter. Only the last ones are looked at. */
export function misspelt(word: Word, drafts: readonly Draft[]): Draft | undefined {
  if (word.text.length < 5 || isNoun(word.lower)) return undefined;
  return drafts
    .slice(-MOST_NAMESAKES)
    .find((draft) => draft.kind === "person" && draft.fulls > 0 && nearlySame(draft.keys.keys.at(-1) ?? "", word.key));
}

/** Does a short form fit a person: the end of the name, its family name in front, or a given name? */
function fitsWords(draft: Draft, keys: readonly string[], titled: boolean): boolean {
  const own = draft.keys.keys;
  if (own.length === 1) return own[0] === keys.at(-1);
  const end = own.slice(-keys.length).join(" ") === keys.join(" ");
  if (end) return true;
  if (keys.length > 1) return own.join(" ").includes(keys.join(" "));
  const at = own.indexOf(keys[0]!);
  // After "Mr." or "Sen." comes a family name, which in Korea and China stands first.
  if (at === 0) return !titled || !GIVEN_NAMES.has(own[0]!) || own.length > 2;
  return at > 0 && keys[0]!.length > 2;
}
