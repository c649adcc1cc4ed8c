// Rows that match words. Of few all are known, and may be ranked: each is read and scored, which in a large corpus takes longer
// than a chat waits. Of more than that the newest are shown.
import type { Access, NewestRows, Sql, Value } from "./engine.ts";
import { listOf } from "./lists.ts";

const RANKED = 200;

type Table = "article" | "quote";

export interface Matches {
  /** Few enough to be ranked. */
  readonly areFew: boolean;
  /** Sort expression for `all`, best first. */
  readonly rank: string;
  /** Those of few that meet a condition, in this order. */
  all<Row>(wanted: Omit<NewestRows, "limit">, order: string): Promise<Row[]>;
  /** Newest stored first. */
  newest<Row>(wanted: NewestRows): Promise<Row[]>;
}

/** The rows of a table that match a text compiled for its index. */
export async function matchesOf(engine: Access, sql: Sql, table: Table, match: string): Promise<Matches> {
  const index = table === "article" ? engine.articleWords : engine.quoteWords;
  const { ids, areAll } = await index.ids(sql, match, RANKED);
  return {
    areFew: areAll,
    rank: index.rank,
    async all<Row>({ columns, alias, condition, values }: Omit<NewestRows, "limit">, order: string): Promise<Row[]> {
      if (ids.length === 0) return [];
      const list = listOf(ids);
      return sql.all<Row>(`select ${columns} ${index.known(alias, list.marks)} and ${condition} order by ${order}`, [
        match,
        ...list.values,
        ...values,
      ]);
    },
    async newest<Row>(wanted: NewestRows): Promise<Row[]> {
      const { columns, alias, condition, values, limit } = wanted;
      // Most of the newest meet the condition: of a few more than are wanted the rest need not be looked at.
      const parts = [ids.slice(0, 2 * limit), ids.slice(2 * limit)];
      const rows: Row[] = [];
      for (const part of parts) {
        if (rows.length >= limit || part.length === 0) break;
        const list = listOf(part);
        const all: readonly Value[] = [...list.values, ...values, limit - rows.length];
        rows.push(
          ...(await sql.all<Row>(
            `select ${columns} from ${table} ${alias} where ${alias}.id in ${list.marks} and ${condition}
             order by ${alias}.id desc limit ?`,
            all,
          )),
        );
      }
      return rows.length >= limit || areAll ? rows : index.newest<Row>(sql, match, wanted);
    },
  };
}
