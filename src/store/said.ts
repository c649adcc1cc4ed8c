// The day a quote shows: its own, or the one its statement lends; and how days sort.
import type { Published, SayingDate } from "../model/dates.ts";

/** Does the text's own evidence (or another wording's) give the very day? Publication is no evidence of that. */
export function isDaySaid(said: SayingDate): boolean {
  return said.precision === "day" && said.value !== null && said.evidence !== "published" && said.evidence !== "none";
}

/** How much a date tells, for choosing between an article's own and its statement's. */
function strength(said: SayingDate): number {
  if (isDaySaid(said)) return 5;
  if (said.precision === "month") return 4;
  if (said.precision === "year") return 3;
  if (said.precision === "day" && said.evidence === "published") return 2;
  return said.precision === "weekday" ? 1 : 0;
}

/** The article's own date unless the statement knows better; what is lent has evidence `inferred`. */
export function effectiveSaid(own: SayingDate, statement: SayingDate): SayingDate {
  const lends = statement.evidence !== "published" && strength(statement) > strength(own);
  return lends ? { ...statement, evidence: "inferred" } : own;
}

/**
 * Where a quote stands in time, "2021-11-18": the saying date where known (a month's or year's first day), else the day published;
 * "" when neither is known.
 */
export function sortDay(said: SayingDate, publishedDay: string): string {
  if (said.value === null) return publishedDay;
  if (said.precision === "day" || said.precision === "month" || said.precision === "year") return firstDay(said.value);
  return publishedDay;
}

/** "11-18" of a day that was said on that day; null for all others. */
export function monthDay(said: SayingDate): string | null {
  return isDaySaid(said) ? (said.value?.slice(5, 10) ?? null) : null;
}

/** The publication day in UTC for instants; a month's or year's first day; "" when unknown. */
export function publishedDay(published: Published): string {
  if (published.value === null || published.precision === "unknown") return "";
  if (published.precision !== "minute") return firstDay(published.value);
  try {
    return Temporal.Instant.from(published.value).toString().slice(0, 10);
  } catch {
    return firstDay(published.value.slice(0, 10));
  }
}

/** "2021" → "2021-01-01"; "" for what is no date. */
export function firstDay(date: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  return match === null ? "" : `${match[1]}-${match[2] ?? "01"}-${match[3] ?? "01"}`;
}

/** "2021" → "2021-12-31", "2021-11" → "2021-11-31": a bound for text comparison, not a date. */
export function lastDay(date: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  return match === null ? "" : `${match[1]}-${match[2] ?? "12"}-${match[3] ?? "31"}`;
}
