// What is known of words met before, found again without cutting them out of the text: news has few that often come again.

/** Words kept between texts; when there are more, all are forgotten. */
const MOST = 16_000;
/** A power of two well above MOST, so that a free place is near. */
const PLACES = 1 << 15;
/** Longer ones rarely come again. */
const LONGEST = 30;

/** Keeps what `make` told of each word; the same word is told of once. */
export class Vocabulary<Known> {
  readonly #make: (word: string) => Known;
  /** By place: the hash of a word, and its number, counted from 1. Side by side, for they are read together. */
  readonly #table = new Int32Array(2 * PLACES);
  /** The words' letters, one after the other, and where each begins. */
  #letters = new Uint16Array(1 << 12);
  readonly #starts = new Int32Array(MOST + 1);
  #known: Known[] = [];

  constructor(make: (word: string) => Known) {
    this.#make = make;
  }

  /** What is known of the word that stands in a text from `start` up to `end`. */
  of(text: string, start: number, end: number): Known {
    if (end - start > LONGEST) return this.#make(text.slice(start, end));
    const table = this.#table;
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    let place = ((hash ^ (hash >>> 15)) & (PLACES - 1)) << 1;
    for (let number = table[place + 1]!; number !== 0; number = table[place + 1]!) {
      if (table[place] === hash && this.#is(number - 1, text, start, end)) return this.#known[number - 1]!;
      place = (place + 2) & (2 * PLACES - 1);
    }
    const known = this.#make(text.slice(start, end));
    if (this.#known.length < MOST) this.#keep(known, text, start, end, hash, place);
    else this.#forget();
    return known;
  }

  #is(number: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[number]!;
    if (this.#starts[number + 1]! - from !== end - start) return false;
    for (let at = start; at < end; at++) if (this.#letters[from + at - start] !== text.charCodeAt(at)) return false;
    return true;
  }

  #keep(known: Known, text: string, start: number, end: number, hash: number, place: number): void {
    const number = this.#known.length;
    const from = this.#starts[number]!;
    if (from + LONGEST > this.#letters.length) {
      const more = new Uint16Array(2 * this.#letters.length);
      more.set(this.#letters);
      this.#letters = more;
    }
    for (let at = start; at < end; at++) this.#letters[from + at - start] = text.charCodeAt(at);
    this.#starts[number + 1] = from + end - start;
    this.#known.push(known);
    this.#table[place] = hash;
    this.#table[place + 1] = number + 1;
  }

  #forget(): void {
    this.#table.fill(0);
    this.#known = [];
  }
}
