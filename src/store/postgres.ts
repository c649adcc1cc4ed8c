// PostgreSQL: a pool of connections, how writers keep out of each other's way, and what happens when the database goes away.
import { randomInt } from "node:crypto";
import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Engine, Sql, Turn } from "./engine.ts";
import { StoreError } from "./failure.ts";
import { Connection, TYPES } from "./postgres-connection.ts";
import { explained, hadToYield, isCutOff, refused } from "./postgres-failure.ts";
import { CLOCK, CommitMarks, forgetOldMarks, isKept } from "./postgres-marks.ts";
import { prepare, problemsOf, spell } from "./postgres-schema.ts";
import { ARTICLE_WORDS, QUOTE_WORDS } from "./postgres-words.ts";
import { type Work, WriteLine } from "./write-line.ts";

/** How long a statement is tried again while the database is away. */
const PATIENCE_MS = 10_000;
const CONNECT_MS = 5_000;
const STATEMENT_MS = 20_000;
/** The client gives up a little after the server should have: then the network is gone. */
const ANSWER_MS = STATEMENT_MS + 3_000;
/**
 * A process that is cut off in the middle of a transaction keeps its locks until the server notices. It notices soon, since no
 * transaction of ours waits for anything but its own statements.
 */
const IDLE_MS = 5_000;
const CLOSE_MS = 3_000;
const CONNECTIONS = 10;

/** Advisory locks are named by two numbers; this one is ours. */
const OURS = 0x4f_6e_52;
const TURNS: readonly Turn[] = ["schema", "corpus", "claims", "subscriptions", "feeds"];

/**
 * Statements are written for SQLite's planner, which joins by walking indexes, and each has one good plan whatever its values:
 * planning it again takes longer than most of them run, and so does starting helpers. Reading every text of a table is never cheap, as
 * this planner takes it to be.
 */
const PLANNED = `set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_hashjoin = off;
  set enable_mergejoin = off; set random_page_cost = 1.1; set jit = off; set max_parallel_workers_per_gather = 0`;
const SNAPSHOT = "begin isolation level repeatable read, read only";

/**
 * Writers of one turn wait for one another by an advisory lock of the transaction, over all processes. The corpus has one turn,
 * since an article's save counts, links and recognises what other saves write; so have claims of the outbox, since two that run at
 * once would each take a delivery of the same chat without seeing the other's. Everything else is kept apart by its rows: a
 * compare-and-set in one statement, or a select that holds what it read (and passes over what another process has just taken).
 */
class PostgresEngine implements Engine {
  readonly clock = CLOCK;
  readonly articleWords = ARTICLE_WORDS;
  readonly quoteWords = QUOTE_WORDS;
  readonly backup = null;
  readonly shouldEnd = false;
  readonly wasAwaitedLong = false;
  readonly #place: string;
  readonly #pool: pg.Pool;
  readonly #sockets = new Set<Socket>();
  readonly #lines = new Map<Turn, WriteLine>();
  readonly #marks = new CommitMarks();
  readonly #patience: number;
  #closed = false;

