// The ways English news names a time, in the order they are tried; the longest match wins, then the earlier row.
import { isoDay, isoQuarter, isoWeek, isoYear, shiftQuarter } from "./calendar.ts";
import type { Found } from "./found.ts";
import type { Frame } from "./frame.ts";
import { compile, type Pattern } from "./pattern.ts";
import {
  bareMonth,
  duration,
  holiday,
  monthDay,
  monthOfYear,
  quarter,
  season,
  shift,
  shiftValue,
  unknown,
  weekday,
} from "./values.ts";

export type TimeType = "DATE" | "TIME" | "DURATION" | "SET";

/** How the words name the time: by a date, by a weekday, counted from another day, or only vaguely. */
export type Naming = "stated" | "weekday" | "relative" | "vague" | "not a time";

export interface Rule {
  /** Its place in the list. */
  readonly row: number;
  readonly example: string;
  readonly pattern: Pattern;
  readonly type: TimeType;
  readonly naming: Naming;
  /** The TIMEX3 value; null when the words turn out not to name a time. */
  readonly value: (found: Found, frame: Frame) => string | null;
}

type Row = readonly [
  example: string,
  pattern: string,
  type: TimeType,
  naming: Naming,
  value: string | ((found: Found, frame: Frame) => string | null),
];

const AROUND: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  following: 1,
};
const by = (found: Found): number => AROUND[found.choice[0] ?? "this"] ?? 0;
const count = (found: Found, sign: 1 | -1): number | null =>
  found.number === null || found.number === undefined ? null : sign * found.number;

/** "two years ago": only a whole count of a known unit names a date. */
function ago(found: Found, frame: Frame, sign: 1 | -1): string | null {
  const number = count(found, sign);
  if (found.unit === undefined) return null;
  if (found.unit.ofDay) return duration(found.number, found.unit);
  if (number === null) return sign < 0 ? "PAST_REF" : "FUTURE_REF";
  if (number === -1 && found.unit.letter === "Y" && found.unit.count === 1) return lastYearOf(frame);
  return Number.isInteger(number) ? shift(frame, found.unit, number) : null;
}

/** "a year earlier": counted from the last date named, a quarter first where the text reports quarters. */
function earlier(found: Found, frame: Frame, sign: 1 | -1): string | null {
  const number = count(found, sign);
  if (number === null || !Number.isInteger(number)) return sign < 0 ? "PAST_REF" : "FUTURE_REF";
  const anchor = frame.lastQuarter ?? frame.lastDay;
  if (found.unit?.letter === "Y" && found.unit.count === 1 && frame.lastQuarter) {
    return shiftValue(frame.lastQuarter, found.unit, number);
  }
  return (anchor && found.unit && shiftValue(anchor, found.unit, number)) ?? shift(frame, found.unit, number);
}

const lastYearOf = (frame: Frame): string | null => {
  if (frame.lastQuarter !== null) return shiftValue(frame.lastQuarter, YEAR, -1);
  return frame.year === null ? null : isoYear(frame.year - 1);
};
const YEAR = { letter: "Y", ofDay: false, count: 1, vague: "Y", plural: false, name: "year" } as const;

/** The quarter that companies report on: the last one that is over. */
const reported = (frame: Frame): string | null =>
  frame.year === null || frame.month === null ? null : shiftQuarter(frame.year, Math.ceil(frame.month / 3), -1);

const today = (frame: Frame, days: number): string | null =>
  frame.day === null ? unknown("XXXX-XX-XX", days) : isoDay(frame.day.add({ days }));
const weekOf = (value: string | null): string | null =>
  value && !value.startsWith("X") ? isoWeek(Temporal.PlainDate.from(value)) : null;
const part = (base: string | null, found: Found): string | null => base && `${base}T${found.part ?? "NI"}`;
const at = (base: string | null, found: Found): string | null => base && `${base}T${found.clock ?? ""}`;
const lastOr = (frame: Frame, base: string | null): string | null =>
  frame.lastDay?.length === 10 ? frame.lastDay : base;

