import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTimes } from "../../../src/language/dates/read.ts";
import { RULES } from "../../../src/language/dates/rules.ts";
import { Script } from "../../../src/language/text/script.ts";
import type { Published } from "../../../src/model/dates.ts";
import { TIMES, UNPUBLISHED } from "../cases/dates-times.ts";

const PUBLISHED: Published = { value: "2021-11-18", precision: "day" };
const NEVER: Published = { value: null, precision: "unknown" };

const read = (text: string, published = PUBLISHED) =>
  readTimes(new Script(text), published).map((time) => [text.slice(...time.span), time.value]);

describe("time expressions", () => {
  it.each(TIMES)("$name", ({ positive, negative }) => {
    expect(read(positive.text)).toEqual(positive.times.map((time) => [...time]));
    expect(read(negative.text)).toEqual((negative.times ?? []).map((time) => [...time]));
  });

  it.each(UNPUBLISHED)("without a publication date: %s", (text, words, value) =>
    expect(read(text, NEVER)).toEqual([[words, value]]),
  );

  it("counts from the month where only the month of publication is known", () => {
    const published: Published = { value: "2021-11", precision: "month" };
    expect(read("It began last month, on a Monday.", published)).toEqual([
      ["last month", "2021-10"],
      ["Monday", "XXXX-WXX-1"],
    ]);
  });

  it.each(RULES.map((rule) => [rule.example]))("its own example is read whole: %s", (example) => {
    // Some only mean something after a date or quarter named before.
    const text = `In the first quarter, on March 3, 2020, it rose. It fell ${example}, they said.`;
    const start = text.indexOf("fell ") + 5;
    const times = readTimes(new Script(text), PUBLISHED).filter((time) => time.span[0] >= start);
    const rule = RULES.find((each) => each.example === example);
    if (rule?.naming === "not a time") expect(times).toEqual([]);
    else expect(times.some((time) => time.rule === example)).toBe(true);
  });
});

describe("any text", () => {
  it("gives expressions in order, apart, inside the text, and never throws", () => {
    const word = fc.constantFrom(
      "last",
      "the",
      "Nov.",
      "13",
      ",",
      "2021",
      "Monday",
      "two",
      "weeks",
      "ago",
      "quarter",
      "a",
      "5",
      "p.m.",
      "'",
      "90",
      "s",
      "Easter",
      "\n\n",
      "“",
      "9999",
      "99999999",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string({ unit: "grapheme", maxLength: 6 })), { maxLength: 60 }),
        (words) => {
          const text = words.join(" ");
          let last = 0;
          for (const { span } of readTimes(new Script(text), PUBLISHED)) {
            expect(span[0]).toBeGreaterThanOrEqual(last);
            expect(span[1]).toBeGreaterThan(span[0]);
            last = span[1];
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(["7", "Monday ", "“", "the ", "two-", ",000", "Nov. 13 "])("stays linear in %j repeated", (unit) => {
    const time = (size: number): number => {
      const text = unit.repeat(Math.floor(size / unit.length));
      const start = process.cpuUsage().user;
      readTimes(new Script(text), PUBLISHED);
      return process.cpuUsage().user - start;
    };
    // The better of two: what else the machine is at must not count.
    const best = (size: number): number => Math.min(time(size), time(size));
    time(10_000);
    const small = Math.max(best(25_000), 4_000);
    // Four times the text may take longer than four times as long on a busy machine, but not sixteen times.
    expect(best(100_000)).toBeLessThan(small * 13);
  });
});
