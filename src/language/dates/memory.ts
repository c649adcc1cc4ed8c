// What a reader keeps in mind of the occasions told so far.
import type { SayingDate } from "../../model/dates.ts";
import { around } from "./gaps.ts";
import { OPENING, type Told } from "./told.ts";

/** The quotation dated before. */
export interface Before {
  readonly voice: string | null;
  /** The last voice that may be a person's. */
  readonly person: string | null;
  readonly said: SayingDate;
  /** What dated the first of those that go on. */
  readonly origin: string;
  readonly paragraph: number;
  /** Did the text date it, and not the publication alone? */
  readonly isDated: boolean;
  readonly isOld: boolean;
  readonly isPresent: boolean;
  /** A post, not speech. */
  readonly isWritten: boolean;
}

/** Occasions looked through for one quotation, at most. */
const FARTHEST = 200;

/** Occasions in the order of the text; each is taken in once, so that all look-ups of a text are linear together. */
export class Memory {
  readonly #told: readonly Told[];
  readonly #bySentence: ReadonlyMap<number, readonly Told[]>;
  readonly #lately = new Map<string, Told>();
  readonly #latest = new Map<string, Told>();
  readonly #byNoun = new Map<string, Told>();
  readonly #byWriting = new Map<string, Told>();
  readonly #authors: ReadonlySet<string>;
  #next = 0;
  /** The last occasion told, and the last one that was long ago. */
  last: Told | null = null;
  old: Told | null = null;
  /** The quotation dated before this one. */
  before: Before | null = null;

  /** `authors`: whose book the text tells of. */
  constructor(told: readonly Told[], authors: ReadonlySet<string>) {
    this.#authors = authors;
    this.#told = told;
    this.#bySentence = Map.groupBy(told, (each) => each.sentence);
  }

  /** Takes in what is told before a sentence. */
  readTo(sentence: number): void {
    for (let told = this.#told[this.#next]; told && told.sentence < sentence; told = this.#told[++this.#next]) {
      if (told.isOld && told.isPast) this.old = told;
      if (told.writing !== null) this.#byWriting.set(told.writing, told);
      if (told.kind === "mention") continue;
      for (const noun of told.nouns) this.#byNoun.set(noun, told);
      if (told.kind === "event") continue;
      this.last = told;
      for (const voice of told.voices) {
        this.#latest.set(voice, told);
        if (!told.isOld && told.speaks && told.isFirm) this.#lately.set(voice, told);
      }
    }
  }

  isAuthor(voice: string): boolean {
    return this.#authors.has(voice);
  }

  /** What a sentence tells around a place. */
  in(sentence: number, place: number): readonly Told[] {
    return around(this.#bySentence.get(sentence) ?? [], place, (told) => told.time.span[0]);
  }

  latestOf(voice: string): Told | undefined {
    return this.#latest.get(voice);
  }

  /** The last one within a week of the publication. */
  latelyOf(voice: string): Told | undefined {
    return this.#lately.get(voice);
  }

  at(noun: string): Told | undefined {
    return this.#byNoun.get(noun);
  }

  /** The day a writing was last said to be of. */
  of(writing: string): Told | undefined {
    return this.#byWriting.get(writing);
  }

  /** What the article opens with. */
  get opening(): Told | undefined {
    return this.#told
      .slice(0, 20)
      .find((told) => told.paragraph < OPENING && told.kind !== "mention" && told.speaks && !told.isOld);
  }

  /** The first occasion of a voice in the paragraphs to come. */
  ahead(voice: string, paragraph: number, reach: number): Told | undefined {
    for (let at = this.#next; at < Math.min(this.#told.length, this.#next + FARTHEST); at++) {
      const told = this.#told[at]!;
      if (told.paragraph > paragraph + reach) return undefined;
      if (told.kind !== "occasion") continue;
      if (told.paragraph > paragraph && told.voices.includes(voice) && !told.isOld) return told;
    }
    return undefined;
  }

  /** A day of the given week on which the voice (any, when it is not known by name) speaks anywhere in the text. */
  dayIn(isInWeek: (told: Told) => boolean, voice: string | null): Told | undefined {
    return this.#told
      .slice(0, FARTHEST)
      .find(
        (told) =>
          told.kind === "occasion" &&
          told.said.precision === "day" &&
          told.speaks &&
          isInWeek(told) &&
          (voice === null || told.voices.includes(voice)),
      );
  }
}
