// Reads a written date in any form seen in feeds, meta tags and saved text, and never claims more than was written.
import type { Published } from "../model/dates.ts";
import { monthNumber, offsetOfZone } from "./calendar-words.ts";

/** What to make of the parts a text leaves out. */
export interface DateHabits {
  /** Offset for times without a zone ("+03:00"); without it such a time counts as its day only. */
  readonly zone?: string;
  /** How "3/4/2021" is meant; without it such a date is not read at all. */
  readonly order?: "day first" | "month first";
}

interface Parts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly time?: string;
}

const TIME = /(?:^|[\sT,@(-])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\b\.?)?/i;
const OFFSET = /(?:\d|m\.?|GMT|UTC)\s*([+-])(\d{2}):?(\d{2})?(?!\d)/i;

/** The date in `text`, or null when none can be read. Text longer than 120 characters is no date. */
export function readWrittenDate(text: string, habits: DateHabits = {}): Published | null {
  const written = text.trim().replace(/\s+/g, " ");
  if (written.length < 4 || written.length > 120) return null;
  const unix = unixTime(written);
  if (unix !== null) return unix;
  const parts = isoParts(written) ?? namedMonthParts(written) ?? numericParts(written, habits.order);
  return parts === null ? null : asPublished(parts, written, habits.zone);
}

export const UNKNOWN_DATE: Published = { value: null, precision: "unknown" };

function unixTime(written: string): Published | null {
  if (!/^\d{10}(?:\d{3})?(?:\.\d+)?$/.test(written)) return null;
  const seconds = Number(written.slice(0, 10));
  // 10 digits from 2001 to 2100: earlier and later numbers are identifiers, not times.
  return seconds < 1e9 || seconds > 4.1e9 ? null : instant(seconds * 1000);
}

function isoParts(written: string): Parts | null {
  const full = /(?:^|[^\d])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(written);
  if (full) return { year: Number(full[1]), month: Number(full[2]), day: Number(full[3]), ...time(written, full) };
  const packed = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?.*)?$/.exec(written);
  if (packed) {
    const clock = packed[4] === undefined ? {} : { time: `${packed[4]}:${packed[5]}:${packed[6] ?? "00"}` };
    return { year: Number(packed[1]), month: Number(packed[2]), day: Number(packed[3]), ...clock };
  }
  const ordinal = /^(\d{4})-?(\d{3})(?:$|T)/.exec(written);
  if (ordinal) {
    const day = Temporal.PlainDate.from({ year: Number(ordinal[1]), month: 1, day: 1 }).add({
      days: Number(ordinal[2]) - 1,
    });
    return { year: day.year, month: day.month, day: day.day, ...time(written, ordinal) };
  }
  const month = /^(\d{4})-(\d{2})$/.exec(written);
  if (month) return { year: Number(month[1]), month: Number(month[2]) };
  const asian = /(\d{4}) ?[年년][ .]*(\d{1,2}) ?[月월][ .]*(\d{1,2}) ?[日일]/.exec(written);
  if (asian) return { year: Number(asian[1]), month: Number(asian[2]), day: Number(asian[3]), ...time(written, asian) };
  return /^\d{4}$/.test(written) && plausibleYear(Number(written)) ? { year: Number(written) } : null;
}

