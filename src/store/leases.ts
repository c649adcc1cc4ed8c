// Leases: one owner a name, until the database's clock says that the time is over.
import type { LeaseStore } from "./contract/leases.ts";
import type { Engine, Sql } from "./engine.ts";

export function leaseStore(engine: Engine): LeaseStore {
  return {
    hold: (name, owner, leaseMs) => engine.write((sql) => hold(engine, sql, name, owner, leaseMs)),
    release: (name, owner) =>
      engine.write(async (sql) => (await sql.run("delete from lease where name = ? and owner = ?", [name, owner])) > 0),
  };
}

/** The clock is read in the update too: it may have waited for another owner's. */
async function hold(engine: Engine, sql: Sql, name: string, owner: string, leaseMs: number): Promise<boolean> {
  const held = await sql.run(
    `insert into lease (name, owner, held_until) values (?, ?, ${engine.clock} + ?)
     on conflict (name) do update set owner = excluded.owner, held_until = ${engine.clock} + ?
     where lease.owner = excluded.owner or lease.held_until <= ${engine.clock}`,
    [name, owner, leaseMs, leaseMs],
  );
  return held > 0;
}
