// What an operator sees of a first fill: a line now and then, and a bar that ends.
import { expect, it } from "vitest";
import { createFirstFill, fillBar, fillLine } from "../../src/newsroom/first-fill.ts";
import { openStore } from "../../src/store/open.ts";

const NOW = Temporal.Instant.from("2021-11-18T09:00:00Z");

it("tells ten times how far it has come, each feed counted once, and those fetched before not at all", async () => {
  const store = await openStore(":memory:");
  for (let at = 0; at < 52; at++) await store.feeds.add(`https://paper${at}.example/feed`, null, NOW);
  const [old] = await store.feeds.claim("test", NOW, 60_000, 1);
  await store.feeds.finish(old!.id, "test", { nextPoll: NOW, error: null }, NOW);
  const feeds = await store.feeds.list();
  const filling = createFirstFill(feeds);
  const told = feeds
    .flatMap((feed) => [filling.count(feed, 7), filling.count(feed, 7)])
    .filter((fill) => fill !== null);
  expect(told).toHaveLength(51);
  const lines = told.filter(({ isMilestone }) => isMilestone).map(fillLine);
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe("first fill: 6 of 51 feeds, 42 articles");
  expect(lines.at(-1)).toBe("first fill: 51 of 51 feeds, 357 articles");
  expect(told.map(fillBar).filter((bar) => bar.endsWith("\n"))).toHaveLength(1);
  await store.close();
});
