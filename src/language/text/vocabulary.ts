// What is known of words met before, found again without cutting them out of the text: news has few that often come again.

/** Words kept between texts; when there are more, all are forgotten. */
const MOST = 20_000;
/** A power of two well above MOST, so that a free place is near. */
const PLACES = 1 << 16;
/** Longer ones rarely come again. */
const LONGEST = 30;

/** Keeps what `make` told of each word; the same word is told of once. */
export class Vocabulary<Known> {
  readonly #make: (word: string) => Known;
  readonly #hashes = new Int32Array(PLACES);
  #words: string[] = [];
  #known: Known[] = [];
  /** The number of the word at a place, counted from 1. */
  readonly #numbers = new Uint16Array(PLACES);

  constructor(make: (word: string) => Known) {
    this.#make = make;
  }

  /** What is known of the word that stands in a text from `start` up to `end`. */
  of(text: string, start: number, end: number): Known {
    if (end - start > LONGEST) return this.#make(text.slice(start, end));
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    let place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    for (let number = this.#numbers[place]!; number !== 0; number = this.#numbers[place]!) {
      if (this.#hashes[place] === hash && isAt(text, start, end, this.#words[number - 1]!))
        return this.#known[number - 1]!;
      place = (place + 1) & (PLACES - 1);
    }
    return this.#keep(text.slice(start, end), hash, place);
  }

  #keep(word: string, hash: number, place: number): Known {
    const known = this.#make(word);
    if (this.#words.length >= MOST) {
      this.#numbers.fill(0);
      this.#words = [];
      this.#known = [];
      // Its place may be a better one now; the next time it is met is soon enough.
      return known;
    }
    this.#words.push(word);
    this.#known.push(known);
    this.#hashes[place] = hash;
    this.#numbers[place] = this.#words.length;
    return known;
  }
}

function isAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
