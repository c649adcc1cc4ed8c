// Answers kept by the word they were asked for: a text, and news at large, asks for the same few again and again.

/** Longer words rarely come again. */
const LONGEST = 60;

/** Keeps what `make` answers; when there are too many answers, all are forgotten. */
export class Kept<T> {
  readonly #make: (word: string) => T;
  readonly #most: number;
  readonly #answers = new Map<string, T>();

  constructor(make: (word: string) => T, most: number) {
    this.#make = make;
    this.#most = most;
  }

  /** The answer for a word. */
  of(word: string): T {
    const before = this.#answers.get(word);
    if (before !== undefined) return before;
    const made = this.#make(word);
    if (this.#answers.size >= this.#most) this.#answers.clear();
    if (word.length <= LONGEST) this.#answers.set(word, made);
    return made;
  }
}
