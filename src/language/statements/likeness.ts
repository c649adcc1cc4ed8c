// How alike the words of two quotes are: word for word, cut, or the same thought in another translation.
import { rarityOf } from "../common-words.ts";
import { isFunctionWord, stem, wordsOf } from "../content-words.ts";

export interface Likeness {
  /** Words in the longest unbroken run both share, grammar included. */
  readonly run: number;
  /** `run` as a share of the shorter one's words. */
  readonly runShare: number;
  /** Rarity of the stems both share, summed, each once. */
  readonly shared: number;
  /** `shared` as a share of the poorer one's own sum. */
  readonly containment: number;
  /** Stems of meaning both share. */
  readonly sharedStems: number;
}

/** Longer contents are compared by their first words only: time stays bounded. */
const MOST_WORDS = 400;

export function likeness(a: string, b: string): Likeness {
  const wordsA = wordsOf(a.toLowerCase().replaceAll("’", "'")).slice(0, MOST_WORDS);
  const wordsB = wordsOf(b.toLowerCase().replaceAll("’", "'")).slice(0, MOST_WORDS);
  const run = longestRun(wordsA, wordsB);
  const stemsA = meaningOf(wordsA);
  const stemsB = meaningOf(wordsB);
  let shared = 0;
  let sharedStems = 0;
  for (const [each, rarity] of stemsA) {
    if (!stemsB.has(each)) continue;
    shared += rarity;
    sharedStems++;
  }
  const poorer = Math.min(sum(stemsA), sum(stemsB));
  return {
    run,
    runShare: run / Math.max(1, Math.min(wordsA.length, wordsB.length)),
    shared,
    containment: poorer === 0 ? 0 : shared / poorer,
    sharedStems,
  };
}

function meaningOf(words: readonly string[]): ReadonlyMap<string, number> {
  const stems = words.filter((word) => !isFunctionWord(word) && (word.length > 1 || /\d/.test(word))).map(stem);
  return new Map(stems.map((each) => [each, rarityOf(each)]));
}

function sum(stems: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const rarity of stems.values()) total += rarity;
  return total;
}

function longestRun(a: readonly string[], b: readonly string[]): number {
  let longest = 0;
  let above = new Uint16Array(b.length + 1);
  for (const word of a) {
    const row = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j++) {
      if (b[j] !== word) continue;
      row[j + 1] = above[j]! + 1;
      if (row[j + 1]! > longest) longest = row[j + 1]!;
    }
    above = row;
  }
  return longest;
}
