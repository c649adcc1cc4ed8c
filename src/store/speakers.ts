// Speakers: the operator's table, one speaker's page, the most quoted, and completion.
import type { Filters, Window } from "../model/digest.ts";
import type { KnownSpeaker } from "../model/speaker.ts";
import type { SpeakerHead, SpeakerPage, SpeakerStore } from "./contract/speakers.ts";
import type { Engine, Sql } from "./engine.ts";
import { quotesInWindow, where } from "./filters.ts";
import { nameKey } from "./fold.ts";
import { listOf } from "./lists.ts";
import { type Stated, viewsOf } from "./quote-view.ts";
import { findSpeaker, namedSpeaker, nearSpeakers, type SpeakerRow, speakerHead, speakerNear } from "./speaker-find.ts";
import { ensureSpeakers, indexNames } from "./speaker-names.ts";

/** A page describes roles by the newest quotes, so that a much quoted speaker's page is as fast as another's. */
const RECENT = 500;
/** So many of the most quoted are looked through for one or two typed letters. */
const FAMOUS = 600;

export function speakerStore(engine: Engine): SpeakerStore {
  return {
    syncKnownSpeakers: (known) => engine.write((sql) => syncKnown(sql, known), "corpus"),
    find: (typed, viewer) => engine.glance((sql) => findSpeaker(sql, typed, viewer)),
    named: (typed, viewer) => engine.glance((sql) => namedSpeaker(sql, typed, viewer)),
    near: (typed, viewer) => engine.glance((sql) => speakerNear(sql, typed, viewer)),
    byId: (id) => engine.glance((sql) => byId(sql, id)),
    page: (id, viewer) => engine.search((sql) => page(sql, id, viewer)),
    top: (limit) => engine.glance((sql) => top(sql, limit)),
    mostQuoted: (window, filters, limit) => engine.search((sql) => mostQuoted(engine, sql, window, filters, limit)),
    complete: (typed, limit) => engine.glance((sql) => complete(sql, typed, limit)),
  };
}

interface KnownRow extends SpeakerRow {
  readonly aliases: string;
}

/** At most starts nothing has changed, which two questions tell. */
async function syncKnown(sql: Sql, known: readonly KnownSpeaker[]): Promise<void> {
  const [ids, before] = await Promise.all([
    ensureSpeakers(sql, new Map(known.map(({ name, kind }) => [name, kind]))),
    sql.all<KnownRow>("select id, name, voice, quotes, aliases from speaker where known = 1"),
  ]);
  const unnamed = new Map(before.map((row) => [row.id, row]));
  const held = new Map(unnamed);
  for (const { name, kind, aliases } of known) {
    const id = ids.get(name) ?? null;
    if (id === null) continue;
    unnamed.delete(id);
    const [row, spelled] = [held.get(id), JSON.stringify(aliases)];
    if (row?.name === name && row.voice === kind && row.aliases === spelled) continue;
    sql.send("update speaker set name = ?, voice = ?, aliases = ?, known = 1 where id = ?", [name, kind, spelled, id]);
    await indexNames(sql, id, nameKey(name), kind, aliases);
  }
  for (const { id, name, voice } of unnamed.values()) {
    sql.send("update speaker set known = 0, aliases = '[]' where id = ?", [id]);
    await indexNames(sql, id, nameKey(name), voice, []);
  }
}

async function byId(sql: Sql, id: number): Promise<SpeakerHead | null> {
  const row = await sql.get<SpeakerRow>("select id, name, voice, quotes from speaker where id = ?", [id]);
  return row === undefined ? null : speakerHead(row);
}

