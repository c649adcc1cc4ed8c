// Are two full names one person's? Initials, short forms, nicknames, left-out middle names and second surnames.
import { SHORT_FORMS } from "../lexicon/given-names.ts";
import { isIn, LIST } from "./lists.ts";
import type { Word } from "./words.ts";

export interface NameKeys {
  readonly keys: readonly string[];
  /** "jr", "iii"; "" when there is none. */
  readonly suffix: string;
}

/** Keys of a name's words, its suffix apart. */
export function nameKeys(words: readonly Word[]): NameKeys {
  const keys: string[] = [];
  let suffix = "";
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (at === 0 || !isIn(word, LIST.suffix)) {
      if (word.key !== "") keys.push(word.key);
    } else if (suffix === "") suffix = word.key;
  }
  return { keys, suffix };
}

/** Could two names of two or more words each be the same person's? */
export function samePerson(a: NameKeys, b: NameKeys): boolean {
  if (a.keys.length < 2 || b.keys.length < 2) return false;
  if (a.suffix !== b.suffix && (a.suffix === "" || b.suffix === "")) {
    // "Donald Trump Jr." is somebody else's son; "Joseph R. Biden Jr." is Joe Biden.
    const suffixed = a.suffix === "" ? b : a;
    if (suffixed.keys.length < 3) return false;
  } else if (a.suffix !== b.suffix) return false;
  const [short, long] = a.keys.length <= b.keys.length ? [a.keys, b.keys] : [b.keys, a.keys];
  const surname = short.at(-1)!;
  if (surname !== long.at(-1) && !long.slice(1).includes(surname)) return false;
  return givenMatch(short[0]!, long) && middleMatch(short, long);
}

function givenMatch(given: string, long: readonly string[]): boolean {
  if (sameGiven(given, long[0]!)) return true;
  return long.slice(1, -1).some((word) => word.length > 1 && sameGiven(given, word));
}

/** The same given name, its initial, or a short form of it? Keys. */
export function sameGiven(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 1) return long.startsWith(short);
  if (short.length === 2 && long.length > 2 && !SHORT_FORMS.has(short) && !/[aeiouy]/.test(short))
    return long[0] === short[0];
  if (SHORT_FORMS.get(one)?.includes(other) || SHORT_FORMS.get(other)?.includes(one)) return true;
  return short.length >= 3 && long.startsWith(short) && long.length - short.length <= 6;
}

/** Middle words both have must not contradict: "George W. Bush" is not "George H. W. Bush". */
function middleMatch(short: readonly string[], long: readonly string[]): boolean {
  const initials = (keys: readonly string[]) => keys.slice(1, -1).map((key) => key[0]!);
  const few = initials(short);
  const many = initials(long);
  return few.every((initial, at) => many[at] === initial);
}

/** Two spellings of one surname, given as keys: five letters or more, the same first letter, and one letter more, less or other. */
export function nearlySame(a: string, b: string): boolean {
  if (a === b) return true;
  if (a[0] !== b[0] || Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let to = 0;
  while (to < Math.min(a.length, b.length) - from && a[a.length - 1 - to] === b[b.length - 1 - to]) to++;
  return a.length - from - to <= 1 && b.length - from - to <= 1;
}
