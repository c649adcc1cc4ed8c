// Subscriptions: who gets which digest when.
import type { Chat } from "../model/chat.ts";
import type { Filters, Schedule, Subscription, SubscriptionState } from "../model/digest.ts";
import { type ChatColumns, chatColumns, chatFrom } from "./chats.ts";
import type { NewSubscription, SubscriptionChange, SubscriptionStore } from "./contract/subscriptions.ts";
import { filtersKey } from "./editions.ts";
import type { Engine, Sql, Value } from "./engine.ts";
import { held, shown, shownOrNull } from "./moment.ts";

interface Row extends ChatColumns {
  readonly id: number;
  readonly digest: string;
  readonly schedule: string;
  readonly zone: string;
  readonly filters: string;
  readonly state: "active" | "paused" | "removed";
  readonly reason: string | null;
  readonly paused_by: "person" | "platform" | null;
  readonly next_due: number;
  readonly last_slot: number | null;
  readonly created_by: string;
}

export function subscriptionStore(engine: Engine): SubscriptionStore {
  return {
    create: (subscription, cap) => engine.write((sql) => create(sql, subscription, cap), "subscriptions"),
    byId: (id) => engine.read((sql) => byId(sql, id)),
    ofChat: (chat, reach = "chat") => engine.read((sql) => ofChat(sql, chat, reach)),
    change: (id, change, ifNextDue) => engine.write((sql) => changeOne(sql, id, change, ifNextDue), "subscriptions"),
    remove: (id) => engine.write((sql) => remove(sql, id), "subscriptions"),
    pause: (chat, reason, by, reach) => engine.write((sql) => pause(sql, chat, reason, by, reach), "subscriptions"),
    resume: (chat, reach) => engine.write((sql) => resume(sql, chat, reach), "subscriptions"),
    due: (now, limit) => engine.read((sql) => due(sql, now, limit)),
    count: () => engine.read(count),
  };
}

function subscriptionFrom(row: Row): Subscription {
  const state: SubscriptionState =
    row.state === "active"
      ? { kind: "active" }
      : { kind: "paused", reason: row.reason ?? "", by: row.paused_by ?? "person" };
  return {
    id: row.id,
    chat: chatFrom(row),
    digest: row.digest,
    schedule: JSON.parse(row.schedule) as Schedule,
    zone: row.zone,
    filters: JSON.parse(row.filters) as Filters,
    state,
    nextDue: shown(row.next_due),
    lastSlot: shownOrNull(row.last_slot),
    createdBy: row.created_by,
  };
}

type Created = Awaited<ReturnType<SubscriptionStore["create"]>>;

async function create(sql: Sql, wanted: NewSubscription, cap: number): Promise<Created> {
  const inPlace = await rowsOf(sql, wanted.chat, "place");
  const same = inPlace.find(
    (row) =>
      row.thread === (wanted.chat.thread ?? "") &&
      row.digest === wanted.digest &&
      filtersKey(JSON.parse(row.filters) as Filters) === filtersKey(wanted.filters),
  );
  if (same !== undefined) return { kind: "exists", subscription: subscriptionFrom(same) };
  if (inPlace.length >= cap) return { kind: "over the cap", held: inPlace.length };
  const id = await sql.insert(
    `insert into subscription (platform, chat_id, thread, digest, schedule, zone, filters, state, next_due, created_by)
     values (?, ?, ?, ?, ?, ?, ?, 'active', ?, ?)`,
    [
      ...chatColumns(wanted.chat),
      wanted.digest,
      JSON.stringify(wanted.schedule),
      wanted.zone,
      JSON.stringify(wanted.filters),
      wanted.nextDue.epochMilliseconds,
      wanted.createdBy,
    ],
  );
  const subscription = await byId(sql, id);
  if (subscription === null) throw new Error(`Subscription ${id} is gone as soon as made`);
  return { kind: "created", subscription };
}

async function byId(sql: Sql, id: number): Promise<Subscription | null> {
  const row = await sql.get<Row>("select * from subscription where id = ? and state <> 'removed'", [id]);
  return row === undefined ? null : subscriptionFrom(row);
}

