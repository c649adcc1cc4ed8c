// What several processes of one bot share: claims on what comes to more than one of them, and notes for any to read.
import type { Migration } from "./migration.ts";

export const PROCESSES: Migration = [
  "create table claim (key text primary key, owner text not null, held_until integer not null, done integer not null) without rowid",
  "create table note (key text primary key, content text not null, put_at integer not null) without rowid",
];
