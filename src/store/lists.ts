// Lists in statements. Their lengths are few, so that few distinct statements are prepared.
import type { Sql, Value } from "./engine.ts";

/**
 * A list to stand behind IN, and its values. Lengths are rounded up to powers of two by repeating the last value, so that few
 * distinct statements are prepared. An empty list matches nothing.
 */
export function listOf<Item extends Value>(
  items: readonly Item[],
): { readonly marks: string; readonly values: Value[] } {
  const values: Value[] = items.length === 0 ? [null] : [...items];
  let size = 1;
  while (size < values.length) size *= 2;
  const last = values[values.length - 1] ?? null;
  while (values.length < size) values.push(last);
  return { marks: `(${values.map(() => "?").join(", ")})`, values };
}

/** Inserts rows, several to a statement: few round numbers of them, so that few distinct statements are prepared. */
export function sendRows(
  sql: Sql,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
  conflict: "" | "on conflict do nothing" = "",
): void {
  const begin = `insert into ${table} (${columns.join(", ")}) values`;
  const marks = `(${columns.map(() => "?").join(", ")})`;
  for (const some of inRoundNumbers(rows))
    sql.send(`${begin} ${some.map(() => marks).join(", ")} ${conflict}`, some.flat());
}

/** Longer lists are cut into pieces of so many. An article has a dozen of most things. */
const ROUND = [64, 32, 16];
const SHORT = 12;

/** A list in few pieces, whose lengths are few numbers: those up to a dozen, and some round ones. */
export function* inRoundNumbers<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; ) {
    const left = items.length - at;
    const size = left <= SHORT ? left : (ROUND.find((round) => round <= left) ?? SHORT);
    yield items.slice(at, at + size);
    at += size;
  }
}
