// Chats, subscriptions, editions and the outbox.
import type { Migration } from "./migration.ts";

/** `thread` is '' for a chat without one; moments are milliseconds since 1970. */
export const DELIVERY: Migration = [
  `create table chat (
    platform text not null, chat_id text not null, thread text not null, settings text, state text,
    primary key (platform, chat_id, thread)) without rowid`,
  `create table chat_wait (
    platform text not null, chat_id text not null, wait_until integer not null,
    primary key (platform, chat_id)) without rowid`,
  `create table chat_once (
    platform text not null, chat_id text not null, thread text not null, key text not null, at integer not null,
    primary key (platform, chat_id, thread, key)) without rowid`,

  `create table subscription (
    id integer primary key autoincrement, platform text not null, chat_id text not null, thread text not null,
    digest text not null, schedule text not null, zone text not null, filters text not null,
    state text not null, reason text, paused_by text,
    next_due integer not null, last_slot integer, created_by text not null)`,
  "create index subscription_due on subscription (next_due, id) where state = 'active'",
  "create index subscription_chat on subscription (platform, chat_id)",

  `create table edition (
    id integer primary key autoincrement, digest text not null, window_from integer not null, window_until integer not null,
    filters text not null, variant text not null, post text, account text not null, composed integer not null,
    unique (digest, window_until, window_from, filters, variant))`,

  `create table delivery (
    id integer primary key autoincrement, subscription_id integer not null references subscription,
    platform text not null, chat_id text not null, thread text not null, edition_id integer references edition,
    slot integer not null, planned integer not null, changed integer not null, state text not null, reason text,
    retry_at integer not null, tries integer not null default 0, owner text, lease_until integer,
    unique (subscription_id, slot))`,
  "create index delivery_waiting on delivery (retry_at, id) where state = 'planned'",
  "create index delivery_sending on delivery (lease_until) where state = 'sending'",
  "create index delivery_busy on delivery (platform, chat_id) where state = 'sending'",
  "create index delivery_chat on delivery (platform, chat_id, slot)",
  "create index delivery_edition on delivery (edition_id)",
  `create table delivery_part (
    delivery_id integer not null references delivery on delete cascade, part integer not null,
    state text not null, message_id text, begun integer not null, sent integer,
    primary key (delivery_id, part)) without rowid`,
];
