import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { openCorpus } from "../support/engines.ts";
import { day, save } from "./writing.ts";

let store: Store;
beforeEach(async () => {
  store = await openCorpus();
});
afterEach(() => store.close());

const LAVROV = "Sergei Lavrov";

async function said(content: string, published: string, own = {}, more = {}): Promise<void> {
  await save(store, {
    title: content,
    outlet: `Of ${content}`,
    published,
    quotes: [{ content, speaker: LAVROV, ...own }],
    ...more,
  });
}

test("candidates are the speaker's statements near the day, or of unknown day", async () => {
  await said("“Near by saying”", "2021-12-30", { said: day("2021-11-17") });
  await said("“Near by publication”", "2021-11-19");
  await said("“Far away”", "2021-06-01", { said: day("2021-05-30") });
  await save(store, { title: "undated", quotes: [{ content: "“No day at all”", speaker: LAVROV }] });
  await said("“That month”", "2022-03-01", { said: { value: "2021-11", precision: "month", evidence: "stated" } });
  await save(store, {
    title: "other",
    published: "2021-11-18",
    quotes: [{ content: "“Not he”", speaker: "Dmitry Peskov" }],
  });
  const query = { speaker: "sergei lavrov", day: "2021-11-18", days: 4, viewer: null, limit: 10 };
  const found = await store.statements.candidates(query);
  expect(found.map((statement) => statement.quotes[0]?.words[0]).toSorted()).toEqual([
    "Near by publication",
    "Near by saying",
    "No day at all",
    "That month",
  ]);
  expect(found.find((statement) => statement.id === 1)).toMatchObject({
    said: day("2021-11-17"),
    quotes: [{ content: "Near by saying", kind: "direct", published: "2021-12-30", article: 1 }],
  });
  expect(await store.statements.candidates({ ...query, speaker: "Nobody" })).toEqual([]);
  const newest = await store.statements.candidates({ ...query, day: null, limit: 2 });
  expect(newest.map((statement) => statement.quotes[0]?.words[0])).toEqual(["Near by publication", "Near by saying"]);
});

test("linking lends the day, counts outlets, and leaves no empty statement", async () => {
  await said("“We shall see”", "2021-11-18", { said: day("2021-11-18") });
  await said("“We will see”", "2021-11-19");
  expect(await store.statements.link(2, 1, day("2021-11-18"))).toBe(true);
  expect(await store.statements.byId(2, null)).toBeNull();
  const statement = await store.statements.byId(1, null);
  expect(statement?.wordings.map((wording) => [wording.words[0], wording.said.evidence, wording.outlets])).toEqual([
    ["We shall see", "stated", 2],
    ["We will see", "inferred", 2],
  ]);
  expect(await store.statements.link(2, 77, day("2021-11-18"))).toBe(false);
  expect(await store.statements.setSaid(1, day("2021-11-16"))).toBe(true);
  expect((await store.quotes.byId(2, null))?.said).toEqual(day("2021-11-16", "inferred"));
  expect((await store.quotes.byId(1, null))?.said).toEqual(day("2021-11-18"));
  expect(await store.meta.check()).toEqual([]);
});

test("two quotes of one article can be one statement", async () => {
  await save(store, {
    title: "twice",
    quotes: [
      { content: "“First half”", speaker: LAVROV },
      { content: "“Second half”", speaker: LAVROV, link: { to: "quote", index: 0, said: day("2020-01-01") } },
    ],
  });
  expect((await store.quotes.ofArticle(1, null)).map((quote) => quote.statement)).toEqual([1, 1]);
  expect((await store.quotes.byId(1, null))?.said).toEqual(day("2020-01-01", "inferred"));
});

test("a link to a statement that is gone makes a new one", async () => {
  await said("“Lost”", "2021-01-01", { link: { to: "statement", id: 999, said: day("2021-01-01") } });
  expect((await store.quotes.byId(1, null))?.statement).toBe(1);
});
