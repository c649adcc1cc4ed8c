// Feeds and the items seen in them.
import type { Migration } from "./migration.ts";

export const FEEDS: Migration = [
  `create table feed (
    id integer primary key autoincrement, url text not null unique, outlet text, state text not null, origin text not null,
    etag text, last_modified text, next_poll integer not null, last_fetched integer, last_new integer,
    errors integer not null default 0, last_error text, items integer not null default 0,
    owner text, lease_until integer not null default 0)`,
  "create index feed_due on feed (next_poll) where state = 'active'",
  `create table feed_moved (
    url text primary key, feed_id integer not null references feed on delete cascade) without rowid`,
  `create table feed_seen (
    feed_id integer not null references feed on delete cascade, key text not null, seen integer not null,
    primary key (feed_id, key)) without rowid`,
  "create index feed_seen_age on feed_seen (seen)",
];
