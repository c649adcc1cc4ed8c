// Full text in PostgreSQL: a tsvector beside each `article` and `quote`, made of our own words so that both engines find the same.
import type { IndexedRow, NewestRows, Sql, Term, TextIndex, TextQuery } from "./engine.ts";
import { inRoundNumbers } from "./lists.ts";
import { tokensOf } from "./tokens.ts";
import { BEGINNINGS, type Searched } from "./words.ts";

/**
 * What a tsvector takes: positions to 16383, 256 of one word, words of 2 KB, 1 MB in all. Beyond the first two a word is still
 * found, but not as part of a phrase.
 */
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 255;
const LONGEST_WORD = 500;
const MOST_BYTES = 1_000_000;

/** So many ids share one mark, and so many a large one. */
const BLOCK = 1024;
const LARGE_BLOCK = 64 * BLOCK;
/** Newest rows are looked for in so many blocks, then in so many large ones, then in all. */
const NEWEST_BLOCKS = 8;
const NEWEST_LARGE_BLOCKS = 2;
/** Matches that tell how many there are in all, when no more than a part of the rows was looked at. */
const TELLING = 25;

/** No word holds these signs, so that none collides with what is marked by them. */
const TITLE = "^";
const FACET = "#";
const BLOCKS = "@";
const LARGE_BLOCKS = "@@";
const BEGINNING = "<";
const SIGNS: readonly (string | undefined)[] = [TITLE, FACET, BLOCKS, BEGINNING];
const MOST_SPELLINGS = 256;
/** A last word that may go on, unless it ends a phrase. */
const OPEN = /(?<!<-> )'(\^?)([^']+)':\*/g;

/** Where a word stands, as a tsvector spells it (":1,7A"), and how many places those are. */
interface Standing {
  places: string;
  count: number;
}

type Vector = Map<string, Standing>;

function wordsOf(text: string): string[] {
  return tokensOf(text).map((word) => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD).toWellFormed() : word));
}

/** Positions go on behind the title with a gap, so that no phrase reaches from one into the other. */
function vectorOf(table: Searched, id: number, columns: readonly string[], names: readonly string[]): string {
  const vector: Vector = new Map();
  let at = 0;
  for (const [i, text] of columns.entries()) {
    const name = names[i];
    if (name === "facets") {
      for (const facet of text.split(" ").filter(Boolean)) mark(vector, FACET + facet);
      continue;
    }
    for (const word of wordsOf(text)) {
      at += 1;
      place(vector, word, at, name === "title" ? "A" : "");
      if (name === "title") place(vector, TITLE + word, at, "");
    }
    at += 1;
  }
  for (const letters of BEGINNINGS[table]) {
    for (const word of [...vector.keys()]) {
      const beginning = word.slice(0, letters);
      if (word.length > letters && !SIGNS.includes(word[0]) && beginning.isWellFormed())
        mark(vector, BEGINNING + beginning);
    }
  }
  mark(vector, BLOCKS + Math.floor(id / BLOCK));
  mark(vector, LARGE_BLOCKS + Math.floor(id / LARGE_BLOCK));
  return spelled(vector);
}

function mark(vector: Vector, sign: string): void {
  vector.set(sign, { places: "", count: 0 });
}

function place(vector: Vector, word: string, at: number, weight: string): void {
  let held = vector.get(word);
  if (held === undefined) {
    held = { places: "", count: 0 };
    vector.set(word, held);
  }
  if (at > LAST_POSITION || held.count >= MOST_POSITIONS) return;
  held.places += `${held.count === 0 ? ":" : ","}${at}${weight}`;
  held.count += 1;
}

function spelled(vector: Vector): string {
  const lexemes: string[] = [];
  let bytes = 0;
  for (const [word, { places, count }] of vector) {
    bytes += Buffer.byteLength(word) + 2 * count + 8;
    if (bytes > MOST_BYTES && !word.startsWith(BLOCKS)) continue;
    lexemes.push(quoted(word) + places);
  }
  return lexemes.join(" ");
}

