import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NO_FILTERS } from "../../src/model/digest.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { tendStore } from "../../src/store/tend.ts";
import { at, save } from "./writing.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-store-"));
  file = join(folder, "deep", "onrecord.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function refusal(address: string): Promise<string> {
  try {
    await (await openStore(address)).close();
    return "opened";
  } catch (error) {
    expect((error as Error).name).toBe("StoreError");
    return (error as Error).message;
  }
}

describe("opening", () => {
  test("makes the folder, keeps what was stored, and takes URLs", async () => {
    const first = await openStore(file);
    expect(await first.meta.isEmpty()).toBe(true);
    await save(first, { title: "Kept", body: "Words.", quotes: [] });
    await first.meta.set("annotator", "v7");
    await first.close();
    await first.close();
    await expect(first.articles.count()).rejects.toThrow("closed");
    const again = await openStore(`sqlite:${file}`);
    expect((await again.articles.byId(1, null))?.title).toBe("Kept");
    expect(await again.meta.get("annotator")).toBe("v7");
    expect(await again.meta.get("other")).toBeNull();
    await again.close();
  });

  test("refuses a corpus of a newer program, in words", async () => {
    await (await openStore(file)).close();
    const database = new DatabaseSync(file);
    database.exec("update meta set value = '999' where key = 'schema'");
    database.close();
    expect(await refusal(file)).toMatch(/schema 999.*Start a newer OnRecord/);
  });

  test("refuses what is no database, another program's, a folder, and PostgreSQL", async () => {
    const text = join(folder, "notes.db");
    writeFileSync(text, "This is no database, though it is long enough to be taken for one. ".repeat(50));
    expect(await refusal(text)).toMatch(/notes\.db is no OnRecord corpus/);
    const strange = join(folder, "strange.db");
    const database = new DatabaseSync(strange);
    database.exec("create table songs (title text)");
    database.close();
    expect(await refusal(strange)).toMatch(/another program's tables \(songs/);
    expect(await refusal(folder)).toMatch(/cannot be opened/);
    expect(await refusal(join(text, "x.db"))).toMatch(/cannot be (opened|written)/);
    expect(await refusal("postgres://localhost/x")).toMatch(/not supported yet/);
    expect(await refusal("mysql://localhost/x")).toMatch(/no database this program knows/);
    expect(await refusal(" ")).toMatch(/DATABASE_URL is empty/);
  });

  test("says so when another program has the file locked", async () => {
    await (await openStore(file)).close();
    const other = new DatabaseSync(file);
    other.exec("begin immediate");
    expect(await refusal(file)).toMatch(/locked by another program/);
    other.exec("rollback");
    other.close();
  });
});

describe("tending", () => {
  test("copies a corpus in use to a new file, which is sound", async () => {
    const store = await openStore(file);
    await save(store, { title: "Kept", quotes: [{ content: "“Words”", speaker: "Marie Curie" }] });
    const copy = join(folder, "copies", "copy.db");
    expect((await tendStore(store, ["backup", copy])).sound).toBe(true);
    expect((await tendStore(store, ["backup", copy])).lines[0]).toMatch(/exists already/);
    expect(await tendStore(store, ["check"])).toEqual({
      lines: ["The corpus is sound: 1 articles, 1 quotes."],
      sound: true,
    });
    expect((await tendStore(store, [])).sound).toBe(false);
    await store.close();
    const copied = await openStore(copy);
    expect((await copied.quotes.find({ words: "words", viewer: null, offset: 0, limit: 1 })).items).toHaveLength(1);
    await copied.close();
  });

  test("damage is told", async () => {
    await (await openStore(file)).close();
    const database = new DatabaseSync(file);
    database.exec("pragma foreign_keys = off");
    database.exec("insert into statement (audience, said_precision, said_evidence) values ('', 'unknown', 'none')");
    database.close();
    const store = await openStore(file);
    expect((await tendStore(store, ["check"])).lines.join()).toMatch(/1 statements without a quote/);
    await store.close();
  });
});

describe("transactions", () => {
  test("a failing one leaves nothing, and harms none of those beside it", async () => {
    const store = await openStore(file);
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
    const one = await openStore(file);
    const two = await openStore(file);
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

test("two openers of one file share the outbox, none doubled", async () => {
  const stores = [await openStore(file), await openStore(file)];
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
    const store = await openStore(file);
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
    const writer = spawn(process.execPath, [join(import.meta.dirname, "writer.ts"), file], {
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

test("a large corpus is searched in a thread, with the same answers", async () => {
  const store = await openStore(file, { searchInThreadFrom: 0 });
  await save(store, { title: "Bridges", quotes: [{ content: "“Build the bridge”", speaker: "Marie Curie" }] });
  const searches = Array.from({ length: 5 }, () => store.articles.search("bridge", null, { offset: 0, limit: 5 }));
  for (const found of await Promise.all(searches))
    expect(found.items.map((article) => article.title)).toEqual(["Bridges"]);
  expect((await store.quotes.find({ words: "bridge", viewer: null, offset: 0, limit: 5 })).items).toHaveLength(1);
  await save(store, { title: "More bridges", body: "Another bridge." });
  expect((await store.articles.search("bridge", null, { offset: 0, limit: 5 })).items).toHaveLength(2);
  await store.close();
  await expect(store.articles.search("bridge", null, { offset: 0, limit: 5 })).rejects.toThrow("closed");
});

test("a read sees nothing of a transaction under way", async () => {
  for (const address of [file, ":memory:"]) {
    const store = await openStore(address);
    const saving = save(store, { title: "Half", quotes: [{ content: "“A”", speaker: "Marie Curie" }] });
    for (let i = 0; i < 100; i += 1) {
      const quotes = await store.quotes.count();
      expect(await store.articles.count()).toBeGreaterThanOrEqual(quotes);
    }
    await saving;
    await store.close();
  }
});
