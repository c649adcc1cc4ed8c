import { describe, expect, it } from "vitest";
import { latestSlot, nextSlot, nextSlots } from "../../src/delivery/schedule.ts";
import type { Schedule } from "../../src/model/digest.ts";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const daily = (at: string): Schedule => ({ every: "day", at, days: EVERY_DAY });
const at = (text: string) => Temporal.Instant.from(text);

describe("a schedule", () => {
  it("is local wall time", () => {
    expect(String(nextSlot(daily("08:00"), "Europe/Kyiv", at("2021-11-18T05:59:00Z")))).toBe("2021-11-18T06:00:00Z");
    expect(String(nextSlot(daily("08:00"), "Europe/Kyiv", at("2021-11-18T06:00:00Z")))).toBe("2021-11-19T06:00:00Z");
  });

  it("keeps its wall time when the clocks change", () => {
    const slots = nextSlots(daily("08:00"), "Europe/Berlin", at("2022-03-25T12:00:00Z"), 3);
    expect(slots.map(String)).toEqual(["2022-03-26T07:00:00Z", "2022-03-27T06:00:00Z", "2022-03-28T06:00:00Z"]);
  });

  it("takes the first instant after the gap in spring", () => {
    const slot = nextSlot(daily("02:30"), "Europe/Berlin", at("2022-03-26T12:00:00Z"));
    expect(String(slot)).toBe("2022-03-27T01:00:00Z");
  });

  it("comes once in the overlap in autumn", () => {
    const slots = nextSlots(daily("02:30"), "Europe/Berlin", at("2022-10-29T12:00:00Z"), 2);
    expect(slots.map(String)).toEqual(["2022-10-30T00:30:00Z", "2022-10-31T01:30:00Z"]);
    expect(String(nextSlot(daily("02:30"), "Europe/Berlin", at("2022-10-30T00:45:00Z")))).toBe("2022-10-31T01:30:00Z");
  });

  it("keeps to its days", () => {
    const weekly: Schedule = { every: "day", at: "09:00", days: [1] };
    expect(nextSlots(weekly, "UTC", at("2021-11-18T00:00:00Z"), 2).map(String)).toEqual([
      "2021-11-22T09:00:00Z",
      "2021-11-29T09:00:00Z",
    ]);
  });

  it("strikes the hour of the chat's own clocks", () => {
    const hourly: Schedule = { every: "hour" };
    expect(String(nextSlot(hourly, "UTC", at("2021-11-18T09:00:00Z")))).toBe("2021-11-18T10:00:00Z");
    expect(String(nextSlot(hourly, "Asia/Kolkata", at("2021-11-18T09:00:00Z")))).toBe("2021-11-18T09:30:00Z");
  });

  it("finds the latest missed slot, however long ago the first was", () => {
    const first = at("2021-11-18T08:00:00Z");
    expect(String(latestSlot(daily("08:00"), "UTC", first, at("2021-11-18T08:30:00Z")))).toBe("2021-11-18T08:00:00Z");
    expect(String(latestSlot(daily("08:00"), "UTC", first, at("2021-11-21T07:59:00Z")))).toBe("2021-11-20T08:00:00Z");
    expect(String(latestSlot({ every: "hour" }, "UTC", first, at("2022-11-18T08:59:00Z")))).toBe(
      "2022-11-18T08:00:00Z",
    );
  });

  it("gives each local day its slot exactly once over ten years of every zone's clock changes", () => {
    const wall = "02:30";
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      const end = at("2026-01-01T00:00:00Z");
      let change = at("2016-01-01T00:00:00Z").toZonedDateTimeISO(zone).getTimeZoneTransition("next");
      while (change !== null && Temporal.Instant.compare(change.toInstant(), end) < 0) {
        const from = change.toInstant().subtract({ hours: 60 });
        const slots = nextSlots(daily(wall), zone, from, 5);
        const days = slots.map((slot) => slot.toZonedDateTimeISO(zone).toPlainDate().toString());
        expect(new Set(days).size, `${zone} ${change}`).toBe(5);
        for (const slot of slots) {
          const local = slot.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
          const isAfterGap = local > wall || local < wall;
          if (isAfterGap) expect(String(slot), `${zone} ${slot}`).toBe(String(change.toInstant()));
        }
        change = change.getTimeZoneTransition("next");
      }
    }
  }, 60_000);
});