function quoted(word: string): string {
  return `'${/['\\]/.test(word) ? word.replaceAll(/['\\]/g, "") : word}'`;
}

function spell(term: Term, sign: string): string {
  const words = term.words.flatMap(wordsOf).map((word) => quoted(sign + word));
  if (words.length > 0 && term.prefix) words.push(`${words.pop()}:*`);
  return words.length > 1 ? `(${words.join(" <-> ")})` : (words[0] ?? "");
}

function anyOf(alternatives: readonly string[]): string {
  return `(${alternatives.filter(Boolean).join(" | ")})`;
}

/**
 * A word that may go on ("sanct…") as its mark, or as all the words there are that begin so. Of a beginning itself a GIN index
 * gathers every place of every such word, each time; of words it reads what it needs. One with too many words stays as it is.
 */
async function spelledOut(sql: Sql, table: Searched, text: string): Promise<string> {
  let whole = text;
  for (const [open, sign = "", beginning = ""] of text.matchAll(OPEN)) {
    if (sign === "" && BEGINNINGS[table].includes(beginning.length)) {
      whole = whole.replace(open, anyOf([quoted(beginning), quoted(BEGINNING + beginning)]));
      continue;
    }
    const rows = await sql.all<{ word: string }>("select word from word where word >= ? and word < ? limit ?", [
      beginning,
      `${beginning}\u{10FFFF}`,
      MOST_SPELLINGS + 1,
    ]);
    if (rows.length > MOST_SPELLINGS) continue;
    const spellings = [beginning, ...rows.map(({ word }) => word)].map((word) => quoted(sign + word));
    whole = whole.replace(open, anyOf(spellings));
  }
  return whole;
}

/** https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSQUERY */
function compile(query: TextQuery): string {
  const sign = query.titleOnly === true ? TITLE : "";
  const spelledBy = (term: Term): string => spell(term, sign);
  const wanted = query.all.map(spelledBy);
  for (const group of query.any ?? []) if (group.length > 0) wanted.push(anyOf(group.map(spelledBy)));
  for (const group of query.facets ?? []) wanted.push(anyOf(group.map((facet) => quoted(FACET + facet))));
  const unwanted = (query.none ?? []).map(spelledBy).filter(Boolean);
  if (unwanted.length > 0) wanted.push(`!${anyOf(unwanted)}`);
  return wanted.filter((part) => part !== "" && part !== "()").join(" & ");
}

/** A part of all rows, by their ids: what to ask the index for it. */
interface Stretch {
  readonly text: string;
  readonly condition: string;
  readonly values: readonly number[];
  /** Of all rows, those of this stretch and the ones before. */
  readonly share: number;
}

/**
 * The stretches of one question, newest first. A marked one is answered by the index alone, without looking at what else matches.
 * The planner takes reading a vector for cheap, which it is not: no condition and no order is written so that it could walk along
 * the ids and read each one's.
 */
async function* stretches(sql: Sql, table: Searched, asked: string): AsyncGenerator<Stretch> {
  // Nothing matches an empty question.
  if (asked === "") return;
  const [text, newest] = await Promise.all([
    spelledOut(sql, table, asked),
    sql.get<{ id: number | null }>(`select max(id) id from ${table}_words`),
  ]);
  const last = newest?.id ?? 0;
  const steps = [
    { sign: BLOCKS, size: BLOCK, count: NEWEST_BLOCKS },
    { sign: LARGE_BLOCKS, size: LARGE_BLOCK, count: NEWEST_LARGE_BLOCKS },
  ];
  let until: number | null = null;
  // What holds for one speaker is found a few times among the newest thousands: those few blocks would be looked through for nothing.
  for (const { sign, size, count } of text.includes(`'${FACET}`) ? steps.slice(1) : steps) {
    const end = Math.floor(last / size) + 1;
    const from = Math.max(0, end - count);
    const marks = Array.from({ length: end - from }, (_, at) => quoted(sign + (from + at)));
    yield { text: `(${text}) & ${anyOf(marks)}`, ...below(until), share: 1 - (from * size) / (last + 1) };
    until = from * size;
    if (until === 0) return;
  }
  yield { text, ...below(until), share: 1 };
}

