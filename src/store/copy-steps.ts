// What a copy of a corpus consists of: every table in an order in which no row comes before one it refers to.
import { facetOf } from "./annotate.ts";
import type { Piece } from "./contract/quotes.ts";
import type { Engine, Sql, Value } from "./engine.ts";
import { contentText } from "./pieces.ts";
import { indexedText } from "./save.ts";

type Row = Readonly<Record<string, Value>>;

/** A table, or what is made of one at the end. Pages of rows are read by the key and put into the target. */
export interface CopyStep {
  readonly name: string;
  readonly key: readonly string[];
  readonly from: string;
  /** Rows to a page. */
  readonly page: number;
  put(to: Engine, sql: Sql, row: Row): void;
}

function table(name: string, key: readonly string[], page = 500): CopyStep {
  return { name, key, from: `select * from ${name} t where true`, page, put: (_, sql, row) => insert(sql, name, row) };
}

function insert(sql: Sql, name: string, row: Row): void {
  const columns = Object.keys(row);
  sql.runLast(
    `insert into ${name} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`,
    Object.values(row),
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
  put: (_, sql, row) => insert(sql, "article", { ...row, replaced_by: null }),
};

const REPLACED: CopyStep = {
  name: "article replaced",
  key: ["id"],
  from: "select id, replaced_by from article t where replaced_by is not null",
  page: 500,
  put: (_, sql, row) =>
    sql.runLast("update article set replaced_by = ? where id = ?", [row.replaced_by ?? null, row.id ?? null]),
};

const ARTICLE_WORDS: CopyStep = {
  name: "words of articles",
  key: ["id"],
  from: `select t.id, r.title, r.body, r.posts from article t join revision r on r.article_id = t.id and r.number = t.revision where true`,
  page: 100,
  put: (to, sql, row) =>
    to.articleWords.add(
      sql,
      Number(row.id),
      indexedText(row.title as string | null, String(row.body), JSON.parse(String(row.posts))),
    ),
};

const QUOTE_WORDS: CopyStep = {
  name: "words of quotes",
  key: ["id"],
  from: "select id, pieces, speaker_id from quote t where true",
  page: 500,
  put: (to, sql, row) =>
    to.quoteWords.add(sql, Number(row.id), [
      contentText(JSON.parse(String(row.pieces)) as Piece[][]),
      facetOf(row.speaker_id as number | null),
    ]),
};

/** The corpus's own facts are last: how many articles it has is one of them. */
const META: CopyStep = { ...table("meta", ["key"]), from: "select * from meta t where key not in ('schema', 'copy')" };

export const STEPS: readonly CopyStep[] = [
  table("outlet", ["id"]),
  table("story", ["id"]),
  table("story_term", ["term", "story_id"]),
  ARTICLES,
  table("revision", ["article_id", "number"], 100),
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
