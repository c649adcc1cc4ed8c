// Gathers mentions into entities: full names first, over the whole text, then surnames and short forms in text order.
import type { KnownSpeaker } from "../../model/speaker.ts";
import { GIVEN_NAMES } from "../lexicon/given-names.ts";
import { BODY_WORDS, INITIALS, OUTLETS } from "../lexicon/organisations.ts";
import { DEMONYMS, PLACES } from "../lexicon/places.ts";
import { isNoun, NOUN_GENDER } from "../lexicon/roles.ts";
import { TITLES } from "../lexicon/titles.ts";
import { type Draft, type EntityKind, newDraft } from "./entities.ts";
import { keyOf } from "./keys.ts";
import { type KnownIndex, phraseKey } from "./known.ts";
import { isIn, LIST } from "./lists.ts";
import type { ParsedRun } from "./parse.ts";
import { type NameKeys, nameKeys, nearlySame, samePerson } from "./same.ts";
import { joined, type Word } from "./words.ts";

/** A mention before gender and longest forms are settled. */
export interface Gathered {
  readonly parsed: ParsedRun;
  readonly draft: Draft;
  readonly full: boolean;
}

/** How many people of one surname are told apart: more would be a list, not a text. */
const MOST_NAMESAKES = 50;

/** Keeps the entities of one text findable by every key they may be mentioned by. */
export class Gatherer {
  readonly drafts: Draft[] = [];
  private readonly index: KnownIndex;
  private readonly text: string;
  /** Persons by key of surname, given name, and other words of a name. */
  private readonly persons = new Map<string, Draft[]>();
  private readonly titled = new Set<string>();
  private readonly bodies = new Map<string, Draft>();
  /** The person last mentioned in full, by surname key, and where. */
  private readonly latest = new Map<string, { draft: Draft; at: number; stands: boolean }>();

  /** Whom a surname alone last meant, by key. */
  private readonly shortly = new Map<string, Draft>();

  constructor(text: string, index: KnownIndex) {
    this.text = text;
    this.index = index;
  }

  /** Surnames that stand after a courtesy title somewhere, so that "Obama Speech" is no person called Speech. */
  expect(parsed: readonly ParsedRun[]): void {
    for (const run of parsed) {
      const [name] = run.name;
      if (name && run.kind === "person" && run.title.length > 0 && run.name.length === 1) this.titled.add(name.key);
    }
  }

  /** Between the rounds: "Mr. Obama" is somebody of his own when the only Obama named in full is a woman. */
  titledAlone(parsed: ParsedRun): void {
    if (parsed.kind !== "person" || parsed.name.length !== 1 || genderOf(parsed.title) === 0) return;
    const draft = this.personFor(parsed) ?? this.fresh(parsed, true, this.knownFor(joined(parsed.name))).draft;
    draft.votes += genderOf(parsed.title);
    draft.titled++;
  }

  /** First round: a name of several words (or a body, or a place). */
  full(parsed: ParsedRun): Gathered | null {
    if (parsed.kind === "group" || parsed.kind === "place") return this.body(parsed, parsed.kind);
    const words = parsed.name;
    // "Barack Obama Election Day": what stands after a surname used alone elsewhere is no part of the name.
    const surnameAt = words.findIndex((word, at) => at > 0 && this.titled.has(word.key));
    if (surnameAt > 0 && surnameAt < words.length - 1 && !isIn(words[surnameAt + 1]!, LIST.suffix)) {
      return this.full({ ...parsed, name: words.slice(0, surnameAt + 1) });
    }
    const known = this.knownFor(joined(words));
    if (known && known.kind !== "person") return this.body(parsed, "group");
    const text = this.textOf(parsed.name);
    const own = nameKeys(words);
    const { keys } = own;
    if (!parsed.sure && this.isSurname(keys[0]!)) return null;
    const surname = keys.at(-1) ?? "";
    const same = (this.persons.get(surname) ?? []).find((draft) => samePerson(draft.keys, own));
    const far = same ?? this.interior(own);
    const draft = far ?? this.add("person", words, text, parsed.sure);
    draft.fulls++;
    if (draft.first < 0) draft.first = parsed.name[0]!.start;
    if (better(words, text, draft)) {
      draft.words = words;
      draft.keys = own;
      draft.text = text;
    }
    draft.sure ||= parsed.sure;
    draft.known ??= known;
    for (const key of keys) this.remember(key, draft);
    return { parsed, draft, full: true };
  }