function below(id: number | null): Pick<Stretch, "condition" | "values"> {
  return id === null ? { condition: "true", values: [] } : { condition: "w.id + 0 < ?", values: [id] };
}

/** All words there are: those of articles, for quotes are parts of them. Marks are none. */
const SPELLED = `insert into word (word) select spelled.word from put, unnest(tsvector_to_array(put.words)) spelled (word)
  where left(spelled.word, 1) not in ('${SIGNS.join("', '")}') on conflict do nothing`;

function index(table: Searched, names: readonly string[], weights: string): TextIndex {
  const words = `${table}_words`;
  const matches = "w.words @@ question.query";
  const question = "(select cast(? as tsquery) query) question";
  const found = (alias: string): string =>
    `from ${words} w join ${table} ${alias} on ${alias}.id = w.id cross join ${question} where ${matches}`;
  const put = (sql: Sql, rows: readonly IndexedRow[], conflict: string): void => {
    for (const some of inRoundNumbers(rows)) {
      const marks = some.map(() => "(?, ?)").join(", ");
      const insert = `insert into ${words} (id, words) values ${marks} ${conflict}`;
      sql.runLast(
        table === "article" ? `with put as (${insert} returning words) ${SPELLED}` : insert,
        some.flatMap(([id, columns]) => [id, vectorOf(table, id, columns, names)]),
      );
    }
  };
  return {
    create: [
      ...(table === "article" ? ['create table word (word text collate "C" primary key)'] : []),
      `create table ${words} (id bigint primary key, words tsvector not null)`,
      // New texts wait in a list that every search reads: kept short.
      `create index ${words}_found on ${words} using gin (words) with (gin_pending_list_limit = 1024)`,
    ],
    add: (sql, rows) => put(sql, rows, ""),
    put: (sql, id, columns) => put(sql, [[id, columns]], "on conflict (id) do update set words = excluded.words"),
    remove: (sql, id) => sql.runLast(`delete from ${words} where id = ?`, [id]),
    rank: `- ts_rank('${weights}', w.words, question.query, 1)`,
    known: (alias, ids) =>
      `from ${words} w join ${table} ${alias} on ${alias}.id = w.id cross join ${question} where w.id in ${ids}`,
    async ids(sql, text, most) {
      const ids: number[] = [];
      for await (const there of stretches(sql, table, text)) {
        const rows = await sql.all<{ id: number }>(
          `select w.id from ${words} w cross join ${question} where ${matches} and ${there.condition} order by w.id + 0 desc limit ?`,
          [there.text, ...there.values, most + 1 - ids.length],
        );
        ids.push(...rows.map(({ id }) => id));
        // Were they as thick among the others, they would be more than twice as many.
        const areThick = there.share < 1 && ids.length >= TELLING && ids.length > 2 * most * there.share;
        if (ids.length > most || areThick) return { ids, areAll: false };
      }
      return { ids, areAll: true };
    },
    async newest<Row>(sql: Sql, text: string, { columns, alias, condition, values, limit }: NewestRows) {
      const rows: Row[] = [];
      for await (const there of stretches(sql, table, text)) {
        const more = await sql.all<Row>(
          `select ${columns} ${found(alias)} and ${there.condition} and ${condition} order by w.id + 0 desc limit ?`,
          [there.text, ...there.values, ...values, limit - rows.length],
        );
        rows.push(...more);
        if (rows.length >= limit) break;
      }
      return rows;
    },
    among: (id) =>
      `${id} in (select w.id from ${words} w where w.words @@ cast(? as tsquery) and w.id between ? and ?)`,
    compile,
  };
}

/** Weights of the letters D to A: words of a title, marked A, count five times. */
export const ARTICLE_WORDS = index("article", ["title", "body"], "{0.2, 0.2, 0.2, 1}");
export const QUOTE_WORDS = index("quote", ["words", "facets"], "{1, 1, 1, 1}");
