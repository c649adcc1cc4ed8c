// How alike the words of two quotes are: word for word, cut, a phrase lifted out, or the same thought in other words.

import { isFunctionWord, stem, wordsOf } from "../content-words.ts";
import { isCommonWord, rarityOf } from "../lexicon/word-rarity.ts";
import { Kept } from "../text/kept.ts";

/** Longer contents are compared by their beginning only: time stays bounded. */
const MOST_CHARACTERS = 3000;
/** Whom a quote names says what it is about, not which utterance it is. */
const NAME_RARITY = 3;

/** The words of one quote, read once and compared many times; what few comparisons need is made when first asked for. */
export class Reading {
  readonly words: readonly string[];
  /** Stems that carry meaning, with their rarity. */
  readonly stems: ReadonlyMap<string, number>;
  readonly weight: number;
  readonly numbers: readonly string[];
  readonly #content: string;
  readonly #between: readonly string[] | undefined;
  #trigrams: ReadonlySet<string> | null = null;
  #marked: readonly (readonly string[])[] | null = null;
  #text: string | null = null;

  /** `words`: what stood between marks, where the caller knows; else it is read off the content's own marks. */
  constructor(whole: string, words?: readonly string[]) {
    this.#content = whole.slice(0, MOST_CHARACTERS);
    this.#between = words;
    const written = tokens(this.#content).map((word) => WORDS.of(word));
    const names = new Set(written.filter(({ isNamed }, index) => index > 0 && isNamed).map(({ lower }) => lower));
    const stems = new Map<string, number>();
    for (const { lower, stem, rarity, isCommon } of written) {
      if (stem !== null) stems.set(stem, !isCommon && names.has(lower) ? NAME_RARITY : rarity);
    }
    this.words = written.map(({ lower }) => lower);
    this.numbers = this.words.filter((word) => /^\d/.test(word));
    this.stems = stems;
    let weight = 0;
    for (const rarity of stems.values()) weight += rarity;
    this.weight = weight;
  }

  get trigrams(): ReadonlySet<string> {
    this.#trigrams ??= trigramsOf(this.words);
    return this.#trigrams;
  }

  /** What stood between marks, each a run of words. */
  get marked(): readonly (readonly string[])[] {
    this.#marked ??= (this.#between ?? markedIn(this.#content))
      .map((run) => tokens(run).map((word) => word.toLowerCase()))
      .filter((run) => run.length > 1);
    return this.#marked;
  }

  get text(): string {
    this.#text ??= ` ${this.words.join(" ")} `;
    return this.#text;
  }
}

/** A word as written, and what it counts for. */
interface Word {
  readonly lower: string;
  /** Null: it carries no meaning. */
  readonly stem: string | null;
  readonly rarity: number;
  readonly isCommon: boolean;
  /** Written as a name is. */
  readonly isNamed: boolean;
}

const WORDS = new Kept(readWord, 20_000);

function readWord(written: string): Word {
  const lower = written.toLowerCase();
  const stemmed = isFunctionWord(lower) || (lower.length < 2 && !/\d/.test(lower)) ? null : stem(lower);
  return {
    lower,
    stem: stemmed,
    rarity: stemmed === null ? 0 : rarityOf(stemmed),
    isCommon: stemmed !== null && isCommonWord(stemmed),
    isNamed: /^\p{Lu}\p{Ll}/u.test(written),
  };
}

function trigramsOf(words: readonly string[]): ReadonlySet<string> {
  const trigrams = new Set<string>();
  for (let index = 0; index + 3 <= words.length; index++) trigrams.add(trigramAt(words, index));
  return trigrams;
}

function trigramAt(words: readonly string[], index: number): string {
  return `${words[index]} ${words[index + 1]} ${words[index + 2]}`;
}

function tokens(text: string): readonly string[] {
  return wordsOf(text.slice(0, MOST_CHARACTERS).replaceAll("’", "'"));
}

/** Runs between double marks, or single ones that stand apart from letters; bounded, so that time stays linear. */
function markedIn(content: string): readonly string[] {
  const runs = content.match(/[“"][^“”"]{2,400}[”"]|(?<![\p{L}\d])['‘][^'‘’]{2,200}['’](?!\p{L})/gu);
  return runs ?? [];
}

/** How alike two readings are. The meaning they share is weighed at once, the rest when asked for. */
export class Likeness {
  /** Rarity of the stems both share, summed, each once; as a share of the poorer one's own; and their number. */
  readonly shared: number;
  readonly containment: number;
  readonly sharedStems: number;
  readonly #a: Reading;
  readonly #b: Reading;
  #lifted: readonly string[] | null = null;

  constructor(a: Reading, b: Reading) {
    this.#a = a;
    this.#b = b;
    let shared = 0;
    let stems = 0;
    for (const [each, rarity] of a.stems) {
      const other = b.stems.get(each);
      if (other === undefined) continue;
      shared += Math.min(rarity, other);
      stems++;
    }
    this.shared = shared;
    this.sharedStems = stems;
    this.containment = shared / Math.max(1, Math.min(a.weight, b.weight));
  }

  /**
   * The share of the shorter one's words that stand in runs of three or more both share; 0 when they are fewer than `words` or
   * less than `share` of them.
   */
  coverage(words: number, share: number): number {
    const [a, b] = [this.#a, this.#b];
    const [shorter, longer] = a.words.length <= b.words.length ? [a, b] : [b, a];
    const all = Math.max(1, shorter.words.length);
    // A word whose stem the longer one lacks stands in none: most pairs need no closer look.
    const most = shorter.words.length - (shorter.stems.size - this.sharedStems);
    if (most < words || most / all < share) return 0;
    const covered = coveredWords(shorter, longer);
    return covered >= words && covered / all >= share ? covered / all : 0;
  }

  /** How many of the shared stems come in the same order in both, as a share of them. */
  get order(): number {
    const places = new Map([...this.#b.stems.keys()].map((each, place) => [each, place]));
    const met = [...this.#a.stems.keys()].flatMap((each) => places.get(each) ?? []);
    return longestRise(met) / Math.max(1, met.length);
  }

  /** The longest marked run of one that the other has whole: its words, and the rarity of its stems. */
  get lifted(): number {
    return this.#longest.length;
  }

  get liftedRarity(): number {
    return rarityOfRun(this.#longest);
  }

  get #longest(): readonly string[] {
    this.#lifted ??= longestLifted(this.#a, this.#b);
    return this.#lifted;
  }
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
    if (!trigrams.has(trigramAt(words, index))) continue;
    covered += index + 3 - Math.max(index, until);
    until = index + 3;
  }
  return covered;
}

function longestLifted(a: Reading, b: Reading): readonly string[] {
  let longest: readonly string[] = [];
  for (const [one, other] of [[a, b] as const, [b, a] as const]) {
    for (const run of one.marked) {
      if (run.length > longest.length && other.text.includes(` ${run.join(" ")} `)) longest = run;
    }
  }
  return longest;
}

/** Does each give a number that the other lacks? Then they tell of different things, however alike they sound. */
export function numbersDiffer(a: Reading, b: Reading): boolean {
  const own = (one: Reading, other: Reading): boolean => one.numbers.some((word) => !other.numbers.includes(word));
  return own(a, b) && own(b, a);
}

function rarityOfRun(run: readonly string[]): number {
  let rarity = 0;
  for (const word of new Set(run)) if (!isFunctionWord(word)) rarity += rarityOf(stem(word));
  return rarity;
}
