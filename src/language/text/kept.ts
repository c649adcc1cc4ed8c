// Answers kept by the word they were asked for: a text, and news at large, asks for the same few again and again.

/** Longer words rarely come again. */
const LONGEST = 60;

/** Keeps what `make` answers. When there are too many answers, those are forgotten that nobody has asked for lately. */
export class Kept<T> {
  readonly #make: (word: string) => T;
  readonly #most: number;
  #answers = new Map<string, T>();
  #older = new Map<string, T>();

  /** `most`: answers kept at most. */
  constructor(make: (word: string) => T, most: number) {
    this.#make = make;
    this.#most = most;
  }

  /** The answer for a word. */
  of(word: string): T {
    const before = this.#answers.get(word);
    if (before !== undefined) return before;
    const made = this.#older.get(word) ?? this.#make(word);
    if (word.length > LONGEST) return made;
    if (2 * this.#answers.size >= this.#most) [this.#older, this.#answers] = [this.#answers, new Map()];
    this.#answers.set(word, made);
    return made;
  }
}
