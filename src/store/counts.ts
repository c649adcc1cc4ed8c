// How much everyone's corpus holds, kept as it changes: counting five million rows takes too long for a chat.
import type { Sql } from "./engine.ts";
import { inRoundNumbers } from "./lists.ts";

type Counted = "articles" | "quotes";

/** What a change of everyone's corpus brings. */
export interface Gain {
  readonly outlet: number | null;
  /** A new article and the day it was published, '' when unknown. */
  readonly article: { readonly day: string } | null;
  /** Quotes won or lost, by speaker. */
  readonly quotes: ReadonlyMap<number | null, number>;
}

export function addToCounts(sql: Sql, { outlet, article, quotes }: Gain): void {
  const spoken = [...quotes].filter((one): one is [number, number] => one[0] !== null && one[1] !== 0);
  const gain = { articles: article === null ? 0 : 1, quotes: [...quotes.values()].reduce((sum, by) => sum + by, 0) };
  for (const some of inRoundNumbers(spoken)) {
    const rows = some.map(() => "(cast(? as bigint), cast(? as bigint))").join(", ");
    sql.send(
      `update speaker set quotes = quotes + won.column2 from (values ${rows}) won where speaker.id = won.column1`,
      some.flat(),
    );
  }
  addToCorpus(sql, Object.entries(gain) as [Counted, number][]);
  if (outlet === null || (gain.articles === 0 && gain.quotes === 0)) return;
  const day = article?.day ?? "";
  sql.send(
    `update outlet set articles = articles + ?, quotes = quotes + ?,
       newest = case when ? > newest then ? else newest end where id = ?`,
    [gain.articles, gain.quotes, day, day, outlet],
  );
}

function addToCorpus(sql: Sql, gains: readonly (readonly [what: Counted, by: number])[]): void {
  const rows = gains.filter(([, by]) => by !== 0);
  if (rows.length === 0) return;
  sql.send(
    `insert into meta (key, value) values ${rows.map(() => "(?, ?)").join(", ")} on conflict (key)
     do update set value = cast(cast(meta.value as bigint) + cast(excluded.value as bigint) as text)`,
    rows.flatMap(([what, by]) => [keyOf(what), String(by)]),
  );
}

export async function countOf(sql: Sql, what: Counted): Promise<number> {
  const row = await sql.get<{ value: string }>("select value from meta where key = ?", [keyOf(what)]);
  return row === undefined ? 0 : Number(row.value);
}

function keyOf(what: Counted): string {
  return `count.${what}`;
}
