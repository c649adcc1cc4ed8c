// Leases for work that only one process may do.
import type { Migration } from "./migration.ts";

export const LEASES: Migration = [
  "create table lease (name text primary key, owner text not null, held_until integer not null) without rowid",
];
