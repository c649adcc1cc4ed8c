// Feeds: what is polled when and by whom, and which items were seen.
import type { FeedRow, FeedStore, PollOutcome } from "./contract/feeds.ts";
import type { Access, Sql, Value } from "./engine.ts";
import { listOf } from "./lists.ts";
import { shown, shownOrNull } from "./moment.ts";

interface Row {
  readonly id: number;
  readonly url: string;
  readonly outlet: string | null;
  readonly state: FeedRow["state"];
  readonly origin: FeedRow["origin"];
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly next_poll: number;
  readonly last_fetched: number | null;
  readonly last_new: number | null;
  readonly errors: number;
  readonly last_error: string | null;
  readonly items: number;
}

const DAY_MS = 24 * 3_600_000;

export function feedStore(engine: Access): FeedStore {
  return {
    sync: (feeds, now) => engine.write((sql) => sync(sql, feeds, now), "feeds"),
    add: (url, outlet, now) => engine.write((sql) => add(sql, url, outlet, "command", now), "feeds"),
    byId: (id) => engine.read((sql) => one(sql, "id = ?", [id])),
    byUrl: (url) => engine.read((sql) => one(sql, "url = ?", [url])),
    list: () => engine.read((sql) => many(sql, "state <> 'removed' order by coalesce(outlet, ''), url", [])),
    setState: (id, state, now) => engine.write((sql) => setState(sql, id, state, now)),
    claim: (owner, now, leaseMs, limit) => engine.write((sql) => claim(engine, sql, owner, now, leaseMs, limit)),
    finish: (id, owner, outcome, now) =>
      engine.write((sql) => finish(sql, id, owner, outcome, now), outcome.url === undefined ? undefined : "feeds"),
    release: (owner) =>
      engine.write((sql) => sql.run("update feed set owner = null, lease_until = 0 where owner = ?", [owner])),
    unseen: (feed, keys) => engine.read((sql) => unseen(sql, feed, keys)),
    markSeen: (feed, keys, now) => engine.write((sql) => markSeen(sql, feed, keys, now)),
    forgetSeen: (before) =>
      engine.write((sql) => sql.run("delete from feed_seen where seen < ?", [before.epochMilliseconds])),
    nextPoll: () => engine.read(nextPoll),
  };
}

function feedFrom(row: Row): FeedRow {
  return {
    id: row.id,
    url: row.url,
    outlet: row.outlet,
    state: row.state,
    origin: row.origin,
    etag: row.etag,
    lastModified: row.last_modified,
    nextPoll: shown(row.next_poll),
    lastFetched: shownOrNull(row.last_fetched),
    lastNew: shownOrNull(row.last_new),
    errors: row.errors,
    lastError: row.last_error,
    items: row.items,
  };
}

async function many(sql: Sql, condition: string, values: readonly Value[]): Promise<FeedRow[]> {
  return (await sql.all<Row>(`select * from feed where ${condition}`, values)).map(feedFrom);
}

async function one(sql: Sql, condition: string, values: readonly Value[]): Promise<FeedRow | null> {
  return (await many(sql, condition, values))[0] ?? null;
}

async function add(
  sql: Sql,
  url: string,
  outlet: string | null,
  origin: FeedRow["origin"],
  now: Temporal.Instant,
): Promise<FeedRow> {
  const at = now.epochMilliseconds;
  const held = await one(sql, "url = ?", [url]);
  if (held === null) {
    const id = await sql.insert(
      "insert into feed (url, outlet, state, origin, next_poll) values (?, ?, 'active', ?, ?)",
      [url, outlet, origin, at],
    );
    return (await one(sql, "id = ?", [id])) as FeedRow;
  }
  if (held.state === "removed") {
    await sql.run("update feed set state = 'active', origin = ?, errors = 0, next_poll = ? where id = ?", [
      origin,
      at,
      held.id,
    ]);
  }
  if (outlet !== null) await sql.run("update feed set outlet = ? where id = ?", [outlet, held.id]);
  return (await one(sql, "id = ?", [held.id])) as FeedRow;
}

async function sync(
  sql: Sql,
  feeds: readonly { readonly url: string; readonly outlet: string | null }[],
  now: Temporal.Instant,
): Promise<void> {
  const kept = new Set<number>();
  for (const { url, outlet } of feeds) {
    const moved = await sql.get<{ feed_id: number }>("select feed_id from feed_moved where url = ?", [url]);
    const home = moved === undefined ? null : await one(sql, "id = ?", [moved.feed_id]);
    kept.add((await add(sql, home?.url ?? url, outlet, "file", now)).id);
  }
  const ours = await many(sql, "origin = 'file' and state <> 'removed'", []);
  for (const feed of ours) if (!kept.has(feed.id)) await setState(sql, feed.id, "removed", now);
}

