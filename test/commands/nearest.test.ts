import { describe, expect, it } from "vitest";
import { createPersonLimit } from "../../src/commands/limit.ts";
import { nearest } from "../../src/commands/nearest.ts";
import { readZone, zones } from "../../src/commands/zones.ts";

describe("what somebody meant", () => {
  const names = ["quote", "summary", "today", "search", "who", "why"];

  it("is a slip or two away, nearest first", () => {
    expect(nearest("qoute", names)).toEqual(["quote"]);
    expect(nearest("Sumary", names)).toEqual(["summary"]);
    expect(nearest("whi", names)).toEqual(["who", "why"]);
  });

  it("is nothing when nothing is near", () => {
    expect(nearest("subscribe", names)).toEqual([]);
    expect(nearest("", names)).toEqual([]);
    expect(nearest("x".repeat(100_000), names)).toEqual([]);
  });
});

describe("a time zone", () => {
  it("is meant by its name, its city, or an old name", () => {
    for (const typed of ["Europe/Kyiv", "europe/kyiv", "kyiv", "KYIV"])
      expect(readZone(typed)).toEqual({ kind: "zone", zone: "Europe/Kyiv" });
    expect(readZone("new york")).toEqual({ kind: "zone", zone: "America/New_York" });
    expect(readZone("utc")).toEqual({ kind: "zone", zone: "UTC" });
  });

  it("is asked back when it is misspelt", () => {
    expect(readZone("Europe/Berlim")).toEqual({ kind: "unknown", near: ["Europe/Berlin"] });
    expect(readZone("nowhere at all").kind).toBe("unknown");
    expect(readZone("+03:00").kind).toBe("unknown");
  });

  it("works with the clock of this runtime, each of them", () => {
    for (const zone of zones())
      expect(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone), zone).not.toThrow();
  });
});

describe("a person's limit", () => {
  const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

  it("is so many turns in a stretch of time, and each person's own", () => {
    const limit = createPersonLimit(2, 60);
    expect(limit.take("telegram:1", at(0))).toBe(0);
    expect(limit.take("telegram:1", at(10))).toBe(0);
    expect(limit.take("telegram:1", at(20))).toBe(40);
    expect(limit.take("telegram:2", at(20))).toBe(0);
    expect(limit.take("telegram:1", at(61))).toBe(0);
  });
});
