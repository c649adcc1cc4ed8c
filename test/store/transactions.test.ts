// What holds when several write at once, fail, or are killed.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { NO_FILTERS } from "../../src/model/digest.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { isAnybody, nobodyWaiting } from "../../src/store/waiting.ts";
import { corpusAddress, ENGINE } from "../support/engines.ts";
import { annotationOf, at, optionsOf, save, textOf } from "./writing.ts";

let address: string;
beforeEach(async () => {
  address = await corpusAddress();
});

describe("transactions", () => {
  test("a failing one leaves nothing, and harms none of those beside it", async () => {
    const store = await openStore(address);
    const broken = save(store, { title: "Broken", bands: [Number.NaN], body: "x" });
    const others = [save(store, { title: "One", body: "1" }), save(store, { title: "Two", body: "2" })];
    await expect(broken).rejects.toThrow();
    await Promise.all(others);
    const held = await store.articles.latest(null, { offset: 0, limit: 9 });
    expect(held.items.map((article) => article.title).toSorted()).toEqual(["One", "Two"]);
    expect(await store.meta.check()).toEqual([]);
    await store.close();
  });

  test("two openers of one file see each other's work and lose none", async () => {
    const one = await openStore(address);
    const two = await openStore(address);
    const writes = Array.from({ length: 40 }, (_, i) =>
      save(i % 2 === 0 ? one : two, { title: `${i}`, body: `Body ${i}` }),
    );
    await Promise.all(writes);
    expect(await one.articles.count()).toBe(40);
    expect(await two.articles.count()).toBe(40);
    await one.close();
    await two.close();
  });
});

describe("changes in turn", () => {
  const FLOOD = { title: "Flood", body: "The river rose.", terms: [["flood", 4]] } as const;
  const candidates = { since: at("2020-01-01T00:00:00Z"), day: null, days: 0, limit: 5 };

  test("see what they have written, and are kept whole", async () => {
    const store = await openStore(address);
    const [seen] = await store.inTurn([
      async (corpus) => {
        const { id } = await corpus.articles.save(textOf(FLOOD), annotationOf(FLOOD), optionsOf(FLOOD));
        return [(await corpus.articles.byId(id, null))?.title, (await store.articles.byId(id, null))?.title];
      },
    ]);
    // Whoever reads elsewhere sees all of it or nothing.
    expect(seen).toEqual(["Flood", undefined]);
    expect(await store.articles.count()).toBe(1);
    await store.close();
  });

  test("give way to another writer where only one can write, and are all made where nobody waits", async () => {
    const waiting = nobodyWaiting();
    const [patient, hasty] = [
      await openStore(address, { waiting, givesWay: true }),
      await openStore(address, { waiting }),
    ];
    let claim: Promise<unknown> | null = null;
    const made: string[] = [];
    const change = (name: string) => async (): Promise<string> => {
      made.push(name);
      claim ??= hasty.claims.take("an update", "hasty", 1_000);
      while (name === "first" && ENGINE === "sqlite" && !isAnybody(waiting)) await turn();
      return name;
    };
    const some = await patient.inTurn([change("first"), change("second")]);
    expect(some).toEqual(ENGINE === "sqlite" ? ["first"] : ["first", "second"]);
    expect(await claim).toBe("ours");
    expect(await hasty.inTurn([change("third"), change("fourth")])).toEqual(["third", "fourth"]);
    expect(made).toEqual([...some, "third", "fourth"]);
    for (const store of [patient, hasty]) await store.close();
  });

  test("leave nothing when one fails, and nothing of it is remembered", async () => {
    const store = await openStore(address);
    const story = { to: "new", title: "Flood", terms: [["flood", 4]] } as const;
    await save(store, { ...FLOOD, story });
    const { id } = (await store.stories.candidates(candidates))[0]!;
    const grow = (term: string, fails: boolean): Promise<unknown> =>
      store.inTurn([
        async (corpus) => {
          const idea = { title: term, body: term, story: { to: "story", id, terms: [[term, 2]] } } as const;
          await corpus.articles.save(textOf(idea), annotationOf(idea), optionsOf(idea));
          const terms = (await corpus.stories.candidates(candidates))[0]?.terms;
          if (fails) throw new Error("no");
          return terms;
        },
      ]);
    await expect(grow("storm", true)).rejects.toThrow("no");
    expect(await store.articles.count()).toBe(1);
    // The story's terms are of the same version as those that came to nothing.
    expect(await grow("rain", false)).toEqual([[["rain", 2]]]);
    await store.close();
  });
});

