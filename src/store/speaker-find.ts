// From typed text to a speaker: by name, alias, surname, beginning, or with a slip of the finger.
import type { VoiceKind } from "../model/quote.ts";
import type { SpeakerHead, SpeakerMatch } from "./contract/speakers.ts";
import type { Sql, Value } from "./engine.ts";
import { nameKey } from "./fold.ts";
import { listOf } from "./lists.ts";
import { gramsOf, slipsAllowed, slipsBetween } from "./slips.ts";
import type { NameKind } from "./speaker-names.ts";

const LONGEST = 100;
const MOST = 25;
/** Above every character a key can hold, in byte order. */
const END = "\u{10FFFF}";

export interface SpeakerRow {
  readonly id: number;
  readonly name: string;
  readonly voice: VoiceKind;
  readonly quotes: number;
}

interface NamedRow extends SpeakerRow {
  readonly key: string;
  readonly whole: string;
  readonly kind: NameKind;
  readonly known: number;
}

export function speakerHead({ id, name, voice, quotes }: SpeakerRow): SpeakerHead {
  return { id, name, voice, quotes };
}

/** Speakers with names meeting a condition on `n.key`, most quoted first: such as everyone or the viewer has words of, or the operator knows. */
async function named(
  sql: Sql,
  condition: string,
  values: readonly Value[],
  viewer: string | null,
): Promise<NamedRow[]> {
  return sql.all<NamedRow>(
    `select s.id, s.name, s.voice, s.quotes, s.known, s.key whole, n.key, n.kind
     from speaker_name n join speaker s on s.id = n.speaker_id
     where ${condition} and (s.quotes > 0 or s.known = 1
       or exists (select 1 from quote q where q.speaker_id = s.id and q.audience in ('', ?)))
     order by s.quotes desc, s.id limit 200`,
    [...values, viewer ?? ""],
  );
}

/** See SpeakerStore.find. */
export async function findSpeaker(sql: Sql, typed: string, viewer: string | null): Promise<SpeakerMatch> {
  const match = await namedSpeaker(sql, typed, viewer);
  return match.kind === "none" ? speakerNear(sql, typed, viewer) : match;
}

/** See SpeakerStore.named. */
export async function namedSpeaker(sql: Sql, typed: string, viewer: string | null): Promise<SpeakerMatch> {
  const key = keyOf(typed);
  if (key === "") return { kind: "none" };
  const whole = await byName(sql, key, viewer);
  if (whole !== null) return whole;
  const [begun, worded] = await Promise.all([byBeginning(sql, key, viewer), byItsWords(sql, key, viewer)]);
  return begun ?? worded ?? { kind: "none" };
}

/** See SpeakerStore.near. */
export async function speakerNear(sql: Sql, typed: string, viewer: string | null): Promise<SpeakerMatch> {
  const key = keyOf(typed);
  const speakers = key === "" ? [] : await nearSpeakers(sql, key, viewer, MOST);
  return speakers.length === 0 ? { kind: "none" } : { kind: "near", speakers };
}

function keyOf(typed: string): string {
  return nameKey(typed.slice(0, LONGEST).toWellFormed());
}

/** A whole name or alias; failing that, all who bear it as a surname (and those of whom an article gave no more than it). */
async function byName(sql: Sql, key: string, viewer: string | null): Promise<SpeakerMatch | null> {
  const rows = await named(sql, "n.key = ?", [key], viewer);
  const whole = rows.filter((row) => row.kind !== "surname");
  const known = whole.filter((row) => row.known === 1);
  const telling = known.length > 0 ? known : whole.filter((row) => key.includes(" ") || row.voice !== "person");
  if (telling.length > 0) return chosen(telling, telling[0]?.kind === "alias" ? "alias" : "name", "name");
  return rows.length === 0 ? null : chosen(quotedFirst(rows), "surname", "surname");
}

