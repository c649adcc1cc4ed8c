// The pieces time expressions are made of: each reads words from a place on and says what they mean and where it ends.
import {
  DAY_PARTS,
  DECADES,
  HOLIDAYS,
  MONTHS,
  NUMBERS,
  ORDINALS,
  SEASONS,
  SHORT_NAMES,
  TIME_ZONES,
  UNITS,
  WEEKDAYS,
} from "../lexicon/calendar.ts";
import { joined, pastDot, same, text } from "./around.ts";
import { dayOf } from "./calendar.ts";
import { clock } from "./clock.ts";
import type { Found, Piece } from "./found.ts";
import { number } from "./numbers.ts";
import type { Word } from "./words.ts";

function named<T>(table: ReadonlyMap<string, T>, keep: (found: Found, value: T, name: string) => void): Piece {
  return (words, at, found) => {
    const name = text(words, at);
    const value = table.get(name);
    if (value === undefined) return 0;
    keep(found, value, name);
    return SHORT_NAMES.has(name) ? pastDot(words, at + 1) : at + 1;
  };
}

/** A date's month: capitalised, or in all-lower-case beside a day or year. */
const month: Piece = named(MONTHS, (found, value) => {
  found.month ??= value;
});

const weekday: Piece = named(WEEKDAYS, (found, value) => {
  found.weekday ??= value;
});

/** "Thursday,": the weekday that goes with a date. */
const dayName: Piece = (words, at, found) => {
  const end = weekday(words, at, found);
  return end > 0 && text(words, end) === "," ? end + 1 : end;
};

const IN_A_MONTH = new Set(
  "in of last this next since by until till through from to and between before after during early late mid end beginning start for each every or past a an that".split(
    " ",
  ),
);

/** A month's name on its own: "may" and "march" are words as well, and short names are people. */
const monthAlone: Piece = (words, at, found) => {
  const name = text(words, at);
  if (!MONTHS.has(name) || !words[at]?.capital) return 0;
  if (SHORT_NAMES.has(name) && (pastDot(words, at + 1) === at + 1 || !IN_A_MONTH.has(text(words, at - 1)))) return 0;
  if ((name === "may" || name === "march") && !IN_A_MONTH.has(text(words, at - 1))) return 0;
  return month(words, at, found);
};

const weekdayAlone: Piece = (words, at, found) => {
  const name = text(words, at);
  if (!WEEKDAYS.has(name) || !words[at]?.capital) return 0;
  if (SHORT_NAMES.has(name) && (pastDot(words, at + 1) === at + 1 || name === "sun" || name === "mon")) return 0;
  return weekday(words, at, found);
};

const unit: Piece = (words, at, found) => {
  const name = text(words, at);
  const value = UNITS.get(name);
  // "60 Minutes" is a programme
  if (value === undefined || (words[at]?.capital && at > 0 && words[at]?.before === "space")) return 0;
  found.unit ??= { ...value, name };
  return at + 1;
};

const SUFFIXES = new Set(["st", "nd", "rd", "th"]);

const ordinal: Piece = (words, at, found) => {
  const word = text(words, at);
  const value = ORDINALS.get(word);
  if (value !== undefined) {
    found.ordinal ??= value;
    return at + 1;
  }
  if (/^\d{1,2}$/.test(word) && SUFFIXES.has(text(words, at + 1)) && joined(words, at + 1)) {
    found.ordinal ??= Number(word);
    return at + 2;
  }
  // "twenty-first"
  const ten = NUMBERS.get(word);
  const one = ORDINALS.get(text(words, at + 1));
  if (ten === undefined || one === undefined || ten < 20 || one > 9 || !same(words, at + 1)) return 0;
  found.ordinal ??= ten + one;
  return at + 2;
};

/** Does a number go on behind a mark? "1,200", "3.5" and "10:30" do, "in 2018: “…”" does not. */
function goesOn(words: readonly Word[], mark: number): boolean {
  return (
    joined(words, mark) &&
    /^[.,:]$/.test(text(words, mark)) &&
    joined(words, mark + 1) &&
    /^\d/.test(text(words, mark + 1))
  );
}

/** A day of the month: "13", "13th", "thirteenth". */
const day: Piece = (words, at, found) => {
  const word = text(words, at);
  const probe: Found = { choice: [] };
  const end = ordinal(words, at, probe);
  if (end > 0 && probe.ordinal !== undefined && probe.ordinal <= 31) {
    found.day ??= probe.ordinal;
    return end;
  }
  if (!/^\d{1,2}$/.test(word) || Number(word) < 1 || Number(word) > 31) return 0;
  const next = text(words, at + 1);
  if (joined(words, at + 1) && (next === "%" || next === "/")) return 0;
  if (goesOn(words, at + 1)) return 0;
  found.day ??= Number(word);
  return at + 1;
};

