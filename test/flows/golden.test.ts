// What a person reads, word for word: the sample's editions and pages as plain terminal text. A change of wording or choice
// shows here as a difference to look at; `npx vitest run -u test/flows/golden.test.ts` accepts it.
import { beforeAll, describe, expect, it } from "vitest";
import { sampleDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await sampleDesk();
});

const ASKED: readonly (readonly [file: string, line: string, now: string])[] = [
  ["daily", "/digest daily", "2021-11-19T08:00Z"],
  ["weekly", "/digest weekly", "2021-11-22T08:00Z"],
  ["on-this-date", "/digest on-this-date", "2022-11-18T08:00Z"],
  ["who-putin", "/who putin", "2022-11-18T08:00Z"],
  ["who-lavrov", "/who lavrov", "2022-11-18T08:00Z"],
  ["who-peskov", "/who peskov", "2022-11-18T08:00Z"],
  ["story", "/story red lines", "2022-11-18T08:00Z"],
  ["summary", "/summary patience has come to an end", "2022-11-18T08:00Z"],
  ["quote", "/quote putin red lines", "2022-11-18T08:00Z"],
];

describe("the sample, word for word", () => {
  it.each(ASKED)("%s", async (file, line, now) => {
    const said = await desk.say(line, 1, Temporal.Instant.from(now));
    await expect(said).toMatchFileSnapshot(`golden/${file}.txt`);
    expect(await desk.say(line, 1, Temporal.Instant.from(now)), "asked again").toBe(said);
  });
});
