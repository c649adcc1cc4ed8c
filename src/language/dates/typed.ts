// Dates as people type them to a bot: "18 Nov", "2021-11", "nov 2021", "yesterday", "18/11".
import { MONTHS, WEEKDAYS } from "../lexicon/calendar.ts";
import { type Day, dayOf, isoDay, lastWeekday } from "./calendar.ts";

/** As much of a date as was typed; what was not is null. */
export interface TypedDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** ISO days, both included. */
export interface TypedPeriod {
  readonly from: string;
  readonly until: string;
}

const LONGEST = 60;
const FILLERS = new Set(["of", "the", "on", "in", "at", "since", "until", "from", "a"]);
const FROM_TODAY: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["now", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
]);

/**
 * Reads a typed date, in any order and case; null when it is none. Of two numbers that could be day and month the day
 * comes first ("5/6" is 5 June), unless that makes no date ("11/18"). Weekdays and "yesterday" count from `now` in `zone`.
 */
export function readTypedDate(typed: string, now: Temporal.Instant, zone: string): TypedDate | null {
  const words = cut(typed);
  if (words === null) return null;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const relative = byWord(words, today);
  if (relative !== null) return { year: relative.year, month: relative.month, day: relative.day };
  const found = numbersIn(words);
  return found !== null && exists(found) ? found : null;
}

/**
 * Reads a typed stretch of time: a day, a month ("nov 2021"), a year, or "last week", "this month". A day or month typed
 * without its year is the last one, today's included. Null when it is none.
 */
export function readTypedPeriod(typed: string, now: Temporal.Instant, zone: string): TypedPeriod | null {
  const words = cut(typed);
  if (words === null) return null;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const around = words.length === 2 ? byUnit(words[0] ?? "", words[1] ?? "", today) : null;
  if (around !== null) return around;
  const date = readTypedDate(typed, now, zone);
  if (date === null) return null;
  const year = date.year ?? lastYearOf(date, today);
  if (year === null) return null;
  if (date.month === null) return stretch(dayOf(year, 1, 1), dayOf(year, 12, 31));
  const first = dayOf(year, date.month, date.day ?? 1);
  return date.day === null ? stretch(first, first?.with({ day: first.daysInMonth }) ?? null) : stretch(first, first);
}

const stretch = (from: Day | null, until: Day | null): TypedPeriod | null =>
  from !== null && until !== null ? { from: isoDay(from), until: isoDay(until) } : null;

/** Lower-case words and numbers; null for what is too long or holds anything else. */
function cut(typed: string): string[] | null {
  if (typed.length > LONGEST) return null;
  const text = typed.trim().toLowerCase();
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (compact) return compact.slice(1);
  if (!/^[\p{L}\d\s,./–-]+$/u.test(text)) return null;
  const words = text.match(/\d+|\p{L}+/gu) ?? [];
  const kept = words.filter((word, at) => !FILLERS.has(word) && !(isSuffix(word) && /^\d/.test(words[at - 1] ?? "")));
  return kept.length > 0 && kept.length <= 4 ? kept : null;
}

const isSuffix = (word: string): boolean => ["st", "nd", "rd", "th"].includes(word);

/** "yesterday", "thursday", "last friday". */
function byWord(words: readonly string[], today: Day): Day | null {
  const [first = "", second] = words;
  const days = FROM_TODAY.get(first);
  if (days !== undefined && second === undefined) return today.add({ days });
  const isLast = first === "last" && second !== undefined && words.length === 2;
  const weekday = WEEKDAYS.get(isLast ? second : first);
  if (weekday === undefined || (!isLast && second !== undefined)) return null;
  return lastWeekday(isLast ? today.subtract({ days: 1 }) : today, weekday);
}

/** "last week", "this month". */
function byUnit(which: string, unit: string, today: Day): TypedPeriod | null {
  const by = { last: -1, past: -1, previous: -1, this: 0, next: 1 }[which];
  if (by === undefined) return null;
  if (unit === "week") {
    const monday = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: by });
    return stretch(monday, monday.add({ days: 6 }));
  }
  if (unit === "month") {
    const first = today.with({ day: 1 }).add({ months: by });
    return stretch(first, first.with({ day: first.daysInMonth }));
  }
  return unit === "year" ? stretch(dayOf(today.year + by, 1, 1), dayOf(today.year + by, 12, 31)) : null;
}

/** Day, month and year among numbers and a month's name; null when they do not add up to a date. */
function numbersIn(words: readonly string[]): TypedDate | null {
  let month: number | null = null;
  const numbers: string[] = [];
  for (const word of words) {
    const named = MONTHS.get(word);
    if (named !== undefined && month === null) month = named;
    else if (/^\d{1,4}$/.test(word)) numbers.push(word);
    // A weekday beside a date says nothing new: "Thursday, 18 Nov".
    else if (!WEEKDAYS.has(word)) return null;
  }
  const at = numbers.findIndex((word) => word.length >= 3);
  const long = at === -1 ? null : numbers.splice(at, 1)[0]!;
  if (long !== null && long.length !== 4) return null;
  const short = numbers.map(Number);
  if (month !== null) return withMonth(month, long, short);
  return withoutMonth(long, at === 0, short);
}

function withMonth(month: number, long: string | null, short: readonly number[]): TypedDate | null {
  const [day, year] = short;
  if (short.length > (long === null ? 2 : 1)) return null;
  if (long !== null) return { year: Number(long), month, day: day ?? null };
  return { year: year === undefined ? null : 2000 + year, month, day: day ?? null };
}

function withoutMonth(long: string | null, yearFirst: boolean, short: readonly number[]): TypedDate | null {
  const [a, b, c] = short;
  if (long === null && short.length === 3) return dayAndMonth(a, b, 2000 + (c ?? 0));
  const year = long === null ? null : Number(long);
  if (short.length > 2) return null;
  if (a === undefined) return year === null ? null : { year, month: null, day: null };
  if (b === undefined) return year === null ? null : { year, month: a, day: null };
  return yearFirst ? { year, month: a, day: b } : dayAndMonth(a, b, year);
}

function dayAndMonth(a: number | undefined, b: number | undefined, year: number | null): TypedDate | null {
  if (a === undefined || b === undefined) return null;
  return b > 12 ? { year, month: a, day: b } : { year, month: b, day: a };
}

/** Is there such a date? 29 February counts where no year is given. */
function exists({ year, month, day }: TypedDate): boolean {
  if (year !== null && (year < 1000 || year > 2999)) return false;
  if (month === null) return day === null && year !== null;
  if (month < 1 || month > 12) return false;
  return day === null || dayOf(year ?? 2024, month, day) !== null;
}

/** The year of the last such day or month, today's included. */
function lastYearOf({ month, day }: TypedDate, today: Day): number | null {
  for (let year = today.year; year > today.year - 9; year--) {
    const first = month === null ? null : dayOf(year, month, day ?? 1);
    if (first !== null && Temporal.PlainDate.compare(first, today) <= 0) return year;
  }
  return null;
}
