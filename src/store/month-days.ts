// What was said on a day of the year, in every year held.

import type { Page } from "./contract/page.ts";
import type { MonthDayQuery, QuoteOfYear } from "./contract/quotes.ts";
import type { Engine, Sql } from "./engine.ts";
import { type Conditions, require, requireQuotes, where } from "./filters.ts";
import { type Stated, viewsOf } from "./quote-view.ts";
import { type Grouped, oneEach } from "./statement-groups.ts";

interface Row extends Grouped {
  readonly outlets: number;
}

/** See QuoteStore.onMonthDay. */
export async function onMonthDay(
  engine: Engine,
  sql: Sql,
  monthDay: string,
  query: MonthDayQuery,
): Promise<Page<QuoteOfYear>> {
  const wanted = query.offset + query.limit + 1;
  const conditions: Conditions = { texts: [], values: [] };
  require(conditions, "q.month_day = ? and q.audience in ('', ?)", monthDay, query.viewer ?? "");
  if (query.filters !== undefined) await requireQuotes(engine, sql, conditions, query.filters, null);
  const found: (Stated & { readonly year: number })[] = [];
  const seen = new Set<number>();
  for (let day = await dayBefore(sql, conditions, "9999"); day !== null; day = await dayBefore(sql, conditions, day)) {
    const year = Number(day.slice(0, 4));
    const rows = (await saidOn(sql, conditions, day, wanted)).filter((row) => !seen.has(row.statement_id));
    for (const row of rows.slice(0, query.perYear ?? rows.length)) {
      seen.add(row.statement_id);
      found.push({ ...row, year });
    }
    if (found.length >= wanted) break;
  }
  const shown = found.slice(query.offset, wanted - 1);
  const views = new Map((await viewsOf(sql, shown, query.viewer)).map((view) => [view.id, view]));
  const items = shown.flatMap(({ id, year }) => {
    const view = views.get(id);
    return view === undefined ? [] : [{ ...view, year }];
  });
  return { items, more: found.length >= wanted, order: "newest" };
}

async function dayBefore(sql: Sql, conditions: Conditions, day: string): Promise<string | null> {
  const row = await sql.get<{ day: string }>(
    `select q.sort_day as day from quote q where ${where(conditions)} and q.sort_day < ? order by q.sort_day desc limit 1`,
    [...conditions.values, day],
  );
  return row?.day ?? null;
}

/** Literal words first, then what most outlets carry. */
async function saidOn(sql: Sql, conditions: Conditions, day: string, wanted: number): Promise<Row[]> {
  const rows = await sql.all<Row>(
    `select q.id, q.statement_id, q.kind, t.outlets from quote q join statement t on t.id = q.statement_id
     where ${where(conditions)} and q.sort_day = ? order by q.kind limit ?`,
    [...conditions.values, day, wanted * 2 + 90],
  );
  const isReported = (row: Row): number => (row.kind === 2 ? 1 : 0);
  return oneEach(rows).toSorted(
    (a, b) => isReported(a) - isReported(b) || b.outlets - a.outlets || a.kind - b.kind || a.id - b.id,
  );
}

/** See QuoteStore.nearestMonthDays. */
export async function nearestMonthDays(
  sql: Sql,
  monthDay: string,
  viewer: string | null,
  limit: number,
): Promise<{ monthDay: string; quotes: number }[]> {
  const days = yearFrom(monthDay);
  const found: { monthDay: string; quotes: number }[] = [];
  for (let away = 1; away <= days.length / 2 && found.length < limit; away += 1) {
    for (const day of new Set([days[days.length - away], days[away]])) {
      if (day === undefined || found.length === limit) continue;
      const row = await sql.get<{ n: number }>(
        "select count(*) n from quote where month_day = ? and audience in ('', ?)",
        [day, viewer ?? ""],
      );
      if ((row?.n ?? 0) > 0) found.push({ monthDay: day, quotes: row?.n ?? 0 });
    }
  }
  return found;
}

/** All 366 month-days, beginning with that one. */
function yearFrom(monthDay: string): string[] {
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from("2024-01-01"); day.year === 2024; day = day.add({ days: 1 })) {
    days.push(day.toString().slice(5));
  }
  const at = Math.max(0, days.indexOf(monthDay));
  return [...days.slice(at), ...days.slice(0, at)];
}
