// Weighted terms that say which event an article is about: names, numbers, days, words and pairs of words.

import { isFunctionWord, stem, wordsOf } from "../content-words.ts";
import { GIVEN_NAMES } from "../lexicon/given-names.ts";
import { DEMONYMS, PLACES } from "../lexicon/places.ts";
import { isCommonWord, RAREST, rarityOf } from "../lexicon/word-rarity.ts";
import { Kept } from "../text/kept.ts";

/** Term and weight, strongest first. A name keeps its capital, a number begins with a digit, a pair holds a space, a day an @. */
export type Terms = readonly (readonly [term: string, weight: number])[];

export type TermKind = "name" | "place" | "number" | "pair" | "word" | "day";

/** More would only say what the article is like, not which event it tells. */
const KEPT = 80;
const WEIGHT: Readonly<Record<TermKind, number>> = { name: 2, place: 2, number: 1.5, pair: 1, word: 1, day: 1 };
const DAY_RARITY = 3.5;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]?s)?$/;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;
const YEAR = /^(?:19|20)\d\d$/;
/** They name a day only to whoever knows when the text came out. */
const RELATIVE_DAY = /^(?:today|yesterday|tomorrow|tonight)/;

const PLACE_WORDS: ReadonlySet<string> = new Set(
  [...PLACES, ...DEMONYMS].flatMap((name) => name.split(/\s+/)).filter((word) => word.length > 3),
);

const AT = 64;
const ZERO = 48;
const NINE = 57;
const SMALL_A = 97;
const SMALL_Z = 122;

/** What a term's form alone tells, so that stored terms need nothing beside them. */
export interface TermForm {
  readonly kind: TermKind;
  /** What it weighs when an article has it once: a story's mean weight over this says how much of it is about that. */
  readonly unit: number;
  /** The surname in a pair of a given name and a capitalised word; else null. */
  readonly surname: string | null;
}

/** An article is held against hundreds of stories, and those against each other: each term is read once. */
const FORMS = new Kept((term): TermForm => {
  const kind = kindOf(term);
  return { kind, unit: unitOf(term, kind), surname: kind === "pair" ? surnameIn(term) : null };
}, 20_000);

export function formOf(term: string): TermForm {
  return FORMS.of(term);
}

function kindOf(term: string): TermKind {
  const first = term.charCodeAt(0);
  if (first === AT) return "day";
  if (term.includes(" ")) return "pair";
  if (first >= ZERO && first <= NINE) return "number";
  // The first letter of a name is upper case; a word is all lower case.
  if (first >= SMALL_A && first <= SMALL_Z) return "word";
  if (term[0] === term[0]!.toLowerCase()) return "word";
  return PLACE_WORDS.has(term.toLowerCase()) ? "place" : "name";
}

function unitOf(term: string, kind: TermKind): number {
  if (kind === "day") return DAY_RARITY;
  if (kind === "pair") return term.split(" ").reduce((sum, part) => sum + rarityOf(part), 0) / 2;
  return WEIGHT[kind] * (kind === "word" ? rarityOf(term) : RAREST);
}

function surnameIn(pair: string): string | null {
  // Most pairs are of words.
  const first = pair.charCodeAt(0);
  if (first >= SMALL_A && first <= SMALL_Z) return null;
  const [given, surname] = pair.split(" ") as [string, string];
  if (!/^\p{Lu}/u.test(given) || !/^\p{Lu}/u.test(surname)) return null;
  return GIVEN_NAMES.has(given.toLowerCase()) && kindOf(surname) === "name" ? surname : null;
}

/** What a word tells, by where it stands. */
interface Telling {
  readonly capital: boolean;
  /** Its term inside a sentence, at its start, and amid capitals that mean nothing; null where it has none. */
  readonly inside: string | null;
  readonly first: string | null;
  readonly amidCapitals: string | null;
}

const TELLINGS = new Kept((word): Telling => {
  const capital = /^\p{Lu}/u.test(word);
  return {
    capital,
    inside: readWord(word, capital, false, false),
    first: readWord(word, capital, true, false),
    amidCapitals: readWord(word, capital, false, true),
  };
}, 8_000);

function readWord(
  word: string,
  capital: boolean,
  startsSentence: boolean,
  capitalsMeanNothing: boolean,
): string | null {
  const lower = word.toLowerCase();
  if (RELATIVE_DAY.test(lower)) return null;
  if (WEEKDAY.test(lower)) return `@${lower.slice(0, 3)}`;
  if (capital && MONTH.test(lower) && !(lower === "may" && startsSentence)) return `@${lower.slice(0, 3)}.`;
  if (YEAR.test(lower)) return `@${lower}`;
  if (isFunctionWord(lower) || lower.length < 2) return null;
  if (/^\d/.test(lower)) return lower;
  const stemmed = stem(lower);
  if (!capital || ((startsSentence || capitalsMeanNothing) && isCommonWord(stemmed))) return stemmed;
  const name = lower.replace(/['’]s$/, "");
  return name[0]!.toUpperCase() + name.slice(1);
}

/** The first sentence, usually the title, says most surely what the article is about. */
const FIRST_COUNTS = 2;

/** Terms of some sentences of an article (its title, then its lead), at most 80. */
export function termsOf(sentences: readonly string[]): Terms {
  const counts = new Map<string, number>();
  for (const [place, sentence] of sentences.entries()) {
    const add = (term: string): void => {
      counts.set(term, (counts.get(term) ?? 0) + (place === 0 ? FIRST_COUNTS : 1));
    };
    const words = wordsOf(sentence).flatMap((word) => (word.includes("-") ? word.split("-") : word));
    const told = words.map((word) => TELLINGS.of(word));
    const capitals = told.filter(({ capital }) => capital).length;
    const meanNothing = capitals > words.length * 0.6;
    let before: string | null = null;
    told.forEach(({ inside, first, amidCapitals }, index) => {
      const term = index === 0 ? first : meanNothing ? amidCapitals : inside;
      if (term !== null) {
        add(term);
        if (before !== null && !before.startsWith("@") && !term.startsWith("@")) add(`${before} ${term}`);
      }
      before = term;
    });
  }
  return [...counts]
    .map(([term, count]) => [term, round(Math.sqrt(count) * formOf(term).unit)] as const)
    .sort(byWeight)
    .slice(0, KEPT);
}

export function byWeight(a: Terms[number], b: Terms[number]): number {
  return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
}

export function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}