async function setState(sql: Sql, id: number, state: FeedRow["state"], now: Temporal.Instant): Promise<boolean> {
  const changed = await sql.run(
    `update feed set state = ?, owner = null, lease_until = 0,
       next_poll = case when ? = 'active' and state <> 'active' then ? else next_poll end where id = ?`,
    [state, state, now.epochMilliseconds, id],
  );
  return changed > 0;
}

async function claim(
  engine: Access,
  sql: Sql,
  owner: string,
  now: Temporal.Instant,
  leaseMs: number,
  limit: number,
): Promise<FeedRow[]> {
  const at = now.epochMilliseconds;
  const feeds = await many(
    sql,
    `state = 'active' and next_poll <= ? and lease_until <= ? order by next_poll, id limit ? ${engine.hold("feed", "pass over")}`,
    [at, at, limit],
  );
  for (const feed of feeds) {
    await sql.run("update feed set owner = ?, lease_until = ? where id = ?", [owner, at + leaseMs, feed.id]);
  }
  return feeds;
}

async function finish(
  sql: Sql,
  id: number,
  owner: string,
  outcome: PollOutcome,
  now: Temporal.Instant,
): Promise<boolean> {
  const at = now.epochMilliseconds;
  const sets = ["next_poll = ?", "last_fetched = ?", "last_error = ?", "owner = null", "lease_until = 0"];
  const values: Value[] = [outcome.nextPoll.epochMilliseconds, at, outcome.error];
  const assign = (text: string, ...given: readonly Value[]): void => {
    sets.push(text);
    values.push(...given);
  };
  assign(outcome.error === null ? "errors = 0" : "errors = errors + 1");
  if (outcome.etag !== undefined) assign("etag = ?", outcome.etag);
  if (outcome.lastModified !== undefined) assign("last_modified = ?", outcome.lastModified);
  if (outcome.state !== undefined) assign("state = ?", outcome.state);
  if (outcome.newItems !== undefined && outcome.newItems > 0) {
    assign("items = items + ?", outcome.newItems);
    assign("last_new = ?", at);
  }
  const done = await sql.run(`update feed set ${sets.join(", ")} where id = ? and owner = ?`, [...values, id, owner]);
  if (done > 0 && outcome.url !== undefined) await moveFeed(sql, id, outcome.url);
  return done > 0;
}

/** Remembers the old address, which the operator's file goes on naming. A feed held at the new one already takes over. */
async function moveFeed(sql: Sql, id: number, url: string): Promise<void> {
  const feed = await one(sql, "id = ?", [id]);
  if (feed === null || feed.url === url) return;
  const there = await one(sql, "url = ?", [url]);
  if (there === null) await sql.run("update feed set url = ? where id = ?", [url, id]);
  else await sql.run("update feed set state = 'removed' where id = ?", [id]);
  await sql.run("delete from feed_moved where url = ?", [url]);
  await sql.run(
    "insert into feed_moved (url, feed_id) values (?, ?) on conflict (url) do update set feed_id = excluded.feed_id",
    [feed.url, there?.id ?? id],
  );
}

async function unseen(sql: Sql, feed: number, keys: readonly string[]): Promise<string[]> {
  const seen = new Set<string>();
  for (let at = 0; at < keys.length; at += 500) {
    const list = listOf(keys.slice(at, at + 500));
    const rows = await sql.all<{ key: string }>(
      `select key from feed_seen where feed_id = ? and key in ${list.marks}`,
      [feed, ...list.values],
    );
    for (const row of rows) seen.add(row.key);
  }
  return [...new Set(keys)].filter((key) => !seen.has(key.toWellFormed()));
}

/** What is seen at every visit is written once a day: a visit that brings nothing writes nothing. */
async function markSeen(sql: Sql, feed: number, keys: readonly string[], now: Temporal.Instant): Promise<void> {
  for (const key of keys) {
    await sql.run(
      `insert into feed_seen (feed_id, key, seen) values (?, ?, ?)
       on conflict (feed_id, key) do update set seen = excluded.seen where feed_seen.seen < ?`,
      [feed, key, now.epochMilliseconds, now.epochMilliseconds - DAY_MS],
    );
  }
}

async function nextPoll(sql: Sql): Promise<string | null> {
  const row = await sql.get<{ at: number | null }>("select min(next_poll) at from feed where state = 'active'");
  return shownOrNull(row?.at ?? null);
}
