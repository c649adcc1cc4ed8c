import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { openCorpus } from "../support/engines.ts";
import { at, save } from "./writing.ts";

let store: Store;
beforeEach(async () => {
  store = await openCorpus();
  await save(store, {
    title: "Bridge falls in the north",
    outlet: "Alpha",
    published: "2026-01-02",
    stored: "2026-01-02T10:00:00Z",
    body: "A bridge fell.",
    story: {
      to: "new",
      title: "Bridge falls",
      terms: [
        ["bridge", 3],
        ["north", 1],
      ],
    },
  });
  await save(store, {
    title: "Collapse of a crossing",
    outlet: "Beta",
    published: "2026-01-01",
    stored: "2026-01-03T10:00:00Z",
    body: "The bridge is gone.",
    story: {
      to: "story",
      id: 1,
      terms: [
        ["bridge", 4],
        ["collapse", 1],
      ],
    },
  });
  await save(store, {
    title: "Election called",
    outlet: "Alpha",
    published: "2026-01-03",
    stored: "2026-01-03T11:00:00Z",
    body: "Voters go to the polls.",
    story: { to: "new", title: "Election", terms: [["election", 3]] },
  });
});
afterEach(() => store.close());

test("a story has its articles in order, its outlets and its days", async () => {
  expect(await store.stories.byId(1)).toEqual({
    id: 1,
    title: "Bridge falls",
    articles: 2,
    outlets: 2,
    began: "2026-01-02T10:00:00Z",
    lastActive: "2026-01-03T10:00:00Z",
  });
  expect((await store.stories.articles(1)).map((article) => article.outlet)).toEqual(["Beta", "Alpha"]);
});

test("candidates are recent or near in time, and share a term when asked", async () => {
  const query = { since: at("2026-01-03T00:00:00Z"), day: null, days: 0, limit: 10 };
  expect((await store.stories.candidates(query)).map((story) => story.id)).toEqual([2, 1]);
  expect((await store.stories.candidates({ ...query, terms: ["collapse", "x"] }))[0]).toMatchObject({
    id: 1,
    terms: [
      ["bridge", 4],
      ["collapse", 1],
    ],
    firstPublished: "2026-01-01",
    lastPublished: "2026-01-02",
  });
  const never = { ...query, since: at("2027-01-01T00:00:00Z") };
  expect(await store.stories.candidates(never)).toEqual([]);
  expect((await store.stories.candidates({ ...never, day: "2026-01-04", days: 1 })).map((story) => story.id)).toEqual([
    2,
  ]);
});

test("stories are found by headline words first, then by text", async () => {
  const ids = async (words: string) =>
    (await store.stories.find(words, { offset: 0, limit: 5 })).items.map((story) => story.id);
  expect(await ids("bridge")).toEqual([1]);
  expect(await ids("polls")).toEqual([2]);
  expect(await ids("nothing")).toEqual([]);
});

test("a window shows what was stored in it, widest reported first", async () => {
  const filters = { about: [], without: [], outlets: [], speakers: [] };
  const window = { from: "2026-01-01T00:00:00Z", until: "2026-01-03T23:00:00Z" };
  const all = await store.stories.inWindow(window, filters, 5);
  expect(all.map((story) => [story.id, story.inWindow.length])).toEqual([
    [1, 2],
    [2, 1],
  ]);
  const alpha = await store.stories.inWindow(window, { ...filters, outlets: ["alpha"], without: ["polls"] }, 5);
  expect(alpha.map((story) => [story.id, story.inWindow.length])).toEqual([[1, 1]]);
  const late = await store.stories.inWindow({ ...window, from: "2026-01-02T10:00:00Z" }, filters, 1);
  expect(late.map((story) => story.inWindow.map((article) => article.id))).toEqual([[3]]);
});

test("merging moves the articles and leaves no empty story", async () => {
  expect(await store.stories.merge(2, 1)).toBe(true);
  expect(await store.stories.byId(2)).toBeNull();
  expect((await store.stories.byId(1))?.articles).toBe(3);
  expect(await store.stories.merge(2, 1)).toBe(false);
  expect(await store.stories.merge(1, 1)).toBe(false);
  expect(await store.meta.check()).toEqual([]);
});

test("stories settled by two at once keep right counts, and none comes back from nowhere", async () => {
  const numbers = async (): Promise<(number | null)[]> =>
    (await store.articles.heads([1, 2, 3], null)).map(({ story }) => story);
  const [bridge, , election] = await numbers();
  // One has decided that article 2 goes to the election; meanwhile another has moved it to a story of its own.
  const own = await save(store, {
    title: "A third story",
    published: "2026-01-02",
    stored: "2026-01-04T10:00:00Z",
    story: { to: "new", title: "Third", terms: [["third", 1]] },
  });
  const third = (await store.articles.heads([own.id], null))[0]!.story!;
  await store.stories.settle(third, [2], [{ story: bridge!, terms: [["bridge", 1]] }]);
  await store.stories.settle(election!, [2], [{ story: bridge!, terms: [["bridge", 1]] }]);
  expect((await store.stories.byId(third))?.articles).toBe(1);
  expect((await store.stories.byId(election!))?.articles).toBe(2);
  // And one that was to take articles in is gone.
  await store.stories.merge(third, election!);
  await store.stories.settle(third, [1], [{ story: third, terms: [["third", 1]] }]);
  expect((await numbers())[0]).toBe(bridge);
  expect(await store.meta.check()).toEqual([]);
});

test("a candidate that was read before has its new terms", async () => {
  const query = { since: at("2026-01-01T00:00:00Z"), day: null, days: 0, limit: 10, terms: ["bridge"] };
  expect((await store.stories.candidates(query))[0]?.terms).toContainEqual(["bridge", 4]);
  await save(store, {
    title: "Bridge rebuilt",
    outlet: "Beta",
    published: "2026-01-04",
    stored: "2026-01-04T10:00:00Z",
    body: "The bridge stands again.",
    story: {
      to: "story",
      id: 1,
      terms: [
        ["bridge", 2],
        ["rebuilt", 1],
      ],
    },
  });
  expect((await store.stories.candidates(query))[0]?.terms).toEqual([
    ["bridge", 2],
    ["rebuilt", 1],
  ]);
});
