// Are two quotes one utterance? Quotes of the same words, of a cut of them, of another translation, or of reported
// speech of them, by one speaker within days that fit, are one Statement; a slogan said again is another.
import type { QuoteKind } from "../model/quote.ts";
import { type Dated, type Days, daysOf, isPinned, isSameDay, mayBeOneDay } from "./statements/days.ts";
import { Likeness, numbersDiffer, Reading } from "./statements/likeness.ts";

export { statementDate } from "./statements/days.ts";

/** One wording: a quote as an article gives it. Both of a pair are taken to be the same speaker's. */
export interface Wording extends Dated {
  readonly kind: QuoteKind;
  /** The whole content as one string, fragments joined by a space. */
  readonly content: string;
  /** What stood between marks, one string a fragment; left out, it is read off the marks in `content`. */
  readonly words?: readonly string[];
}

export interface StatementCandidate<Id> {
  readonly id: Id;
  readonly quotes: readonly Wording[];
}

export type StatementChoice<Id> = { readonly kind: "joins"; readonly id: Id } | { readonly kind: "opens" };

/** Word for word: this many words in runs both share, and this much of the shorter one. */
const COVERED = { words: 6, share: 0.6 };
/**
 * Another translation, or reported speech: this much meaning shared, of this rarity in all, in much the same order.
 * `only` direct: both are direct words, where one order of thought tells a translation from another sentence on the
 * matter; reported: one is reported speech, on a day that both texts tell; it shortens, so less will do.
 */
const MEANING: readonly {
  readonly share: number;
  readonly rarity: number;
  readonly stems: number;
  readonly order: number;
  readonly only?: "direct" | "reported";
}[] = [
  { share: 0.6, rarity: 15, stems: 4, order: 0 },
  { share: 0.5, rarity: 13, stems: 5, order: 0.75, only: "direct" },
  { share: 0.55, rarity: 9, stems: 3, order: 0, only: "reported" },
];

/**
 * A phrase between marks that the other has whole: long or rare enough not to be chance. A short one is a slogan that
 * may be said every day, so it counts on one day only.
 */
const LIFTED: readonly {
  readonly words: number;
  readonly rarity: number;
  readonly meaning: number;
  readonly sameDay: boolean;
}[] = [
  { words: 6, rarity: 3, meaning: 0.4, sameDay: false },
  { words: 5, rarity: 0, meaning: 0, sameDay: true },
  { words: 3, rarity: 5.5, meaning: 0.3, sameDay: true },
  { words: 2, rarity: 5, meaning: 0.5, sameDay: true },
];

/** How sure it is that both are one utterance: 0 for not the same, else up to 1. */
function sameness(a: Read, b: Read): number {
  if (numbersDiffer(a.reading, b.reading)) return 0;
  const like = new Likeness(a.reading, b.reading);
  const coverage = like.coverage(COVERED.words, COVERED.share);
  if (coverage > 0) return mayBeOneDay(a.days, b.days, 1) ? coverage : 0;
  if (!mayBeOneDay(a.days, b.days, 0)) return 0;
  const oneDay = isSameDay(a.wording, b.wording);
  const bothDirect = a.wording.kind === "direct" && b.wording.kind === "direct";
  const fits = { direct: bothDirect, reported: oneDay && !bothDirect };
  const meant = MEANING.some(
    (row) =>
      like.containment >= row.share &&
      like.shared >= row.rarity &&
      like.sharedStems >= row.stems &&
      (row.only === undefined || fits[row.only]) &&
      like.order >= row.order,
  );
  if (meant) return like.containment * 0.9;
  if (!isPinned(a.days) || !isPinned(b.days)) return 0;
  const lifted = LIFTED.some(
    (row) =>
      (oneDay || !row.sameDay) &&
      like.containment >= row.meaning &&
      like.lifted >= row.words &&
      like.liftedRarity >= row.rarity,
  );
  return lifted ? 0.5 : 0;
}

/** Most wordings are of other days, and need not be read. */
class Read {
  readonly wording: Wording;
  readonly days: Days;
  #reading: Reading | null = null;

  constructor(wording: Wording) {
    this.wording = wording;
    this.days = daysOf(wording);
  }

  get reading(): Reading {
    this.#reading ??= new Reading(this.wording.content, this.wording.words);
    return this.#reading;
  }
}

/** A wording is compared with many: read once for as long as the caller keeps it. */
const readings = new WeakMap<Wording, Read>();

function readWording(wording: Wording): Read {
  const held = readings.get(wording);
  if (held !== undefined) return held;
  const made = new Read(wording);
  readings.set(wording, made);
  return made;
}

/** Are these two wordings, by the same speaker, one utterance? */
export function sameStatement(a: Wording, b: Wording): boolean {
  return sameness(readWording(a), readWording(b)) > 0;
}

/** The statement a quote belongs to among those of its speaker, or that it opens one. */
export function linkStatement<Id>(quote: Wording, candidates: readonly StatementCandidate<Id>[]): StatementChoice<Id> {
  let best: StatementCandidate<Id> | null = null;
  let surest = 0;
  const mine = readWording(quote);
  for (const candidate of candidates) {
    const others = candidate.quotes.map(readWording);
    if (others.some(({ days }) => !mayBeOneDay(mine.days, days, 1))) continue;
    for (const other of others) {
      const sure = sameness(mine, other);
      if (sure > surest) [best, surest] = [candidate, sure];
    }
  }
  return best === null ? { kind: "opens" } : { kind: "joins", id: best.id };
}
