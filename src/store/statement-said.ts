// Keeping a statement's quotes in step with it: the day it lends them, and how many outlets and wordings it has.
import type { SayingDate } from "../model/dates.ts";
import type { Sql } from "./engine.ts";
import { listOf } from "./lists.ts";
import { effectiveSaid, monthDay, sortDay } from "./said.ts";

export interface SaidColumns {
  readonly said_value: string | null;
  readonly said_precision: SayingDate["precision"];
  readonly said_evidence: SayingDate["evidence"];
}

export function saidFrom(row: SaidColumns): SayingDate {
  return { value: row.said_value, precision: row.said_precision, evidence: row.said_evidence };
}

interface Row extends SaidColumns {
  readonly id: number;
  readonly statement_id: number;
  readonly own_value: string | null;
  readonly own_precision: SayingDate["precision"];
  readonly own_evidence: SayingDate["evidence"];
  readonly published_day: string;
  readonly audience: string;
  readonly outlet_id: number | null;
  readonly article_id: number;
  readonly wording: string;
}

/** Counts statements anew and dates their quotes; one that has lost its last quote goes. */
export async function refreshStatements(sql: Sql, statements: ReadonlySet<number>): Promise<void> {
  if (statements.size === 0) return;
  const list = listOf([...statements]);
  const [held, quotes] = await Promise.all([
    sql.all<SaidColumns & { id: number }>(
      `select id, said_value, said_precision, said_evidence from statement where id in ${list.marks}`,
      list.values,
    ),
    sql.all<Row>(
      `select id, statement_id, own_value, own_precision, own_evidence, said_value, said_precision, said_evidence,
         published_day, audience, outlet_id, article_id, wording
       from quote where statement_id in ${list.marks}`,
      list.values,
    ),
  ]);
  const byStatement = Map.groupBy(quotes, ({ statement_id }) => statement_id);
  for (const row of held) refresh(sql, row.id, saidFrom(row), byStatement.get(row.id) ?? []);
}

function refresh(sql: Sql, statement: number, lent: SayingDate, rows: readonly Row[]): void {
  if (rows.length === 0) {
    sql.send("delete from statement where id = ?", [statement]);
    return;
  }
  for (const row of rows) dateQuote(sql, row, lent);
  const counted = rows.some((row) => row.audience === "") ? rows.filter((row) => row.audience === "") : rows;
  const outlets = new Set(counted.map((row) => row.outlet_id ?? `article ${row.article_id}`)).size;
  const wordings = new Set(counted.map((row) => row.wording)).size;
  sql.send("update statement set outlets = ?, wordings = ? where id = ?", [outlets, wordings, statement]);
}

function dateQuote(sql: Sql, row: Row, lent: SayingDate): void {
  const own: SayingDate = { value: row.own_value, precision: row.own_precision, evidence: row.own_evidence };
  const said = effectiveSaid(own, lent);
  const isSame =
    said.value === row.said_value && said.precision === row.said_precision && said.evidence === row.said_evidence;
  if (isSame) return;
  sql.send(
    `update quote set said_value = ?, said_precision = ?, said_evidence = ?, sort_day = ?, month_day = ? where id = ?`,
    [said.value, said.precision, said.evidence, sortDay(said, row.published_day), monthDay(said), row.id],
  );
}
