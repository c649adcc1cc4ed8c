// The words of the calendar: months, weekdays, seasons, units, parts of the day, holidays, and numbers in words.

/** Month number by its names, lower case, without a final dot. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ["january", "jan"],
    ["february", "feb", "febr"],
    ["march", "mar"],
    ["april", "apr"],
    ["may"],
    ["june", "jun"],
    ["july", "jul"],
    ["august", "aug"],
    ["september", "sept", "sep"],
    ["october", "oct"],
    ["november", "nov"],
    ["december", "dec"],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** ISO weekday (Monday is 1) by its names, lower case, without a final dot. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    ["monday", "mon", "mondays"],
    ["tuesday", "tue", "tues", "tuesdays"],
    ["wednesday", "wed", "weds", "wednesdays"],
    ["thursday", "thu", "thur", "thurs", "thursdays"],
    ["friday", "fri", "fridays"],
    ["saturday", "sat", "saturdays"],
    ["sunday", "sun", "sundays"],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** Abbreviations that are also English words or names: read as dates only beside a number, never alone. */
export const SHORT_NAMES: ReadonlySet<string> = new Set(
  "jan feb febr mar apr jun jul aug sept sep oct nov dec mon tue tues wed weds thu thur thurs fri sat sun".split(" "),
);

export const WEEKDAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** TIMEX3 season codes. */
export const SEASONS: ReadonlyMap<string, string> = new Map([
  ["spring", "SP"],
  ["summer", "SU"],
  ["fall", "FA"],
  ["autumn", "FA"],
  ["winter", "WI"],
]);

/** TIMEX3 codes of the parts of a day. */
export const DAY_PARTS: ReadonlyMap<string, string> = new Map([
  ["morning", "MO"],
  ["mornings", "MO"],
  ["dawn", "MO"],
  ["daybreak", "MO"],
  ["midday", "MI"],
  ["afternoon", "AF"],
  ["afternoons", "AF"],
  ["evening", "EV"],
  ["evenings", "EV"],
  ["dusk", "EV"],
  ["night", "NI"],
  ["nights", "NI"],
  ["overnight", "NI"],
]);

/** What may stand after a clock time, lower case. */
export const TIME_ZONES: ReadonlySet<string> = new Set(
  "est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst cet cest eet msk ist jst hkt aest local eastern central pacific".split(
    " ",
  ),
);

/** What a unit of time counts in: its TIMEX3 letter, whether under "T", and how many of that letter it is. */
export interface Unit {
  readonly letter: "S" | "M" | "H" | "D" | "W" | "Q" | "Y";
  readonly ofDay: boolean;
  readonly count: number;
  /** Letter for an unknown number of them ("decades" is PXE, "months" PXM). */
  readonly vague: string;
  readonly plural: boolean;
}

const unit = (letter: Unit["letter"], ofDay = false, count = 1, vague: string = letter): Omit<Unit, "plural"> => ({
  letter,
  ofDay,
  count,
  vague,
});

export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>(
  (
    [
      ["second", unit("S", true)],
      ["minute", unit("M", true)],
      ["hour", unit("H", true)],
      ["day", unit("D")],
      ["night", unit("D")],
      ["week", unit("W")],
      ["fortnight", unit("W", false, 2)],
      ["weekend", unit("W")],
      ["month", unit("M")],
      ["quarter", unit("Q")],
      ["year", unit("Y")],
      ["decade", unit("Y", false, 10, "E")],
      ["century", unit("Y", false, 100, "C")],
      ["millennium", unit("Y", false, 1000, "L")],
    ] as const
  ).flatMap(([name, value]) => {
    const plural = name === "century" ? "centuries" : name === "millennium" ? "millennia" : `${name}s`;
    return [
      [name, { ...value, plural: false }],
      [plural, { ...value, plural: true }],
    ] as const;
  }),
);

const ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** Numbers in one word. */
export const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...`${ONES} seventeen eighteen nineteen`.split(" ").map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);

/** Factors that follow a number. */
export const FACTORS: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1_000_000],
]);

/** Ordinals in one word. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth " +
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
  )
    .split(" ")
    .map((word, index) => [word, index + 1] as const),
);

/** Decades in words: "the nineties". */
export const DECADES: ReadonlyMap<string, number> = new Map(
  TENS.map((word, index) => [`${word.slice(0, -1)}ies`, index + 2] as const),
);

/** A holiday: a fixed day, the first such weekday from a day of the month on (-1: the last one), or days from Easter. */
export type Holiday =
  | { readonly month: number; readonly day: number }
  | { readonly month: number; readonly weekday: number; readonly from: number }
  | { readonly easter: number };

/** By name, lower case, "day" included where the bare name means something else. */
export const HOLIDAYS: ReadonlyMap<string, Holiday> = new Map<string, Holiday>([
  ["new year's day", { month: 1, day: 1 }],
  ["new year's eve", { month: 12, day: 31 }],
  ["new years day", { month: 1, day: 1 }],
  ["martin luther king day", { month: 1, weekday: 1, from: 15 }],
  ["inauguration day", { month: 1, day: 20 }],
  ["groundhog day", { month: 2, day: 2 }],
  ["valentine's day", { month: 2, day: 14 }],
  ["presidents' day", { month: 2, weekday: 1, from: 15 }],
  ["presidents day", { month: 2, weekday: 1, from: 15 }],
  ["international women's day", { month: 3, day: 8 }],
  ["st patrick's day", { month: 3, day: 17 }],
  ["april fools' day", { month: 4, day: 1 }],
  ["earth day", { month: 4, day: 22 }],
  ["ash wednesday", { easter: -46 }],
  ["palm sunday", { easter: -7 }],
  ["good friday", { easter: -2 }],
  ["easter", { easter: 0 }],
  ["easter sunday", { easter: 0 }],
  ["easter monday", { easter: 1 }],
  ["pentecost", { easter: 49 }],
  ["may day", { month: 5, day: 1 }],
  ["mother's day", { month: 5, weekday: 7, from: 8 }],
  ["memorial day", { month: 5, weekday: 1, from: -1 }],
  ["father's day", { month: 6, weekday: 7, from: 15 }],
  ["juneteenth", { month: 6, day: 19 }],
  ["canada day", { month: 7, day: 1 }],
  ["bastille day", { month: 7, day: 14 }],
  ["labor day", { month: 9, weekday: 1, from: 1 }],
  ["columbus day", { month: 10, weekday: 1, from: 8 }],
  ["halloween", { month: 10, day: 31 }],
  ["all saints' day", { month: 11, day: 1 }],
  ["guy fawkes night", { month: 11, day: 5 }],
  ["election day", { month: 11, weekday: 2, from: 2 }],
  ["veterans day", { month: 11, day: 11 }],
  ["armistice day", { month: 11, day: 11 }],
  ["thanksgiving", { month: 11, weekday: 4, from: 22 }],
  ["thanksgiving day", { month: 11, weekday: 4, from: 22 }],
  ["christmas", { month: 12, day: 25 }],
  ["christmas day", { month: 12, day: 25 }],
  ["christmas eve", { month: 12, day: 24 }],
  ["boxing day", { month: 12, day: 26 }],
]);
