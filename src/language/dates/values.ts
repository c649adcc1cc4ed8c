// How the pieces of an expression become a TIMEX3 value against a frame.
import type { Unit } from "../lexicon/calendar.ts";
import {
  type Day,
  dayOf,
  holidayIn,
  isoDay,
  isoMonth,
  isoQuarter,
  isoWeek,
  isoYear,
  lastWeekday,
  nextWeekday,
  shiftDay,
  shiftMonth,
  shiftQuarter,
} from "./calendar.ts";
import type { Found } from "./found.ts";
import type { Frame } from "./frame.ts";

const pad = (value: number): string => String(value).padStart(2, "0");

/** "P3M"; a vague count is X ("PXY"). Half units go down to the next smaller one. */
export function duration(number: number | null | undefined, unit: Unit): string {
  const time = unit.ofDay ? "T" : "";
  if (number === null || number === undefined) return `P${time}X${unit.vague}`;
  const total = number * unit.count;
  const whole = Math.floor(total);
  const half = total - whole;
  if (half === 0) return `P${time}${whole}${unit.letter}`;
  const smaller =
    unit.letter === "Y" ? "6M" : unit.letter === "H" ? "30M" : unit.letter === "M" && unit.ofDay ? "30S" : "";
  if (half === 0.5 && smaller !== "")
    return whole === 0 ? `P${time}${smaller}` : `P${time}${whole}${unit.letter}${smaller}`;
  return `P${time}${total}${unit.letter}`;
}

/** A weekday: the nearest one before (that day counts) or after, by the tense around it; "XXXX-WXX-4" without a day. */
export function weekday(found: Found, frame: Frame, strictly?: "before" | "after"): string {
  const wanted = found.weekday ?? 1;
  if (frame.day === null) return `XXXX-WXX-${wanted}`;
  if (strictly === "before") return isoDay(lastWeekday(frame.day.subtract({ days: 1 }), wanted));
  if (strictly === "after") return isoDay(nextWeekday(frame.day.add({ days: 1 }), wanted));
  return isoDay(frame.direction === "future" ? nextWeekday(frame.day, wanted) : lastWeekday(frame.day, wanted));
}

/** A day of a month: in the stated year, else in the year nearest the frame that the tense allows. */
export function monthDay(found: Found, frame: Frame): string | null {
  const { month = 1, day = 1 } = found;
  if (found.year !== undefined) {
    const exact = dayOf(found.year, month, day);
    return exact && isoDay(exact);
  }
  if (month > 12 || day > 31) return null;
  if (frame.day === null) return `XXXX-${pad(month)}-${pad(day)}`;
  const best = nearest(frame, (year) => dayOf(year, month, day));
  return best && isoDay(best);
}

/** The day in the year before, of or after the frame's that lies nearest, on the side the tense points to. */
function nearest(frame: Frame, of: (year: number) => Day | null): Day | null {
  const { day } = frame;
  if (day === null) return null;
  let best: Day | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const year of [day.year, day.year - 1, day.year + 1]) {
    const candidate = of(year);
    if (candidate === null) continue;
    const days = day.until(candidate).days;
    // A year-old date is usually given with its year: the wrong side of a near date is likelier than the right side of a far one.
    const wrongSide = frame.direction === "past" ? days > 0 : frame.direction === "future" ? days < 0 : days > 90;
    const cost = Math.abs(days) + (wrongSide ? 200 : 0);
    if (cost < least) {
      best = candidate;
      least = cost;
    }
  }
  return best;
}

/** A month without a year: the last one (the frame's own counts), or the next when the tense says so. */
export function bareMonth(found: Found, frame: Frame): string {
  const { month = 1 } = found;
  if (frame.year === null || frame.month === null) return `XXXX-${pad(month)}`;
  const ahead = (month - frame.month + 12) % 12;
  if (frame.direction === "future") return shiftMonth(frame.year, frame.month, ahead);
  return shiftMonth(frame.year, frame.month, ahead === 0 ? 0 : ahead - 12);
}

/** The month of a year that is `by` years from the frame's. */
export function monthOfYear(found: Found, frame: Frame, by: number): string | null {
  return frame.year === null ? null : isoMonth(frame.year + by, found.month ?? 1);
}

/**
 * A unit counted from the frame: "last week", "two years ago". A weekend is a week with "-WE". Where the frame does not
 * reach that far down, X stands for what is not known ("XXXX-WXX"), or FUTURE_REF for what is to come.
 */
