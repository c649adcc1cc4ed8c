// What an operator does with a corpus on either engine: check, back up, restore, copy, each cut short and repeated.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { NO_FILTERS } from "../../src/model/digest.ts";
import { copyCorpus } from "../../src/store/copy.ts";
import { STEPS, TABLES } from "../../src/store/copy-steps.ts";
import { openEngine, openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { tendStore } from "../../src/store/tend.ts";
import { corpusAddress, ENGINE, temporaryFolder } from "../support/engines.ts";
import { at, day, save } from "./writing.ts";

const NOW = at("2026-01-01T08:00:00Z");

/** Some of everything: revised, linked and replaced articles, links, subscriptions, deliveries, feeds, facts. */
async function fill(store: Store): Promise<void> {
  for (let i = 0; i < 12; i += 1) {
    await save(store, {
      title: `Bridge number ${i}`,
      outlet: i % 2 === 0 ? "Even" : "Odd",
      url: `https://x.example/${i}`,
      published: "2021-11-19",
      bands: [i, i + 1],
      story: { to: "new", title: `Story ${i}`, terms: [["bridge", 2]] },
      quotes: [
        { content: `“Words number ${i}”`, speaker: "Marie Curie", said: day("2021-11-18") },
        { content: `“More of ${i}”`, speaker: `Speaker ${i}` },
      ],
    });
  }
  const linked = { title: "Linked", url: "https://x.example/linked", chat: "telegram:1:7", body: "Linked words." };
  await save(store, linked);
  await save(store, { ...linked, chat: undefined, body: "Linked words, for all." } as never);
  await save(store, { title: "Bridge number 1", url: "https://x.example/1", body: "Quite another text of a bridge." });
  const key = { digest: "daily", window: { from: "2025-12-31T00:00:00Z", until: NOW.toString() }, filters: NO_FILTERS };
  const edition = await store.editions.save({ ...key, variant: "", post: { blocks: [] }, account: { a: 1 } }, NOW);
  const chat = { platform: "telegram", id: "1", thread: "7" } as const;
  const schedule = { every: "hour" } as const;
  const made = await store.subscriptions.create(
    { chat, digest: "daily", schedule, zone: "UTC", filters: NO_FILTERS, nextDue: NOW, createdBy: "telegram:1" },
    5,
  );
  if (made.kind !== "created") throw new Error(made.kind);
  const plan = { subscription: made.subscription.id, slot: NOW.toString(), nextDue: NOW.add({ hours: 1 }) };
  await store.deliveries.plan([{ ...plan, state: "planned", edition: edition.id }], NOW);
  await store.deliveries.claim({ owner: "a", now: NOW, leaseMs: 1000, limit: 1 });
  await store.deliveries.begin(1, "a", 0, NOW);
  await store.chats.setSettings(chat, { zone: "Europe/Kyiv", quiet: null });
  await store.chats.waitUntil(chat, NOW);
  await store.chats.once(chat, "told", NOW);
  await store.feeds.sync([{ url: "https://f.example/rss", outlet: "F" }], NOW);
  await store.feeds.markSeen(1, ["x", "y"], NOW);
  await store.meta.set("annotator", "v7");
}

/** What people see of a corpus, in one value. */
async function seen(store: Store): Promise<unknown> {
  const paging = { offset: 0, limit: 50 };
  const articles = Array.from({ length: 15 }, (_, i) => i + 1);
  return {
    articles: await Promise.all(articles.map((id) => store.articles.byId(id, "telegram:1:7"))),
    quotes: await Promise.all(articles.map((id) => store.quotes.ofArticle(id, "telegram:1:7"))),
    search: (await store.articles.search("bridge", null, paging)).items.map((hit) => hit.id).toSorted(),
    title: (await store.articles.byTitleWords("bridge numb", null, paging)).items.length,
    words: (await store.quotes.find({ ...paging, words: "words", speaker: 1, viewer: null })).items.length,
    linked: (await store.articles.search("linked", "telegram:1:7", paging)).items.map((hit) => hit.id),
    speakers: await store.speakers.top(20),
    near: await store.speakers.find("mari curi", null),
    stories: await store.stories.latest(paging),
    subscriptions: await store.subscriptions.byId(1),
    delivery: await store.deliveries.byId(1),
    chat: await store.chats.get({ platform: "telegram", id: "1", thread: "7" }),
    feed: await store.feeds.list(),
    unseen: await store.feeds.unseen(1, ["x", "z"]),
    fact: await store.meta.get("annotator"),
    counts: [await store.articles.count(), await store.quotes.count(), await store.deliveries.counts()],
    outlets: await store.articles.outlets(),
    edition: await store.editions.byId(1),
  };
}

async function filled(): Promise<{ address: string; shown: unknown }> {
  const address = await corpusAddress();
  const store = await openStore(address);
  await fill(store);
  const shown = await seen(store);
  await store.close();
  return { address, shown };
}

async function shownAt(address: string): Promise<unknown> {
  const store = await openStore(address);
  try {
    expect(await store.meta.check()).toEqual([]);
    return await seen(store);
  } finally {
    await store.close();
  }
}

test("a sound corpus is told so, and damage is told", async () => {
  const { address } = await filled();
  expect(await tendStore(address, ["check"])).toEqual({
    lines: ["The corpus is sound: 13 articles, 24 quotes."],
    sound: true,
  });
  const engine = await openEngine(address);
  await engine.write(async (sql) => {
    await sql.run("insert into statement (audience, said_precision, said_evidence) values ('', 'unknown', 'none')");
    engine.articleWords.remove(sql, 3);
  });
  await engine.close();
  const told = await tendStore(address, ["check"]);
  expect(told.sound).toBe(false);
  expect(told.lines.join("\n")).toMatch(/1 statements without a quote/);
  expect(told.lines.join("\n")).toMatch(/1 rows of article are not in its full-text index/);
});

test("a backup is one file that shows the same, and is restored into an empty corpus only", async () => {
  const { address, shown } = await filled();
  const file = join(temporaryFolder(), "deep", "backup.db");
  expect((await tendStore(address, ["backup", file])).lines).toEqual([`Copied the corpus to ${file}.`]);
  expect((await tendStore(address, ["backup", file])).lines[0]).toMatch(/exists already/);
  expect(await shownAt(file)).toEqual(shown);
  const restored = await corpusAddress();
  const told = await tendStore(restored, ["restore", file]);
  expect(told.lines.join()).toMatch(/^Copied 14 articles, 24 quotes, 1 subscriptions; all \d+ rows are there/);
  expect(await shownAt(restored)).toEqual(shown);
  const again = await tendStore(restored, ["restore", file]);
  expect(again).toMatchObject({ sound: false, lines: [expect.stringMatching(/no empty corpus \(14 articles/)] });
  const store = await openStore(restored);
  expect((await save(store, { title: "New", url: "https://x.example/new", body: "New." })).id).toBe(15);
  await store.close();
});

test("a corpus goes to the other engine and back without a difference", async () => {
  const { address, shown } = await filled();
  const other = await corpusAddress(ENGINE === "sqlite" ? "postgres" : "sqlite");
  expect((await tendStore("", ["copy", address, other])).sound).toBe(true);
  expect(await shownAt(other)).toEqual(shown);
  const back = await corpusAddress();
  expect((await tendStore("", ["copy", other, back])).sound).toBe(true);
  expect(await shownAt(back)).toEqual(shown);
});

test("a copy cut short at any step is never taken for a corpus, and goes on where it stopped", async () => {
  const { address, shown } = await filled();
  const source = await openEngine(address);
  const target = await corpusAddress();
  let steps = 0;
  for (let stop = 1; ; stop += 4) {
    const engine = await openEngine(target, { unfinished: true });
    let told = 0;
    const cut = copyCorpus(source, engine, () => {
      steps += 1;
      told += 1;
      if (told === stop) throw new Error("cut short");
    });
    const outcome = await cut.then(
      () => "whole",
      (error: Error) => error.message,
    );
    await engine.close();
    if (outcome === "whole") break;
    expect(outcome).toBe("cut short");
    await expect(openStore(target)).rejects.toThrow(/copy that was cut short/);
    expect((await tendStore(target, ["check"])).lines.join()).toMatch(/cut short/);
  }
  await source.close();
  expect(steps).toBeLessThan(STEPS.length + 10);
  expect(await shownAt(target)).toEqual(shown);
});

test("a copy cut short of a corpus that has changed since begins again", async () => {
  const { address } = await filled();
  const target = await corpusAddress();
  const source = await openEngine(address);
  const engine = await openEngine(target, { unfinished: true });
  let told = 0;
  const cut = copyCorpus(source, engine, () => {
    told += 1;
    if (told === 20) throw new Error("cut short");
  });
  await expect(cut).rejects.toThrow("cut short");
  await Promise.all([source.close(), engine.close()]);
  const store = await openStore(address);
  await save(store, { title: "Late", url: "https://x.example/late", body: "A late bridge." });
  const shown = await seen(store);
  await store.close();
  expect((await tendStore("", ["copy", address, target])).sound).toBe(true);
  expect(await shownAt(target)).toEqual(shown);
});

test("what cannot be done is said in a line", async () => {
  const folder = temporaryFolder();
  const nowhere = join(folder, "nowhere.db");
  expect((await tendStore(nowhere, [])).lines[0]).toBe("Say what to do with the corpus:");
  expect((await tendStore(nowhere, ["copy", "x"])).lines).toEqual(["Name both corpora: store copy FROM TO"]);
  expect((await tendStore(nowhere, ["restore", join(folder, "missing.db")])).lines[0]).toMatch(/no corpus at/);
  expect(existsSync(join(folder, "missing.db"))).toBe(false);
  expect((await tendStore(nowhere, ["migrate"])).lines[0]).toMatch(/schema \d+, the newest/);
});

test("every table is copied", async () => {
  const engine = await openEngine(join(temporaryFolder(), "x.db"));
  const tables = await engine.read((sql) =>
    sql.all<{ name: string }>(
      "select name from sqlite_master where type = 'table' and name not like '%\\_words%' escape '\\' and name not like 'sqlite%'",
    ),
  );
  await engine.close();
  expect(new Set(tables.map((table) => table.name))).toEqual(new Set([...TABLES, "meta", "lease", "claim"]));
});
