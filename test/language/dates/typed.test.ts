import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTypedDate, readTypedPeriod } from "../../../src/language/dates/typed.ts";

// A Thursday; it is already the 19th in Tokyo.
const NOW = Temporal.Instant.from("2021-11-18T20:00:00Z");
const read = (typed: string, zone = "UTC") => {
  const date = readTypedDate(typed, NOW, zone);
  return date && `${date.year ?? "-"}/${date.month ?? "-"}/${date.day ?? "-"}`;
};
const period = (typed: string, zone = "UTC") => {
  const found = readTypedPeriod(typed, NOW, zone);
  return found && `${found.from}..${found.until}`;
};

describe("a typed date", () => {
  it.each([
    ["18 Nov", "-/11/18"],
    ["nov 18", "-/11/18"],
    ["18th of November", "-/11/18"],
    ["NOVEMBER 18TH", "-/11/18"],
    ["18nov", "-/11/18"],
    ["18/11", "-/11/18"],
    ["11/18", "-/11/18"],
    ["5/6", "-/6/5"],
    ["18.11.", "-/11/18"],
    ["18 Nov 2021", "2021/11/18"],
    ["Nov. 18, 2021", "2021/11/18"],
    ["Thursday, 18 November 2021", "2021/11/18"],
    ["2021 nov 18", "2021/11/18"],
    ["2021-11-18", "2021/11/18"],
    ["2021/11/18", "2021/11/18"],
    ["20211118", "2021/11/18"],
    ["18.11.2021", "2021/11/18"],
    ["18/11/21", "2021/11/18"],
    ["2021-11", "2021/11/-"],
    ["11/2021", "2021/11/-"],
    ["nov 2021", "2021/11/-"],
    ["2021 November", "2021/11/-"],
    ["in november", "-/11/-"],
    ["2021", "2021/-/-"],
    ["29 feb", "-/2/29"],
    ["today", "2021/11/18"],
    ["yesterday", "2021/11/17"],
    ["thursday", "2021/11/18"],
    ["last thursday", "2021/11/11"],
    ["Sunday", "2021/11/14"],
  ])("%s is %s", (typed, expected) => expect(read(typed)).toBe(expected));

  it.each([
    "",
    "   ",
    "putin",
    "30 feb",
    "29 feb 2021",
    "32 nov",
    "13/13",
    "2021-13",
    "2021-11-31",
    "18",
    "0 nov",
    "9999",
    "12 noon",
    "18 nov 2021 2022",
    "nov dec",
    "1/2/3/4",
    "<b>18 nov</b>",
    "18 nov; drop",
    "x".repeat(10_000),
  ])("%s is none", (typed) => expect(read(typed)).toBeNull());

  it("counts days in the zone of the person who asks", () => {
    expect(read("today", "Asia/Tokyo")).toBe("2021/11/19");
    expect(read("yesterday", "America/Los_Angeles")).toBe("2021/11/17");
  });

  it("answers anything typed, with a date that exists or with none", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (typed) => {
        const found = readTypedPeriod(typed, NOW, "UTC");
        if (found !== null) expect(Temporal.PlainDate.from(found.from).toString()).toBe(found.from);
      }),
    );
  });

  it("reads back every day it could show", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = Temporal.PlainDate.from("1970-01-01").add({ days });
        const month = day.toLocaleString("en-GB", { month: "short" });
        expect(period(`${day.day} ${month} ${day.year}`)).toBe(`${day}..${day}`);
      }),
    );
  });
});

describe("a typed period", () => {
  it.each([
    ["2021", "2021-01-01..2021-12-31"],
    ["nov 2021", "2021-11-01..2021-11-30"],
    ["2020-02", "2020-02-01..2020-02-29"],
    ["18 nov 2021", "2021-11-18..2021-11-18"],
    ["18 nov", "2021-11-18..2021-11-18"],
    ["19 nov", "2020-11-19..2020-11-19"],
    ["29 feb", "2020-02-29..2020-02-29"],
    ["november", "2021-11-01..2021-11-30"],
    ["december", "2020-12-01..2020-12-31"],
    ["yesterday", "2021-11-17..2021-11-17"],
    ["this week", "2021-11-15..2021-11-21"],
    ["last week", "2021-11-08..2021-11-14"],
    ["last month", "2021-10-01..2021-10-31"],
    ["this year", "2021-01-01..2021-12-31"],
  ])("%s is %s", (typed, expected) => expect(period(typed)).toBe(expected));

  it.each(["soon", "last", "week", "last fortnight", "30 feb"])("%s is none", (typed) =>
    expect(period(typed)).toBeNull(),
  );
});
