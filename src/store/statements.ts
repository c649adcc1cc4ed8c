// Statements: candidates for linking, linking, and wordings side by side.
import type { SayingDate } from "../model/dates.ts";
import { type WordingRow, wordingOf } from "./candidate-wordings.ts";
import type { StatementCandidate, StatementStore, StatementView } from "./contract/statements.ts";
import type { Access, Sql, Value } from "./engine.ts";
import { nameKey } from "./fold.ts";
import { listOf } from "./lists.ts";
import { viewsOf } from "./quote-view.ts";
import { refreshStatements, type SaidColumns, saidFrom } from "./statement-said.ts";

/** Wordings compared of one statement: more would say the same. */
const MOST_WORDINGS = 12;

type Query = Parameters<StatementStore["candidates"]>[0];

export function statementStore(engine: Access): StatementStore {
  return {
    candidates: (query) => engine.read((sql) => candidates(sql, query)),
    link: (quote, statement, said) => engine.write((sql) => link(sql, quote, statement, said), "corpus"),
    setSaid: (statement, said) => engine.write((sql) => setSaid(sql, statement, said), "corpus"),
    byId: (id, viewer) => engine.read((sql) => byId(sql, id, viewer)),
  };
}

async function candidates(sql: Sql, query: Query): Promise<StatementCandidate[]> {
  const speaker = nameKey(query.speaker);
  const ways = nearness(query).map(([condition, values]) => ({
    text: `select * from (select statement_id from quote where speaker_id = (select id from speaker where key = ?)
      and audience in ('', ?) and ${condition} limit ?) near`,
    values: [speaker, query.viewer ?? "", ...values, query.limit * 4],
  }));
  // Both engines give what the first of them finds, then what the next does.
  const rows = await sql.all<{ statement_id: number }>(
    ways.map(({ text }) => text).join(" union all "),
    ways.flatMap(({ values }) => values),
  );
  const ids = [...new Set(rows.map((row) => row.statement_id))].slice(0, query.limit);
  return statementsOf(sql, ids, query.viewer);
}

/** The ways of being near, each served by an index, nearest kind first. */
function nearness({ day, days }: Query): readonly (readonly [condition: string, values: readonly Value[]])[] {
  if (day === null) return [["sort_day >= '' order by sort_day desc, id desc", []]];
  const date = Temporal.PlainDate.from(day);
  const from = date.subtract({ days }).toString();
  const until = date.add({ days }).toString();
  return [
    ["sort_day between ? and ? order by sort_day desc, id desc", [from, until]],
    ["published_day between ? and ? order by published_day desc", [from, until]],
    [
      "sort_day in (?, ?) and said_precision in ('month', 'year')",
      [`${day.slice(0, 7)}-01`, `${day.slice(0, 4)}-01-01`],
    ],
    ["sort_day = '' order by id desc", []],
  ];
}

async function statementsOf(sql: Sql, ids: readonly number[], viewer: string | null): Promise<StatementCandidate[]> {
  if (ids.length === 0) return [];
  const list = listOf(ids);
  const [statements, quotes] = await Promise.all([
    sql.all<SaidColumns & { id: number }>(
      `select id, said_value, said_precision, said_evidence from statement where id in ${list.marks}`,
      list.values,
    ),
    sql.all<WordingRow>(
      `select id, article_id, kind, pieces, statement_id, published_day,
         own_value said_value, own_precision said_precision, own_evidence said_evidence
       from quote where statement_id in ${list.marks} and audience in ('', ?) order by id`,
      [...list.values, viewer ?? ""],
    ),
  ]);
  const wordings = Map.groupBy(quotes, (quote) => quote.statement_id);
  const byStatement = new Map(statements.map((statement) => [statement.id, statement]));
  return ids.flatMap((id) => {
    const statement = byStatement.get(id);
    if (statement === undefined) return [];
    return { id, said: saidFrom(statement), quotes: (wordings.get(id) ?? []).slice(0, MOST_WORDINGS).map(wordingOf) };
  });
}

async function link(sql: Sql, quote: number, statement: number, said: SayingDate): Promise<boolean> {
  const held = await sql.get<{ statement_id: number; audience: string }>(
    "select statement_id, audience from quote where id = ?",
    [quote],
  );
  const target = await sql.get<{ audience: string }>("select audience from statement where id = ?", [statement]);
  if (held === undefined || target === undefined) return false;
  // A public quote never hangs on what one chat alone sees, and a chat's own never dates what everyone sees.
  if (target.audience !== "" && target.audience !== held.audience) return false;
  await sql.run("update quote set statement_id = ? where id = ?", [statement, quote]);
  if (target.audience === held.audience) await writeSaid(sql, statement, said);
  await refreshStatements(sql, new Set([statement, held.statement_id]));
  return true;
}

async function setSaid(sql: Sql, statement: number, said: SayingDate): Promise<boolean> {
  if (!(await writeSaid(sql, statement, said))) return false;
  await refreshStatements(sql, new Set([statement]));
  return true;
}

async function writeSaid(sql: Sql, statement: number, said: SayingDate): Promise<boolean> {
  const changed = await sql.run(
    "update statement set said_value = ?, said_precision = ?, said_evidence = ? where id = ?",
    [said.value, said.precision, said.evidence, statement],
  );
  return changed > 0;
}

async function byId(sql: Sql, id: number, viewer: string | null): Promise<StatementView | null> {
  const row = await sql.get<SaidColumns & { id: number; speaker_id: number | null; name: string | null }>(
    `select t.id, t.speaker_id, s.name, t.said_value, t.said_precision, t.said_evidence
     from statement t left join speaker s on s.id = t.speaker_id where t.id = ? and t.audience in ('', ?)`,
    [id, viewer ?? ""],
  );
  if (row === undefined) return null;
  const quotes = await sql.all<{ id: number; article_id: number }>(
    `select id, article_id from quote where statement_id = ? and audience in ('', ?)
     order by published_day = '', published_day, kind, id`,
    [id, viewer ?? ""],
  );
  const first = new Map(quotes.toReversed().map((quote) => [quote.article_id, quote.id]));
  const chosen = quotes.filter((quote) => first.get(quote.article_id) === quote.id);
  const wordings = await viewsOf(
    sql,
    chosen.map((quote) => ({ id: quote.id, statement_id: id })),
    viewer,
  );
  const speaker = row.speaker_id === null ? null : { id: row.speaker_id, name: row.name ?? "" };
  return { id, speaker, said: saidFrom(row), wordings };
}
