// Deliveries: planning due slots, and what became of what was planned.
import type { Chat } from "../model/chat.ts";
import type { DeliveryState } from "../model/digest.ts";
import { type ChatColumns, chatColumns, chatFrom } from "./chats.ts";
import type { DeliveryRow, DeliveryStore, PartRow, Plan } from "./contract/deliveries.ts";
import { begin, claim, finish, later, receipt, release, renew, sendAgain } from "./delivery-leases.ts";
import type { Engine, Sql, Value } from "./engine.ts";
import { listOf } from "./lists.ts";
import { held, shown, shownOrNull } from "./moment.ts";

interface Row extends ChatColumns {
  readonly id: number;
  readonly subscription_id: number;
  readonly digest: string;
  readonly edition_id: number | null;
  readonly slot: number;
  readonly planned: number;
  readonly changed: number;
  readonly state: DeliveryState;
  readonly reason: string | null;
  readonly retry_at: number;
  readonly tries: number;
  readonly owner: string | null;
  readonly lease_until: number | null;
}

export function deliveryStore(engine: Engine): DeliveryStore {
  return {
    plan: (plans, now) => engine.write((sql) => planAll(engine, sql, plans, now)),
    claim: (options) => engine.write(async (sql) => deliveriesOf(sql, await claim(engine, sql, options)), "claims"),
    renew: (...lease) => engine.write((sql) => renew(sql, ...lease)),
    begin: (...part) => engine.write((sql) => begin(sql, ...part)),
    receipt: (...part) => engine.write((sql) => receipt(sql, ...part)),
    later: (...outcome) => engine.write((sql) => later(engine, sql, ...outcome)),
    finish: (...outcome) => engine.write((sql) => finish(sql, ...outcome)),
    sendAgain: (id, now) => engine.write((sql) => sendAgain(sql, id, now)),
    release: (owner, now) => engine.write((sql) => release(sql, owner, now)),
    byId: (id) => engine.read(async (sql) => (await deliveriesOf(sql, [id]))[0] ?? null),
    ofSubscription: (id, limit) => engine.read((sql) => newest(sql, "subscription_id = ?", [id], limit)),
    ofChat: (chat, limit) => engine.read((sql) => ofChat(sql, chat, limit)),
    counts: () => engine.read(counts),
    nextWork: () => engine.read(nextWork),
    prune: (before) => engine.write((sql) => prune(sql, before)),
  };
}

async function planAll(
  engine: Engine,
  sql: Sql,
  plans: readonly Plan[],
  now: Temporal.Instant,
): Promise<(number | null)[]> {
  const ids: (number | null)[] = [];
  for (const plan of plans) ids.push(await planOne(engine, sql, plan, now.epochMilliseconds));
  return ids;
}

/** The subscription's own row says who was first: only one planner can move its next due on from this slot. */
async function planOne(engine: Engine, sql: Sql, plan: Plan, now: number): Promise<number | null> {
  const slot = held(plan.slot);
  const due = await sql.get<{ repeated: number }>(
    `select (last_slot is not null and last_slot >= ?)
       or exists (select 1 from delivery d where d.subscription_id = s.id and d.slot = ?) repeated
     from subscription s where id = ? and next_due = ? and state = 'active' ${engine.hold("s", "wait")}`,
    [slot, slot, plan.subscription, slot],
  );
  if (due === undefined) return null;
  const nextDue = plan.nextDue.epochMilliseconds;
  if (due.repeated) {
    await sql.run("update subscription set next_due = ? where id = ?", [nextDue, plan.subscription]);
    return null;
  }
  // A slot for which nothing was composed leaves its news to the next one.
  const told = plan.edition === null ? null : slot;
  await sql.run("update subscription set next_due = ?, last_slot = coalesce(?, last_slot) where id = ?", [
    nextDue,
    told,
    plan.subscription,
  ]);
  return sql.insert(
    `insert into delivery (subscription_id, platform, chat_id, thread, edition_id, slot, planned, changed, state, reason, retry_at)
     select id, platform, chat_id, thread, ?, ?, ?, ?, ?, ?, ? from subscription where id = ?`,
    [plan.edition, slot, now, now, plan.state, plan.state === "skipped" ? plan.reason : null, slot, plan.subscription],
  );
}

