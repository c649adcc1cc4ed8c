import { describe, expect, test } from "vitest";
import type { SayingDate } from "../../src/model/dates.ts";
import { effectiveSaid, lastDay, monthDay, publishedDay, sortDay } from "../../src/store/said.ts";
import { day, UNDATED } from "./writing.ts";

const THURSDAY: SayingDate = { value: "Thursday", precision: "weekday", evidence: "weekday" };
const NOVEMBER: SayingDate = { value: "2021-11", precision: "month", evidence: "stated" };

describe("the day a quote shows", () => {
  const rows: readonly [name: string, own: SayingDate, lent: SayingDate, shown: SayingDate][] = [
    ["its own day, whatever the statement's", day("2021-11-18"), day("2021-11-17"), day("2021-11-18")],
    ["a lent day for a bare weekday", THURSDAY, day("2021-11-18"), day("2021-11-18", "inferred")],
    ["a lent day for a month", NOVEMBER, day("2021-11-18", "inferred"), day("2021-11-18", "inferred")],
    [
      "a lent day rather than the day published",
      day("2021-11-19", "published"),
      day("2021-11-18"),
      day("2021-11-18", "inferred"),
    ],
    ["never another article's day of publication", UNDATED, day("2021-11-19", "published"), UNDATED],
    ["its own weekday when the statement knows no more", THURSDAY, UNDATED, THURSDAY],
    [
      "its own month rather than a lent year",
      NOVEMBER,
      { value: "2021", precision: "year", evidence: "stated" },
      NOVEMBER,
    ],
    ["a lent month when it has nothing", UNDATED, NOVEMBER, { ...NOVEMBER, evidence: "inferred" }],
  ];
  for (const [name, own, lent, shown] of rows) test(name, () => expect(effectiveSaid(own, lent)).toEqual(shown));
});

test("only days by the text's evidence count as said that day", () => {
  expect(monthDay(day("2021-11-18"))).toBe("11-18");
  expect(monthDay(day("2021-11-18", "inferred"))).toBe("11-18");
  expect(monthDay(day("2021-11-18", "published"))).toBeNull();
  expect(monthDay(NOVEMBER)).toBeNull();
  expect(monthDay(THURSDAY)).toBeNull();
});

test("days sort by saying date where known, else by publication", () => {
  expect(sortDay(NOVEMBER, "2022-01-01")).toBe("2021-11-01");
  expect(sortDay(THURSDAY, "2022-01-01")).toBe("2022-01-01");
  expect(sortDay(UNDATED, "")).toBe("");
  expect(lastDay("2021-11")).toBe("2021-11-31");
  expect(publishedDay({ value: "2021-11-18T23:30:00-05:00", precision: "minute" })).toBe("2021-11-19");
  expect(publishedDay({ value: "rubbish", precision: "minute" })).toBe("");
  expect(publishedDay({ value: "2021", precision: "year" })).toBe("2021-01-01");
});