async function byBeginning(sql: Sql, key: string, viewer: string | null): Promise<SpeakerMatch | null> {
  if (key.length < 2) return null;
  const rows = await named(sql, "n.key >= ? and n.key < ?", [key, key + END], viewer);
  return rows.length === 0 ? null : chosen(quotedFirst(rows), "prefix", "prefix");
}

/** All typed words begin words of the name, in any order: "putin vladimir", "v putin". */
async function byItsWords(sql: Sql, key: string, viewer: string | null): Promise<SpeakerMatch | null> {
  const typed = key.split(" ");
  if (typed.length < 2) return null;
  const list = listOf(typed);
  const rows = await named(sql, `n.key in ${list.marks}`, list.values, viewer);
  const fitting = rows.filter((row) =>
    typed.every((word) => row.whole.split(" ").some((part) => part.startsWith(word))),
  );
  return fitting.length === 0 ? null : chosen(quotedFirst(fitting), "name", "name");
}

/** Speakers whose name (or its end, or an alias) is within the slips allowed, word by word; nearest, then most quoted, first. */
export async function nearSpeakers(sql: Sql, key: string, viewer: string | null, most: number): Promise<SpeakerHead[]> {
  const typed = key.split(" ").slice(0, 5);
  const last = typed[typed.length - 1] ?? "";
  const words = await nearWords(sql, last);
  if (words.length === 0) return [];
  const list = listOf(words);
  const rows = await named(sql, `n.key in ${list.marks}`, list.values, viewer);
  if (typed.length === 1) {
    for (const word of words.slice(0, 4))
      rows.push(...(await named(sql, "n.key >= ? and n.key < ?", [`${word} `, `${word}!`], viewer)));
  }
  const near = new Map<number, { row: NamedRow; slips: number }>();
  for (const row of rows) {
    const slips = slipsInName(typed, row);
    const held = near.get(row.id);
    if (slips !== null && slips < (held?.slips ?? Infinity)) near.set(row.id, { row, slips });
  }
  return [...near.values()]
    .toSorted((a, b) => a.slips - b.slips || b.row.quotes - a.row.quotes)
    .slice(0, most)
    .map(({ row }) => speakerHead(row));
}

/** Slips between the typed words and the words of the name they stand for; null when too many. */
function slipsInName(typed: readonly string[], row: NamedRow): number | null {
  const parts = row.kind === "alias" ? row.key.split(" ") : row.whole.split(" ");
  let sum = 0;
  for (const word of typed) {
    const most = slipsAllowed(word);
    const least = Math.min(...parts.map((part) => slipsBetween(word, part, most)));
    if (least > most) return null;
    sum += least;
  }
  return sum;
}

async function nearWords(sql: Sql, word: string): Promise<string[]> {
  const most = slipsAllowed(word);
  if (most === 0) return [];
  const list = listOf(gramsOf(word));
  const rows = await sql.all<{ word: string }>(
    `select word from name_gram where gram in ${list.marks} group by word order by count(*) desc, abs(length(word) - ?) limit 60`,
    [...list.values, word.length],
  );
  return rows
    .map((row) => ({ word: row.word, slips: slipsBetween(word, row.word, most) }))
    .filter((row) => row.slips <= most)
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, 16)
    .map((row) => row.word);
}

/** Whoever is only known by the operator's table steps back before those with words in the corpus. */
function quotedFirst(rows: readonly NamedRow[]): NamedRow[] {
  const quoted = rows.filter((row) => row.quotes > 0);
  return quoted.length > 0 ? quoted : [...rows];
}

function chosen(
  rows: readonly NamedRow[],
  one: "name" | "alias" | "surname" | "prefix",
  several: "surname" | "prefix" | "name",
): SpeakerMatch {
  const speakers = [...new Map(rows.map((row) => [row.id, speakerHead(row)])).values()].slice(0, MOST);
  const [speaker] = speakers;
  if (speaker === undefined) return { kind: "none" };
  return speakers.length === 1 ? { kind: "one", speaker, by: one } : { kind: "several", speakers, by: several };
}
