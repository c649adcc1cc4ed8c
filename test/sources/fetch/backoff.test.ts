import { expect, test } from "vitest";
import { isPublicAddress } from "../../../src/sources/fetch/address-guard.ts";
import { backoffMinutes, retryAfter } from "../../../src/sources/fetch/backoff.ts";

test("waits twice as long after each failure, a day at most, with the half at random", () => {
  expect([1, 2, 3, 30].map((errors) => backoffMinutes(errors, () => 1))).toEqual([5, 10, 20, 1440]);
  expect(backoffMinutes(1, () => 0)).toBe(2.5);
});

test("reads Retry-After in seconds and as a date, never more than a day ahead nor behind", () => {
  const now = Temporal.Instant.from("2021-11-18T09:00:00Z");
  const read = (header: string | undefined): string | undefined => retryAfter(header, now)?.toString();
  expect(read("120")).toBe("2021-11-18T09:02:00Z");
  expect(read("Thu, 18 Nov 2021 10:00:00 GMT")).toBe("2021-11-18T10:00:00Z");
  expect(read("Thu, 18 Nov 2020 10:00:00 GMT")).toBe("2021-11-18T09:00:00Z");
  expect(read("999999999")).toBe("2021-11-19T09:00:00Z");
  expect(read("soon")).toBeUndefined();
  expect(read(undefined)).toBeUndefined();
});

test.each(["8.8.8.8", "2606:4700::1111"])("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));

test.each([
  "0.0.0.0",
  "10.1.1.1",
  "100.64.0.1",
  "127.0.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "192.168.1.1",
  "192.0.0.1",
  "198.18.0.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "fe80::1",
  "fc00::1",
  "ff02::1",
  "::ffff:10.0.0.1",
  "2002:a00:1::",
  "64:ff9b::a00:1",
  "2001:db8::1",
  "nonsense",
])("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));
