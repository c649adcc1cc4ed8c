// What a time expression is read against: the publication day, the last dates named, and the tense around it.
import type { Published } from "../../model/dates.ts";
import { type Day, dayOf, isoDay } from "./calendar.ts";

export type Direction = "past" | "future";

/** Against what expressions of one text are resolved; `last…` change as the text is read. */
export interface Frame {
  readonly day: Day | null;
  readonly year: number | null;
  readonly month: number | null;
  /** The publication as an ISO value; null when unknown. */
  readonly value: string | null;
  /** The day a week before it, "2021-11-11". */
  readonly weekBefore: string | null;
  /** The last day, month, quarter or year named, as values; null before the first. */
  lastDay: string | null;
  lastQuarter: string | null;
  lastYear: number | null;
  /** Which way the words around the expression point; null when they don't. */
  direction: Direction | null;
  /** 1 for words inside quoted stretches; null when there are none. */
  isQuoted: Uint8Array | null;
}

/** A frame for a text published then. */
export function frameOf(published: Published): Frame {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(published.value ?? "");
  const known = published.precision !== "unknown" && parts !== null;
  const year = known ? Number(parts[1]) : null;
  const month = known && parts[2] !== undefined && published.precision !== "year" ? Number(parts[2]) : null;
  const exact = published.precision === "day" || published.precision === "minute";
  const day = year !== null && month !== null && exact && parts?.[3] ? dayOf(year, month, Number(parts[3])) : null;
  return {
    day,
    year,
    month,
    value: known ? published.value : null,
    weekBefore: day && isoDay(day.subtract({ days: 7 })),
    lastDay: null,
    lastQuarter: null,
    lastYear: null,
    direction: null,
    isQuoted: null,
  };
}
