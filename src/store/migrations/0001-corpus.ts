// The corpus: articles with their revisions and words, speakers, statements, quotes, stories.
import type { Migration } from "./migration.ts";

/**
 * Moments are milliseconds since 1970; days are text that sorts by time, '' when unknown. `audience` is '' for everyone, a
 * chat key for that chat alone, '-' for nobody (a linked copy that a public article replaced).
 */
export const CORPUS: Migration = [
  `create table outlet (
    id integer primary key, key text not null unique, name text not null,
    articles integer not null default 0, quotes integer not null default 0, newest text not null default '')`,

  `create table story (
    id integer primary key autoincrement, title text, first_stored integer not null, last_active integer not null,
    first_published text not null default '', last_published text not null default '',
    articles integer not null default 0, outlets integer not null default 0, terms text not null)`,
  "create index story_active on story (last_active)",
  "create index story_published on story (last_published)",
  `create table story_term (
    term text not null, story_id integer not null references story on delete cascade,
    primary key (term, story_id)) without rowid`,
  "create index story_term_story on story_term (story_id)",

  `create table article (
    id integer primary key autoincrement, outlet_id integer references outlet, audience text not null,
    url text, title text, author text,
    published_value text, published_precision text not null, published_day text not null,
    first_stored integer not null, revision integer not null, text_hash text not null,
    story_id integer references story, replaced_by integer references article,
    annotator text not null, summary text not null, terms text not null)`,
  "create index article_hash on article (text_hash)",
  "create index article_story on article (story_id)",
  "create index article_stored on article (first_stored)",
  "create index article_published on article (outlet_id, published_day)",
  "create index article_annotator on article (id, annotator, replaced_by)",
  "create index article_private on article (audience) where audience <> ''",
  `create table revision (
    article_id integer not null references article on delete cascade, number integer not null,
    title text, body text not null, posts text not null, stored integer not null,
    primary key (article_id, number))`,
  `create table address (
    url text not null, audience text not null, article_id integer not null references article on delete cascade,
    primary key (url, audience)) without rowid`,
  "create index address_article on address (article_id)",
  `create table article_band (
    band integer not null, article_id integer not null references article on delete cascade,
    primary key (band, article_id)) without rowid`,
  "create index article_band_article on article_band (article_id)",

  `create table speaker (
    id integer primary key autoincrement, key text not null unique, name text not null, voice text not null,
    known integer not null default 0, aliases text not null default '[]', quotes integer not null default 0)`,
  "create index speaker_quotes on speaker (quotes)",
  `create table speaker_name (
    key text not null, kind text not null, speaker_id integer not null references speaker on delete cascade,
    primary key (key, kind, speaker_id)) without rowid`,
  "create index speaker_name_speaker on speaker_name (speaker_id)",
  `create table name_gram (gram text not null, word text not null, primary key (gram, word)) without rowid`,

  `create table statement (
    id integer primary key autoincrement, speaker_id integer references speaker, audience text not null,
    said_value text, said_precision text not null, said_evidence text not null,
    outlets integer not null default 1, wordings integer not null default 1)`,
  "create index statement_private on statement (audience) where audience <> ''",
  `create table quote (
    id integer primary key autoincrement, article_id integer not null references article on delete cascade,
    revision integer not null, ordinal integer not null, place integer not null,
    kind integer not null, voice text not null, speaker_id integer references speaker, role text,
    own_value text, own_precision text not null, own_evidence text not null,
    said_value text, said_precision text not null, said_evidence text not null,
    sort_day text not null, month_day text, published_day text not null,
    statement_id integer not null references statement, state text not null, audience text not null,
    outlet_id integer references outlet, first_stored integer not null, wording text not null,
    spans text not null, pieces text not null)`,
  "create index quote_speaker on quote (speaker_id, sort_day, id, statement_id, kind, outlet_id, audience)",
  "create index quote_speaker_published on quote (speaker_id, published_day)",
  "create index quote_day on quote (sort_day, id)",
  "create index quote_month_day on quote (month_day, sort_day, kind, audience, statement_id) where month_day is not null",
  "create index quote_outlet on quote (outlet_id, sort_day, id)",
  "create index quote_statement on quote (statement_id, audience, article_id)",
  "create index quote_article on quote (article_id)",
  "create index quote_stored on quote (first_stored)",

  { textIndex: "articleWords" },
  { textIndex: "quoteWords" },
];
