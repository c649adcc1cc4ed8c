// Brings a corpus up to the schema this program knows.
import type { Engine, Sql } from "./engine.ts";
import { StoreError } from "./failure.ts";
import { CORPUS } from "./migrations/0001-corpus.ts";
import { DELIVERY } from "./migrations/0002-delivery.ts";
import { FEEDS } from "./migrations/0003-feeds.ts";
import { WAITING } from "./migrations/0004-waiting.ts";
import { LEASES } from "./migrations/0005-leases.ts";
import { PROCESSES } from "./migrations/0006-processes.ts";
import { LARGE } from "./migrations/0007-large.ts";
import { TERMS } from "./migrations/0008-terms.ts";
import { CANDIDATES } from "./migrations/0009-candidates.ts";
import type { Migration } from "./migrations/migration.ts";

const MIGRATIONS: readonly Migration[] = [
  CORPUS,
  DELIVERY,
  FEEDS,
  WAITING,
  LEASES,
  PROCESSES,
  LARGE,
  TERMS,
  CANDIDATES,
];

/** The number of the newest schema, counted from 1. */
export const NEWEST_SCHEMA = MIGRATIONS.length;

/**
 * Runs the migrations that are missing, each in a transaction of its own, so that a kill between two of them is resumed.
 * Throws StoreError when the corpus was made by a newer program.
 */
export async function migrate(engine: Engine): Promise<void> {
  for (let version = -1; version < NEWEST_SCHEMA; ) {
    version = await engine.write(async (sql) => {
      const held = await schemaVersion(sql);
      if (held > NEWEST_SCHEMA) {
        throw new StoreError(
          `This corpus has schema ${held}; this program knows schemas up to ${NEWEST_SCHEMA}. Start a newer OnRecord, or name another corpus in DATABASE_URL.`,
        );
      }
      const migration = MIGRATIONS[held];
      if (migration === undefined) return held;
      for (const step of migration) {
        const statements = typeof step === "string" ? [engine.spell(step)] : engine[step.textIndex].create;
        for (const statement of statements) await sql.run(statement);
      }
      await sql.run(
        "insert into meta (key, value) values ('schema', ?) on conflict (key) do update set value = excluded.value",
        [String(held + 1)],
      );
      return held + 1;
    }, "schema");
  }
}

/** 0 for a corpus just created. */
export async function schemaVersion(sql: Sql): Promise<number> {
  const row = await sql.get<{ value: string }>("select value from meta where key = 'schema'");
  return row === undefined ? 0 : Number(row.value);
}
