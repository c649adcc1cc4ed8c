// Finding outlets by the names people type.
import type { Sql } from "./engine.ts";
import { fold } from "./fold.ts";

/** "The Hill", "thehill" and "hill" are one. */
function squashed(name: string): string {
  const letters = fold(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return letters
    .replace(/^the /, "")
    .replaceAll(" ", "")
    .replace(/^the(?=.{4})/, "");
}

/** Ids of the outlets meant by any of the names. */
export async function outletsNamed(sql: Sql, names: readonly string[]): Promise<number[]> {
  const wanted = new Set(names.map(squashed));
  const rows = await sql.all<{ id: number; name: string }>("select id, name from outlet");
  return rows.filter((row) => wanted.has(squashed(row.name))).map((row) => row.id);
}
