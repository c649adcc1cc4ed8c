import { describe, expect, it } from "vitest";
import { quietUntil } from "../../src/delivery/quiet.ts";

const NIGHT = { from: "22:00", until: "07:00", mode: "held" } as const;
const at = (text: string) => Temporal.Instant.from(text);

describe("quiet hours", () => {
  it("run over midnight on the chat's clocks", () => {
    expect(String(quietUntil(NIGHT, "Europe/Kyiv", at("2021-11-18T21:00:00Z")))).toBe("2021-11-19T05:00:00Z");
    expect(String(quietUntil(NIGHT, "Europe/Kyiv", at("2021-11-19T03:00:00Z")))).toBe("2021-11-19T05:00:00Z");
    expect(quietUntil(NIGHT, "Europe/Kyiv", at("2021-11-19T05:00:00Z"))).toBeNull();
    expect(quietUntil(NIGHT, "UTC", at("2021-11-18T21:59:00Z"))).toBeNull();
  });

  it("may lie within a day, or be none", () => {
    const noon = { from: "12:00", until: "14:00", mode: "silent" } as const;
    expect(String(quietUntil(noon, "UTC", at("2021-11-18T13:00:00Z")))).toBe("2021-11-18T14:00:00Z");
    expect(quietUntil(noon, "UTC", at("2021-11-18T15:00:00Z"))).toBeNull();
    expect(quietUntil(null, "UTC", at("2021-11-18T15:00:00Z"))).toBeNull();
  });
});