const PARTS = "select delivery_id, part, state, message_id, begun, sent from delivery_part where delivery_id in";

/** In the order given. */
async function deliveriesOf(sql: Sql, ids: readonly number[]): Promise<DeliveryRow[]> {
  if (ids.length === 0) return [];
  const list = listOf(ids);
  const rows = await sql.all<Row>(
    `select d.*, s.digest from delivery d join subscription s on s.id = d.subscription_id where d.id in ${list.marks}`,
    list.values,
  );
  const parts = await sql.all<PartColumns>(`${PARTS} ${list.marks} order by part`, list.values);
  const byDelivery = Map.groupBy(parts, (part) => part.delivery_id);
  const byId = new Map(rows.map((row) => [row.id, deliveryFrom(row, byDelivery.get(row.id) ?? [])]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

interface PartColumns {
  readonly delivery_id: number;
  readonly part: number;
  readonly state: PartRow["state"];
  readonly message_id: string | null;
  readonly begun: number;
  readonly sent: number | null;
}

function deliveryFrom(row: Row, parts: readonly PartColumns[]): DeliveryRow {
  return {
    id: row.id,
    subscription: row.subscription_id,
    digest: row.digest,
    chat: chatFrom(row),
    edition: row.edition_id,
    slot: shown(row.slot),
    planned: shown(row.planned),
    changed: shown(row.changed),
    state: row.state,
    reason: row.reason,
    retryAt: row.state === "planned" && row.retry_at > row.slot ? shown(row.retry_at) : null,
    tries: row.tries,
    parts: parts.map((part) => ({
      part: part.part,
      state: part.state,
      messageId: part.message_id,
      begun: shown(part.begun),
      sent: shownOrNull(part.sent),
    })),
    owner: row.owner,
    leaseUntil: shownOrNull(row.lease_until),
  };
}

async function newest(sql: Sql, condition: string, values: readonly Value[], limit: number): Promise<DeliveryRow[]> {
  const rows = await sql.all<{ id: number }>(
    `select id from delivery where ${condition} order by slot desc, id desc limit ?`,
    [...values, limit],
  );
  return deliveriesOf(
    sql,
    rows.map((row) => row.id),
  );
}

function ofChat(sql: Sql, chat: Chat, limit: number): Promise<DeliveryRow[]> {
  return newest(sql, "platform = ? and chat_id = ? and thread = ?", chatColumns(chat), limit);
}

async function counts(sql: Sql): Promise<Record<DeliveryState, number>> {
  const rows = await sql.all<{ state: DeliveryState; n: number }>(
    "select state, count(*) n from delivery group by state",
  );
  const none = { planned: 0, sending: 0, sent: 0, refused: 0, "in doubt": 0, skipped: 0 };
  return { ...none, ...Object.fromEntries(rows.map((row) => [row.state, row.n])) };
}

async function nextWork(sql: Sql): Promise<string | null> {
  const planned = await sql.get<{ at: number | null }>("select min(retry_at) at from delivery where state = 'planned'");
  const leased = await sql.get<{ at: number | null }>(
    "select min(lease_until) at from delivery where state = 'sending'",
  );
  const moments = [planned?.at, leased?.at].filter((at) => at !== null && at !== undefined);
  return moments.length === 0 ? null : shown(Math.min(...moments));
}

async function prune(sql: Sql, before: Temporal.Instant): Promise<number> {
  const gone = await sql.run("delete from delivery where slot < ? and state not in ('planned', 'sending')", [
    before.epochMilliseconds,
  ]);
  await sql.run(
    `delete from edition where window_until < ? and not exists (select 1 from delivery d where d.edition_id = edition.id)`,
    [before.epochMilliseconds],
  );
  return gone;
}
