// What a copy of a corpus consists of: every table in an order in which no row comes before one it refers to.

import type { Piece } from "./contract/quotes.ts";
import type { Engine, IndexedRow, Sql, Value } from "./engine.ts";
import { sendRows } from "./lists.ts";
import { contentText } from "./pieces.ts";
import { facetOf } from "./quote-row.ts";
import { indexedText } from "./save.ts";

type Row = Readonly<Record<string, Value>>;

/** A table, or what is made of one at the end. Pages of rows are read by the key and put into the target. */
export interface CopyStep {
  readonly name: string;
  readonly key: readonly string[];
  readonly from: string;
  /** Rows to a page. */
  readonly page: number;
  put(to: Engine, sql: Sql, rows: readonly Row[]): void;
}

function table(name: string, key: readonly string[], page = 1000): CopyStep {
  return {
    name,
    key,
    from: `select * from ${name} t where true`,
    page,
    put: (_, sql, rows) => insert(sql, name, rows),
  };
}

function insert(sql: Sql, name: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  sendRows(
    sql,
    name,
    columns,
    rows.map((row) => columns.map((column) => row[column] ?? null)),
  );
}

/** Tables with numbers of their own. */
export const NUMBERED = [
  "outlet",
  "story",
  "article",
  "speaker",
  "statement",
  "quote",
  "subscription",
  "edition",
  "delivery",
  "feed",
];

const ARTICLES: CopyStep = {
  ...table("article", ["id"]),
  // A later article may have replaced it: that is said when all are there.
  put: (_, sql, rows) =>
    insert(
      sql,
      "article",
      rows.map((row) => ({ ...row, replaced_by: null })),
    ),
};

const REPLACED: CopyStep = {
  name: "article replaced",
  key: ["id"],
  from: "select id, replaced_by from article t where replaced_by is not null",
  page: 500,
  put: (_, sql, rows) => {
    for (const { id = null, replaced_by = null } of rows)
      sql.send("update article set replaced_by = ? where id = ?", [replaced_by, id]);
  },
};

const ARTICLE_WORDS: CopyStep = {
  name: "words of articles",
  key: ["id"],
  from: `select t.id, r.title, r.body, r.posts from article t
    join revision r on r.article_id = t.id and r.number = t.revision where true`,
  page: 200,
  put: (to, sql, rows) => {
    const texts = rows.map(({ id, title, body, posts }): IndexedRow => {
      return [Number(id), indexedText(title as string | null, String(body), JSON.parse(String(posts)))];
    });
    to.articleWords.add(sql, texts);
  },
};

const QUOTE_WORDS: CopyStep = {
  name: "words of quotes",
  key: ["id"],
  from: "select id, pieces, speaker_id from quote t where true",
  page: 1000,
  put: (to, sql, rows) => {
    const texts = rows.map(({ id, pieces, speaker_id }): IndexedRow => {
      const content = contentText(JSON.parse(String(pieces)) as Piece[][]);
      return [Number(id), [content, facetOf(speaker_id as number | null)]];
    });
    to.quoteWords.add(sql, texts);
  },
};

/** The corpus's own facts are last: how many articles it has is one of them. */
const META: CopyStep = { ...table("meta", ["key"]), from: "select * from meta t where key not in ('schema', 'copy')" };

export const STEPS: readonly CopyStep[] = [
  table("outlet", ["id"]),
  table("story", ["id"]),
  table("story_term", ["term", "story_id"]),
  ARTICLES,
  table("revision", ["article_id", "number"], 200),
  table("address", ["url", "audience"]),
  table("article_band", ["band", "article_id"]),
  table("speaker", ["id"]),
  table("speaker_name", ["key", "kind", "speaker_id"]),
  table("name_gram", ["gram", "word"]),
  table("statement", ["id"]),
  table("quote", ["id"]),
  table("chat", ["platform", "chat_id", "thread"]),
  table("chat_wait", ["platform", "chat_id"]),
  table("chat_once", ["platform", "chat_id", "thread", "key"]),
  table("subscription", ["id"]),
  table("edition", ["id"]),
  table("delivery", ["id"]),
  table("delivery_part", ["delivery_id", "part"]),
  table("feed", ["id"]),
  table("feed_moved", ["url"]),
  table("feed_seen", ["feed_id", "key"]),
  table("note", ["key"]),
  REPLACED,
  ARTICLE_WORDS,
  QUOTE_WORDS,
  META,
];

/** Those that are tables, without META: what an empty corpus has no row in. Leases and claims are of the processes that run, not of the corpus. */
export const TABLES = STEPS.filter((step) => /^[a-z_]+$/.test(step.name) && step !== META).map((step) => step.name);
