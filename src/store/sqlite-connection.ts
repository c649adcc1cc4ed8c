// A connection to a SQLite file: how it is opened, its prepared statements, and what waits for the end of a transaction.
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Numbered, Sql, Value } from "./engine.ts";
import { refuseStrangers } from "./sqlite-failure.ts";

/**
 * Pages a connection keeps, in kilobytes: several threads may each have one. Whoever writes to a large corpus goes through the inner
 * pages of twenty indexes for each article; with them at hand it reads 120 pages from the file instead of 210.
 */
const READING_CACHE = 8_000;
const WRITING_CACHE = { least: 8_000, most: 32_000, share: 1 / 500 };
/** SQLite's own waiting blocks the whole process: after a blink the wait goes on outside it. */
const BLOCKING_MS = 1;
const STATEMENTS_KEPT = 500;
/** SQLite plans by the value of a bare one, and for that compiles the statement anew each time it is run. */
const BARE_LIMIT = /\blimit \?/gu;
/**
 * Pages of the log after which it is written back: in 16 MB pages that many articles change are written once. Who is not
 * to be held up by that leaves it to others, unless nobody does it.
 */
const LOGGED = 4_000;
const LOGGED_BY_NOBODY = 4 * LOGGED;
export const MEMORY = ":memory:";

/** One connection with its prepared statements. */
export class Connection implements Sql {
  readonly database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();
  #last: (readonly [text: string, values: readonly Value[]])[] = [];

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  #prepare(text: string, isRun = false): StatementSync {
    const held = this.#prepared.get(text);
    if (held !== undefined) return held;
    if (this.#prepared.size >= STATEMENTS_KEPT) {
      const oldest = this.#prepared.keys().next().value;
      if (oldest !== undefined) this.#prepared.delete(oldest);
    }
    const made = this.database.prepare(text.replaceAll(BARE_LIMIT, "limit +?"));
    // Every `run` reports the last row id, which FTS5 may leave beyond what a number holds. No statement that is run gives rows.
    if (isRun) made.setReadBigInts(true);
    this.#prepared.set(text, made);
    return made;
  }

  async all<Row>(text: string, values: readonly Value[] = []): Promise<Row[]> {
    return this.#prepare(text).all(...values) as Row[];
  }

  async get<Row>(text: string, values: readonly Value[] = []): Promise<Row | undefined> {
    return this.#prepare(text).get(...values) as Row | undefined;
  }

  async run(text: string, values: readonly Value[] = []): Promise<number> {
    return Number(this.#prepare(text, true).run(...values).changes);
  }

  async insert(text: string, values: readonly Value[]): Promise<number> {
    return Number(this.#prepare(text, true).run(...values).lastInsertRowid);
  }

  async numbers(table: Numbered, count: number): Promise<readonly number[]> {
    const last =
      (await this.get<{ seq: number }>("update sqlite_sequence set seq = seq + ? where name = ? returning seq", [
        count,
        table,
      ])) ??
      (await this.get<{ seq: number }>("insert into sqlite_sequence (name, seq) values (?, ?) returning seq", [
        table,
        count,
      ]));
    return Array.from({ length: count }, (_, i) => last!.seq - count + 1 + i);
  }

  send(text: string, values: readonly Value[]): void {
    this.#prepare(text, true).run(...values);
  }

  runLast(text: string, values: readonly Value[]): void {
    this.#last.push([text, values]);
  }

  /** Carries out what was kept for the end. */
  runKept(): void {
    for (const [text, values] of this.#last) this.#prepare(text, true).run(...values);
    this.#last = [];
  }

  forgetKept(): void {
    this.#last = [];
  }

  close(): void {
    this.#prepared.clear();
    if (this.database.isOpen) this.database.close();
  }
}

/** The connection that writes. `writesBack`: see OpenOptions. */
export function openWriter(path: string, writesBack: boolean): DatabaseSync {
  if (path !== MEMORY) mkdirSync(dirname(path), { recursive: true });
  const writer = connect(path, writingCache(path));
  writer.exec(`pragma journal_mode = wal; pragma wal_autocheckpoint = ${writesBack ? LOGGED : LOGGED_BY_NOBODY}`);
  // Where a file system knows no log, each commit waits for the disk itself.
  writer.exec(`pragma synchronous = ${journalOf(writer) === "wal" ? "normal" : "full"}`);
  refuseStrangers(writer);
  refuseReadOnly(writer);
  writer.exec(`pragma busy_timeout = ${BLOCKING_MS}`);
  return writer;
}

function writingCache(path: string): number {
  const { least, most, share } = WRITING_CACHE;
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return Math.round(Math.min(most, Math.max(least, (bytes / 1024) * share)));
}

export function journalOf(database: DatabaseSync): unknown {
  return database.prepare("pragma journal_mode").get()?.journal_mode;
}

/** One that only reads. */
export function openReader(path: string): DatabaseSync {
  return connect(path, READING_CACHE);
}

function connect(path: string, cache: number): DatabaseSync {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 2000 });
  database.exec(`pragma temp_store = memory; pragma cache_size = -${cache}; pragma journal_size_limit = 67108864;`);
  return database;
}

/** A file without write permission opens readily and fails at the first write: better to say so at once. */
function refuseReadOnly(database: DatabaseSync): void {
  database.exec("begin immediate; create table if not exists meta (key text primary key, value text not null); commit");
}
