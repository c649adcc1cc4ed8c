import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readClauses } from "../../src/commands/clauses.ts";

const KEYWORDS = { since: "since", until: "until", outlet: "outlet", from: "outlet" };

describe("clauses", () => {
  it("stand in any order and case", () => {
    expect(readClauses("putin nato SINCE 2021-11 until Dec 2021 from The Hill", KEYWORDS)).toEqual({
      words: "putin nato",
      values: { since: "2021-11", until: "Dec 2021", outlet: "The Hill" },
    });
    expect(readClauses("outlet rt until 2022 since 2021", KEYWORDS).values).toEqual({
      outlet: "rt",
      until: "2022",
      since: "2021",
    });
  });

  it("need a value to be clauses", () => {
    expect(readClauses("ever since", KEYWORDS)).toEqual({ words: "ever since", values: {} });
  });

  it("lose no word of whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { words, values } = readClauses(text, KEYWORDS);
        expect(words.length + Object.values(values).join("").length).toBeLessThanOrEqual(text.length + 1);
      }),
    );
  });
});
