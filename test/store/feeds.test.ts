import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { openCorpus } from "../support/engines.ts";
import { at } from "./writing.ts";

let store: Store;
beforeEach(async () => {
  store = await openCorpus();
});
afterEach(() => store.close());

const NOW = at("2026-03-01T08:00:00Z");
const A = { url: "https://a.example/feed", outlet: "Alpha" };
const B = { url: "https://b.example/feed", outlet: null };

test("the operator's file decides, but not over feeds added by command", async () => {
  await store.feeds.sync([A, B], NOW);
  const mine = await store.feeds.add("https://c.example/feed", "Gamma", NOW);
  await store.feeds.sync([{ ...A, outlet: "Alpha News" }], NOW);
  expect((await store.feeds.list()).map((feed) => [feed.url, feed.outlet, feed.origin])).toEqual([
    [A.url, "Alpha News", "file"],
    [mine.url, "Gamma", "command"],
  ]);
  expect((await store.feeds.byUrl(B.url))?.state).toBe("removed");
  await store.feeds.sync([A, B], NOW);
  expect((await store.feeds.byUrl(B.url))?.state).toBe("active");
});

test("a due feed is polled by one owner until the lease ends", async () => {
  await store.feeds.sync([A, B], NOW);
  expect(await store.feeds.nextPoll()).toBe(NOW.toString());
  const [first] = await store.feeds.claim("a", NOW, 1000, 1);
  const [second] = await store.feeds.claim("b", NOW, 1000, 5);
  expect([first?.url, second?.url]).toEqual([A.url, B.url]);
  expect(await store.feeds.claim("c", NOW, 1000, 5)).toEqual([]);
  const late = NOW.add({ seconds: 2 });
  expect((await store.feeds.claim("c", late, 1000, 5)).map((feed) => feed.url)).toEqual([A.url, B.url]);
  const outcome = { nextPoll: late.add({ hours: 1 }), error: null };
  expect(await store.feeds.finish(1, "a", outcome, late)).toBe(false);
  expect(await store.feeds.finish(1, "c", { ...outcome, etag: '"x"', newItems: 2 }, late)).toBe(true);
  expect(await store.feeds.byId(1)).toMatchObject({
    etag: '"x"',
    lastModified: null,
    errors: 0,
    items: 2,
    lastFetched: late.toString(),
    lastNew: late.toString(),
    nextPoll: late.add({ hours: 1 }).toString(),
  });
  expect(await store.feeds.release("c")).toBe(1);
});

test("errors are counted until a poll goes well", async () => {
  await store.feeds.sync([A], NOW);
  for (const error of ["503", "timed out", null]) {
    await store.feeds.claim("a", NOW, 1000, 1);
    await store.feeds.finish(1, "a", { nextPoll: NOW, error }, NOW);
    if (error === "timed out") expect(await store.feeds.byId(1)).toMatchObject({ errors: 2, lastError: "timed out" });
  }
  expect(await store.feeds.byId(1)).toMatchObject({ errors: 0, lastError: null });
});

test("a permanent move is remembered against the operator's file", async () => {
  await store.feeds.sync([A], NOW);
  await store.feeds.claim("a", NOW, 1000, 1);
  await store.feeds.finish(1, "a", { nextPoll: NOW, error: null, url: "https://new.example/feed" }, NOW);
  await store.feeds.sync([A], NOW);
  expect((await store.feeds.list()).map((feed) => feed.url)).toEqual(["https://new.example/feed"]);
});

test("seen items are told from new ones, per feed", async () => {
  await store.feeds.sync([A, B], NOW);
  await store.feeds.markSeen(1, ["x", "y"], NOW);
  expect(await store.feeds.unseen(1, ["z", "x", "z", "w"])).toEqual(["z", "w"]);
  expect(await store.feeds.unseen(2, ["x"])).toEqual(["x"]);
  const many = Array.from({ length: 1200 }, (_, i) => `item ${i}`);
  await store.feeds.markSeen(1, many, NOW.add({ hours: 1 }));
  expect(await store.feeds.unseen(1, [...many, "last"])).toEqual(["last"]);
  expect(await store.feeds.forgetSeen(NOW.add({ minutes: 1 }))).toBe(2);
  expect(await store.feeds.unseen(1, [])).toEqual([]);
  // What a feed goes on showing is not forgotten.
  await store.feeds.markSeen(2, ["x"], NOW);
  await store.feeds.markSeen(2, ["x"], NOW.add({ hours: 48 }));
  await store.feeds.forgetSeen(NOW.add({ hours: 24 }));
  expect(await store.feeds.unseen(2, ["x"])).toEqual([]);
});

test("a paused feed is not polled; resumed, it is due at once", async () => {
  await store.feeds.sync([A], NOW);
  await store.feeds.setState(1, "paused", NOW);
  expect(await store.feeds.claim("a", NOW.add({ hours: 24 }), 1000, 5)).toEqual([]);
  await store.feeds.sync([A], NOW);
  expect((await store.feeds.byId(1))?.state).toBe("paused");
  await store.feeds.setState(1, "active", NOW.add({ hours: 1 }));
  expect((await store.feeds.byId(1))?.nextPoll).toBe("2026-03-01T09:00:00Z");
});
