// SQLite, embedded: one file, one writing and one reading connection, and what is SQLite's alone.
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import { backup } from "node:sqlite";
import type { Engine, Sql } from "./engine.ts";
import { StoreError } from "./failure.ts";
import { Connection, journalOf, MEMORY, openReader, openWriter } from "./sqlite-connection.ts";
import { explained } from "./sqlite-failure.ts";
import { SearchThread } from "./sqlite-thread.ts";
import { WriterTurn } from "./sqlite-turn.ts";
import { ARTICLE_WORDS, QUOTE_WORDS } from "./sqlite-words.ts";
import { nobodyWaiting, type WritersWaiting } from "./waiting.ts";
import { type Work, WriteLine } from "./write-line.ts";

/** About a hundred thousand articles. */
const LARGE = 1_000_000_000;

class SqliteEngine implements Engine {
  readonly clock = "cast(unixepoch('subsec') * 1000 as integer)";
  readonly articleWords = ARTICLE_WORDS;
  readonly quoteWords = QUOTE_WORDS;
  readonly #writer: Connection;
  /** Null for a corpus in memory, which only one connection can see: reads then take their turn among the writes. */
  readonly #reader: Connection | null;
  readonly #searcher: SearchThread | null;
  readonly #path: string;
  readonly #threadFrom: number;
  readonly #turn: WriterTurn;
  readonly #line = new WriteLine((works) => this.#commit(works));
  #reading: Promise<unknown> = Promise.resolve();
  readonly #isLogged: boolean;
  #log: FileHandle | null = null;
  #closed = false;

  constructor(path: string, options: SqliteOptions) {
    this.#path = path;
    this.#threadFrom = options.searchInThreadFrom ?? LARGE;
    const writer = openWriter(path, options.writesBack ?? true);
    this.#isLogged = journalOf(writer) === "wal";
    this.#turn = new WriterTurn(writer, options.waiting ?? nobodyWaiting(), options.givesWay ?? false);
    this.#writer = new Connection(writer);
    this.#reader = path === MEMORY ? null : new Connection(openReader(path));
    this.#searcher = path === MEMORY ? null : new SearchThread(path);
  }

  get shouldEnd(): boolean {
    return this.#turn.shouldEnd;
  }

  get wasAwaitedLong(): boolean {
    return this.#turn.wasAwaitedLong;
  }

  spell(statement: string): string {
    return statement;
  }

  clear(tables: readonly string[]): string[] {
    const deletes = tables.toReversed().map((table) => `delete from ${table}`);
    const words = ["article_words", "quote_words"].map(
      (table) => `insert into ${table} (${table}) values ('delete-all')`,
    );
    return [...deletes, ...words];
  }

  /** AUTOINCREMENT does so by itself. */
  async numberOn(): Promise<void> {}

  /** Nobody else writes while a transaction does. */
  hold(): string {
    return "";
  }

  read<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    const reader = this.#reader;
    if (reader === null) return this.write(work);
    if (this.#closed) return Promise.reject(new StoreError("The store is closed"));
    const result = this.#reading.then(async () => {
      reader.database.exec("begin");
      try {
        return await work(reader);
      } finally {
        if (reader.database.isTransaction) reader.database.exec("rollback");
      }
    });
    this.#reading = result.catch(() => {});
    return result;
  }

  glance<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.read(work);
  }

  snapshot<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.read(work);
  }

  search<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    if (this.#closed || this.#searcher === null || !this.#isLarge()) return this.read(work);
    return this.#searcher.read(work);
  }

  /** A small corpus is searched faster than a thread is asked. */
  #isLarge(): boolean {
    return statSync(this.#path).size >= this.#threadFrom;
  }

  write<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    if (this.#closed) return Promise.reject(new StoreError("The store is closed"));
    return this.#line.stand(work);
  }

  /** One of several that fails undoes all: a savepoint for each would copy every page it touches to a file, twice the time. */
  async #commit(works: readonly Work[]): Promise<readonly unknown[] | null> {
    const database = this.#writer.database;
    const values: unknown[] = [];
    try {
      await this.#turn.begin();
      for (const work of works) values.push(await work(this.#writer));
      this.#writer.runKept();
      database.exec("commit");
    } catch (error) {
      this.#writer.forgetKept();
      if (database.isOpen && database.isTransaction) database.exec("rollback");
      if (works.length > 1) return null;
      throw error;
    }
    await this.#reachDisk();
    return values;
  }

  /**
   * The disk is waited for here, where it blocks nobody, and not inside the commit: what `synchronous = full` does more than
   * `normal` is to flush the log at each commit.
   */
  async #reachDisk(): Promise<void> {
    if (!this.#isLogged) return;
    this.#log ??= await open(`${this.#path}-wal`, "r+");
    await this.#log.datasync();
  }

  /** Copies a stretch at a time, so that the process goes on answering; the name is given when the copy is whole. */
  readonly backup = async (file: string): Promise<void> => {
    if (existsSync(file)) throw new StoreError(`${file} exists already; name a file that does not`);
    mkdirSync(dirname(file), { recursive: true });
    const unfinished = `${file}.unfinished`;
    rmSync(unfinished, { force: true });
    await backup(this.#writer.database, unfinished, { rate: 500 });
    renameSync(unfinished, file);
  };

  check(): Promise<readonly string[]> {
    return this.write(async (sql) => {
      const integrity = await sql.all<{ integrity_check: string }>("pragma integrity_check(20)");
      const problems = integrity.map((row) => row.integrity_check).filter((line) => line !== "ok");
      const orphans = await sql.all<{ table: string; parent: string }>("pragma foreign_key_check");
      for (const { table, parent } of orphans.slice(0, 20))
        problems.push(`a row of ${table} names a missing ${parent}`);
      for (const table of ["article", "quote"]) problems.push(...(await textIndexProblems(sql, table)));
      return problems;
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#line.empty();
    await this.#reading;
    await this.#searcher?.close();
    await this.#log?.close();
    this.#reader?.close();
    this.#writer.close();
  }
}

export interface SqliteOptions {
  /** File size in bytes from which searches run in a thread of their own; left out: when it pays. */
  readonly searchInThreadFrom?: number;
  /** False leaves it to another thread to write the log back, which takes a while now and then; left out: true. */
  readonly writesBack?: boolean;
  /** Shared by the threads of this process that open the same file; left out: there is one. */
  readonly waiting?: WritersWaiting;
  /** Its writes let those of the other threads go first; left out: they do not. */
  readonly givesWay?: boolean;
}

/** Opens or creates a database file, or ":memory:". Throws StoreError, saying what is wrong with the file. */
export function openSqlite(path: string, options: SqliteOptions = {}): Engine {
  try {
    return new SqliteEngine(path, options);
  } catch (error) {
    throw explained(path, error);
  }
}

async function textIndexProblems(sql: Sql, table: string): Promise<string[]> {
  const problems: string[] = [];
  try {
    await sql.run(`insert into ${table}_words (${table}_words) values ('integrity-check')`);
  } catch (error) {
    problems.push(`the full-text index of ${table} is damaged: ${String(error)}`);
  }
  const missing = await sql.get<{ n: number }>(
    `select count(*) n from ${table} where id not in (select id from ${table}_words_docsize)`,
  );
  if ((missing?.n ?? 0) > 0) problems.push(`${missing?.n} rows of ${table} are not in its full-text index`);
  return problems;
}