/** "1996", "nineteen ninety-six", "two thousand". */
const year: Piece = (words, at, found) => {
  const word = text(words, at);
  if (/^\d{4}$/.test(word)) {
    const value = Number(word);
    if (value < 1000 || value > 2199 || text(words, at - 1) === "$") return 0;
    const next = text(words, at + 1);
    if (joined(words, at + 1) && (next === "%" || next === "s")) return 0;
    if (goesOn(words, at + 1)) return 0;
    found.year ??= value;
    return at + 1;
  }
  const century = NUMBERS.get(word);
  if (century === 2 && text(words, at + 1) === "thousand") {
    found.year ??= 2000;
    return at + 2;
  }
  if (century === undefined || century < 17 || century > 20) return 0;
  const ten = NUMBERS.get(text(words, at + 1));
  if (ten === undefined || ten < 10 || !same(words, at + 1)) return 0;
  const one = ten >= 20 && same(words, at + 2) ? NUMBERS.get(text(words, at + 2)) : undefined;
  const ones = one !== undefined && one > 0 && one < 10 ? one : 0;
  found.year ??= century * 100 + ten + ones;
  return at + (ones > 0 ? 3 : 2);
};

const decade: Piece = (words, at, found) => {
  const word = text(words, at);
  const keep = (value: number, end: number): number => {
    found.decade ??= value;
    return end;
  };
  const spelledOut = DECADES.get(word);
  if (spelledOut !== undefined) return keep(190 + spelledOut, at + 1);
  const year4 = /^(\d{3})0$/.exec(word)?.[1];
  if (year4 !== undefined) return pluralAt(words, at + 1) ? keep(Number(year4), pluralAt(words, at + 1)) : 0;
  if (word === "'" && /^\d0$/.test(text(words, at + 1)) && joined(words, at + 1) && pluralAt(words, at + 2)) {
    return keep(190 + Number(text(words, at + 1)[0]), pluralAt(words, at + 2));
  }
  return 0;
};

/** "s" or "'s" right at the word before it. */
function pluralAt(words: readonly Word[], at: number): number {
  if (text(words, at) === "s" && words[at]?.before === "none") return at + 1;
  return text(words, at) === "'" && text(words, at + 1) === "s" && words[at]?.before === "none" ? at + 2 : 0;
}

/** The longest holiday name, in up to five words. */
const HOLIDAY_STARTS = new Set([...HOLIDAYS.keys()].map((name) => name.split(/[ ']/)[0] ?? ""));
const holiday: Piece = (words, at, found) => {
  if (!HOLIDAY_STARTS.has(text(words, at)) || !words[at]?.capital) return 0;
  let name = text(words, at);
  let best = HOLIDAYS.has(name) ? at + 1 : 0;
  if (best > 0) found.holiday ??= HOLIDAYS.get(name)!;
  for (let end = at + 1; end < at + 6 && same(words, end); end++) {
    name += words[end]?.before === "none" ? text(words, end) : ` ${text(words, end)}`;
    const value = HOLIDAYS.get(name.replace("st. ", "st "));
    if (value === undefined) continue;
    found.holiday = value;
    best = end + 1;
  }
  return best;
};

const iso: Piece = (words, at, found) => {
  if (!/^\d{4}-\d\d-\d\d/.test(text(words, at))) return 0;
  const [year, month, day] = text(words, at).slice(0, 10).split("-").map(Number);
  if (dayOf(year ?? 0, month ?? 0, day ?? 0) === null) return 0;
  found.iso ??= text(words, at).toUpperCase();
  return at + 1;
};

const possessive: Piece = (words, at) => {
  if (text(words, at) !== "'" || words[at]?.before !== "none") return 0;
  return text(words, at + 1) === "s" && words[at + 1]?.before === "none" ? at + 2 : at + 1;
};

const zone: Piece = (words, at) => {
  if (!TIME_ZONES.has(text(words, at))) return 0;
  return text(words, at + 1) === "time" ? at + 2 : at + 1;
};

/** Pieces by the name patterns call them by. */
export const PIECES: Readonly<Record<string, Piece>> = {
  MONTH: month,
  MONTHALONE: monthAlone,
  WEEKDAY: weekday,
  WEEKDAYALONE: weekdayAlone,
  DAY: day,
  DAYNAME: dayName,
  YEAR: year,
  NUMBER: number,
  UNIT: unit,
  ORDINAL: ordinal,
  DECADE: decade,
  CLOCK: clock,
  HOLIDAY: holiday,
  ISO: iso,
  ZONE: zone,
  OF: possessive,
  SEASON: named(SEASONS, (found, value) => {
    found.season ??= value;
  }),
  PART: named(DAY_PARTS, (found, value) => {
    found.part ??= value;
  }),
};
