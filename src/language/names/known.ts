// The speaker table indexed for reading: by name and alias, and by description while a role lasts.
import type { Published } from "../../model/dates.ts";
import type { KnownSpeaker, Role } from "../../model/speaker.ts";
import { COUNTRY_ROWS } from "../lexicon/places.ts";
import { Kept } from "../text/kept.ts";
import { keyOf } from "./keys.ts";

export interface KnownIndex {
  /** Speakers by a name or alias, words joined by a space, without accents and case. */
  readonly byName: ReadonlyMap<string, readonly KnownSpeaker[]>;
  /** Speakers by a description ("the Kremlin leader"), without its article. */
  readonly byDescription: ReadonlyMap<string, readonly Described[]>;
}

/** `role`: the one role the description belongs to; null when it belongs to whichever lasts. */
interface Described {
  readonly speaker: KnownSpeaker;
  readonly role: Role | null;
}

const indexes = new WeakMap<readonly KnownSpeaker[], KnownIndex>();

/** The index of a table; made once for each table object. */
export function indexOfKnown(known: readonly KnownSpeaker[]): KnownIndex {
  let index = indexes.get(known);
  if (!index) {
    index = makeIndex(known);
    indexes.set(known, index);
  }
  return index;
}

function makeIndex(known: readonly KnownSpeaker[]): KnownIndex {
  const byName = new Map<string, KnownSpeaker[]>();
  const byDescription = new Map<string, Described[]>();
  for (const speaker of known) {
    for (const name of [speaker.name, ...speaker.aliases]) {
      const all = entry(byName, phraseKey(name));
      if (!all.includes(speaker)) all.push(speaker);
    }
    for (const description of speaker.descriptions)
      entry(byDescription, phraseKey(description)).push({ speaker, role: null });
    for (const role of speaker.roles) {
      for (const phrase of phrasesOf(role.title)) entry(byDescription, phraseKey(phrase)).push({ speaker, role });
    }
  }
  return { byName, byDescription };
}

function entry<T>(map: Map<string, T[]>, key: string): T[] {
  const all = map.get(key) ?? [];
  map.set(key, all);
  return all;
}

/** What a title's holder is called: "President of Russia" is "the Russian president" and "Russia's president". */
function phrasesOf(title: string): string[] {
  const found = /^(.+?) of (?:the )?(.+)$/i.exec(title);
  if (!found) return title.includes(" ") ? [title] : [];
  const [, office, place] = found;
  const adjectives = COUNTRY_ROWS.find(({ name }) => name === place)?.adjectives ?? [];
  const places = [`${place}'s`, place!, ...adjectives, ...(place === "United States" ? ["US"] : [])];
  const offices = /^prime minister$/i.test(office!)
    ? [office!, "premier"]
    : [office!, office!.replace(/^Defense/, "Defence")];
  return [title, ...new Set(places.flatMap((where) => offices.map((what) => `${where} ${what}`)))];
}

const KEYS = new Kept(makeKey, 5_000);

/** Words of a phrase as the index holds them: no leading article, no possessive marks, no accents, lower case. */
export function phraseKey(phrase: string): string {
  return KEYS.of(phrase);
}

function makeKey(phrase: string): string {
  return phrase
    .split(/[\s‑-]+/)
    .map((word) => keyOf(word.replace(/['’]s$/, "s")))
    .filter((word, at) => word !== "" && !(at === 0 && (word === "the" || word === "a" || word === "an")))
    .join(" ");
}

/** The one speaker a name or alias means; null when nobody or several. */
export function knownByName(index: KnownIndex, name: string): KnownSpeaker | null {
  const all = index.byName.get(phraseKey(name));
  return all?.length === 1 ? all[0]! : null;
}

/** The one speaker a description meant on the day of publication; null when nobody or several. */
export function knownByDescription(index: KnownIndex, phrase: string, published: Published): KnownSpeaker | null {
  const all = index.byDescription.get(phraseKey(phrase)) ?? [];
  const serving = new Set(all.filter((each) => lasts(each, published)).map((each) => each.speaker));
  return serving.size === 1 ? [...serving][0]! : null;
}

/** Did it describe the speaker on that day? Compared at the coarser precision of two dates, ends included; yes where either is unknown. */
function lasts({ speaker, role }: Described, published: Published): boolean {
  if (published.value === null) return true;
  const day = published.value.slice(0, 10);
  const roles = role ? [role] : speaker.roles;
  return roles.length === 0 || roles.some(({ from, until }) => notAfter(from, day) && notAfter(day, until));
}

function notAfter(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true;
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) <= other.slice(0, length);
}
