// What the sentences of an article tell, as numbers: stems and pairs of stems, and how many sentences share each.
import type { ContentWord } from "../content-words.ts";

// Chosen by cross-validation over articles with reference summaries; each is flat around its value.
const FREQUENCY_POWER = 0.8;
const FIRST_MENTION_SCALE = 8; // sentences

/** Of each concept three numbers stand side by side: in how many sentences it is told, in which first, in which last. */
const FIRST = 1;
const LAST = 2;

/** Numbers found by pairs of numbers, in a flat table that grows: a Map of pairs takes three times as long. */
class Pairs {
  /** By place: a pair, and its number, counted from 1; 0 for a free place. */
  #table = new Int32Array(3 * 1024);
  #size = 1024;
  #used = 0;

  /** The number of a pair; `fresh` becomes it where it has none. */
  numberOf(first: number, second: number, fresh: number): number {
    const place = this.#placeOf(first, second);
    const number = this.#table[place + 2]!;
    if (number !== 0) return number - 1;
    this.#put(place, first, second, fresh + 1);
    if (++this.#used * 2 > this.#size) this.#grow();
    return fresh;
  }

  #placeOf(first: number, second: number): number {
    const table = this.#table;
    const mixed = Math.imul(Math.imul(first + 1, 0x9e3779b1) ^ second, 0x85ebca6b);
    let place = (mixed ^ (mixed >>> 15)) & (this.#size - 1);
    while (table[3 * place + 2] !== 0 && (table[3 * place] !== first || table[3 * place + 1] !== second))
      place = (place + 1) & (this.#size - 1);
    return 3 * place;
  }

  #put(place: number, first: number, second: number, number: number): void {
    this.#table[place] = first;
    this.#table[place + 1] = second;
    this.#table[place + 2] = number;
  }

  #grow(): void {
    const before = this.#table;
    this.#size *= 2;
    this.#table = new Int32Array(3 * this.#size);
    for (let at = 0; at < before.length; at += 3) {
      const number = before[at + 2]!;
      if (number === 0) continue;
      this.#put(this.#placeOf(before[at]!, before[at + 1]!), before[at]!, before[at + 1]!, number);
    }
  }
}

/** The concepts of an article by number: stems, and pairs of neighbouring stems unless both are grammar. */
export class Concepts {
  readonly #stems = new Map<string, number>();
  readonly #pairs = new Pairs();
  #told = new Int32Array(3 * 1024);
  #count = 0;

  /** What the words of a sentence tell, each concept once. Sentences come in order. */
  read(words: readonly ContentWord[], sentence: number): readonly number[] {
    const told: number[] = [];
    let before = -1;
    let grammarBefore = false;
    for (const { stem, grammar } of words) {
      const now = this.#stemNumber(stem);
      if (!grammar && this.#tells(now, sentence)) told.push(now);
      if (before >= 0 && !(grammarBefore && grammar)) {
        const pair = this.#pairNumber(before, now);
        if (this.#tells(pair, sentence)) told.push(pair);
      }
      before = now;
      grammarBefore = grammar;
    }
    return told;
  }

  /** Counts a concept for a sentence; false when the sentence has told it already. */
  #tells(concept: number, sentence: number): boolean {
    const told = this.#told;
    const at = 3 * concept;
    if (told[at + LAST] === sentence) return false;
    if (told[at]!++ === 0) told[at + FIRST] = sentence;
    told[at + LAST] = sentence;
    return true;
  }

  /** A concept counts by how many sentences share it and how early it appears; what one sentence alone has counts nothing. */
  weights(): Float64Array {
    const weights = new Float64Array(this.#count);
    for (let concept = 0; concept < this.#count; concept++) {
      const count = this.#told[3 * concept]!;
      if (count < 2) continue;
      const first = this.#told[3 * concept + FIRST]!;
      weights[concept] = (count - 1) ** FREQUENCY_POWER * (1 + 1 / (1 + first / FIRST_MENTION_SCALE));
    }
    return weights;
  }

  #stemNumber(stem: string): number {
    const held = this.#stems.get(stem);
    if (held !== undefined) return held;
    const made = this.#made();
    this.#stems.set(stem, made);
    return made;
  }

  #pairNumber(before: number, now: number): number {
    const fresh = this.#count;
    const number = this.#pairs.numberOf(before, now, fresh);
    if (number === fresh) this.#made();
    return number;
  }

  /** A new concept, told nowhere yet. */
  #made(): number {
    const number = this.#count++;
    if (3 * number + LAST >= this.#told.length) {
      const more = new Int32Array(2 * this.#told.length);
      more.set(this.#told);
      this.#told = more;
    }
    this.#told[3 * number + LAST] = -1;
    return number;
  }
}
