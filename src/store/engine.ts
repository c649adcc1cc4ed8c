// What the store's SQL stands on: the little that a database engine must offer, so that one set of SQL serves several.

export type Value = string | number | null;

/** Tables whose rows are numbered upwards and never bear a number twice. */
export type Numbered = "article" | "statement" | "quote" | "story" | "speaker";

/** A statement's way to the database. Placeholders are `?`, bound in order. */
export interface Sql {
  all<Row>(text: string, values?: readonly Value[]): Promise<Row[]>;
  get<Row>(text: string, values?: readonly Value[]): Promise<Row | undefined>;
  /** Gives the number of rows changed. */
  run(text: string, values?: readonly Value[]): Promise<number>;
  /** Like `run`, in its turn, but nobody waits for it: what fails is thrown by what is waited for later. */
  send(text: string, values: readonly Value[]): void;
  /** Like `run`, but at the end of the transaction: for what no other statement of it reads. */
  runLast(text: string, values: readonly Value[]): void;
  /** Inserts one row into a table with an `id`, and gives it. */
  insert(text: string, values: readonly Value[]): Promise<number>;
  /** So many numbers for new rows of a table, ascending: rows that know theirs can name one another before anybody waits. */
  numbers(table: Numbered, count: number): Promise<readonly number[]>;
}

/** Words to find together. A phrase has several words; `prefix` lets the last one go on. */
export interface Term {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** Every `all` term, one of each `any` group, and no `none` term. Facets are exact marks put beside a text, grouped like `any`. */
export interface TextQuery {
  readonly all: readonly Term[];
  readonly any?: readonly (readonly Term[])[];
  readonly none?: readonly Term[];
  readonly facets?: readonly (readonly string[])[];
  /** Only the title, of articles. */
  readonly titleOnly?: boolean;
}

/** Columns of the indexed table under `alias`, of rows that meet a condition, so many at most. */
export interface NewestRows {
  readonly columns: string;
  readonly alias: string;
  readonly condition: string;
  readonly values: readonly Value[];
  readonly limit: number;
}

/** A row's number and what its columns of the index hold. */
export type IndexedRow = readonly [id: number, columns: readonly string[]];

/** A full-text index over rows of one table, which no two engines spell alike. */
export interface TextIndex {
  /** Statements that make it, empty. */
  readonly create: readonly string[];
  /** For rows that are not indexed yet. */
  add(sql: Sql, rows: readonly IndexedRow[]): void;
  /** For one that may be. */
  put(sql: Sql, id: number, columns: readonly string[]): void;
  remove(sql: Sql, id: number): void;
  /** Sort expression for `known`, best first when ascending: for few rows, since each is scored. */
  readonly rank: string;
  /** FROM and WHERE that give rows of the indexed table under `alias` that are known to match: a `?` for `compile`d text, then their ids. */
  known(alias: string, ids: string): string;
  /** Ids of matching rows, newest stored first: all of them, or, when they are more than `most`, some of the newest. */
  ids(sql: Sql, text: string, most: number): Promise<{ readonly ids: readonly number[]; readonly areAll: boolean }>;
  /** Newest stored first, without looking at all that match. */
  newest<Row>(sql: Sql, text: string, wanted: NewestRows): Promise<Row[]>;
  /** Condition on an id expression: is it among the rows that match? One `?` for the text, two for the lowest and highest id. */
  among(id: string): string;
  compile(query: TextQuery): string;
}

/**
 * Writers that must not work at the same time name the same turn: what they read must still hold when they write. All others
 * are kept apart by the rows they change, or `hold`.
 */
export type Turn = "schema" | "corpus" | "claims" | "subscriptions" | "feeds";

export interface Engine {
  /** One snapshot for all the statements of `work`, which must wait for nothing but them. */
  read<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  /** Like `read`, but each statement may see a moment of its own: for one statement, or several that need not agree. */
  glance<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  /** Like `read`, for work that may take long: on a large corpus it runs beside the process's own thread. */
  search<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  /**
   * One transaction; when `work` throws, nothing of it stays. `work` must wait for nothing but its statements, and change nothing
   * but rows, since it may be run again.
   */
  write<Result>(work: (sql: Sql) => Promise<Result>, turn?: Turn): Promise<Result>;
  /** Had a transaction of many changes better end now, for others' sake? Only where one writes at a time. */
  readonly shouldEnd: boolean;
  /** Has another writer waited long, a moment ago? */
  readonly wasAwaitedLong: boolean;
  /** A statement of the schema, written as SQLite reads it, in this engine's words. */
  spell(statement: string): string;
  /**
   * What ends a select that keeps its rows (of `alias`) from other writers until the transaction is over. Rows another writer
   * keeps are waited for and looked at anew, or passed over.
   */
  hold(alias: string, kept: "wait" | "pass over"): string;
  /** Expression for this moment by the database's clock, in milliseconds since 1970. */
  readonly clock: string;
  /** Like `read`, for work that takes its time and waits for other things between its statements. */
  snapshot<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  readonly articleWords: TextIndex;
  readonly quoteWords: TextIndex;
  /** Statements that empty these tables, named with parents before children, and both text indexes. */
  clear(tables: readonly string[]): readonly string[];
  /** New rows of a table get numbers beyond those it holds, after rows with numbers were put in. */
  numberOn(sql: Sql, table: string): Promise<void>;
  /** Its own way to copy itself to a file while it is in use; null: it is copied row by row. */
  readonly backup: ((file: string) => Promise<void>) | null;
  /** Damage the engine itself can see, in words. */
  check(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What a family of the store asks of an engine; or, as well, of one transaction of it. */
export type Access = Pick<Engine, "read" | "glance" | "search" | "write" | "hold" | "articleWords" | "quoteWords">;

/** An open transaction, for families that work in it: what they read is what it has written. */
export function within(engine: Engine, sql: Sql): Access {
  const here = <Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> => work(sql);
  const { articleWords, quoteWords } = engine;
  return {
    read: here,
    glance: here,
    search: here,
    write: here,
    hold: (...which) => engine.hold(...which),
    articleWords,
    quoteWords,
  };
}
