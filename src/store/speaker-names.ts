// Speakers' rows and the names under which they are found.
import type { VoiceKind } from "../model/quote.ts";
import { listOf, type Sql, sendRows } from "./engine.ts";
import { nameKey } from "./fold.ts";
import { gramsOf } from "./slips.ts";

/** name: the whole name; alias: another whole name; surname: the name's end, from any word on. */
export type NameKind = "name" | "alias" | "surname";

/** The speaker of that name, made when new; null for a name without a letter. */
export async function ensureSpeaker(sql: Sql, name: string, voice: VoiceKind): Promise<number | null> {
  const key = nameKey(name);
  if (key === "") return null;
  const known = await knownByAlias(sql, key);
  if (known !== null) return known;
  const row = await sql.get<{ id: number }>("select id from speaker where key = ?", [key]);
  if (row !== undefined) return row.id;
  const shown = name.replaceAll(/[\s\p{C}]+/gu, " ").trim();
  const id = await sql.insert("insert into speaker (key, name, voice) values (?, ?, ?)", [key, shown, voice]);
  await indexNames(sql, id, key, voice, []);
  return id;
}

/** The one speaker of the operator's table who has this whole name as another name ("Sergei Lavrov"); a bare surname names nobody. */
async function knownByAlias(sql: Sql, key: string): Promise<number | null> {
  if (!key.includes(" ")) return null;
  const rows = await sql.all<{ id: number }>(
    `select s.id from speaker_name n join speaker s on s.id = n.speaker_id
     where n.key = ? and n.kind = 'alias' and s.known = 1 limit 2`,
    [key],
  );
  return rows.length === 1 ? rows[0]!.id : null;
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
