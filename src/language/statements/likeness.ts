// How alike the words of two quotes are: word for word, cut, a phrase lifted out, or the same thought in other words.

import { isFunctionWord, stem, wordsOf } from "../content-words.ts";
import { isCommonWord, rarityOf } from "../lexicon/word-rarity.ts";

/** The words of one quote, read once and compared many times. */
export interface Reading {
  readonly words: readonly string[];
  readonly trigrams: ReadonlySet<string>;
  /** Stems that carry meaning, with their rarity. */
  readonly stems: ReadonlyMap<string, number>;
  readonly weight: number;
  /** What stood between marks, each a run of words. */
  readonly marked: readonly (readonly string[])[];
}

export interface Likeness {
  /** Words of the shorter one that stand in runs of three or more both share, and their share of it. */
  readonly covered: number;
  readonly coverage: number;
  /** Rarity of the stems both share, summed, each once; as a share of the poorer one's own; and their number. */
  readonly shared: number;
  readonly containment: number;
  readonly sharedStems: number;
  /** How many of the shared stems come in the same order in both, as a share of them. */
  readonly order: number;
  /** The longest marked run of one that the other has whole: its words, and the rarity of its stems. */
  readonly lifted: number;
  readonly liftedRarity: number;
}

/** Longer contents are compared by their beginning only: time stays bounded. */
const MOST_CHARACTERS = 3000;
/** Whom a quote names says what it is about, not which utterance it is. */
const NAME_RARITY = 3;

/** `words`: what stood between marks, where the caller knows; else it is read off the content's own marks. */
export function read(whole: string, words?: readonly string[]): Reading {
  const content = whole.slice(0, MOST_CHARACTERS);
  const written = tokens(content);
  const names = new Set(
    written.filter((word, index) => index > 0 && /^\p{Lu}\p{Ll}/u.test(word)).map((word) => word.toLowerCase()),
  );
  const lower = written.map((word) => word.toLowerCase());
  const stems = new Map<string, number>();
  for (const word of lower) {
    if (isFunctionWord(word) || (word.length < 2 && !/\d/.test(word))) continue;
    const stemmed = stem(word);
    stems.set(stemmed, names.has(word) && !isCommonWord(stemmed) ? NAME_RARITY : rarityOf(stemmed));
  }
  const trigrams = new Set<string>();
  for (let index = 0; index + 3 <= lower.length; index++) trigrams.add(lower.slice(index, index + 3).join(" "));
  let weight = 0;
  for (const rarity of stems.values()) weight += rarity;
  const marked = (words ?? markedIn(content)).map((run) => tokens(run).map((word) => word.toLowerCase()));
  return { words: lower, trigrams, stems, weight, marked: marked.filter((run) => run.length > 1) };
}

function tokens(text: string): readonly string[] {
  return wordsOf(text.slice(0, MOST_CHARACTERS).replaceAll("’", "'"));
}

/** Runs between double marks, or single ones that stand apart from letters; bounded, so that time stays linear. */
function markedIn(content: string): readonly string[] {
  const runs = content.match(/[“"][^“”"]{2,400}[”"]|(?<![\p{L}\d])['‘][^'‘’]{2,200}['’](?!\p{L})/gu);
  return runs ?? [];
}

export function likeness(a: Reading, b: Reading): Likeness {
  const [shorter, longer] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const covered = coveredWords(shorter, longer);
  const places = new Map([...b.stems.keys()].map((each, place) => [each, place]));
  const met: number[] = [];
  let shared = 0;
  for (const [each, rarity] of a.stems) {
    const other = b.stems.get(each);
    if (other === undefined) continue;
    shared += Math.min(rarity, other);
    met.push(places.get(each)!);
  }
  const lifted = longestLifted(a, b);
  return {
    covered,
    coverage: covered / Math.max(1, shorter.words.length),
    shared,
    containment: shared / Math.max(1, Math.min(a.weight, b.weight)),
    sharedStems: met.length,
    order: longestRise(met) / Math.max(1, met.length),
    lifted: lifted.length,
    liftedRarity: rarityOfRun(lifted),
  };
}

/** Length of the longest rising subsequence. */
function longestRise(places: readonly number[]): number {
  const ends: number[] = [];
  for (const place of places) {
    const at = ends.findIndex((end) => end >= place);
    if (at < 0) ends.push(place);
    else ends[at] = place;
  }
  return ends.length;
}

function coveredWords({ words }: Reading, { trigrams }: Reading): number {
  let covered = 0;
  let until = 0;
  for (let index = 0; index + 3 <= words.length; index++) {
    if (!trigrams.has(words.slice(index, index + 3).join(" "))) continue;
    covered += index + 3 - Math.max(index, until);
    until = index + 3;
  }
  return covered;
}

function longestLifted(a: Reading, b: Reading): readonly string[] {
  let longest: readonly string[] = [];
  for (const [one, other] of [[a, b] as const, [b, a] as const]) {
    const text = ` ${other.words.join(" ")} `;
    for (const run of one.marked) {
      if (run.length > longest.length && text.includes(` ${run.join(" ")} `)) longest = run;
    }
  }
  return longest;
}

/** Does each give a number that the other lacks? Then they tell of different things, however alike they sound. */
export function numbersDiffer(a: Reading, b: Reading): boolean {
  const own = (one: Reading, other: Reading): boolean =>
    one.words.some((word) => /^\d/.test(word) && !other.words.includes(word));
  return own(a, b) && own(b, a);
}

function rarityOfRun(run: readonly string[]): number {
  let rarity = 0;
  for (const word of new Set(run)) if (!isFunctionWord(word)) rarity += rarityOf(stem(word));
  return rarity;
}
