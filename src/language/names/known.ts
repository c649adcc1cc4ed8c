// The speaker table indexed for reading: by name and alias, and by description while a role lasts.
import type { Published } from "../../model/dates.ts";
import type { KnownSpeaker } from "../../model/speaker.ts";
import { keyOf } from "./words.ts";

export interface KnownIndex {
  /** Speakers by a name or alias, words joined by a space, without accents and case. */
  readonly byName: ReadonlyMap<string, readonly KnownSpeaker[]>;
  /** Speakers by a description ("the Kremlin leader"), without its article. */
  readonly byDescription: ReadonlyMap<string, readonly KnownSpeaker[]>;
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
  const byDescription = new Map<string, KnownSpeaker[]>();
  const add = (map: Map<string, KnownSpeaker[]>, key: string, speaker: KnownSpeaker): void => {
    const all = map.get(key);
    if (!all) map.set(key, [speaker]);
    else if (!all.includes(speaker)) all.push(speaker);
  };
  for (const speaker of known) {
    for (const name of [speaker.name, ...speaker.aliases]) add(byName, phraseKey(name), speaker);
    for (const description of speaker.descriptions) add(byDescription, phraseKey(description), speaker);
  }
  return { byName, byDescription };
}

/** Words of a phrase as the index holds them: no leading article, no possessive marks, no accents, lower case. */
export function phraseKey(phrase: string): string {
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
  const serving = all.filter((speaker) => servesOn(speaker, published));
  return serving.length === 1 ? serving[0]! : null;
}

/**
 * Did a speaker hold a role on that day? Compared at the coarser precision of the two dates, ends included; true where
 * either is unknown. Descriptions belong to roles in general, so any one role that lasts will do.
 */
function servesOn(speaker: KnownSpeaker, published: Published): boolean {
  if (speaker.roles.length === 0 || published.value === null) return true;
  const day = published.value.slice(0, 10);
  return speaker.roles.some((role) => notAfter(role.from, day) && notAfter(day, role.until));
}

function notAfter(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true;
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) <= other.slice(0, length);
}
