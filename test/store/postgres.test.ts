// What is PostgreSQL's alone: how it refuses, and what holds when it goes away or the line to it is cut.

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { tendStore } from "../../src/store/tend.ts";
import { ask, corpusAddress, newDatabase } from "../support/engines.ts";
import { type Fate, type Line, openLine, startPostgres } from "../support/postgres-server.ts";
import { refusal } from "./refusal.ts";
import { save } from "./writing.ts";

function withParts(address: string, parts: Partial<Pick<URL, "username" | "password" | "pathname" | "port">>): string {
  return Object.assign(new URL(address), parts).href;
}

describe("a corpus of many ids", () => {
  const page = (offset: number) => ({ offset, limit: 20 });

  test("is searched in stretches: nothing is lost or doubled between them", async () => {
    const address = await corpusAddress("postgres");
    const store = await openStore(address);
    const ids: number[] = [];
    for (const next of [1, 100_000, 180_000, 199_000, 200_000]) {
      await ask(address, `select setval('article_id_seq', ${next})`);
      ids.push((await save(store, { title: `Harbour ${next}`, body: "The harbour closes." })).id);
    }
    const found = async (words: string) => (await store.articles.search(words, null, page(0))).items;
    for (const words of ["harbour", "harbo", "harbour close", '"the harbour"'])
      expect((await found(words)).map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(ids);
    await store.close();
  });

  test("what is thick among the newest is shown newest first, to the last", async () => {
    const address = await corpusAddress("postgres");
    const store = await openStore(address);
    const old = await save(store, { title: "Harbour, of old", body: "harbour harbour harbour" });
    await ask(address, "select setval('article_id_seq', 200000)");
    for (let n = 0; n < 45; n += 1) await save(store, { title: `${n}`, body: `The harbour closes, ${n}.` });
    const pages = await Promise.all([0, 20, 40].map((offset) => store.articles.search("harbour", null, page(offset))));
    expect(pages.map(({ order, more }) => [order, more])).toEqual([
      ["newest", true],
      ["newest", true],
      ["newest", false],
    ]);
    const ids = pages.flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids).toHaveLength(46);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect(ids.at(-1)).toBe(old.id);
    await store.close();
  });
});

describe("opening", { timeout: 120_000 }, () => {
  test("says what is wrong, and never the password", async () => {
    const address = await newDatabase();
    const secret = "pass-word%40";
    await ask(address, "drop role if exists guarded", `create role guarded login password 'right'`);
    const wrong = await refusal(withParts(address, { username: "guarded", password: secret }));
    expect(wrong).toMatch(/^guarded@127\.0\.0\.1:\d+\/onrecord_\w+: PostgreSQL refuses the password/);
    const told = [
      wrong,
      await refusal(withParts(address, { username: "nobody_here", password: secret })),
      await refusal(withParts(address, { pathname: "/not_there", password: secret })),
      await refusal(withParts(address, { port: "1", password: secret })),
      await refusal(`postgres://u:${secret}@host with spaces:99999999/x`),
      (await tendStore(withParts(address, { port: "1", password: secret }), ["check"])).lines.join(),
    ];
    expect(told[1]).toMatch(/refuses the user/);
    expect(told[2]).toMatch(/there is no such database/);
    expect(told[3]).toMatch(/does not answer/);
    expect(told[4]).toMatch(/is no address of a PostgreSQL database/);
    expect(told[5]).toMatch(/does not answer/);
    for (const line of told) expect(line).not.toMatch(/pass-word|right/);
  });

  test("refuses a user without rights, another program's tables, and a newer program's corpus", async () => {
    const address = await newDatabase();
    await ask(address, "drop role if exists guest", "create role guest login");
    await ask(address, "revoke create on schema public from public");
    expect(await refusal(withParts(address, { username: "guest" }))).toMatch(/no right to do that/);
    await ask(address, "create table songs (title text)");
    expect(await refusal(address)).toMatch(/another program's tables \(songs/);
    const newer = await newDatabase();
    await (await openStore(newer)).close();
    await ask(newer, "update meta set value = '999' where key = 'schema'");
    expect(await refusal(newer)).toMatch(/schema 999.*Start a newer OnRecord/);
  });

  test("works in the schema that the address names, beside another program's", async () => {
    const address = await newDatabase();
    await ask(address, "create table songs (title text)", "create schema press");
    const store = await openStore(`${address}?options=-csearch_path%3Dpress`);
    await save(store, { title: "Kept", body: "Words." });
    expect(await store.articles.count()).toBe(1);
    await store.close();
    const { rows } = await ask(address, "select tablename from pg_tables where schemaname = 'public'");
    expect(rows).toEqual([{ tablename: "songs" }]);
  });

  test("of many processes that open a new database at once, all succeed", async () => {
    const address = await newDatabase();
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(address)));
    expect(await stores[0]?.articles.count()).toBe(0);
    await Promise.all(stores.map((store) => store.close()));
    await expect(stores[0]?.articles.count()).rejects.toThrow("closed");
  });
});

