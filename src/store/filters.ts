// A subscriber's filters and a window as SQL conditions.
import type { Filters, Window } from "../model/digest.ts";
import type { Access, Sql, Value } from "./engine.ts";
import { nameKey } from "./fold.ts";
import { listOf } from "./lists.ts";
import { held } from "./moment.ts";
import { outletsNamed } from "./outlets.ts";
import { filterTerms } from "./words.ts";

/** Conditions to join with AND, and their values in order. */
export interface Conditions {
  readonly texts: string[];
  readonly values: Value[];
}

export function where(conditions: Conditions): string {
  return conditions.texts.length === 0 ? "1 = 1" : conditions.texts.join(" and ");
}

export function require(conditions: Conditions, text: string, ...values: readonly Value[]): void {
  conditions.texts.push(text);
  conditions.values.push(...values);
}

/** Everyone's articles (`a`) first stored in the window and let through by the filters. */
export async function articlesInWindow(
  engine: Access,
  sql: Sql,
  window: Window,
  filters: Filters,
): Promise<Conditions> {
  const conditions = await windowOn(sql, "a", window);
  await requireAbout(engine, sql, conditions, "a.id", filters, window);
  const outlets = await outletCondition(sql, "a", filters);
  if (outlets !== null) require(conditions, outlets.text, ...outlets.values);
  const speakers = await speakersNamed(sql, filters.speakers);
  if (speakers !== null) {
    const list = listOf(speakers);
    const quoted = `exists (select 1 from quote f where f.article_id = a.id and f.state = 'current' and +f.speaker_id in ${list.marks})`;
    require(conditions, quoted, ...list.values);
  }
  return conditions;
}

/** Everyone's quotes (`q`) from articles first stored in the window and let through by the filters. */
export async function quotesInWindow(engine: Access, sql: Sql, window: Window, filters: Filters): Promise<Conditions> {
  const conditions = await windowOn(sql, "q", window);
  require(conditions, "q.state = 'current'");
  await requireQuotes(engine, sql, conditions, filters, window);
  return conditions;
}

/** Adds what the filters ask of quotes (`q`). */
export async function requireQuotes(
  engine: Access,
  sql: Sql,
  conditions: Conditions,
  filters: Filters,
  window: Window | null,
): Promise<void> {
  await requireAbout(engine, sql, conditions, "q.article_id", filters, window);
  const outlets = await outletCondition(sql, "q", filters);
  if (outlets !== null) require(conditions, outlets.text, ...outlets.values);
  const speakers = await speakersNamed(sql, filters.speakers);
  if (speakers === null) return;
  const list = listOf(speakers);
  require(conditions, `+q.speaker_id in ${list.marks}`, ...list.values);
}

async function windowOn(_sql: Sql, alias: string, window: Window): Promise<Conditions> {
  const text = `${alias}.first_stored > ? and ${alias}.first_stored <= ? and ${alias}.audience = ''`;
  return { texts: [text], values: [held(window.from), held(window.until)] };
}

/** Words are looked for in an article's title and body: any of `about`, none of `without`. */
async function requireAbout(
  engine: Access,
  sql: Sql,
  conditions: Conditions,
  id: string,
  filters: Filters,
  window: Window | null,
): Promise<void> {
  const about = filterTerms(filters.about);
  const without = filterTerms(filters.without);
  if (about.length === 0 && without.length === 0) return;
  const [lowest, highest] = await idRange(sql, window);
  const index = engine.articleWords;
  if (about.length > 0) {
    require(conditions, index.among(id), index.compile({ all: [], any: [about] }), lowest, highest);
  }
  if (without.length > 0) {
    require(conditions, `not ${index.among(id)}`, index.compile({ all: [], any: [without] }), lowest, highest);
  }
}

async function idRange(sql: Sql, window: Window | null): Promise<[number, number]> {
  if (window === null) return [0, Number.MAX_SAFE_INTEGER];
  const row = await sql.get<{ lowest: number | null; highest: number | null }>(
    "select min(id) lowest, max(id) highest from article where first_stored > ? and first_stored <= ?",
    [held(window.from), held(window.until)],
  );
  return [row?.lowest ?? 0, row?.highest ?? 0];
}

async function outletCondition(
  sql: Sql,
  alias: string,
  filters: Filters,
): Promise<{ text: string; values: Value[] } | null> {
  if (filters.outlets.length === 0) return null;
  const list = listOf(await outletsNamed(sql, filters.outlets));
  // The plus keeps the engine from walking all an outlet ever published instead of the window.
  return { text: `+${alias}.outlet_id in ${list.marks}`, values: list.values };
}

/** Null: any speaker. Names, aliases and surnames count. */
export async function speakersNamed(sql: Sql, names: readonly string[]): Promise<number[] | null> {
  if (names.length === 0) return null;
  const list = listOf(names.map(nameKey));
  const rows = await sql.all<{ speaker_id: number; kind: string; key: string }>(
    `select speaker_id, kind, key from speaker_name where key in ${list.marks}`,
    list.values,
  );
  // A whole name means that person; a surname everyone who bears it.
  const whole = new Set(rows.filter((row) => row.kind !== "surname").map((row) => row.key));
  return rows.filter((row) => row.kind !== "surname" || !whole.has(row.key)).map((row) => row.speaker_id);
}
