// The corpus about itself: is it empty, sound, copied.
import { backupTo } from "./backup.ts";
import type { Engine, Sql } from "./engine.ts";
import { schemaVersion } from "./migrate.ts";
import type { MetaStore } from "./store.ts";

export function metaStore(engine: Engine): MetaStore {
  return {
    isEmpty: () => engine.read(async (sql) => (await sql.get("select 1 from article limit 1")) === undefined),
    schemaVersion: () => engine.read(schemaVersion),
    get: (key) => engine.read((sql) => get(sql, key)),
    set: (key, value) => engine.write((sql) => set(sql, key, value)),
    backup: (file) => backupTo(engine, file),
    check: async () => [...(await engine.check()), ...(await engine.snapshot(checkRows))],
  };
}

/** Keys of other rooms are kept apart from the store's own ("schema", "count.quotes"). */
function keyOf(key: string): string {
  return `note ${key}`;
}

async function get(sql: Sql, key: string): Promise<string | null> {
  const row = await sql.get<{ value: string }>("select value from meta where key = ?", [keyOf(key)]);
  return row?.value ?? null;
}

async function set(sql: Sql, key: string, value: string): Promise<void> {
  await sql.run("insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value", [
    keyOf(key),
    value,
  ]);
}

/** What one transaction always writes together. */
const WHOLES: readonly (readonly [query: string, problem: string])[] = [
  [
    "select count(*) n from article a where not exists (select 1 from revision r where r.article_id = a.id and r.number = a.revision)",
    "articles without their text",
  ],
  [
    "select count(*) n from quote q where not exists (select 1 from revision r where r.article_id = q.article_id and r.number = q.revision)",
    "quotes without the text they stand in",
  ],
  [
    "select count(*) n from statement t where not exists (select 1 from quote q where q.statement_id = t.id)",
    "statements without a quote",
  ],
  [
    "select count(*) n from story t where t.articles <> (select count(*) from article a where a.story_id = t.id)",
    "stories with a wrong count of articles",
  ],
  [
    "select count(*) n from speaker s where s.quotes <> (select count(*) from quote q where q.speaker_id = s.id and q.audience = '')",
    "speakers with a wrong count of quotes",
  ],
];

async function checkRows(sql: Sql): Promise<string[]> {
  const problems: string[] = [];
  for (const [query, problem] of WHOLES) {
    const row = await sql.get<{ n: number }>(query);
    if (row !== undefined && row.n > 0) problems.push(`${row.n} ${problem}`);
  }
  return problems;
}