describe("a line that is cut", { timeout: 120_000 }, () => {
  let address: string;
  let line: Line;
  let store: Store;
  beforeEach(async () => {
    address = await corpusAddress("postgres");
    line = await openLine(address);
    store = await openStore(`${line.address}?query_timeout=1000`);
  });
  afterEach(async () => {
    line.judge = () => "pass";
    await store.close();
    line.close();
  });

  /** This fate for the first piece that holds the words; all others pass. */
  function once(words: string, fate: Fate): () => boolean {
    let isDone = false;
    line.judge = (piece) => {
      if (isDone || !piece.includes(words)) return "pass";
      isDone = true;
      return fate;
    };
    return () => isDone;
  }

  const article = { title: "Once", url: "https://x.example/1", quotes: [{ content: "“A”", speaker: "Marie Curie" }] };

  async function expectOne(): Promise<void> {
    expect(await store.articles.count()).toBe(1);
    expect((await store.articles.latest(null, { offset: 0, limit: 9 })).items).toHaveLength(1);
    expect(await store.meta.check()).toEqual([]);
  }

  test.each([
    ["in the middle of a save", "insert into article", "cut before"],
    ["after a statement of it", "insert into article", "cut after"],
    ["before its commit", "commit\0", "cut before"],
    ["after its commit, before the answer", "commit\0", "cut after"],
  ] as const)("%s: it is saved once, and answered so", async (_, words, fate) => {
    const isDone = once(words, fate);
    expect(await save(store, article)).toEqual({ kind: "new", id: expect.any(Number) });
    expect(isDone()).toBe(true);
    await expectOne();
  });

  test("a commit that arrives late, when the work was done again already, comes to nothing", async () => {
    const marks = async () => (await ask(address, "select key from commit_mark")).rows.length;
    const before = await marks();
    once("commit\0", "cut, and pass late");
    const saving = save(store, article);
    await expect.poll(marks).toBe(before + 1);
    expect(await store.articles.count()).toBe(0);
    await line.release();
    expect((await saving).kind).toBe("new");
    await expectOne();
  });

  test("while reading: the answer comes all the same", async () => {
    await save(store, article);
    const isDone = once("select a.id", "cut before");
    expect((await store.articles.byUrl("https://x.example/1", null))?.title).toBe("Once");
    expect((await store.articles.latest(null, { offset: 0, limit: 1 })).items).toHaveLength(1);
    expect(isDone()).toBe(true);
  });

  test("a network that swallows everything is given up on", async () => {
    await save(store, article);
    const isDone = once("select a.id", "swallow");
    expect((await store.articles.latest(null, { offset: 0, limit: 1 })).items).toHaveLength(1);
    expect(isDone()).toBe(true);
  });

  test("a broken write takes nobody's connection", async () => {
    const broken = Array.from({ length: 30 }, (_, i) =>
      save(store, { title: `${i}`, bands: [Number.NaN], body: `${i}` }),
    );
    const outcomes = await Promise.allSettled(broken);
    expect(outcomes.every((outcome) => outcome.status === "rejected")).toBe(true);
    expect((await save(store, article)).kind).toBe("new");
    await expectOne();
  });
});

describe("a database that goes away", () => {
  test("in the middle of work: nothing acknowledged is lost, and work goes on when it is back", {
    timeout: 120_000,
  }, async () => {
    const server = await startPostgres();
    const store = await openStore(server.address);
    try {
      const saved: number[] = [];
      let isOver = false;
      const work = (async () => {
        for (let i = 0; !isOver; i += 1) {
          const { id } = await save(store, { title: `${i}`, url: `https://x.example/${i}`, body: `Body ${i}` });
          saved.push(id);
        }
      })();
      for (const what of ["stop", "kill", "stop"] as const) {
        const before = saved.length;
        await server.tell(what);
        await server.tell("start");
        await expect.poll(() => saved.length, { timeout: 20_000 }).toBeGreaterThan(before + 3);
      }
      isOver = true;
      await work;
      expect(await store.articles.count()).toBe(saved.length);
      expect(new Set(saved).size).toBe(saved.length);
      expect(await store.meta.check()).toEqual([]);
    } finally {
      await store.close();
      await server.close();
    }
  });

  test("and stays away: every question fails in words, none hangs", { timeout: 60_000 }, async () => {
    const server = await startPostgres();
    const store = await openStore(server.address, { patience: 300 });
    await save(store, { title: "Kept", body: "Words." });
    await server.tell("stop");
    const asked = [store.articles.count(), store.meta.set("a", "b"), store.leases.hold("x", "y", 1000)];
    for (const outcome of await Promise.allSettled(asked)) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { name: "StoreError" } });
      expect((outcome as PromiseRejectedResult).reason.message).toMatch(
        /PostgreSQL (does not answer|is starting or stopping)/,
      );
    }
    await server.tell("start");
    expect(await store.articles.count()).toBe(1);
    await store.close();
    await server.close();
  });
});
