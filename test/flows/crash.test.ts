// The short, seeded form of the soak: killed again and again, every delivery is accounted for.
import { expect, it } from "vitest";
import { crashTest } from "../soak/crash.ts";

it("a bot that is killed again and again sends each digest once, or says that it cannot know", async () => {
  const counts = await crashTest({ deliveries: 100, kills: 5, seed: 5, speed: 3 }, () => {});
  console.info(JSON.stringify(counts));
  expect(counts.breaches).toEqual([]);
  expect(counts).toMatchObject({ doubled: 0, missing: 0, needless: 0, discordWithinWindow: 0, open: 0, refused: 0 });
  expect(counts.sent + counts.inDoubt).toBe(100);
}, 180_000);