  constructor(address: string, patience: number) {
    const config = {
      connectionString: address,
      application_name: "onrecord",
      types: TYPES,
      pipeline: true,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      query_timeout: ANSWER_MS,
      idle_in_transaction_session_timeout: IDLE_MS,
      stream: () => this.#socket(),
      max: CONNECTIONS,
      allowExitOnIdle: true,
    };
    this.#patience = patience;
    this.#place = placeOf(address);
    this.#pool = new pg.Pool(config as pg.PoolConfig);
    // A connection lost while nobody uses it is replaced when it is needed; one that is used tells its user.
    this.#pool.on("error", () => {});
    this.#pool.on("connect", (client) => {
      client.on("error", () => {});
      client.query(PLANNED).catch(() => {});
    });
  }

  /** A socket we know of, so that closing never waits for a network that is gone. */
  #socket(): Socket {
    const socket = new Socket();
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    return socket;
  }

  spell(statement: string): string {
    return spell(statement);
  }

  clear(tables: readonly string[]): string[] {
    return [`truncate ${[...tables, "article_words", "quote_words", "word"].join(", ")}`];
  }

  async numberOn(sql: Sql, table: string): Promise<void> {
    await sql.get(
      `select setval(pg_get_serial_sequence('${table}', 'id'), max(id)) from ${table} having max(id) is not null`,
    );
  }

  hold(alias: string, kept: "wait" | "pass over"): string {
    return `for update of ${alias}${kept === "wait" ? "" : " skip locked"}`;
  }

  read<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.#reading([SNAPSHOT], work);
  }

  /** A transaction's beginning and end take as long as most statements. */
  glance<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.#reading([], work);
  }

  /**
   * The database searches in a process of its own already. A list of places that outgrows `work_mem` is cut down to pages, of which
   * every text would be read.
   */
  search<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.#reading([SNAPSHOT, "set local work_mem = '64MB'"], work);
  }

  snapshot<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    const unhurried = [
      SNAPSHOT,
      "set local statement_timeout = 0",
      "set local idle_in_transaction_session_timeout = 0",
    ];
    return this.#reading(unhurried, work);
  }

  async #reading<Result>(begin: readonly string[], work: (sql: Sql) => Promise<Result>): Promise<Result> {
    if (this.#closed) throw new StoreError("The store is closed");
    return this.#patiently(() => this.#readOnce(begin, work));
  }

  async #readOnce<Result>(begin: readonly string[], work: (sql: Sql) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    const connection = new Connection(client);
    try {
      // Sent ahead of the first statement without waiting: where it fails, that fails too.
      for (const text of begin) connection.control(text).catch(() => {});
      const result = await work(connection);
      // The answer waits for nobody's end of transaction.
      if (begin.length === 0) client.release();
      else void giveBack(client, connection);
      return result;
    } catch (error) {
      void giveBack(client, connection);
      throw error;
    }
  }

  write<Result>(work: (sql: Sql) => Promise<Result>, turn?: Turn): Promise<Result> {
    if (this.#closed) return Promise.reject(new StoreError("The store is closed"));
    if (turn === undefined) return this.#commit([work]).then(([value]) => value as Result);
    let line = this.#lines.get(turn);
    if (line === undefined) {
      line = new WriteLine((works) => this.#commitTogether(works, turn));
      this.#lines.set(turn, line);
    }
    return line.stand(work);
  }

  async #commitTogether(works: readonly Work[], turn: Turn): Promise<readonly unknown[] | null> {
    try {
      return await this.#commit(works, turn);
    } catch (error) {
      const isAway = error instanceof StoreError && isCutOff(error.cause);
      if (works.length > 1 && !isAway) return null;
      throw error;
    }
  }

  #commit(works: readonly Work[], turn?: Turn): Promise<unknown[]> {
    return this.#patiently(() => this.#commitOnce(works, turn));
  }

  async #commitOnce(works: readonly Work[], turn: Turn | undefined): Promise<unknown[]> {
    const client = await this.#pool.connect();
    const connection = new Connection(client);
    const values: unknown[] = [];
    try {
      connection.control("begin").catch(() => {});
      if (turn !== undefined) {
        await connection.get("select 1 from pg_advisory_xact_lock(?, ?)", [OURS, TURNS.indexOf(turn)]);
      }
      for (const work of works) values.push(await work(connection));
      await connection.runKept();
    } catch (error) {
      await giveBack(client, connection);
      throw await connection.failureBehind(error);
    }
    await this.#end(client, connection);
    return values;
  }

  /** Commits, and knows the outcome even when the connection is lost on the way: all was kept, or nothing, and the work may be run again. */
  async #end(client: pg.PoolClient, connection: Connection): Promise<void> {
    const marked = connection.hasChanged ? this.#marks.leave(client, connection) : null;
    try {
      const [outcome] = await Promise.all([connection.control("commit"), marked?.left]);
      if (outcome !== "COMMIT") throw new Error(`The transaction ended in ${outcome}`);
      client.release();
    } catch (error) {
      client.release(true);
      if (marked === null || !isCutOff(error) || !(await this.#wasKept(marked.mark))) throw error;
    }
  }

  async #wasKept(mark: string): Promise<boolean> {
    try {
      return await this.#patiently(() => this.#askIfKept(mark));
    } catch (error) {
      throw refused(this.#place, "the connection was lost while saving: whether that was kept is not known.", error);
    }
  }

  async #askIfKept(mark: string): Promise<boolean> {
    const client = await this.#pool.connect();
    try {
      const kept = await isKept(client, mark);
      client.release();
      return kept;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Tries again while the database is away or somebody was in the way; not for ever, and never what may have been done. */
  async #patiently<Result>(attempt: () => Promise<Result>): Promise<Result> {
    const deadline = performance.now() + this.#patience;
    for (let wait = 20; ; wait = Math.min(wait * 2, 1000)) {
      try {
        return await attempt();
      } catch (error) {
        if (!(isCutOff(error) || hadToYield(error)) || performance.now() + wait > deadline)
          throw explained(this.#place, error);
      }
      await pause(randomInt(Math.ceil(wait / 2), wait + 1));
    }
  }

  /** Once, at the start: what is wrong then is told at once instead of waited for. */
  async open(): Promise<void> {
    try {
      await this.#commitOnce([prepare], "schema");
      await this.#commitOnce([forgetOldMarks], undefined);
    } catch (error) {
      await this.close();
      if (error instanceof StoreError && !error.message.startsWith(this.#place))
        throw refused(this.#place, error.message);
      const told = explained(this.#place, error);
      throw told instanceof StoreError
        ? told
        : refused(this.#place, `it cannot be opened: ${error instanceof Error ? error.message : String(error)}`, error);
    }
  }

  check(): Promise<readonly string[]> {
    return this.snapshot(problemsOf);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([...this.#lines.values()].map((line) => line.empty()));
    const given = new AbortController();
    const late = pause(CLOSE_MS, undefined, { signal: given.signal }).then(
      () => {
        for (const socket of this.#sockets) socket.destroy();
      },
      () => {},
    );
    await Promise.race([this.#pool.end(), late]);
    given.abort();
  }
}

/** Whatever was begun is undone; a line that no longer holds is not used again. */
function giveBack(client: pg.PoolClient, connection: Connection): Promise<void> {
  return connection.control("rollback").then(
    () => client.release(),
    () => client.release(true),
  );
}

/** Without the password: this is shown. */
function placeOf(address: string): string {
  try {
    const { user, host, port, database } = new pg.Client(address);
    const name = user === undefined ? "" : `${user}@`;
    return `${name}${host}:${port}/${database ?? ""}`;
  } catch {
    throw new StoreError(
      "DATABASE_URL is no address of a PostgreSQL database. Write postgres://USER:PASSWORD@HOST:5432/DATABASE, other characters than letters and digits in the password as %40 for @.",
    );
  }
}

/** Opens a database that exists already. Throws StoreError, saying what is wrong with it. */
export async function openPostgres(address: string, patience = PATIENCE_MS): Promise<Engine> {
  const engine = new PostgresEngine(address, patience);
  await engine.open();
  return engine;
}