function namedMonthParts(written: string): Parts | null {
  for (const match of written.matchAll(/[\p{L}]{3,12}/gu)) {
    const month = monthNumber(match[0]);
    if (month === null) continue;
    const before = written.slice(0, match.index);
    const after = written.slice(match.index + match[0].length);
    const dayBefore = /(?:^|[^\d:])(\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?[.,\s/-]*(?:(?:de|of|di|do)\s)?\s*$/i.exec(before);
    const yearAfter = /^[.,]?[\s./-]*(?:(?:de|del|of|του)\s)?[\s']*(\d{4}|\d{2})(?![\d:])/iu.exec(after);
    if (dayBefore && yearAfter)
      return parts(yearAfter[1]!, month, dayBefore[1]!, written, yearAfter, match.index + match[0].length);
    const dayAfter = /^[.,]?[\s-]*(\d{1,2})(?:st|nd|rd|th)?(?!\d|:)/i.exec(after);
    if (dayAfter) {
      const rest = after.slice(dayAfter[0].length);
      const year =
        /^[.,]?[\s,-]*(\d{4})(?!\d)/.exec(rest) ??
        /\s(\d{4})(?!\d)/.exec(rest) ??
        /(?:^|\D)(\d{4})[.\s-]*$/.exec(before);
      if (year) return parts(year[1]!, month, dayAfter[1]!, written.replace(year[1]!, " "), null, 0);
    }
    const yearFirst = /(\d{4})[.\s/-]*$/.exec(before);
    if (yearFirst) return { year: Number(yearFirst[1]), month };
    const yearOnly = /^[.,]?\s*(\d{4})(?!\d)/.exec(after);
    if (yearOnly && before.trim() === "") return { year: Number(yearOnly[1]), month };
  }
  return null;
}

function parts(
  year: string,
  month: number,
  day: string,
  written: string,
  end: RegExpExecArray | null,
  at: number,
): Parts {
  const rest = end === null ? written : written.slice(at + end[0].length);
  const clock = time(rest, null).time === undefined ? time(written, null) : time(rest, null);
  return { year: fullYear(year), month, day: Number(day), ...clock };
}

function numericParts(written: string, order: DateHabits["order"]): Parts | null {
  const match = /(?:^|[^\d.:])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d])/.exec(written);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  // A dot is the continental form, always day first; with strokes only a number above 12 tells.
  const dayFirst = first > 12 || (second <= 12 && (match[2] === "." || order === "day first"));
  if (!dayFirst && second <= 12 && order !== "month first" && first !== second) return null;
  const rest = written.slice(match.index + match[0].length);
  return {
    year: fullYear(match[4]!),
    month: dayFirst ? second : first,
    day: dayFirst ? first : second,
    ...time(rest, null),
  };
}

function time(written: string, after: RegExpExecArray | null): { time?: string } {
  const rest = after === null ? written : written.slice(after.index + after[0].length);
  const match = TIME.exec(rest);
  if (!match) return {};
  let hour = Number(match[1]);
  const half = match[4]?.[0]?.toLowerCase();
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  // A leap second is its minute's last second; 24:00 is read as the day alone.
  const second = Math.min(59, Number(match[3] ?? 0));
  if (hour > 23 || Number(match[2]) > 59) return {};
  return { time: `${pad(hour)}:${match[2]}:${pad(second)}` };
}

function asPublished(found: Parts, written: string, zone: string | undefined): Published | null {
  const { year, month, day } = found;
  if (!plausibleYear(year)) return null;
  if (month === undefined) return { value: String(year), precision: "year" };
  if (month < 1 || month > 12) return null;
  if (day === undefined) return { value: `${year}-${pad(month)}`, precision: "month" };
  if (day < 1 || day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) return null;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  const offset = writtenOffset(written) ?? zone;
  if (found.time === undefined || offset === undefined) return { value: date, precision: "day" };
  return instant(Date.parse(`${date}T${found.time}${offset}`)) ?? { value: date, precision: "day" };
}

/** The offset a text states: "+03:00", a zone's name, or Z. */
function writtenOffset(written: string): string | undefined {
  const clock = TIME.exec(written) ?? /\d{8}T?\d{4,6}/.exec(written);
  if (clock === null) return undefined;
  const rest = written.slice(clock.index);
  const offset = OFFSET.exec(rest.slice(3));
  if (offset && Number(offset[2]) <= 14) return `${offset[1]}${offset[2]}:${offset[3] ?? "00"}`;
  if (/\dZ\b/i.test(rest)) return "+00:00";
  for (const word of written.matchAll(/[A-Za-z]{1,5}/g)) {
    const zone = offsetOfZone(word[0]);
    if (zone !== null) return zone;
  }
  return undefined;
}

function instant(milliseconds: number): Published | null {
  if (Number.isNaN(milliseconds)) return null;
  return {
    value: Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ smallestUnit: "second" }),
    precision: "minute",
  };
}

function fullYear(year: string): number {
  const number = Number(year);
  if (year.length > 2) return number;
  return number < 70 ? 2000 + number : 1900 + number;
}

/** Print begins before the web; nothing is published in a far future. */
function plausibleYear(year: number): boolean {
  return year >= 1700 && year <= 2100;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
