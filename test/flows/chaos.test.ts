// The short, seeded form of the chaos soak: six hours of three processes on one PostgreSQL, none of them safe.
import { expect, it } from "vitest";
import { chaosTest } from "../soak/chaos.ts";

const CHATS = 12;

it("three processes that are killed, cut off and restarted lose nothing, double nothing and take over in time", async () => {
  const counts = await chaosTest({ seed: 4, hours: 6, feeds: 10, chats: CHATS, calm: 1 }, () => {});
  console.info(JSON.stringify(counts));
  const { deliveries, feeds, ...rest } = counts;
  expect(deliveries.examples).toEqual([]);
  expect(deliveries).toMatchObject({ missed: 0, open: 0, missing: 0, doubled: 0, needless: 0 });
  // News of two hours at least: a blow to whoever visits the feeds puts news off, and an hour without any has no digest.
  expect(deliveries.sent).toBeGreaterThanOrEqual(2 * CHATS);
  expect(feeds).toMatchObject({ missing: 0, doubled: 0, strange: 0 });
  expect(feeds.expected).toBe(60);
  expect(rest).toMatchObject({ unanswered: 0, crashes: [], breaches: [], damage: [], exitCodes: [0, 0, 0] });
  for (const took of counts.takeovers) expect(took).toBeLessThan(15_000);
}, 600_000);
