import { describe, expect, test } from "vitest";
import { dateInUrl } from "../../src/sources/url-date.ts";
import { readWrittenDate } from "../../src/sources/written-date.ts";

describe("a written date", () => {
  test.each([
    ["2021-11-18", "2021-11-18", "day"],
    ["20211118", "2021-11-18", "day"],
    ["2021-11-18T10:15:00Z", "2021-11-18T10:15:00Z", "minute"],
    ["2021-11-18T10:15:00.123+03:00", "2021-11-18T07:15:00Z", "minute"],
    ["2021-11-18 10:15", "2021-11-18", "day"],
    ["2021-11", "2021-11", "month"],
    ["2021", "2021", "year"],
    ["Thu, 18 Nov 2021 10:15:00 GMT", "2021-11-18T10:15:00Z", "minute"],
    ["Thu, 18 Nov 21 10:15 EST", "2021-11-18T15:15:00Z", "minute"],
    ["18 Nov 2021 10:15:00 -0500", "2021-11-18T15:15:00Z", "minute"],
    ["November 18, 2021", "2021-11-18", "day"],
    ["Nov. 18, 2021 at 4:05 PM EST", "2021-11-18T21:05:00Z", "minute"],
    ["18 November 2021", "2021-11-18", "day"],
    ["18th of November 2021", "2021-11-18", "day"],
    ["November 2021", "2021-11", "month"],
    ["18.11.2021", "2021-11-18", "day"],
    ["18/11/2021", "2021-11-18", "day"],
    ["11/18/2021", "2021-11-18", "day"],
    ["18. November 2021", "2021-11-18", "day"],
    ["18 novembre 2021", "2021-11-18", "day"],
    ["18 de noviembre de 2021", "2021-11-18", "day"],
    ["18 ноября 2021", "2021-11-18", "day"],
    ["18. März 2021", "2021-03-18", "day"],
    ["1637230500", "2021-11-18T10:15:00Z", "minute"],
    ["1637230500000", "2021-11-18T10:15:00Z", "minute"],
    ["Thu Nov 18 10:15:00 2021 UTC", "2021-11-18T10:15:00Z", "minute"],
    ["2004년 01월 08일", "2004-01-08", "day"],
  ])("%s", (written, value, precision) => {
    expect(readWrittenDate(written)).toEqual({ value, precision });
  });

  test.each(["03/04/2021", "soon", "2021-13-40", "31 February 2021", "", "12:30", "Friday", "the 2021 season", "May"])(
    "is not invented: %j",
    (written) => {
      expect(readWrittenDate(written)).toBeNull();
    },
  );

  test("without a zone takes the feed's", () => {
    expect(readWrittenDate("2021-11-18 10:15", { zone: "+02:00" })?.value).toBe("2021-11-18T08:15:00Z");
    expect(readWrittenDate("03/04/2021", { order: "day first" })?.value).toBe("2021-04-03");
  });

  test.each([
    ["https://a.example/world/2021/11/18/title", "2021-11-18"],
    ["https://a.example/2021/nov/18/title", "2021-11-18"],
    ["https://a.example/news/20211118-title", "2021-11-18"],
    ["https://a.example/2021/11/title", "2021-11"],
    ["https://a.example/article/12345678", undefined],
    ["https://a.example/?date=2021-11-18", undefined],
  ])("in an address: %s", (url, value) => {
    expect(dateInUrl(url)?.value).toBe(value);
  });
});
