// The short form of the feed soak: a process follows 200 feeds on 50 hosts for a simulated week.
import { expect, it } from "vitest";
import { followFeeds, LEAST_GAP_MS } from "../soak/feeds.ts";

it("a week of 200 feeds that move, vanish, stall, lie and attack comes in as a reader would wish", async () => {
  const counts = await followFeeds({ feeds: 200, hosts: 50, articles: 2, days: 7, step: 12, good: 4 }, () => {});
  expect(counts.examples.filter((line) => !line.startsWith("toldLate"))).toEqual([]);
  expect(counts).toMatchObject({ missing: 0, doubled: 0, strange: 0, wrongTitle: 0, wrongDate: 0, intrusions: 0 });
  // A machine under load may time out now and then: then an article comes with a later visit.
  expect(counts.toldLate).toBeLessThan(counts.expected / 10);
  expect(counts.expected).toBeGreaterThan(250);
  expect(counts.mostAtOnce).toBe(1);
  expect(counts.leastGapMs).toBeGreaterThan(LEAST_GAP_MS);
  expect(counts.residentLate - counts.residentEarly).toBeLessThan(60);
  expect(counts.residentPeak).toBeLessThan(350);
  const [quotes, refused, feeds] = counts.answers;
  expect(quotes).toMatch(/“The matter of item\d+x\d+ is settled, and it will stay settled”/);
  expect(refused).toMatch(/operators of this bot/);
  expect(feeds).toMatch(/Feeds, \d+ in all[\s\S]*fetched [\s\S]*next /);
}, 600_000);