  private isSurname(key: string): boolean {
    return this.titled.has(key) || (this.persons.get(key)?.some((draft) => draft.keys.keys.at(-1) === key) ?? false);
  }

  /** A line of capitals: only names the body has, and two words that open with a given name. */
  headline(parsed: ParsedRun): Gathered[] {
    const found: Gathered[] = [];
    const words = parsed.run.words;
    for (let at = 0; at < words.length; ) {
      const length =
        [4, 3, 2, 1].find((size) => at + size <= words.length && this.inHeadline(parsed, at, size, found)) ?? 1;
      at += length;
    }
    return found;
  }

  private inHeadline(parsed: ParsedRun, at: number, size: number, found: Gathered[]): boolean {
    const name = parsed.run.words.slice(at, at + size);
    const own = nameKeys(name);
    const last = own.keys.at(-1) ?? "";
    const all = this.persons.get(last)?.filter((draft) => draft.kind === "person") ?? [];
    const part: ParsedRun = { ...parsed, name, title: [], kind: "person" };
    const same = all.filter((each) => (size > 1 ? samePerson(each.keys, own) : each.keys.keys.at(-1) === last));
    const draft = same.length > 1 ? this.likeliest(same, last, part) : same[0];
    if (draft) {
      draft.count++;
      found.push({ parsed: part, draft, full: size > 1 });
      return true;
    }
    const body = this.bodies.get(phraseKey(joined(name)));
    if (body) {
      body.count++;
      found.push({ parsed: { ...part, kind: body.kind }, draft: body, full: size > 1 });
      return true;
    }
    if (size !== 2 || !GIVEN_NAMES.has(name[0]!.lower) || DEMONYMS.has(name[1]!.lower) || PLACES.has(name[0]!.lower))
      return false;
    if (BODY_WORDS.has(name[1]!.lower) || /(?:ing|ed|s)$/.test(name[1]!.lower)) return false;
    const fresh = this.full({ ...part, sure: true });
    if (!fresh) return false;
    fresh.draft.count++;
    found.push(fresh);
    return true;
  }

  /** "Guajardo Villarreal" and the like: another full name whose surname is a word within this one. */
  private interior(own: NameKeys): Draft | undefined {
    for (const key of own.keys.slice(1, -1)) {
      if (key.length < 4) continue;
      const found = this.persons.get(key)?.find((draft) => samePerson(draft.keys, own));
      if (found) return found;
    }
    return undefined;
  }

  /** Second round, in text order: note where a full name stands. */
  pass(gathered: Gathered): void {
    const { parsed, draft } = gathered;
    const surname = draft.keys.keys.at(-1);
    if (!surname) return;
    const stands = parsed.run.opens || parsed.title.length > 0;
    this.latest.set(surname, { draft, at: parsed.name[0]!.start, stands });
  }

  /** Second round: a surname, a given name, initials, or the short form of a body. */
  short(parsed: ParsedRun, midSentence: ReadonlySet<string>): Gathered | null {
    const person = this.personFor(parsed);
    if (person) return { parsed, draft: person, full: false };
    const whole = joined(parsed.name);
    const body = this.bodies.get(phraseKey(whole));
    if (body && (!parsed.sure || parsed.kind === "place")) return { parsed, draft: body, full: false };
    const known = this.knownFor(whole);
    if (known) return known.kind === "person" ? this.fresh(parsed, true, known) : this.body(parsed, "group");
    if (parsed.kind === "place") return this.body(parsed, "place");
    if (parsed.sure || parsed.kind === "person") return this.fresh(parsed, true, null);
    const [word] = parsed.name;
    if (!word || TITLES.has(word.lower)) return null;
    if (DEMONYMS.has(word.lower) || DEMONYMS.has(word.lower.replace(/s$/, ""))) return null;
    if (PLACES.has(word.lower)) return this.body(parsed, "place");
    if (word.caps && word.text.length <= 6 && !parsed.run.headline) return this.body(parsed, "group");
    if (/^(?:in|at|near|from|outside)$/.test(parsed.run.before)) return null;
    if (GIVEN_NAMES.has(word.lower) && !(parsed.run.headline && !midSentence.has(word.text))) {
      return this.fresh(parsed, true, null);
    }
    const alike = this.misspelt(word);
    if (alike) return { parsed, draft: alike, full: false };
    if (parsed.run.headline || (parsed.run.opens && !midSentence.has(word.text))) return null;
    return this.fresh(parsed, false, null);
  }

