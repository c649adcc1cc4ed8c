// One connection to PostgreSQL as our SQL sees it: its placeholders, its types, and what waits for the end of a transaction.
import type { Writable } from "node:stream";
import type pg from "pg";
import type { Numbered, Sql, Value } from "./engine.ts";

/** Statements beyond so many are not kept prepared: each takes memory on every connection. */
const STATEMENTS_KEPT = 500;

interface Statement {
  readonly text: string;
  readonly name: string | undefined;
}

const statements = new Map<string, Statement>();

/** `?` as `$1`, `$2` …, but not inside quotes. */
function statementOf(text: string): Statement {
  const held = statements.get(text);
  if (held !== undefined) return held;
  let count = 0;
  const numbered = text.replaceAll(/'[^']*'|\?/g, (found) => {
    if (found !== "?") return found;
    count += 1;
    return `$${count}`;
  });
  const isKept = statements.size < STATEMENTS_KEPT;
  const statement = { text: numbered, name: isKept ? `s${statements.size}` : undefined };
  if (isKept) statements.set(text, statement);
  return statement;
}

const NUMBERS = new Set([20, 21, 23, 700, 701, 1700]);
const BOOLEAN = 16;

/** Every number of ours is a safe integer or a score; the rest is text. */
export const TYPES = {
  getTypeParser: (oid: number) =>
    NUMBERS.has(oid) ? Number : oid === BOOLEAN ? (value: string) => value === "t" : (value: string) => value,
};

/** PostgreSQL's text holds every character but the zero byte. */
function storable(value: Value): Value {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\ufffd") : value;
}

/** Where what is asked goes out; the types of `pg` are silent about it. */
interface Wired {
  readonly connection: { readonly stream: Writable };
}

/** For one transaction. */
export class Connection implements Sql {
  readonly #client: pg.PoolClient;
  #last: (readonly [text: string, values: readonly Value[]])[] = [];
  #hasChanged = false;
  readonly #sent: Promise<unknown>[] = [];
  #failure: unknown = null;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  /** Was any row changed? */
  get hasChanged(): boolean {
    return this.#hasChanged;
  }

  async all<Row>(text: string, values: readonly Value[] = []): Promise<Row[]> {
    return (await this.#ask(text, values)).rows as Row[];
  }

  async get<Row>(text: string, values: readonly Value[] = []): Promise<Row | undefined> {
    return (await this.all<Row>(text, values))[0];
  }

  async run(text: string, values: readonly Value[] = []): Promise<number> {
    const changed = (await this.#ask(text, values)).rowCount ?? 0;
    if (changed > 0) this.#hasChanged = true;
    return changed;
  }

  async insert(text: string, values: readonly Value[]): Promise<number> {
    const [row] = await this.all<{ id: number }>(`${text} returning id`, values);
    this.#hasChanged = true;
    if (row === undefined) throw new Error("Nothing was inserted");
    return row.id;
  }

  async numbers(table: Numbered, count: number): Promise<readonly number[]> {
    const text = "select nextval(pg_get_serial_sequence(?, 'id')) id from generate_series(1, ?)";
    return (await this.all<{ id: number }>(text, [table, count])).map(({ id }) => id);
  }

  send(text: string, values: readonly Value[]): void {
    const sent = this.run(text, values).catch((error: unknown) => {
      this.#failure ??= error;
    });
    this.#sent.push(sent);
  }

  /** Why the transaction failed: what was sent before tells more than the statement that came to nothing after it. */
  async failureBehind(error: unknown): Promise<unknown> {
    await Promise.all(this.#sent);
    return this.#failure ?? error;
  }

  runLast(text: string, values: readonly Value[]): void {
    this.#last.push([text, values]);
  }

  /** Carries out what was kept for the end, and waits for all that was sent. */
  async runKept(): Promise<void> {
    const last = this.#last;
    this.#last = [];
    for (const [text, values] of last) this.send(text, values);
    await Promise.all(this.#sent);
    if (this.#failure !== null) throw this.#failure;
  }

  /** Sends a statement without parameters, and gives what became of it ("COMMIT", "ROLLBACK"). */
  async control(text: string): Promise<string> {
    return (await this.#client.query(text)).command;
  }

  #ask(text: string, values: readonly Value[]): Promise<pg.QueryResult> {
    this.#gather();
    const { text: numbered, name } = statementOf(text);
    return this.#client.query({
      text: numbered,
      values: values.map(storable),
      ...(name === undefined ? {} : { name }),
    });
  }

  /** What is asked before anybody waits goes out in one piece: a write to a socket takes longer than most statements. */
  #gather(): void {
    const { stream } = (this.#client as unknown as Wired).connection;
    if (stream.writableCorked > 0) return;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
}
