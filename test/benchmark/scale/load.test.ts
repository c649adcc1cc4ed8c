// The bulk loader writes what the store would have written.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore } from "../../../src/store/open.ts";
import { makeCorpus } from "./corpus.ts";
import { loadCorpus } from "./load.ts";

const ARTICLES = 150;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-load-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every table's rows, sorted; a full-text index by its words. */
function contents(file: string): Record<string, unknown[]> {
  const database = new DatabaseSync(file);
  database.exec(`create virtual table temp.article_vocabulary using fts5vocab(main, article_words, instance);
    create virtual table temp.quote_vocabulary using fts5vocab(main, quote_words, instance)`);
  const names = database
    .prepare("select name from sqlite_master where type = 'table' and name not glob '*_words*' order by name")
    .all()
    .map(({ name }) => String(name));
  const tables = [...names, "temp.article_vocabulary", "temp.quote_vocabulary"].map((name) => [
    name,
    database
      .prepare(`select * from ${name}`)
      .all()
      .map((row) => JSON.stringify(row))
      .sort(),
  ]);
  const indexes = database.prepare("select name from sqlite_master where type = 'index' order by name").all();
  database.close();
  return Object.fromEntries([...tables, ["indexes", indexes]]);
}

it("leaves every table as saving article by article does", async () => {
  const [loaded, saved] = [join(folder, "loaded.db"), join(folder, "saved.db")];
  await loadCorpus(loaded, ARTICLES);
  const store = await openStore(saved);
  const corpus = makeCorpus(ARTICLES);
  for (let n = 0; n < ARTICLES; n += 1) {
    const { text, annotation, options } = corpus.next();
    await store.articles.save(text, annotation, options);
  }
  const reopened = await openStore(loaded);
  expect(await reopened.meta.check()).toEqual([]);
  await Promise.all([store.close(), reopened.close()]);
  expect(contents(loaded)).toEqual(contents(saved));
});
