// The same corpus in PostgreSQL: the program's own copy, with indexes and references built when all rows are there.
import pg from "pg";
import { openStore } from "../../../src/store/open.ts";
import { tendStore } from "../../../src/store/tend.ts";

/** Every index and reference of the schema but primary and unique keys, and what makes it again. */
const LATE = `
  select format('alter table %I drop constraint %I', c.conrelid::regclass, c.conname) as gone,
    format('alter table %I add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as again, 2 as turn
  from pg_constraint c where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
  union all
  select format('drop index %I', i.indexname), i.indexdef, 1 from pg_indexes i where i.schemaname = current_schema()
    and not exists (select 1 from pg_constraint c where c.conname = i.indexname)
  order by turn`;

/** Copies the corpus of a file into an empty database. Cut short, it is to be begun again in a new one. */
export async function loadPostgres(file: string, address: string): Promise<void> {
  await (await openStore(address)).close();
  const client = new pg.Client(address);
  await client.connect();
  try {
    const late: { gone: string; again: string }[] = (await client.query(LATE)).rows;
    for (const { gone } of late.toReversed()) await client.query(gone);
    const { lines, sound } = await tendStore(address, ["copy", file, address]);
    if (!sound) throw new Error(lines.join("\n"));
    await client.query("set maintenance_work_mem = '1GB'");
    for (const { again } of late) await client.query(again);
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
