import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { tokensOf } from "../../src/store/tokens.ts";

/** Stretches of Unicode that SQLite's tables know, which are of version 6.1. */
const KNOWN = [
  [0x01, 0x37e],
  [0x386, 0x38a],
  [0x38e, 0x3a1],
  [0x3a3, 0x527],
  [0x5d0, 0x5ea],
  [0x620, 0x6ff],
  [0x904, 0x97f],
  [0xe01, 0xe3a],
  [0x1d00, 0x1dbf],
  [0x1e00, 0x1f15],
  [0x1f80, 0x1fb4],
  [0x2000, 0x2065],
  [0x2100, 0x2189],
  [0x2c60, 0x2c7f],
  [0x3041, 0x3096],
  [0x30a0, 0x30ff],
  [0x4e00, 0x4eff],
  [0xac00, 0xacff],
  [0xe000, 0xe0ff],
  [0xff10, 0xff5a],
] as const;

/** Two accents at once on an "a", which SQLite leaves. */
const LEFT = "Ǡǡ";

test("words are cut and folded as SQLite's full text does it", () => {
  const database = new DatabaseSync(":memory:");
  database.exec(`create virtual table texts using fts5 (text, tokenize = "unicode61 remove_diacritics 2");
    create virtual table terms using fts5vocab (texts, 'instance'); begin`);
  const insert = database.prepare("insert into texts (rowid, text) values (?, ?)");
  const texts = new Map<number, string>();
  for (const [first, last] of KNOWN) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCodePoint(code);
      if (!LEFT.includes(letter) && !/\p{Cn}/u.test(letter)) texts.set(code, `q${letter}q ${letter}w ${letter}`);
    }
  }
  for (const [code, text] of texts) insert.run(code, text);
  const rows = database.prepare("select doc, term from terms order by doc, offset").all() as {
    doc: number;
    term: string;
  }[];
  const theirs = Map.groupBy(rows, (row) => row.doc);
  for (const [code, text] of texts)
    expect(tokensOf(text), `U+${code.toString(16)}`).toEqual((theirs.get(code) ?? []).map((row) => row.term));
});

test("names and words of many scripts", () => {
  expect(tokensOf("Señor Müller’s café, naïve ЁЛКА; Σίσυφος 2021 e-mail")).toEqual([
    ..."senor muller s cafe naive ёлка σίσυφοσ 2021 e mail".split(" "),
  ]);
});
