// Which terms of a story somebody has read already: an arriving article is held against some two hundred stories.
import type { Migration } from "./migration.ts";

export const TERMS: Migration = ["alter table story add column terms_version integer not null default 0"];
