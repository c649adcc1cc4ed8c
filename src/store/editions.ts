// Editions: composed once, found again by what they are made of.
import type { Filters } from "../model/digest.ts";
import type { Post } from "../model/post.ts";
import type { EditionKey, EditionStore, NewEdition, StoredEdition } from "./contract/editions.ts";
import type { Engine, Sql, Value } from "./engine.ts";
import { fold } from "./fold.ts";
import { held, shown } from "./moment.ts";

/** The same for filters that let the same through: order, case and repetition do not matter. */
export function filtersKey(filters: Filters): string {
  const sorted = (list: readonly string[]): string[] => [...new Set(list.map(fold))].sort();
  return JSON.stringify([
    sorted(filters.about),
    sorted(filters.without),
    sorted(filters.outlets),
    sorted(filters.speakers),
  ]);
}

interface Row {
  readonly id: number;
  readonly digest: string;
  readonly window_from: number;
  readonly window_until: number;
  readonly filters: string;
  readonly variant: string;
  readonly post: string | null;
  readonly account: string;
  readonly composed: number;
}

export function editionStore(engine: Engine): EditionStore {
  return {
    find: (key) => engine.read((sql) => find(sql, key)),
    byId: (id) =>
      engine.read(async (sql) => editionFrom(await sql.get<Row>("select * from edition where id = ?", [id]))),
    save: (edition, now) => engine.write((sql) => save(sql, edition, now)),
  };
}

function editionFrom(row: Row | undefined): StoredEdition | null {
  if (row === undefined) return null;
  const [about, without, outlets, speakers] = JSON.parse(row.filters) as string[][];
  return {
    id: row.id,
    digest: row.digest,
    window: { from: shown(row.window_from), until: shown(row.window_until) },
    filters: { about: about ?? [], without: without ?? [], outlets: outlets ?? [], speakers: speakers ?? [] },
    variant: row.variant,
    post: row.post === null ? null : (JSON.parse(row.post) as Post),
    account: JSON.parse(row.account) as unknown,
    composed: shown(row.composed),
  };
}

function keyValues(key: EditionKey): Value[] {
  return [key.digest, held(key.window.from), held(key.window.until), filtersKey(key.filters), key.variant];
}

async function find(sql: Sql, key: EditionKey): Promise<StoredEdition | null> {
  const row = await sql.get<Row>(
    "select * from edition where digest = ? and window_from = ? and window_until = ? and filters = ? and variant = ?",
    keyValues(key),
  );
  return editionFrom(row);
}

async function save(sql: Sql, edition: NewEdition, now: Temporal.Instant): Promise<StoredEdition> {
  const post = edition.post === null ? null : JSON.stringify(edition.post);
  await sql.run(
    `insert into edition (digest, window_from, window_until, filters, variant, post, account, composed)
     values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    [...keyValues(edition), post, JSON.stringify(edition.account ?? null), now.epochMilliseconds],
  );
  const stored = await find(sql, edition);
  if (stored === null) throw new Error("An edition is gone as soon as saved");
  return stored;
}
