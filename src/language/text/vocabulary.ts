// Every different word of the texts read, by a number: what is known of a word is then an entry of a table, found
// without cutting the word out of its text. News has few words that often come again.

/** A text's words are numbered by a vocabulary that holds no more than this many when the text begins. */
const MOST = 16_000;
/** Longer ones rarely come again, and have no number. */
const LONGEST = 30;
/** What a word without a number has. */
export const UNNUMBERED = 0;

/** A word as it stands in texts, and in lower case. */
export interface Spelling {
  readonly word: string;
  readonly lower: string;
}

/** How a word is spelled; not a slice of its text, which would be kept in memory with it. One without a number is not kept. */
export function spellingOf(text: string, start: number, end: number): Spelling {
  const slice = text.slice(start, end);
  const isCopied = slice.length < SHORTEST_SLICE || slice.length > LONGEST;
  const word = isCopied ? slice : String.fromCharCode(...unitsOf(slice));
  return { word, lower: word.toLowerCase() };
}
/** Shorter ones are copied when they are cut. */
const SHORTEST_SLICE = 13;

function unitsOf(word: string): number[] {
  return Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
}

/** Numbers words by their letters, from 1 on. */
export class Vocabulary {
  /** By place, twice as many and more as there are words: the hash of a word and its number; side by side, for they are read together. */
  #table = new Int32Array(1 << 12);
  /** The words' letters, one after the other, and where each ends. */
  #letters = new Uint16Array(1 << 12);
  #ends = new Int32Array(1 << 10);
  #count = 0;
  /** By number, as it stands and in lower case; where they were asked for. */
  readonly #spellings: (Spelling | undefined)[] = [];

  /** Has it so many words that the next text should be read with another? */
  get isFull(): boolean {
    return this.#count >= MOST;
  }

  /** The number of the word that stands in a text from `start` up to `end`; it gets one if it has none yet. */
  numberOf(codes: Uint16Array, start: number, end: number): number {
    const length = end - start;
    if (length > LONGEST) return UNNUMBERED;
    const table = this.#table;
    const most = table.length - 1;
    let hash = length;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ codes[at]!, 0x01000193);
    let place = ((hash ^ (hash >>> 15)) << 1) & most;
    for (let number = table[place + 1]!; number !== 0; number = table[place + 1]!) {
      if (table[place] === hash && this.#is(number, codes, start, length)) return number;
      place = (place + 2) & most;
    }
    return this.#keep(codes, start, end, hash, place);
  }

  /** The spelling of a word that stands in a text from `start` up to `end`, and has a number. */
  spelling(number: number, text: string, start: number, end: number): Spelling {
    while (this.#spellings.length <= number) this.#spellings.push(undefined);
    const before = this.#spellings[number];
    if (before !== undefined) return before;
    const made = spellingOf(text, start, end);
    this.#spellings[number] = made;
    return made;
  }

  #is(number: number, codes: Uint16Array, start: number, length: number): boolean {
    const from = this.#ends[number - 1]!;
    if (this.#ends[number]! - from !== length) return false;
    const letters = this.#letters;
    for (let at = 0; at < length; at++) if (letters[from + at] !== codes[start + at]) return false;
    return true;
  }

  #keep(codes: Uint16Array, start: number, end: number, hash: number, place: number): number {
    const number = ++this.#count;
    const from = this.#ends[number - 1]!;
    if (from + LONGEST > this.#letters.length) this.#letters = copied(this.#letters, new Uint16Array(2 * from));
    if (number + 1 >= this.#ends.length) this.#ends = copied(this.#ends, new Int32Array(2 * this.#ends.length));
    this.#letters.set(codes.subarray(start, end), from);
    this.#ends[number] = from + end - start;
    this.#table[place] = hash;
    this.#table[place + 1] = number;
    if (number * 4 > this.#table.length) this.#grow();
    return number;
  }

  #grow(): void {
    const before = this.#table;
    const table = new Int32Array(2 * before.length);
    for (let from = 0; from < before.length; from += 2) {
      if (before[from + 1] === 0) continue;
      const hash = before[from]!;
      let place = ((hash ^ (hash >>> 15)) << 1) & (table.length - 1);
      while (table[place + 1] !== 0) place = (place + 2) & (table.length - 1);
      table[place] = hash;
      table[place + 1] = before[from + 1]!;
    }
    this.#table = table;
  }
}

function copied<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

let current = new Vocabulary();

/** The vocabulary to read the next text with. One that is full is let go, so that no stream of words grows without end. */
export function vocabularyNow(): Vocabulary {
  if (current.isFull) current = new Vocabulary();
  return current;
}
