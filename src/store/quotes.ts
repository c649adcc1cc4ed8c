// Quotes: by speaker, words, day and article.
import type { Filters, Window } from "../model/digest.ts";
import type { Page } from "./contract/page.ts";
import type { QuoteQuery, QuoteStore, QuoteView } from "./contract/quotes.ts";
import { countOf } from "./counts.ts";
import type { Engine, Sql, TextQuery } from "./engine.ts";
import { type Conditions, quotesInWindow, require, where } from "./filters.ts";
import { listOf } from "./lists.ts";
import { matchesOf } from "./matches.ts";
import { nearestMonthDays, onMonthDay } from "./month-days.ts";
import { outletsNamed } from "./outlets.ts";
import { facetOf } from "./quote-row.ts";
import { type Stated, viewsOf } from "./quote-view.ts";
import { firstDay, lastDay } from "./said.ts";
import { distinctRows, type Grouped, oneEach } from "./statement-groups.ts";
import { typedQuery } from "./words.ts";

const ROW = "q.id, q.statement_id, q.kind";

export function quoteStore(engine: Engine): QuoteStore {
  return {
    find: (query) =>
      query.words === undefined
        ? engine.glance((sql) => find(engine, sql, query))
        : engine.search((sql) => find(engine, sql, query)),
    byId: (id, viewer) => engine.read((sql) => byId(sql, id, viewer)),
    ofArticle: (article, viewer) => engine.read((sql) => ofArticle(sql, article, viewer)),
    onMonthDay: (day, query) => engine.read((sql) => onMonthDay(engine, sql, day, query)),
    nearestMonthDays: (day, viewer, limit) => engine.read((sql) => nearestMonthDays(sql, day, viewer, limit)),
    inWindow: (window, filters, limit) => engine.search((sql) => inWindow(engine, sql, window, filters, limit)),
    count: () => engine.read((sql) => countOf(sql, "quotes")),
  };
}

async function find(engine: Engine, sql: Sql, query: QuoteQuery): Promise<Page<QuoteView>> {
  const conditions = await conditionsOf(sql, query);
  const wanted = query.offset + query.limit + 1;
  const typed = query.words === undefined ? null : typedQuery(query.words, "quote");
  const found = await (typed === null
    ? newestRows(sql, conditions, wanted)
    : rowsWithWords(engine, sql, query, typed, conditions, wanted));
  const shown = found.rows.slice(query.offset, wanted - 1);
  return { items: await viewsOf(sql, shown, query.viewer), more: found.rows.length >= wanted, order: found.order };
}

interface Found {
  readonly rows: readonly Grouped[];
  readonly order: "best" | "newest";
}

async function conditionsOf(sql: Sql, query: QuoteQuery): Promise<Conditions> {
  const conditions: Conditions = { texts: [], values: [] };
  if (query.speaker !== undefined) require(conditions, "q.speaker_id = ?", query.speaker);
  const since = query.since === undefined ? "" : firstDay(query.since);
  const until = query.until === undefined ? "" : lastDay(query.until);
  if (since !== "") require(conditions, "q.sort_day >= ?", since);
  if (until !== "") require(conditions, "q.sort_day <= ? and q.sort_day > ''", until);
  if (query.verbatim === true) require(conditions, "q.kind < 2");
  if (query.outlet !== undefined) {
    const outlets = listOf(await outletsNamed(sql, [query.outlet]));
    require(conditions, `q.outlet_id in ${outlets.marks}`, ...outlets.values);
  }
  require(conditions, "q.audience in ('', ?)", query.viewer ?? "");
  return conditions;
}

async function newestRows(sql: Sql, conditions: Conditions, wanted: number): Promise<Found> {
  const text = `select ${ROW} from quote q where ${where(conditions)}
    order by q.sort_day desc, q.id desc limit ?`;
  return { rows: await distinctRows(wanted, (limit) => sql.all(text, [...conditions.values, limit])), order: "newest" };
}

async function rowsWithWords(
  engine: Engine,
  sql: Sql,
  query: QuoteQuery,
  typed: TextQuery,
  conditions: Conditions,
  wanted: number,
): Promise<Found> {
  const index = engine.quoteWords;
  const facets = query.speaker === undefined ? [] : [[facetOf(query.speaker)]];
  const found = await matchesOf(engine, sql, "quote", index.compile({ ...typed, facets }));
  const wide = { columns: ROW, alias: "q", condition: where(conditions), values: conditions.values };
  if (!found.areFew) {
    const ask = (limit: number) => found.newest<Grouped>({ ...wide, limit });
    return { rows: await distinctRows(wanted, ask), order: "newest" };
  }
  const order = query.order ?? "best";
  const by = order === "best" ? `${found.rank}, q.kind, q.id desc` : "q.sort_day desc, q.id desc";
  const rows = await found.all<Grouped>(wide, by);
  return { rows: oneEach(rows), order };
}

async function byId(sql: Sql, id: number, viewer: string | null): Promise<QuoteView | null> {
  const rows = await sql.all<Stated>("select id, statement_id from quote where id = ?", [id]);
  return (await viewsOf(sql, rows, viewer))[0] ?? null;
}

async function ofArticle(sql: Sql, article: number, viewer: string | null): Promise<QuoteView[]> {
  const rows = await sql.all<Stated>(
    `select id, statement_id from quote where article_id = ? and audience in ('', ?)
     order by state <> 'current', place >= 0, place, ordinal, id`,
    [article, viewer ?? ""],
  );
  return viewsOf(sql, rows, viewer);
}

async function inWindow(
  engine: Engine,
  sql: Sql,
  window: Window,
  filters: Filters,
  limit: number,
): Promise<QuoteView[]> {
  const conditions = await quotesInWindow(engine, sql, window, filters);
  const text = `select ${ROW} from quote q join statement t on t.id = q.statement_id
    where ${where(conditions)} order by t.outlets desc, q.kind, q.sort_day desc, q.id desc limit ?`;
  const rows = await distinctRows<Grouped>(limit, (most) => sql.all(text, [...conditions.values, most]));
  return viewsOf(sql, rows.slice(0, limit), null);
}
