// What became of a commit whose connection was lost on the way: each transaction leaves a mark, and whoever asks for it sets the same one.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Sql } from "./engine.ts";

/** This moment by the database's clock, in milliseconds since 1970. */
export const CLOCK = "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";

/** Nobody asks for one after that. */
const KEPT_MS = 86_400_000;

export class CommitMarks {
  /** The mark that a connection left at its last commit, to be taken away at its next. */
  readonly #left = new WeakMap<pg.PoolClient, string>();

  /** Leaves one in the open transaction of a connection, sent without waiting. */
  leave(client: pg.PoolClient, sql: Sql): { readonly mark: string; readonly left: Promise<unknown> } {
    const mark = randomUUID();
    const before = this.#left.get(client) ?? "";
    this.#left.set(client, mark);
    const left = sql.run(
      `with gone as (delete from commit_mark where key = ?) insert into commit_mark (key, at) values (?, ${CLOCK})`,
      [before, mark],
    );
    return { mark, left };
  }
}

/**
 * Was the transaction kept that left this mark? Either the mark is there, or, now that it is set, the transaction can never be
 * kept any more. Waits for it, should the server still be at it.
 */
export async function isKept(client: pg.PoolClient, mark: string): Promise<boolean> {
  const set = `insert into commit_mark (key, at) values ($1, ${CLOCK}) on conflict do nothing`;
  const { rowCount } = await client.query(set, [mark]);
  return rowCount === 0;
}

/** Takes away the marks of connections that are no more. */
export async function forgetOldMarks(sql: Sql): Promise<void> {
  await sql.run(`delete from commit_mark where at < ${CLOCK} - ?`, [KEPT_MS]);
}