  /** The person whose surname this is but for one letter. */
  private misspelt(word: Word): Draft | undefined {
    if (word.text.length < 5 || isNoun(word.lower)) return undefined;
    return this.drafts
      .slice(-MOST_NAMESAKES)
      .find(
        (draft) => draft.kind === "person" && draft.fulls > 0 && nearlySame(draft.keys.keys.at(-1) ?? "", word.key),
      );
  }

  private fresh(parsed: ParsedRun, sure: boolean, known: KnownSpeaker | null): Gathered {
    const draft = this.add("person", parsed.name, this.textOf(parsed.name), sure);
    draft.known = known;
    draft.first = parsed.name[0]!.start;
    for (const key of draft.keys.keys) this.remember(key, draft);
    return { parsed, draft, full: false };
  }

  /** The person a surname or a given name means here; null when none fits. */
  private personFor(parsed: ParsedRun): Draft | null {
    const { keys } = nameKeys(parsed.name);
    const last = keys.at(-1);
    if (last === undefined) return null;
    const all = this.persons.get(last);
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
    return this.likeliest(fits, last, parsed);
  }

  /** Two people with one surname: the one the text is about, unless the other was just named in full. */
  private likeliest(fits: readonly Draft[], surname: string, parsed: ParsedRun): Draft {
    const at = parsed.name[0]!.start;
    const latest = this.latest.get(surname);
    const known = this.knownFor(joined(parsed.name));
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

  private body(parsed: ParsedRun, kind: EntityKind): Gathered {
    const words = parsed.name;
    const text = this.textOf(words);
    const key = phraseKey(text);
    let draft = this.bodies.get(key);
    if (!draft) {
      draft = this.add(kind, words, text, true);
      draft.known = this.knownFor(text);
      if (words.length > 1) this.rememberParts(words, draft);
      this.bodies.set(key, draft);
    }
    if (words.length > 1) draft.fulls++;
    return { parsed, draft, full: words.length > 1 };
  }

  /** "the Security Council" for the United Nations Security Council, "IMF" for its initials. */
  private rememberParts(words: readonly Word[], draft: Draft): void {
    const capitals = words.filter((word) => word.capital);
    const initials = keyOf(capitals.map((word) => word.text[0]).join(""));
    if (initials.length > 1 && !this.bodies.has(initials)) this.bodies.set(initials, draft);
    for (let from = 1; from < words.length; from++) {
      const rest = words.slice(from);
      if (!rest[0]!.capital) continue;
      const alone = rest.length === 1;
      if (alone && !BODY_WORDS.has(rest[0]!.lower) && !OUTLETS.has(rest[0]!.lower)) continue;
      const key = phraseKey(joined(rest));
      if (!this.bodies.has(key)) this.bodies.set(key, draft);
    }
    if (words.length > 2 && words[1]!.lower === "of" && !this.bodies.has(words[0]!.lower))
      this.bodies.set(words[0]!.lower, draft);
  }

  private add(kind: EntityKind, words: readonly Word[], text: string, sure: boolean): Draft {
    const draft = newDraft(this.drafts.length, kind, words, text, sure);
    this.drafts.push(draft);
    return draft;
  }

  private remember(key: string, draft: Draft): void {
    if (key.length < 2) return;
    const all = this.persons.get(key);
    if (!all) this.persons.set(key, [draft]);
    else if (all.length < MOST_NAMESAKES && !all.includes(draft)) all.push(draft);
  }

  private knownFor(name: string): KnownSpeaker | null {
    const all = this.index.byName.get(phraseKey(INITIALS.get(name) ?? name));
    return all?.length === 1 ? all[0]! : null;
  }

  private textOf(words: readonly Word[]): string {
    if (words.length === 1) return words[0]!.text;
    return this.text.slice(words[0]!.start, words.at(-1)!.end).replace(/\s+/g, " ");
  }
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

/** More words, or as many and longer, is the fuller form. */
function better(words: readonly Word[], text: string, draft: Draft): boolean {
  const size = (list: readonly Word[]): number => list.filter((word) => !isIn(word, LIST.suffix)).length;
  const more = size(words) - size(draft.words);
  return (
    more > 0 ||
    (more === 0 && words.length >= draft.words.length && text.length > draft.text.length && text !== text.toUpperCase())
  );
}

/** -1 female, 1 male, 0 not told by the title. */
export function genderOf(title: readonly Word[]): number {
  for (const word of title) {
    const gender = TITLES.get(word.lower.replace(/\.$/, ""))?.gender ?? NOUN_GENDER.get(word.lower) ?? null;
    if (gender !== null) return gender === "female" ? -1 : 1;
  }
  return 0;
}
