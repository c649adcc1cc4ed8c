// From a time expression to the day something was said, as precisely as the words allow and no more.
import type { Published, SayingDate } from "../../model/dates.ts";
import { WEEKDAY_NAMES } from "../lexicon/calendar.ts";
import { isoMonth } from "./calendar.ts";
import type { Frame } from "./frame.ts";
import type { TimeExpression } from "./read.ts";

/** The publication as a saying date: current news with no time named. */
export function publishedSaying(published: Published): SayingDate {
  const { value, precision } = published;
  if (value === null || precision === "unknown") return UNDATED;
  const length = { minute: 10, day: 10, month: 7, year: 4 }[precision];
  return {
    value: value.slice(0, length),
    precision: precision === "minute" ? "day" : precision,
    evidence: "published",
  };
}

export const UNDATED: SayingDate = { value: null, precision: "unknown", evidence: "none" };

/** The saying date a time expression names; null when it names none (a duration, "now", a time to come). */
export function sayingOf(time: TimeExpression, frame: Frame): SayingDate | null {
  const evidence = time.naming === "weekday" || time.naming === "stated" ? time.naming : "relative";
  const { value } = time;
  if (time.type === "SET" || (time.naming === "vague" && value !== "PAST_REF")) return null;
  if (isAhead(time, frame)) return null;
  const weekday = /^XXXX-WXX-(\d)/.exec(value)?.[1];
  if (weekday) return { value: WEEKDAY_NAMES[Number(weekday) - 1] ?? null, precision: "weekday", evidence };
  // A month or day whose year nothing pins.
  if (value.startsWith("XXXX")) return { value: null, precision: "unknown", evidence };
  if (/^\d{4}-\d\d-\d\d/.test(value)) return { value: value.slice(0, 10), precision: "day", evidence };
  if (/^\d{4}-\d\d$/.test(value)) return { value, precision: "month", evidence };
  if (/^\d{4}-W\d\d/.test(value)) return week(value, frame);
  if (/^\d{4}(?:$|-(?:Q|H|SP|SU|FA|WI))/.test(value)) return { value: value.slice(0, 4), precision: "year", evidence };
  if (value === "PAST_REF" && /^recent/.test(time.rule)) return recent(frame);
  return null;
}

/** A week is held as its month when its working days lie in one month, else as its year. */
function week(value: string, { day }: Frame): SayingDate | null {
  const fourth = Temporal.PlainDate.from(`${value.slice(0, 4)}-01-04`);
  const monday = fourth.add({ days: 7 * (Number(value.slice(6, 8)) - 1) - (fourth.dayOfWeek - 1) });
  const friday = monday.add({ days: 4 });
  const last = day !== null && Temporal.PlainDate.compare(day, friday) < 0 ? day : friday;
  if (day !== null && Temporal.PlainDate.compare(day, monday) < 0) return null;
  return last.month === monday.month
    ? { value: isoMonth(monday.year, monday.month), precision: "month", evidence: "relative" }
    : { value: value.slice(0, 4), precision: "year", evidence: "relative" };
}

/** "recently": the month of publication once a week of it is over, else only its year. */
function recent({ day, year, month }: Frame): SayingDate | null {
  if (year === null || month === null) return null;
  return day !== null && day.day >= 8
    ? { value: isoMonth(year, month), precision: "month", evidence: "relative" }
    : { value: String(year), precision: "year", evidence: "relative" };
}

/** Is the time after the publication, or, where that is not known, spoken of as to come? */
function isAhead(time: TimeExpression, frame: Frame): boolean {
  if (time.value === "FUTURE_REF") return true;
  if (frame.value === null || time.value.startsWith("XXXX")) return time.direction === "future";
  // As far as both are held: "2021-11" is not after "2021-11-18".
  const value = /^\d{4}(?:-\d\d)?(?:-\d\d)?/.exec(time.value)?.[0] ?? "";
  return value > frame.value.slice(0, value.length);
}

/** More than a week before the publication, or less than a day is known of it: told of, but not the news. */
export function isOld(said: SayingDate, { weekBefore }: Frame): boolean {
  if (said.precision === "weekday") return false;
  if (said.precision !== "day" || said.value === null) return true;
  return weekBefore !== null && said.value < weekBefore;
}
