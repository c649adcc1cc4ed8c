// Speakers' rows and the names under which they are found.
import type { VoiceKind } from "../model/quote.ts";
import type { Sql } from "./engine.ts";
import { nameKey } from "./fold.ts";
import { listOf, sendRows } from "./lists.ts";
import { gramsOf } from "./slips.ts";

/** name: the whole name; alias: another whole name; surname: the name's end, from any word on. */
export type NameKind = "name" | "alias" | "surname";

/** Speakers by name, with the voice of one who is new; see ensureSpeaker. */
export async function ensureSpeakers(
  sql: Sql,
  named: ReadonlyMap<string, VoiceKind>,
): Promise<ReadonlyMap<string, number | null>> {
  const keys = new Map([...named.keys()].map((name) => [name, nameKey(name)]));
  const whole = [...new Set(keys.values())].filter((key) => key !== "");
  const [known, held] = await Promise.all([knownByAlias(sql, whole), heldByKey(sql, whole)]);
  const ids = new Map([...held, ...known]);
  const added = new Map<string, Promise<number>>();
  for (const [name, voice] of named) {
    const key = keys.get(name) ?? "";
    if (key !== "" && !ids.has(key) && !added.has(key)) added.set(key, addSpeaker(sql, key, name, voice));
  }
  await Promise.all([...added].map(async ([key, id]) => ids.set(key, await id)));
  return new Map([...keys].map(([name, key]) => [name, ids.get(key) ?? null]));
}

/** The speaker of that name, made when new; null for a name without a letter. */
export async function ensureSpeaker(sql: Sql, name: string, voice: VoiceKind): Promise<number | null> {
  return (await ensureSpeakers(sql, new Map([[name, voice]]))).get(name) ?? null;
}

async function addSpeaker(sql: Sql, key: string, name: string, voice: VoiceKind): Promise<number> {
  const shown = name.replaceAll(/[\s\p{C}]+/gu, " ").trim();
  const id = await sql.insert("insert into speaker (key, name, voice) values (?, ?, ?)", [key, shown, voice]);
  await indexNames(sql, id, key, voice, []);
  return id;
}

interface Keyed {
  readonly key: string;
  readonly id: number;
}

async function heldByKey(sql: Sql, keys: readonly string[]): Promise<readonly [key: string, id: number][]> {
  if (keys.length === 0) return [];
  const list = listOf(keys);
  const rows = await sql.all<Keyed>(`select key, id from speaker where key in ${list.marks}`, list.values);
  return rows.map(({ key, id }) => [key, id]);
}

/** Of each key the one speaker of the operator's table who has this whole name as another name ("Sergei Lavrov"); a bare surname names nobody. */
async function knownByAlias(sql: Sql, keys: readonly string[]): Promise<readonly [key: string, id: number][]> {
  const wholeNames = keys.filter((key) => key.includes(" "));
  if (wholeNames.length === 0) return [];
  const list = listOf(wholeNames);
  const rows = await sql.all<Keyed>(
    `select n.key, s.id from speaker_name n join speaker s on s.id = n.speaker_id
     where n.key in ${list.marks} and n.kind = 'alias' and s.known = 1`,
    list.values,
  );
  const byKey = Map.groupBy(rows, ({ key }) => key);
  return [...byKey].flatMap(([key, found]): [string, number][] => (found.length === 1 ? [[key, found[0]!.id]] : []));
}

/** Rewrites under what names a speaker is found. */
export async function indexNames(
  sql: Sql,
  id: number,
  key: string,
  voice: VoiceKind,
  aliases: readonly string[],
): Promise<void> {
  sql.send("delete from speaker_name where speaker_id = ?", [id]);
  const names = new Map<string, NameKind>();
  const words = key.split(" ");
  // Bodies and documents have no surnames, but people cut their names too ("Ministry of Defence": "Defence").
  for (let i = 1; i < words.length; i += 1) names.set(words.slice(i).join(" "), "surname");
  for (const alias of aliases) if (nameKey(alias) !== "") names.set(nameKey(alias), "alias");
  names.set(key, "name");
  const rows = [...names]
    .filter(([name, kind]) => kind !== "surname" || voice === "person" || name.length >= 3)
    .map(([name, kind]) => [name, kind, id]);
  sendRows(sql, "speaker_name", ["key", "kind", "speaker_id"], rows);
  await indexGrams(sql, new Set([...names.keys()].flatMap((name) => name.split(" "))));
}

async function indexGrams(sql: Sql, words: ReadonlySet<string>): Promise<void> {
  const list = listOf([...words].map((word) => `  ${word} `));
  const held = await sql.all<{ word: string }>(
    `select word from name_gram where (gram, word) in (values ${list.values.map(() => "(?, ?)").join(", ")})`,
    list.values.flatMap((padded) => [String(padded).slice(0, 3), String(padded).trim()]),
  );
  const known = new Set(held.map((row) => row.word));
  const unknown = [...words].filter((word) => !known.has(word));
  const rows = unknown.flatMap((word) => gramsOf(word).map((gram) => [gram, word]));
  sendRows(sql, "name_gram", ["gram", "word"], rows, "on conflict do nothing");
}
