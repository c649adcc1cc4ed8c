// Claims: a piece of work is one owner's until it is done or the time is over.
import type { ClaimStore } from "./contract/claims.ts";
import type { Engine, Sql } from "./engine.ts";

export function claimStore(engine: Engine): ClaimStore {
  return {
    take: (key, owner, leaseMs) => engine.write((sql) => take(engine, sql, key, owner, leaseMs)),
    done: (key, owner) =>
      engine.write(async (sql) => {
        const text = `update claim set done = 1, held_until = ${engine.clock} where key = ? and owner = ?`;
        return (await sql.run(text, [key, owner])) > 0;
      }),
    forget: (olderThanMs) =>
      engine.write((sql) => sql.run(`delete from claim where held_until < ${engine.clock} - ?`, [olderThanMs])),
  };
}

async function take(
  engine: Engine,
  sql: Sql,
  key: string,
  owner: string,
  leaseMs: number,
): Promise<"ours" | "busy" | "done"> {
  const taken = await sql.run(
    `insert into claim (key, owner, held_until, done) values (?, ?, ${engine.clock} + ?, 0)
     on conflict (key) do update set owner = excluded.owner, held_until = ${engine.clock} + ?
     where claim.done = 0 and claim.held_until <= ${engine.clock}`,
    [key, owner, leaseMs, leaseMs],
  );
  if (taken > 0) return "ours";
  const row = await sql.get<{ done: number }>("select done from claim where key = ?", [key]);
  return row?.done === 1 ? "done" : "busy";
}
