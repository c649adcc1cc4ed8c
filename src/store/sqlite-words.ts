// Full text in SQLite: FTS5 tables beside `article` and `quote`, and how a question is spelled for them.
import type { IndexedRow, NewestRows, Sql, Term, TextIndex, TextQuery } from "./engine.ts";
import { BEGINNINGS, type Searched } from "./words.ts";

/**
 * Every word goes in double quotes, where FTS5 knows no operators; callers pass letters and digits only.
 * https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
function spell(term: Term): string {
  const phrase = `"${term.words.join(" ").replaceAll('"', "")}"`;
  return term.prefix ? `${phrase} *` : phrase;
}

function compile(query: TextQuery, textColumns: string, titleColumn: string): string {
  const columns = query.titleOnly === true ? titleColumn : textColumns;
  const wanted = query.all.map(spell);
  for (const group of query.any ?? []) if (group.length > 0) wanted.push(`(${group.map(spell).join(" OR ")})`);
  const needed = wanted.length === 0 ? [] : [`{${columns}} : (${wanted.join(" AND ")})`];
  for (const group of query.facets ?? [])
    needed.push(`{facets} : (${group.map((facet) => `"${facet}"`).join(" OR ")})`);
  const base = needed.join(" AND ");
  const unwanted = (query.none ?? []).map(spell);
  return unwanted.length === 0 ? base : `(${base}) NOT {${columns}} : (${unwanted.join(" OR ")})`;
}

function index(table: Searched, columns: readonly string[], weights: readonly number[], title: string): TextIndex {
  const names = columns.join(", ");
  const marks = columns.map(() => "?").join(", ");
  const lengths = BEGINNINGS[table];
  const beginnings = lengths.length === 0 ? "" : `, prefix = '${lengths.join(" ")}'`;
  const text = columns.filter((column) => column !== "facets").join(" ");
  // A cross join is never reordered: looking each of a speaker's quotes up in the index would be many times slower.
  const found = (alias: string): string =>
    `from ${table}_words cross join ${table} ${alias} on ${alias}.id = ${table}_words.rowid where ${table}_words match ?`;
  return {
    create: [
      `create virtual table ${table}_words using fts5 (${names},
        content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"${beginnings})`,
      // Twice as many pieces before they are merged: articles come in a tenth cheaper, and a question looks into few more.
      `insert into ${table}_words (${table}_words, rank) values ('automerge', 8)`,
    ],
    // FTS5 writes out what it holds whenever a later statement of the transaction needs a savepoint of its own; coming
    // last, a whole batch of texts goes out together.
    add(sql: Sql, rows: readonly IndexedRow[]): void {
      for (const [id, values] of rows)
        sql.runLast(`insert into ${table}_words (rowid, ${names}) values (?, ${marks})`, [id, ...values]);
    },
    put(sql: Sql, id: number, values: readonly string[]): void {
      sql.runLast(`insert or replace into ${table}_words (rowid, ${names}) values (?, ${marks})`, [id, ...values]);
    },
    remove(sql: Sql, id: number): void {
      sql.runLast(`delete from ${table}_words where rowid = ?`, [id]);
    },
    rank: `bm25(${table}_words, ${weights.join(", ")})`,
    known: (alias, ids) => `${found(alias)} and ${alias}.id in ${ids}`,
    // FTS5 gives rows in either order of their ids without sorting.
    async ids(sql, match, most) {
      const text = `select rowid id from ${table}_words where ${table}_words match ? order by rowid desc limit ?`;
      const ids = (await sql.all<{ id: number }>(text, [match, most + 1])).map(({ id }) => id);
      return { ids, areAll: ids.length <= most };
    },
    newest: <Row>(sql: Sql, match: string, { columns, alias, condition, values, limit }: NewestRows) =>
      sql.all<Row>(`select ${columns} ${found(alias)} and ${condition} order by ${table}_words.rowid desc limit ?`, [
        match,
        ...values,
        limit,
      ]),
    among: (id) => `${id} in (select rowid from ${table}_words where ${table}_words match ? and rowid between ? and ?)`,
    compile: (query) => compile(query, text, title),
  };
}

export const ARTICLE_WORDS = index("article", ["title", "body"], [5, 1], "title");
export const QUOTE_WORDS = index("quote", ["words", "facets"], [1, 0], "words");
