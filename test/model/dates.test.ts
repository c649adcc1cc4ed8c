import { describe, expect, it } from "vitest";
import { type SayingDate, showPublished, showSaying } from "../../src/model/dates.ts";

const said = (value: string | null, precision: SayingDate["precision"], evidence: SayingDate["evidence"]) =>
  showSaying({ value, precision, evidence });

describe("a saying date in words", () => {
  it("is as precise as it is held, and no more", () => {
    expect(said("2021-11-18", "day", "weekday")).toBe("said 18 Nov 2021");
    expect(said("2021-11-18", "day", "inferred")).toBe("said 18 Nov 2021");
    expect(said("2021-11", "month", "stated")).toBe("said in Nov 2021");
    expect(said("2021", "year", "stated")).toBe("said in 2021");
    expect(said("Thursday", "weekday", "weekday")).toBe("said on a Thursday");
    expect(said(null, "unknown", "none")).toBe("undated");
    expect(said(null, "unknown", "stated")).toBe("undated");
  });

  it("does not mix what was said with what was published", () => {
    expect(said("2021-11-18", "day", "published")).toBe("reported 18 Nov 2021");
    expect(said("2021-11", "month", "published")).toBe("reported in Nov 2021");
  });
});

describe("a publication date in words", () => {
  it("is as precise as it is held", () => {
    expect(showPublished({ value: "2021-11-18T09:30:00Z", precision: "minute" })).toBe("18 Nov 2021");
    expect(showPublished({ value: "2021-11-08", precision: "day" })).toBe("8 Nov 2021");
    expect(showPublished({ value: "2021-11", precision: "month" })).toBe("Nov 2021");
    expect(showPublished({ value: "2021", precision: "year" })).toBe("2021");
    expect(showPublished({ value: null, precision: "unknown" })).toBe("undated");
  });
});