async function page(sql: Sql, id: number, viewer: string | null): Promise<SpeakerPage | null> {
  const row = await sql.get<SpeakerRow & { aliases: string }>(
    "select id, name, voice, quotes, aliases from speaker where id = ?",
    [id],
  );
  if (row === undefined) return null;
  const theirs = "speaker_id = ? and audience in ('', ?)";
  const values = [id, viewer ?? ""];
  const roles = await sql.all<{ role: string; quotes: number }>(
    `select role, count(*) quotes from (select role from quote where ${theirs} order by sort_day desc, id desc limit ?) newest
     where role is not null group by role order by quotes desc, role limit 10`,
    [...values, RECENT],
  );
  // Days come in the order of the index; months of quotes would have to be sorted into being.
  const months = await sql.all<{ month: string; quotes: number }>(
    `select substr(day, 1, 7) as month, sum(quotes) quotes from
       (select sort_day as day, count(*) quotes from quote where ${theirs} and sort_day <> '' group by sort_day) days
     group by substr(day, 1, 7) order by month`,
    values,
  );
  const outlets = await sql.all<{ outlet: string; quotes: number }>(
    `select o.name outlet, c.quotes from (select outlet_id, count(*) quotes from quote where ${theirs} group by outlet_id) c
       join outlet o on o.id = c.outlet_id order by c.quotes desc, o.name`,
    values,
  );
  const first = await sql.get<Stated>(
    `select id, statement_id from quote where ${theirs} and sort_day <> '' order by sort_day, id limit 1`,
    values,
  );
  const latest = await sql.get<Stated>(
    `select id, statement_id from quote where ${theirs} order by sort_day desc, id desc limit 1`,
    values,
  );
  const ends = [first, latest].flatMap((row) => (row === undefined ? [] : [row]));
  const views = new Map((await viewsOf(sql, ends, viewer)).map((view) => [view.id, view]));
  return {
    ...speakerHead(row),
    aliases: JSON.parse(row.aliases) as string[],
    roles,
    months,
    outlets,
    first: views.get(first?.id ?? 0) ?? null,
    latest: views.get(latest?.id ?? 0) ?? null,
  };
}

async function top(sql: Sql, limit: number): Promise<SpeakerHead[]> {
  const rows = await sql.all<SpeakerRow>(
    "select id, name, voice, quotes from speaker where quotes > 0 order by quotes desc, id limit ?",
    [limit],
  );
  return rows.map(speakerHead);
}

async function mostQuoted(
  engine: Engine,
  sql: Sql,
  window: Window,
  filters: Filters,
  limit: number,
): Promise<SpeakerHead[]> {
  const conditions = await quotesInWindow(engine, sql, window, filters);
  const rows = await sql.all<SpeakerRow>(
    `select s.id, s.name, s.voice, c.quotes from
       (select q.speaker_id, count(*) quotes from quote q where ${where(conditions)} and q.speaker_id is not null
        group by q.speaker_id order by quotes desc, q.speaker_id limit ?) c
       join speaker s on s.id = c.speaker_id order by c.quotes desc, s.id`,
    [...conditions.values, limit],
  );
  return rows.map(speakerHead);
}

async function complete(sql: Sql, typed: string, limit: number): Promise<SpeakerHead[]> {
  const key = nameKey(typed.slice(0, 100).toWellFormed());
  if (key === "") return top(sql, limit);
  if (key.length < 3) {
    const famous = await sql.all<SpeakerRow & { key: string }>(
      "select id, name, voice, quotes, key from speaker where quotes > 0 order by quotes desc, id limit ?",
      [FAMOUS],
    );
    const fitting = famous.filter((row) => ` ${row.key}`.includes(` ${key}`)).slice(0, limit);
    if (fitting.length === limit) return fitting.map(speakerHead);
  }
  const list = await sql.all<{ id: number }>(
    `select distinct s.id, s.quotes from speaker_name n join speaker s on s.id = n.speaker_id
     where n.key >= ? and n.key < ? and s.quotes > 0 order by s.quotes desc, s.id limit ?`,
    [key, `${key}\u{10FFFF}`, limit],
  );
  if (list.length === 0) return (await nearSpeakers(sql, key, null, limit)).filter((speaker) => speaker.quotes > 0);
  return headsById(
    sql,
    list.map((row) => row.id),
  );
}

async function headsById(sql: Sql, ids: readonly number[]): Promise<SpeakerHead[]> {
  const list = listOf(ids);
  const rows = await sql.all<SpeakerRow>(
    `select id, name, voice, quotes from speaker where id in ${list.marks}`,
    list.values,
  );
  return rows.toSorted((a, b) => b.quotes - a.quotes || a.id - b.id).map(speakerHead);
}