export function shift(frame: Pick<Frame, "day" | "year" | "month">, unit: Found["unit"], by: number): string | null {
  if (unit === undefined || unit.ofDay) return null;
  const { day, year, month } = frame;
  if (unit.letter === "Y") return year === null ? unknown("XXXX", by) : years(year, unit.count, by);
  if (unit.letter === "Q") {
    return year === null || month === null ? unknown("XXXX-QX", by) : shiftQuarter(year, Math.ceil(month / 3), by);
  }
  if (unit.letter === "M")
    return year === null || month === null ? unknown("XXXX-XX", by) : shiftMonth(year, month, by);
  if (day === null) return unknown(unit.letter === "W" ? "XXXX-WXX" : "XXXX-XX-XX", by);
  const moved = shiftDay(day, by * (unit.letter === "W" ? 7 * unit.count : 1));
  if (moved === null) return null;
  if (unit.letter === "D") return isoDay(moved);
  return unit.name.startsWith("weekend") ? `${isoWeek(moved)}-WE` : isoWeek(moved);
}

/** What counts from a day nobody knows. */
export const unknown = (value: string, by: number): string => (by > 0 ? "FUTURE_REF" : value);

function years(year: number, count: number, by: number): string | null {
  const value = year + by * count;
  if (value < 1) return null;
  if (count === 10) return isoYear(value).slice(0, 3);
  return count === 100 ? isoYear(value).slice(0, 2) : isoYear(value);
}

/** A unit counted from an earlier value of the text ("a year earlier" than a quarter). */
export function shiftValue(value: string, unit: Found["unit"], by: number): string | null {
  const quarter = /^(\d{4})-Q(\d)$/.exec(value);
  if (unit?.letter === "Y" && quarter) return isoQuarter(Number(quarter[1]) + by * unit.count, Number(quarter[2]));
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value.slice(0, 10));
  if (!parts) return null;
  const year = Number(parts[1]);
  const month = parts[2] === undefined ? null : Number(parts[2]);
  const day = month !== null && parts[3] !== undefined ? dayOf(year, month, Number(parts[3])) : null;
  const moved = shift({ day, year, month }, unit, by);
  return moved === null || /^[XF]/.test(moved) ? null : moved;
}

/** A quarter by number: of the stated year, else the last one begun, or the next when the tense says so. */
export function quarter(found: Found, frame: Frame): string | null {
  const { ordinal = 1 } = found;
  if (ordinal > 4) return null;
  if (found.year !== undefined) return isoQuarter(found.year, ordinal);
  if (frame.year === null || frame.month === null) return `XXXX-Q${ordinal}`;
  const now = Math.ceil(frame.month / 3);
  // The quarter just over is the one that companies report on, whatever they expect of it.
  const future = frame.direction === "future" && ordinal < now - 1;
  const past = frame.direction !== "future" && ordinal > now;
  return isoQuarter(frame.year + (future ? 1 : past ? -1 : 0), ordinal);
}

/** A season: of the stated year, else the last one begun, or the next when the tense says so. */
export function season(found: Found, frame: Frame, by: -1 | 0 | 1 | null): string | null {
  const code = found.season ?? "SU";
  if (found.year !== undefined) return `${isoYear(found.year)}-${code}`;
  if (frame.year === null || frame.month === null) return by === null ? `XXXX-${code}` : null;
  const starts = { SP: 3, SU: 6, FA: 9, WI: 12 }[code] ?? 6;
  const ends = starts + 2;
  if (by === 0) return `${isoYear(frame.year)}-${code}`;
  const future = by === 1 || (by === null && frame.direction === "future");
  if (future) return `${isoYear(frame.year + (frame.month > ends % 12 && frame.month >= starts ? 1 : 0))}-${code}`;
  const begun = by === -1 ? frame.month > ends : frame.month >= starts;
  return `${isoYear(frame.year - (begun ? 0 : 1))}-${code}`;
}

/** A holiday: of the stated year, else the nearest the tense allows. */
export function holiday(found: Found, frame: Frame): string | null {
  const what = found.holiday;
  if (what === undefined) return null;
  if (found.year !== undefined) {
    const exact = holidayIn(what, found.year);
    return exact && isoDay(exact);
  }
  if (frame.day === null) return "day" in what ? `XXXX-${pad(what.month)}-${pad(what.day)}` : null;
  const best = nearest(frame, (year) => holidayIn(what, year));
  return best && isoDay(best);
}
