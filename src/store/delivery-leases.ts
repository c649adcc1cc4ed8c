// Who may send a delivery now: leases, parts and receipts. Every change holds only for the lease's owner.
import type { ClaimOptions } from "./contract/deliveries.ts";
import type { Engine, Sql, Value } from "./engine.ts";
import { listOf } from "./lists.ts";

/** Still under way and this owner's, whether or not the time ran out: nobody else has taken it over. */
const HELD = "id = ? and owner = ? and state = 'sending'";

/** Takes deliveries and gives their ids, oldest due first. */
export async function claim(engine: Engine, sql: Sql, options: ClaimOptions): Promise<number[]> {
  const now = options.now.epochMilliseconds;
  const platforms = options.platforms === undefined ? null : listOf(options.platforms);
  const only = platforms === null ? "" : `and d.platform in ${platforms.marks}`;
  const values: Value[] = [now, ...(platforms?.values ?? []), now, now, options.limit * 4 + 20];
  const overdue = await sql.all<Candidate>(
    `select d.id, d.platform, d.chat_id from delivery d where d.state = 'sending' and d.lease_until <= ? ${only}
     order by d.lease_until, d.id limit ? ${engine.hold("d", "pass over")}`,
    [now, ...(platforms?.values ?? []), options.limit],
  );
  const waiting = await sql.all<Candidate>(
    `select d.id, d.platform, d.chat_id from delivery d join subscription s on s.id = d.subscription_id
     where d.state = 'planned' and d.retry_at <= ? ${only} and s.state = 'active'
       and not exists (select 1 from chat_wait w
         where w.platform = d.platform and w.chat_id = d.chat_id and w.wait_until > ?)
       and not exists (select 1 from delivery u
         where u.platform = d.platform and u.chat_id = d.chat_id and u.state = 'sending' and u.lease_until > ?)
     order by d.retry_at, d.id limit ? ${engine.hold("d", "pass over")}`,
    values,
  );
  const taken = oneAChat([...overdue, ...waiting]).slice(0, options.limit);
  for (const id of taken) {
    await sql.run(
      `update delivery set tries = tries + (case when state = 'sending' then 1 else 0 end),
         state = 'sending', owner = ?, lease_until = ?, changed = ? where id = ?`,
      [options.owner, now + options.leaseMs, now, id],
    );
  }
  return taken;
}

interface Candidate {
  readonly id: number;
  readonly platform: string;
  readonly chat_id: string;
}

function oneAChat(candidates: readonly Candidate[]): number[] {
  const first = new Map<string, number>();
  for (const { id, platform, chat_id } of candidates) {
    const place = `${platform}:${chat_id}`;
    if (!first.has(place)) first.set(place, id);
  }
  return [...first.values()];
}

export async function renew(
  sql: Sql,
  id: number,
  owner: string,
  now: Temporal.Instant,
  leaseMs: number,
): Promise<boolean> {
  const until = now.epochMilliseconds + leaseMs;
  return (await sql.run(`update delivery set lease_until = ? where ${HELD}`, [until, id, owner])) > 0;
}

export async function begin(
  sql: Sql,
  id: number,
  owner: string,
  part: number,
  now: Temporal.Instant,
): Promise<boolean> {
  const at = now.epochMilliseconds;
  const held = await sql.run(`update delivery set changed = ? where ${HELD} and lease_until > ?`, [at, id, owner, at]);
  if (held === 0) return false;
  await sql.run(
    "insert into delivery_part (delivery_id, part, state, begun) values (?, ?, 'sending', ?) on conflict do nothing",
    [id, part, at],
  );
  const row = await sql.get<{ state: string }>("select state from delivery_part where delivery_id = ? and part = ?", [
    id,
    part,
  ]);
  return row?.state === "sending";
}

export async function receipt(
  sql: Sql,
  id: number,
  owner: string,
  part: number,
  messageId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const at = now.epochMilliseconds;
  if ((await sql.run(`update delivery set changed = ? where ${HELD}`, [at, id, owner])) === 0) return false;
  const received = await sql.run(
    `update delivery_part set state = 'sent', message_id = ?, sent = ? where delivery_id = ? and part = ? and state = 'sending'`,
    [messageId, at, id, part],
  );
  return received > 0;
}

/** A paused or removed subscription's delivery is not put off: it is skipped, as its planned ones were. */
export async function later(
  engine: Engine,
  sql: Sql,
  id: number,
  owner: string,
  retryAt: Temporal.Instant,
  reason: string,
  now: Temporal.Instant,
): Promise<boolean> {
  await sql.get(
    `select 1 from subscription s where s.id = (select subscription_id from delivery where id = ?) ${engine.hold("s", "wait")}`,
    [id],
  );
  const put = await sql.run(
    `update delivery set state = case when exists
         (select 1 from subscription s where s.id = delivery.subscription_id and s.state = 'active') then 'planned' else 'skipped' end,
       retry_at = ?, reason = ?, tries = tries + 1, owner = null, lease_until = null, changed = ? where ${HELD}`,
    [retryAt.epochMilliseconds, reason, now.epochMilliseconds, id, owner],
  );
  if (put === 0) return false;
  await sql.run("delete from delivery_part where delivery_id = ? and state = 'sending'", [id]);
  return true;
}

export async function finish(
  sql: Sql,
  id: number,
  owner: string,
  state: "sent" | "refused" | "in doubt" | "skipped",
  reason: string | null,
  now: Temporal.Instant,
): Promise<boolean> {
  const done = await sql.run(
    `update delivery set state = ?, reason = ?, owner = null, lease_until = null, changed = ? where ${HELD}`,
    [state, reason, now.epochMilliseconds, id, owner],
  );
  return done > 0;
}

export async function sendAgain(sql: Sql, id: number, now: Temporal.Instant): Promise<boolean> {
  const at = now.epochMilliseconds;
  const planned = await sql.run(
    `update delivery set state = 'planned', reason = null, retry_at = ?, changed = ?
     where id = ? and state in ('refused', 'in doubt')`,
    [at, at, id],
  );
  if (planned === 0) return false;
  await sql.run("delete from delivery_part where delivery_id = ? and state = 'sending'", [id]);
  return true;
}

export async function release(sql: Sql, owner: string, now: Temporal.Instant): Promise<number> {
  return sql.run(
    `update delivery set state = 'planned', owner = null, lease_until = null, changed = ? where owner = ? and state = 'sending'
       and not exists (select 1 from delivery_part p where p.delivery_id = delivery.id and p.state = 'sending')`,
    [now.epochMilliseconds, owner],
  );
}