test("two openers of one file share the outbox, none doubled", async () => {
  const stores = [await openStore(address), await openStore(address)];
  const [one] = stores;
  const key = { digest: "daily", window: { from: "2025-12-31T00:00:00Z", until: "2026-01-01T00:00:00Z" }, variant: "" };
  const now = at("2026-01-01T00:00:00Z");
  const edition = await one?.editions.save({ ...key, filters: NO_FILTERS, post: null, account: null }, now);
  const made = Array.from({ length: 60 }, async (_, i) => {
    const chat = { platform: "terminal" as const, id: `${i}`, thread: null };
    const schedule = { every: "hour" as const };
    await one?.subscriptions.create(
      { chat, digest: "daily", schedule, zone: "UTC", filters: NO_FILTERS, nextDue: now, createdBy: "" },
      1,
    );
  });
  await Promise.all(made);
  const planned = await Promise.all(
    stores.map(async (store) => {
      const due = await store.subscriptions.due(now, 100);
      const plans = due.map((each) => ({
        subscription: each.id,
        slot: each.nextDue,
        nextDue: now.add({ hours: 1 }),
        state: "planned" as const,
        edition: edition?.id ?? 0,
      }));
      return (await store.deliveries.plan(plans, now)).filter((id) => id !== null);
    }),
  );
  expect(planned.flat()).toHaveLength(60);
  const claimed: number[] = [];
  const work = async (store: Store, owner: string): Promise<void> => {
    for (;;) {
      const rows = await store.deliveries.claim({ owner, now, leaseMs: 60_000, limit: 7 });
      if (rows.length === 0) return;
      for (const { id } of rows) {
        claimed.push(id);
        await store.deliveries.finish(id, owner, "sent", null, now);
      }
    }
  };
  await Promise.all(stores.map((store, i) => work(store, `owner ${i}`)));
  expect(claimed.toSorted((a, b) => a - b)).toEqual(planned.flat().toSorted((a, b) => a - b));
  for (const store of stores) await store.close();
});

describe("kill -9", () => {
  test("loses nothing that was acknowledged and leaves no half of anything", { timeout: 60_000 }, async () => {
    const acknowledged = new Set<string>();
    for (const wait of [20, 90, 160, 45]) await writeAndKill(wait, acknowledged);
    const store = await openStore(address);
    expect(await store.meta.check()).toEqual([]);
    expect(acknowledged.size).toBeGreaterThanOrEqual(4);
    for (const line of acknowledged) {
      const [kind, number] = line.split(" ");
      if (kind === "saved") await expectWhole(store, Number(number));
      else expect(await store.deliveries.byId(Number(number)), line).toMatchObject({ state: "sent" });
    }
    await store.close();
  });

  async function expectWhole(store: Store, id: number): Promise<void> {
    const article = await store.articles.byId(id, null);
    const quotes = await store.quotes.ofArticle(id, null);
    expect([article?.id, quotes.length]).toEqual([id, 2]);
    expect(article?.body).toContain(quotes[0]?.words[0]);
  }

  /** Kills the writer so many milliseconds after its first acknowledgement. */
  function writeAndKill(wait: number, acknowledged: Set<string>): Promise<void> {
    const writer = spawn(process.execPath, [join(import.meta.dirname, "writer.ts"), address], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    return new Promise((resolve) => {
      let text = "";
      writer.stdout.on("data", (chunk: Buffer) => {
        if (text === "") setTimeout(() => writer.kill("SIGKILL"), wait);
        text += chunk.toString();
      });
      writer.on("close", () => {
        for (const line of text.split("\n").slice(0, -1)) acknowledged.add(line);
        resolve();
      });
    });
  }
});

test("a read sees nothing of a transaction under way", async () => {
  for (const place of ENGINE === "sqlite" ? [address, ":memory:"] : [address]) {
    const store = await openStore(place);
    const saving = save(store, { title: "Half", quotes: [{ content: "“A”", speaker: "Marie Curie" }] });
    for (let i = 0; i < 100; i += 1) {
      const quotes = await store.quotes.count();
      expect(await store.articles.count()).toBeGreaterThanOrEqual(quotes);
    }
    await saving;
    await store.close();
  }
});
