// A text to be read letter by letter and word by word: its UTF-16 units in an array, and the numbers of its words.
import { type Spelling, spellingOf, UNNUMBERED, type Vocabulary, vocabularyNow } from "./vocabulary.ts";

/** One text. Its words are numbered once, whoever cuts them. */
export class Script {
  readonly text: string;
  readonly codes: Uint16Array;
  readonly vocabulary: Vocabulary = vocabularyNow();
  /** By where a word begins: its length, and its number; of the word first asked for there. */
  readonly #lengths: Uint8Array;
  readonly #numbers: Int32Array;

  constructor(text: string) {
    this.text = text;
    this.codes = unitsOf(text);
    this.#lengths = new Uint8Array(text.length);
    this.#numbers = new Int32Array(text.length);
  }

  /** The number of the word from `start` up to `end`, UNNUMBERED for a very long one. */
  wordAt(start: number, end: number): number {
    const length = this.#lengths[start]!;
    if (length === end - start) return this.#numbers[start]!;
    const number = this.vocabulary.numberOf(this.codes, start, end);
    if (length === 0 && number !== UNNUMBERED) {
      this.#lengths[start] = end - start;
      this.#numbers[start] = number;
    }
    return number;
  }
}

/** The units of a text. Copied at one go: asked for one by one they take as long as the rest of the reading. */
function unitsOf(text: string): Uint16Array {
  const bytes = Buffer.allocUnsafeSlow(2 * text.length);
  bytes.write(text, "utf16le");
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
}

/** What is known of words, each told of once by `make`. */
export class Known<T> {
  readonly #make: (spelling: Spelling) => T;
  #vocabulary: Vocabulary | null = null;
  #known: (T | undefined)[] = [];

  constructor(make: (spelling: Spelling) => T) {
    this.#make = make;
  }

  /** What is known of the word that stands in a text from `start` up to `end`. */
  of(script: Script, start: number, end: number): T {
    if (script.vocabulary !== this.#vocabulary) {
      this.#vocabulary = script.vocabulary;
      this.#known = [];
    }
    const number = script.wordAt(start, end);
    if (number === UNNUMBERED) return this.#make(spellingOf(script.text, start, end));
    return this.#known[number] ?? this.#add(number, script, start, end);
  }

  #add(number: number, { vocabulary, text }: Script, start: number, end: number): T {
    while (this.#known.length < number) this.#known.push(undefined);
    const made = this.#make(vocabulary.spelling(number, text, start, end));
    this.#known[number] = made;
    return made;
  }
}