function rowsOf(sql: Sql, chat: Chat, reach: "chat" | "place"): Promise<Row[]> {
  const [platform, id, thread] = chatColumns(chat);
  return sql.all<Row>(
    `select * from subscription where platform = ? and chat_id = ? and state <> 'removed'
       and (thread = ? or ? = 'place') order by id`,
    [platform, id, thread, reach],
  );
}

async function ofChat(sql: Sql, chat: Chat, reach: "chat" | "place"): Promise<Subscription[]> {
  return (await rowsOf(sql, chat, reach)).map(subscriptionFrom);
}

async function changeOne(
  sql: Sql,
  id: number,
  change: SubscriptionChange,
  ifNextDue: string | undefined,
): Promise<Subscription | null> {
  const sets: string[] = ["id = id"];
  const values: Value[] = [];
  const assign = (column: string, value: Value): void => {
    sets.push(`${column} = ?`);
    values.push(value);
  };
  if (change.schedule !== undefined) assign("schedule", JSON.stringify(change.schedule));
  if (change.zone !== undefined) assign("zone", change.zone);
  if (change.filters !== undefined) assign("filters", JSON.stringify(change.filters));
  if (change.nextDue !== undefined) assign("next_due", change.nextDue.epochMilliseconds);
  if (change.state !== undefined) {
    assign("state", change.state.kind);
    assign("reason", change.state.kind === "paused" ? change.state.reason : null);
    assign("paused_by", change.state.kind === "paused" ? change.state.by : null);
  }
  const due = ifNextDue === undefined ? null : held(ifNextDue);
  const changed = await sql.run(
    `update subscription set ${sets.join(", ")} where id = ? and state <> 'removed' and (cast(? as bigint) is null or next_due = ?)`,
    [...values, id, due, due],
  );
  if (changed === 0) return null;
  if (change.state?.kind === "paused") await skipPlanned(sql, id, change.state.reason);
  return byId(sql, id);
}

/** The row stays, so that `/why` can still tell of its deliveries. */
async function remove(sql: Sql, id: number): Promise<boolean> {
  const changed = await sql.run("update subscription set state = 'removed' where id = ? and state <> 'removed'", [id]);
  if (changed > 0) await skipPlanned(sql, id, "the subscription was removed");
  return changed > 0;
}

async function pause(
  sql: Sql,
  chat: Chat,
  reason: string,
  by: "person" | "platform",
  reach: "chat" | "place",
): Promise<Subscription[]> {
  const active = (await rowsOf(sql, chat, reach)).filter((row) => row.state === "active");
  for (const row of active) {
    await sql.run("update subscription set state = 'paused', reason = ?, paused_by = ? where id = ?", [
      reason,
      by,
      row.id,
    ]);
    await skipPlanned(sql, row.id, reason);
  }
  return active.map((row) => subscriptionFrom({ ...row, state: "paused", reason, paused_by: by }));
}

/** What was planned and not begun is not sent days later when the chat is back. */
async function skipPlanned(sql: Sql, subscription: number, reason: string): Promise<void> {
  await sql.run("update delivery set state = 'skipped', reason = ? where subscription_id = ? and state = 'planned'", [
    reason,
    subscription,
  ]);
}

async function resume(sql: Sql, chat: Chat, reach: "chat" | "place"): Promise<Subscription[]> {
  const paused = (await rowsOf(sql, chat, reach)).filter(
    (row) => row.state === "paused" && row.paused_by === "platform",
  );
  for (const row of paused) {
    await sql.run("update subscription set state = 'active', reason = null, paused_by = null where id = ?", [row.id]);
  }
  return paused.map((row) => subscriptionFrom({ ...row, state: "active", reason: null, paused_by: null }));
}

async function due(sql: Sql, now: Temporal.Instant, limit: number): Promise<Subscription[]> {
  const rows = await sql.all<Row>(
    "select * from subscription where state = 'active' and next_due <= ? order by next_due, id limit ?",
    [now.epochMilliseconds, limit],
  );
  return rows.map(subscriptionFrom);
}

async function count(sql: Sql): Promise<{ active: number; paused: number }> {
  const rows = await sql.all<{ state: string; n: number }>("select state, count(*) n from subscription group by state");
  const of = (state: string): number => rows.find((row) => row.state === state)?.n ?? 0;
  return { active: of("active"), paused: of("paused") };
}
