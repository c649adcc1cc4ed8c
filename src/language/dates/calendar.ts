// Arithmetic on days, weeks, months, quarters and years, in the notation of TIMEX3 values.
import type { Holiday } from "../lexicon/calendar.ts";

/** A day of the proleptic Gregorian calendar. */
export type Day = Temporal.PlainDate;

const pad = (value: number, width = 2): string => String(value).padStart(width, "0");

/** The day, or null when there is none ("Feb. 30"). */
export function dayOf(year: number, month: number, day: number): Day | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** "2021-11-18" */
export const isoDay = (day: Day): string => `${pad(day.year, 4)}-${pad(day.month)}-${pad(day.day)}`;

/** "2021-11" */
export const isoMonth = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}`;

/** "2021" */
export const isoYear = (year: number): string => pad(year, 4);

/** "2021-W46", by the ISO week the day lies in. */
export const isoWeek = (day: Day): string => `${pad(day.yearOfWeek ?? day.year, 4)}-W${pad(day.weekOfYear ?? 1)}`;

/** "2021-Q4" */
export const isoQuarter = (year: number, quarter: number): string => `${pad(year, 4)}-Q${quarter}`;

/** The quarter that is `by` quarters after quarter `quarter` of `year`. */
export function shiftQuarter(year: number, quarter: number, by: number): string {
  const index = year * 4 + quarter - 1 + by;
  return isoQuarter(Math.floor(index / 4), (((index % 4) + 4) % 4) + 1);
}

/** The month that is `by` months after `month` of `year`. */
export function shiftMonth(year: number, month: number, by: number): string {
  const index = year * 12 + month - 1 + by;
  return isoMonth(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);
}

/** The day moved by whole days; null past the calendar's ends. */
export function shiftDay(day: Day, days: number): Day | null {
  return Math.abs(days) > 400_000 ? null : day.add({ days });
}

/** The last `weekday` on or before `day`. */
export const lastWeekday = (day: Day, weekday: number): Day =>
  day.subtract({ days: (day.dayOfWeek - weekday + 7) % 7 });

/** The first `weekday` on or after `day`. */
export const nextWeekday = (day: Day, weekday: number): Day => day.add({ days: (weekday - day.dayOfWeek + 7) % 7 });

/** The day a holiday falls on in a year. */
export function holidayIn(holiday: Holiday, year: number): Day | null {
  if ("easter" in holiday) return easter(year).add({ days: holiday.easter });
  if ("day" in holiday) return dayOf(year, holiday.month, holiday.day);
  const first = Temporal.PlainDate.from({ year, month: holiday.month, day: 1 });
  const from = holiday.from < 0 ? first.daysInMonth - 6 : holiday.from;
  return nextWeekday(first.with({ day: from }), holiday.weekday);
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 13, 1876). */
function easter(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const index = epact + sunday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(index / 31), day: (index % 31) + 1 });
}
