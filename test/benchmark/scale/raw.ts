// The least that any program would have to ask of the database for a question: one prepared statement, its rows thrown away.
import { rmSync } from "node:fs";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import pg from "pg";
import type { Value } from "../../../src/store/engine.ts";
import { nameKey } from "../../../src/store/fold.ts";
import { gramsOf } from "../../../src/store/slips.ts";
import type { Draw, Question } from "./questions.ts";

export type Floor = NonNullable<Question["floor"]>;

/** Runs a statement that is prepared at its first use. */
type Rows = (text: string, ...values: Value[]) => Promise<Record<string, unknown>[]>;

export interface Raw {
  readonly rows: Rows;
  /** What only this engine spells so. */
  readonly words: string;
  readonly search: string;
  /** The engine's words for two words together, and for a word of a speaker. */
  readonly both: (one: string, other: string) => string;
  readonly by: (word: string, speaker: number) => string;
  /** One durable transaction that changes next to nothing. */
  commit(): Promise<unknown>;
  close(): Promise<void>;
}

const LATEST = "select id from quote where speaker_id = ? order by sort_day desc, id desc limit 5";
const DAY = "select id from quote where month_day = ? order by sort_day desc limit 6";
const BEGINNING = `select s.name from speaker_name n join speaker s on s.id = n.speaker_id
  where n.key >= ? and n.key < ? order by s.quotes desc limit 25`;
const SLIP = "select word from name_gram where gram in (?, ?, ?, ?, ?) group by word order by count(*) desc limit 60";

/** Opens the database beside the store, by its address. */
export async function openRaw(address: string): Promise<Raw> {
  return address.startsWith("postgres:") ? rawPostgres(address) : rawSqlite(address);
}

function rawSqlite(file: string): Raw {
  const database = new DatabaseSync(file, { readOnly: true });
  const prepared = new Map<string, StatementSync>();
  let beside: DatabaseSync | null = null;
  let insert: StatementSync | null = null;
  /** In a file of its own on the same disk, as durable as the corpus. */
  const scratch = (): StatementSync => {
    beside ??= new DatabaseSync(`${file}-scratch`);
    if (insert === null) {
      beside.exec("pragma journal_mode = wal; pragma synchronous = full; create table if not exists row (id integer)");
      insert = beside.prepare("insert into row values (1)");
    }
    return insert;
  };
  return {
    async rows(text, ...values) {
      const statement = prepared.get(text) ?? database.prepare(text);
      prepared.set(text, statement);
      return statement.all(...values);
    },
    words: `select q.id from quote_words cross join quote q on q.id = quote_words.rowid
      where quote_words match ? order by quote_words.rowid desc limit 5`,
    search: "select rowid from article_words where article_words match ? order by rowid desc limit 5",
    both: (one, other) => `${one} AND ${other}`,
    by: (word, speaker) => `words : ${word} AND facets : s${speaker}`,
    commit: async () => scratch().run(),
    close: async () => {
      database.close();
      if (beside === null) return;
      beside.close();
      for (const left of ["", "-wal", "-shm"]) rmSync(`${file}-scratch${left}`, { force: true });
    },
  };
}

async function rawPostgres(address: string): Promise<Raw> {
  const client = new pg.Client(address);
  await client.connect();
  const names = new Map<string, string>();
  return {
    async rows(text, ...values) {
      const name = names.get(text) ?? `raw${names.size}`;
      names.set(text, name);
      let at = 0;
      return (await client.query({ name, text: text.replaceAll("?", () => `$${++at}`), values })).rows;
    },
    words: `select w.id from quote_words w where w.words @@ cast(? as tsquery) order by w.id desc limit 5`,
    search: `select w.id from article_words w where w.words @@ cast(? as tsquery) order by w.id desc limit 5`,
    both: (one, other) => `'${one}' & '${other}'`,
    by: (word, speaker) => `'${word}' & '#s${speaker}'`,
    commit: () => client.query("select txid_current()"),
    close: () => client.end(),
  };
}

/** Asks a raw question drawn as the others are. */
export async function askRaw(raw: Raw, floor: Floor, draw: Draw): Promise<unknown> {
  const speaker = async (): Promise<number> => {
    const [found] = await raw.rows("select id from speaker where key = ?", nameKey(draw.speaker()));
    return Number(found?.id ?? 0);
  };
  switch (floor) {
    case "latest":
      return raw.rows(LATEST, await speaker());
    case "words":
      return raw.rows(raw.words, raw.by(draw.word(), await speaker()));
    case "day":
      return raw.rows(DAY, draw.day());
    case "search":
      return raw.rows(raw.search, raw.both(draw.word(), draw.word()));
    case "beginning": {
      const typed = nameKey(draw.speaker().slice(0, 6));
      return raw.rows(BEGINNING, typed, `${typed}\u{10FFFF}`);
    }
    case "slip":
      return raw.rows(SLIP, ...gramsOf(nameKey(draw.speaker().split(" ")[1] ?? "")).slice(0, 5));
  }
}
