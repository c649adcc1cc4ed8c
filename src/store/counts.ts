// How much everyone's corpus holds, kept as it changes: counting five million rows takes too long for a chat.
import type { Sql } from "./engine.ts";

type Counted = "articles" | "quotes";

export function addToCount(sql: Sql, what: Counted, by: number): void {
  sql.send(
    `insert into meta (key, value) values (?, ?)
     on conflict (key) do update set value = cast(cast(meta.value as bigint) + cast(? as bigint) as text)`,
    [`count.${what}`, String(by), by],
  );
}

export async function countOf(sql: Sql, what: Counted): Promise<number> {
  const row = await sql.get<{ value: string }>("select value from meta where key = ?", [`count.${what}`]);
  return row === undefined ? 0 : Number(row.value);
}