const ROWS: readonly Row[] = [
  // Days by date
  ["2021-11-18", "ISO", "DATE", "stated", (f) => f.iso ?? null],
  ["Nov. 13, 2021", "DAYNAME? the? MONTH DAY ,? YEAR", "DATE", "stated", monthDay],
  ["Nov. 13", "DAYNAME? the? MONTH DAY", "DATE", "stated", monthDay],
  ["13 November 2021", "DAYNAME? the? DAY of? MONTH ,? YEAR?", "DATE", "stated", monthDay],
  [
    "Nov. 13 last year",
    "MONTH DAY of? last|this|next year",
    "DATE",
    "stated",
    (f, on) => {
      return on.year === null ? null : monthDay({ ...f, year: on.year + by(f) }, on);
    },
  ],
  [
    "the 25th of this month",
    "the ORDINAL of? this|last|next month",
    "DATE",
    "relative",
    (f, on) => {
      const month = shift(on, MONTH, by(f));
      return month && `${month}-${String(f.ordinal).padStart(2, "0")}`;
    },
  ],

  // Days by weekday
  ["Thursday", "WEEKDAYALONE", "DATE", "weekday", (f, on) => weekday(f, on)],
  ["last Friday", "last|past WEEKDAY", "DATE", "weekday", (f, on) => weekday(f, on, "before")],
  [
    "the previous Friday",
    "the previous WEEKDAY",
    "DATE",
    "weekday",
    (f, on) => weekday(f, { ...on, day: on.day?.subtract({ days: 7 }) ?? null, direction: "past" }),
  ],
  ["this past Sunday", "this past WEEKDAY", "DATE", "weekday", (f, on) => weekday(f, on, "before")],
  ["this coming Sunday, March 8", "this coming WEEKDAY ,? MONTH DAY", "DATE", "stated", monthDay],
  ["next Monday", "next|coming WEEKDAY", "DATE", "weekday", (f, on) => weekday(f, on, "after")],
  ["this coming Sunday", "this coming WEEKDAY", "DATE", "weekday", (f, on) => weekday(f, on, "after")],
  [
    "Friday of last week",
    "WEEKDAY of? last|this|next week",
    "DATE",
    "weekday",
    (f, on) => {
      const monday = on.day?.subtract({ days: on.day.dayOfWeek - 1 });
      return monday ? isoDay(monday.add({ days: 7 * by(f) + (f.weekday ?? 1) - 1 })) : null;
    },
  ],
  [
    "last week on Thursday",
    "last week on? WEEKDAY",
    "DATE",
    "weekday",
    (f, on) => {
      const monday = on.day?.subtract({ days: on.day.dayOfWeek - 1 });
      return monday ? isoDay(monday.add({ days: (f.weekday ?? 1) - 8 })) : null;
    },
  ],
  ["this Thursday", "this WEEKDAY", "DATE", "weekday", (f, on) => weekday(f, on)],

  // Days by counting
  ["today", "today", "DATE", "relative", (_, on) => today(on, 0)],
  ["yesterday", "yesterday", "DATE", "relative", (_, on) => today(on, -1)],
  ["tomorrow", "tomorrow", "DATE", "relative", (_, on) => today(on, 1)],
  ["the day before yesterday", "the day before yesterday", "DATE", "relative", (_, on) => today(on, -2)],
  ["the day after tomorrow", "the day after tomorrow", "DATE", "relative", (_, on) => today(on, 2)],
  ["tonight", "tonight", "TIME", "relative", (_, on) => part(today(on, 0), { choice: [] })],
  ["last night", "late? last night", "TIME", "relative", (_, on) => part(today(on, -1), { choice: [] })],
  ["this morning", "later|earlier? this PART", "TIME", "relative", (f, on) => part(today(on, 0), f)],
  ["yesterday evening", "yesterday PART", "TIME", "relative", (f, on) => part(today(on, -1), f)],
  ["tomorrow morning", "tomorrow PART", "TIME", "relative", (f, on) => part(today(on, 1), f)],
  ["Friday morning", "last? WEEKDAY PART", "TIME", "weekday", (f, on) => part(weekday(f, on), f)],
  ["the morning of March 3", "the? PART of MONTH DAY ,? YEAR?", "TIME", "stated", (f, on) => part(monthDay(f, on), f)],

  // Times of day
  ["10:35 a.m. Friday", "CLOCK ZONE? ,? on? WEEKDAY", "TIME", "weekday", (f, on) => at(weekday(f, on), f)],
  [
    "5 p.m. EST Nov. 9",
    "CLOCK ZONE? ,? on? DAYNAME? MONTH DAY ,? YEAR?",
    "TIME",
    "stated",
    (f, on) => at(monthDay(f, on), f),
  ],
  ["Friday at 5 p.m.", "WEEKDAY at? CLOCK ZONE?", "TIME", "weekday", (f, on) => at(weekday(f, on), f)],
  ["Nov. 9 at 5 p.m.", "MONTH DAY ,? YEAR? ,? at CLOCK ZONE?", "TIME", "stated", (f, on) => at(monthDay(f, on), f)],
  ["noon today", "CLOCK ZONE? today", "TIME", "relative", (f, on) => at(today(on, 0), f)],
  ["7 p.m.", "CLOCK ZONE?", "TIME", "vague", (f, on) => at(lastOr(on, today(on, 0)), f)],

  // Months and years
  [
    "November 2021",
    "MONTH ,? of? YEAR",
    "DATE",
    "stated",
    (f) => `${isoYear(f.year ?? 0)}-${String(f.month).padStart(2, "0")}`,
  ],
  ["April", "MONTHALONE", "DATE", "stated", bareMonth],
  ["last Oct. 23", "last MONTH DAY", "DATE", "stated", (f, on) => monthDay(f, { ...on, direction: "past" })],
  ["June last year", "MONTH of? last|this|next year", "DATE", "stated", (f, on) => monthOfYear(f, on, by(f))],
  ["this past April", "this past MONTH", "DATE", "stated", (f, on) => bareMonth(f, { ...on, direction: "past" })],
  ["last April", "last|past MONTH", "DATE", "stated", (f, on) => bareMonth(f, { ...on, direction: "past" })],
  ["this September", "this MONTH", "DATE", "stated", (f, on) => monthOfYear(f, on, 0)],
  ["next May", "next MONTH", "DATE", "stated", (f, on) => bareMonth(f, { ...on, direction: "future" })],
  ["2014", "YEAR", "DATE", "stated", (f) => isoYear(f.year ?? 0)],
  ["the year 2000", "the year YEAR", "DATE", "stated", (f) => isoYear(f.year ?? 0)],
  ["fiscal 1989", "the? fiscal year? YEAR", "DATE", "stated", (f) => isoYear(f.year ?? 0)],
  ["the 1990s", "the? DECADE", "DATE", "stated", (f) => `${f.decade}`],
  ["the 20th century", "the? ORDINAL century", "DATE", "stated", (f) => String((f.ordinal ?? 1) - 1).padStart(2, "0")],
  ["the summer of 2010", "the? SEASON of? YEAR", "DATE", "stated", (f, on) => season(f, on, null)],
  ["this summer", "this SEASON", "DATE", "relative", (f, on) => season(f, on, 0)],
  ["last fall", "last SEASON", "DATE", "relative", (f, on) => season(f, on, -1)],
  ["this past spring", "this? past SEASON", "DATE", "relative", (f, on) => season(f, on, -1)],
  ["next winter", "next SEASON", "DATE", "relative", (f, on) => season(f, on, 1)],
  ["the summer", "the SEASON", "DATE", "relative", (f, on) => season(f, on, null)],
  ["Thanksgiving", "HOLIDAY ,? YEAR?", "DATE", "stated", holiday],
  ["last Christmas", "last HOLIDAY", "DATE", "stated", (f, on) => holiday(f, { ...on, direction: "past" })],

  // Units around now
  [
    "this weekend",
    "this weekend",
    "DATE",
    "relative",
    (_, on) => shift(on, WEEKEND, on.direction !== "future" && (on.day?.dayOfWeek ?? 7) < 4 ? -1 : 0),
  ],
  [
    "last week",
    "last|this|next|past UNIT",
    "DATE",
    "relative",
    (f, on) => (f.unit?.plural || f.unit?.ofDay || f.unit?.name === "day" ? null : shift(on, f.unit, by(f))),
  ],
  [
    "this past weekend",
    "this past UNIT",
    "DATE",
    "relative",
    (f, on) => (f.unit?.plural || f.unit?.ofDay ? null : shift(on, f.unit, -1)),
  ],
  [
    "the last week",
    "the last|next week|month|quarter|year",
    "DATE",
    "relative",
    (f, on) => shift(on, UNIT_OF[f.choice[1] ?? "year"], by(f)),
  ],
  [
    "the current quarter",
    "the? current UNIT",
    "DATE",
    "relative",
    (f, on) => (f.unit?.plural ? null : shift(on, f.unit, 0)),
  ],
  ["the current fiscal year", "the? current fiscal UNIT", "DATE", "relative", (f, on) => shift(on, f.unit, 0)],
  [
    "the weekend",
    "the weekend",
    "DATE",
    "relative",
    (_, on) => shift(on, WEEKEND, on.direction === "future" || (on.day?.dayOfWeek ?? 1) > 5 ? 0 : -1),
  ],
  [
    "the end of the month",
    "the end|beginning|start|middle of the year|month|week|quarter",
    "DATE",
    "relative",
    (f, on) => shift(on, UNIT_OF[f.choice[1] ?? "year"], 0),
  ],
  ["the week of March 6", "the week of MONTH DAY ,? YEAR?", "DATE", "stated", (f, on) => weekOf(monthDay(f, on))],
  [
    "earlier in the year",
    "earlier|later|early|late in the year|month|week",
    "DATE",
    "relative",
    (f, on) => shift(on, UNIT_OF[f.choice[1] ?? "year"], 0),
  ],

  // Counting back and ahead
  ["two years ago", "NUMBER more? UNIT or? so? ago", "DATE", "relative", (f, on) => ago(f, on, -1)],
  ["a year earlier", "NUMBER UNIT earlier|previously", "DATE", "relative", (f, on) => earlier(f, on, -1)],
  ["a year later", "NUMBER UNIT later|afterward|afterwards", "DATE", "relative", (f, on) => earlier(f, on, 1)],
  ["two weeks from now", "NUMBER UNIT from now|today", "DATE", "relative", (f, on) => ago(f, on, 1)],
  [
    "the previous year",
    "the previous|following|next UNIT",
    "DATE",
    "relative",
    (f, on) => (f.unit?.plural || f.unit?.ofDay || !on.lastDay ? null : shiftValue(on.lastDay, f.unit, by(f))),
  ],
  ["that year", "that year", "DATE", "relative", (_, on) => (on.lastYear === null ? null : isoYear(on.lastYear))],
  ["that quarter", "that quarter", "DATE", "relative", (_, on) => on.lastQuarter],
  ["that day", "that same? day", "DATE", "relative", (_, on) => (on.lastDay?.length === 10 ? on.lastDay : null)],
  ["the same day", "the same day", "DATE", "relative", (_, on) => (on.lastDay?.length === 10 ? on.lastDay : null)],

  ["year-end", "the? year OF? end", "DATE", "relative", (_, on) => (on.year === null ? null : isoYear(on.year))],
  [
    "the full year",
    "the full|entire|whole year",
    "DATE",
    "relative",
    (_, on) => (on.year === null ? null : isoYear(on.year)),
  ],
  ["the early summer", "the? early|late|mid SEASON", "DATE", "relative", (f, on) => season(f, on, null)],

  // Quarters and what companies compare them with
  ["the third quarter", "the? fiscal? ORDINAL fiscal? quarter", "DATE", "relative", quarter],
  ["the third quarter of 1984", "the? fiscal? ORDINAL quarter of? fiscal? YEAR", "DATE", "stated", quarter],
  ["the 1988 third quarter", "the? YEAR ORDINAL quarter", "DATE", "stated", quarter],
  [
    "this year's third quarter",
    "last|this|next year OF ORDINAL quarter",
    "DATE",
    "relative",
    (f, on) => (on.year === null || (f.ordinal ?? 9) > 4 ? null : isoQuarter(on.year + by(f), f.ordinal ?? 1)),
  ],
  [
    "the third quarter of last year",
    "the? ORDINAL quarter of? last|this|next year",
    "DATE",
    "relative",
    (f, on) => (on.year === null || (f.ordinal ?? 9) > 4 ? null : isoQuarter(on.year + by(f), f.ordinal ?? 1)),
  ],
  ["the quarter", "the quarter", "DATE", "relative", (_, on) => on.lastQuarter ?? reported(on)],
  ["the latest quarter", "the latest quarter|period", "DATE", "relative", (_, on) => on.lastQuarter ?? reported(on)],
  ["the year-earlier quarter", "the? year earlier|ago quarter|period", "DATE", "relative", (_, on) => lastYearOf(on)],
  [
    "the year-ago third quarter",
    "the? year earlier|ago ORDINAL quarter",
    "DATE",
    "relative",
    (f, on) => (on.year === null || (f.ordinal ?? 9) > 4 ? null : isoQuarter(on.year - 1, f.ordinal ?? 1)),
  ],
  ["year-earlier", "year earlier|ago", "DATE", "relative", (_, on) => lastYearOf(on)],
  [
    "the 1988 period",
    "the YEAR quarter|period",
    "DATE",
    "stated",
    (f, on) => (on.lastQuarter && f.year ? `${isoYear(f.year)}${on.lastQuarter.slice(4)}` : null),
  ],
  [
    "the first half of 1990",
    "the? first|second|last half of YEAR",
    "DATE",
    "stated",
    (f) => `${isoYear(f.year ?? 0)}-H${f.choice[0] === "first" ? 1 : 2}`,
  ],

  // Not times
  ["a 6-year-old", "the|a? NUMBER UNIT old|olds", "DURATION", "not a time", ""],
  ["a quarter of", "NUMBER quarter|quarters of", "DURATION", "not a time", ""],
  ["a second", "a second", "DURATION", "not a time", ""],
  ["high noon", "high noon", "TIME", "not a time", ""],

  // Durations
  [
    "three years",
    "NUMBER more|full|straight|consecutive|trading|business|additional? UNIT",
    "DURATION",
    "vague",
    (f) => (f.unit ? duration(f.number, f.unit) : null),
  ],
  [
    "the past three months",
    "the? past|last|next|first|coming|latest|previous|following NUMBER UNIT",
    "DURATION",
    "vague",
    (f) => (f.unit ? duration(f.number, f.unit) : null),
  ],
  ["the nine months", "the NUMBER UNIT", "DURATION", "vague", (f) => (f.unit ? duration(f.number, f.unit) : null)],
  [
    "the past year",
    "the past UNIT",
    "DURATION",
    "vague",
    (f) => (f.unit ? duration(f.unit.plural ? null : 1, f.unit) : null),
  ],
  ["recent years", "recent UNIT", "DURATION", "vague", (f) => (f.unit?.plural ? duration(null, f.unit) : null)],
  ["coming weeks", "the? coming UNIT", "DURATION", "vague", (f) => (f.unit?.plural ? duration(null, f.unit) : null)],
  [
    "years",
    "years|months|weeks|decades|centuries|days",
    "DURATION",
    "vague",
    (f) => duration(null, UNIT_OF[(f.choice[0] ?? "").replace(/ies$/, "y").replace(/s$/, "")]!),
  ],
  ["the weeks ahead", "the? UNIT ahead", "DURATION", "vague", (f) => (f.unit?.plural ? duration(null, f.unit) : null)],

  [
    "the year ended",
    "the fiscal? year|quarter|month ended|ending",
    "DURATION",
    "vague",
    (f) => duration(1, UNIT_OF[f.choice[0] ?? "year"]!),
  ],
  ["a while", "a while", "DURATION", "vague", "PXX"],

  // Again and again
  ["daily", "daily", "SET", "vague", "P1D"],
  ["weekly", "weekly", "SET", "vague", "P1W"],
  ["monthly", "monthly", "SET", "vague", "P1M"],
  ["annually", "annually|yearly", "SET", "vague", "P1Y"],
  ["hourly", "hourly", "SET", "vague", "PT1H"],
  ["every month", "each|every UNIT", "SET", "vague", (f) => (f.unit ? duration(1, f.unit) : null)],
  ["every two years", "every NUMBER UNIT", "SET", "vague", (f) => (f.unit ? duration(f.number, f.unit) : null)],
  ["every Thursday", "each|every WEEKDAY", "SET", "vague", (f) => `XXXX-WXX-${f.weekday}`],
  ["every July", "each|every MONTH", "SET", "vague", (f) => `XXXX-${String(f.month).padStart(2, "0")}`],

  // Vague
  ["now", "right? now", "DATE", "vague", "PRESENT_REF"],
  ["currently", "currently|presently|nowadays", "DATE", "vague", "PRESENT_REF"],
  ["current", "current", "DATE", "vague", "PRESENT_REF"],
  ["these days", "these days", "DATE", "vague", "PRESENT_REF"],
  ["recently", "more? recently|lately", "DATE", "vague", "PAST_REF"],
  ["recent", "recent", "DATE", "vague", "PAST_REF"],
  ["in the past", "the past", "DATE", "vague", "PAST_REF"],
  ["at the time", "the time", "DATE", "vague", "PAST_REF"],
  ["as soon as", "as soon as", "DATE", "not a time", ""],
  ["the near term", "the near|short term", "DATE", "vague", "FUTURE_REF"],
  ["soon", "soon", "DATE", "vague", "FUTURE_REF"],
  ["the future", "the near|foreseeable|distant? future", "DATE", "vague", "FUTURE_REF"],
];

const MONTH = { letter: "M", ofDay: false, count: 1, vague: "M", plural: false, name: "month" } as const;
const UNIT_OF: Readonly<Record<string, NonNullable<Found["unit"]>>> = {
  year: YEAR,
  month: MONTH,
  quarter: { ...MONTH, letter: "Q", vague: "Q", name: "quarter" },
  week: { ...MONTH, letter: "W", vague: "W", name: "week" },
  day: { ...MONTH, letter: "D", vague: "D", name: "day" },
  decade: { ...YEAR, count: 10, vague: "E", name: "decade" },
  century: { ...YEAR, count: 100, vague: "C", name: "century" },
};

const WEEKEND = { ...MONTH, letter: "W", vague: "W", name: "weekend" } as const;

export const RULES: readonly Rule[] = ROWS.map(([example, pattern, type, naming, value], row) => ({
  row,
  example,
  pattern: compile(pattern),
  type,
  naming,
  value: typeof value === "string" ? () => value : value,
}));
