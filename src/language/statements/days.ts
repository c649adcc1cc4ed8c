// The days on which a wording may have been said, whether two wordings may be of one day, and the day of them all.
import type { SayingDate } from "../../model/dates.ts";

/** A wording's own date, and the day its article came out ("2021-11-18"), null when unknown. */
export interface Dated {
  readonly said: SayingDate;
  readonly published: string | null;
}

/** Days since 1970, both ends included, and the weekday (Monday is 1) when only that day of the week will do. */
export interface Days {
  readonly from: number;
  readonly until: number;
  readonly weekday: number | null;
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DAY = 86_400_000;
/** News without a time tells of its own day or the few before it. */
const NEWS_REACHES_BACK = 2;

const epochDay = (day: string): number => Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY);
const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The first and last day that a date held less precisely allows. */
function stretchOf(value: string): readonly [number, number] {
  const [year, month] = value.split("-");
  if (month === undefined) return [epochDay(`${year}-01-01`), epochDay(`${year}-12-31`)];
  const from = epochDay(`${year}-${month}-01`);
  return [
    from,
    epochDay(
      dayText(from + 31)
        .slice(0, 8)
        .concat("01"),
    ) - 1,
  ];
}

/** Which days a wording leaves open. */
export function daysOf({ said, published }: Dated): Days {
  const latest = published === null ? Number.POSITIVE_INFINITY : epochDay(published);
  const any = { from: Number.NEGATIVE_INFINITY, until: latest, weekday: null };
  if (said.value === null) return any;
  switch (said.precision) {
    case "day": {
      const day = epochDay(said.value);
      return { from: said.evidence === "published" ? day - NEWS_REACHES_BACK : day, until: day, weekday: null };
    }
    case "month":
    case "year": {
      const [from, until] = stretchOf(said.value);
      return { from, until: Math.min(until, latest), weekday: null };
    }
    case "weekday": {
      const weekday = WEEKDAYS.indexOf(said.value) + 1;
      return { from: latest === Number.POSITIVE_INFINITY ? -latest : latest - 6, until: latest, weekday };
    }
    default:
      return any;
  }
}

/** The days two stretches have in common; null when none. */
function common(a: Days, b: Days, slack: number): Days | null {
  const from = Math.max(a.from, b.from);
  const until = Math.min(a.until, b.until);
  if (from > until + slack) return null;
  if (a.weekday !== null && b.weekday !== null && a.weekday !== b.weekday) return null;
  const weekday = a.weekday ?? b.weekday;
  if (weekday !== null && until - from < 6) {
    let fits = false;
    for (let day = from; day <= until && !fits; day++) fits = weekdayOf(day) === weekday;
    if (!fits) return null;
  }
  return { from: Math.min(from, until), until: Math.max(from, until), weekday };
}

/** May both have been said on one day? `slack`: days by which clocks and desks may differ. */
export function mayBeOneDay(a: Days, b: Days, slack: number): boolean {
  return common(a, b, slack) !== null;
}

/** Do they pin a wording to a few days, so that a slogan said again later would differ? */
export function isPinned({ from, until }: Days): boolean {
  return until - from <= 6;
}

const OWN_EVIDENCE = new Set(["stated", "weekday", "relative"]);

/** Do both texts themselves give one and the same day, or was neither dated and both published on one? */
export function isSameDay(a: Dated, b: Dated): boolean {
  return a.said.precision === "day" && b.said.precision === "day" && a.said.value === b.said.value;
}

/**
 * The day of a statement from all its wordings. A day by a text's own evidence wins. A named weekday without a date is
 * pinned by when another wording came out: the latest such weekday on or before that, within six days (`inferred`).
 * Then a month or year narrowed by nobody, then the earliest publication; never more than the wordings bear out.
 */
export function statementDate(wordings: readonly Dated[]): SayingDate {
  const own = wordings.filter(({ said }) => OWN_EVIDENCE.has(said.evidence) || said.evidence === "inferred");
  const days = own.filter(({ said }) => said.precision === "day");
  if (days.length > 0) return days.reduce((best, next) => (rank(next.said) < rank(best.said) ? next : best)).said;
  for (const { said } of own) {
    if (said.precision !== "weekday" || said.value === null) continue;
    const pinned = pinWeekday(said.value, wordings);
    if (pinned !== null) return { value: pinned, precision: "day", evidence: "inferred" };
  }
  const coarse =
    own.find(({ said }) => said.precision === "month") ?? own.find(({ said }) => said.precision === "year");
  if (coarse !== undefined) return coarse.said;
  const weekday = own.find(({ said }) => said.precision === "weekday");
  if (weekday !== undefined) return weekday.said;
  const published = wordings
    .map(({ said }) => said)
    .filter((said) => said.evidence === "published" && said.value !== null)
    .sort((a, b) => (a.value! < b.value! ? -1 : 1));
  return published[0] ?? { value: null, precision: "unknown", evidence: "none" };
}

function rank(said: SayingDate): number {
  return ["stated", "relative", "weekday", "inferred"].indexOf(said.evidence);
}

/** The latest such weekday within the six days up to the earliest publication of a wording told as current news. */
function pinWeekday(weekday: string, wordings: readonly Dated[]): string | null {
  const wanted = WEEKDAYS.indexOf(weekday) + 1;
  if (wanted === 0) return null;
  const current = wordings
    .filter(({ said, published }) => published !== null && (said.evidence === "published" || said.value === weekday))
    .map(({ published }) => epochDay(published!));
  if (current.length === 0) return null;
  const earliest = Math.min(...current);
  for (let day = earliest; day >= earliest - 6; day--) if (weekdayOf(day) === wanted) return dayText(day);
  return null;
}
