// What the store's SQL is written with: lists of rows, and numbers known before the rows are there.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Sql } from "../../src/store/engine.ts";
import { inRoundNumbers, sendRows } from "../../src/store/lists.ts";
import { openEngine, openStore } from "../../src/store/open.ts";
import { corpusAddress } from "../support/engines.ts";
import { save } from "./writing.ts";

test("a list of any length comes whole and in order, in pieces of few lengths", () => {
  const lengths = new Set<number>();
  fc.assert(
    fc.property(fc.nat(1_000), (length) => {
      const list = Array.from({ length }, (_, i) => i);
      const pieces = [...inRoundNumbers(list)];
      for (const piece of pieces) lengths.add(piece.length);
      expect(pieces.flat()).toEqual(list);
    }),
  );
  expect(lengths.size).toBeLessThanOrEqual(15);
  expect(lengths).not.toContain(0);
});

test("rows are written in few statements, however many they are", async () => {
  const engine = await openEngine(await corpusAddress());
  const rows = Array.from({ length: 150 }, (_, i) => [`gram ${i}`, `word ${i}`]);
  const statements: string[] = [];
  await engine.write(async (sql) => {
    const counting: Sql = Object.create(sql, {
      send: { value: (text: string, values: []) => [statements.push(text), sql.send(text, values)] },
    });
    sendRows(counting, "name_gram", ["gram", "word"], rows);
  });
  const held = await engine.read((sql) => sql.all<{ gram: string; word: string }>("select gram, word from name_gram"));
  expect(new Set(held.map(({ gram, word }) => `${gram} ${word}`)).size).toBe(150);
  expect(statements.length).toBeLessThanOrEqual(4);
  await engine.close();
});

test("numbers go on behind those given, also after a row is gone or a transaction failed", async () => {
  const address = await corpusAddress();
  const store = await openStore(address);
  await save(store, { title: "One", body: "1" });
  await store.close();
  const engine = await openEngine(address);
  const given = await engine.write(async (sql) => {
    const numbers = [...(await sql.numbers("article", 2)), ...(await sql.numbers("article", 1))];
    await sql.run("delete from article where id = 1");
    return [...numbers, await sql.numbers("story", 0)];
  });
  expect(given).toEqual([2, 3, 4, []]);
  await expect(
    engine.write(async (sql) => {
      await sql.numbers("article", 3);
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  const [next = 0] = await engine.write((sql) => sql.numbers("article", 1));
  expect(next).toBeGreaterThan(4);
  await engine.close();
});
