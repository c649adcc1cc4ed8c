// Keeping a statement's quotes in step with it: the day it lends them, and how many outlets and wordings it has.
import type { SayingDate } from "../model/dates.ts";
import type { Sql } from "./engine.ts";
import { effectiveSaid, monthDay, sortDay } from "./said.ts";

export interface SaidColumns {
  readonly said_value: string | null;
  readonly said_precision: SayingDate["precision"];
  readonly said_evidence: SayingDate["evidence"];
}

export function saidFrom(row: SaidColumns): SayingDate {
  return { value: row.said_value, precision: row.said_precision, evidence: row.said_evidence };
}

export async function saidOf(sql: Sql, statement: number): Promise<SayingDate> {
  const row = await sql.get<SaidColumns>(
    "select said_value, said_precision, said_evidence from statement where id = ?",
    [statement],
  );
  return row === undefined ? { value: null, precision: "unknown", evidence: "none" } : saidFrom(row);
}

interface Row extends SaidColumns {
  readonly id: number;
  readonly own_value: string | null;
  readonly own_precision: SayingDate["precision"];
  readonly own_evidence: SayingDate["evidence"];
  readonly published_day: string;
  readonly audience: string;
  readonly outlet_id: number | null;
  readonly article_id: number;
  readonly wording: string;
}

/** Counts a statement anew and dates its quotes; one that has lost its last quote goes. */
export async function refreshStatement(sql: Sql, statement: number): Promise<void> {
  const rows = await sql.all<Row>(
    `select id, own_value, own_precision, own_evidence, said_value, said_precision, said_evidence,
       published_day, audience, outlet_id, article_id, wording
     from quote where statement_id = ?`,
    [statement],
  );
  if (rows.length === 0) {
    await sql.run("delete from statement where id = ?", [statement]);
    return;
  }
  const lent = await saidOf(sql, statement);
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
