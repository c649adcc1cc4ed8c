// Times of day and weekdays as people type them: "08:00", "8:30 pm", "noon", "mon,thu", "weekdays".

/** How many of the tokens read make up the time. */
export interface ReadTime {
  /** "08:00". */
  readonly at: string;
  readonly tokens: number;
}

const NAMED: Readonly<Record<string, string>> = { noon: "12:00", midnight: "00:00" };

/** Reads a time at the start of `word`, `next`. Null: it is none. "impossible": it looks like one, such as 25:00. */
export function readTime(word: string, next = ""): ReadTime | "impossible" | null {
  if (Object.hasOwn(NAMED, word)) return { at: NAMED[word]!, tokens: 1 };
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm|a\.m\.|p\.m\.)?$/.exec(word);
  if (match === null) return null;
  const half = halfOf(match[3] ?? "") ?? halfOf(next);
  if (half === null && match[2] === undefined) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (minute > 59 || hour > (half === null ? 23 : 12) || (half !== null && hour === 0)) return "impossible";
  const full = half === null ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  const at = `${String(full).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return { at, tokens: match[3] === undefined && half !== null ? 2 : 1 };
}

function halfOf(word: string): "am" | "pm" | null {
  const letters = word.replaceAll(".", "");
  return letters === "am" || letters === "pm" ? letters : null;
}

export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
const DAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const DAY_GROUPS: Readonly<Record<string, readonly number[]>> = {
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
  everyday: EVERY_DAY,
  daily: EVERY_DAY,
};

/** ISO weekdays of "mon", "Thursdays", "mon,thu", "mon-fri", "weekdays"; null when it names none. */
export function daysOf(word: string): readonly number[] | null {
  const days = word.split(",").filter(Boolean).map(dayOrDays);
  return days.length === 0 || days.includes(null) ? null : days.flatMap((list) => list ?? []);
}

function dayOrDays(word: string): readonly number[] | null {
  if (Object.hasOwn(DAY_GROUPS, word)) return DAY_GROUPS[word]!;
  const [from, until, ...more] = word.split(/[-–]/u).map(dayOf);
  if (from == null || until === null || more.length > 0) return null;
  if (until === undefined) return [from];
  return Array.from({ length: ((until - from + 7) % 7) + 1 }, (_, at) => ((from - 1 + at) % 7) + 1);
}

function dayOf(word: string): number | null {
  const day = word.length < 3 ? -1 : DAY_NAMES.findIndex((name) => name.startsWith(word) || `${name}s` === word);
  return day < 0 ? null : day + 1;
}
