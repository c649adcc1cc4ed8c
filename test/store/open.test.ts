import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { refusal } from "./refusal.ts";
import { save } from "./writing.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-store-"));
  file = join(folder, "deep", "onrecord.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

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

  test("refuses what is no database, another program's, and a folder", async () => {
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
