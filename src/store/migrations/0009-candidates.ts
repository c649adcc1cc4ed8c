// What an arriving quote is held against: the speaker's statements of these days, by the index alone. Of a famous speaker each quote
// looked up in its table takes as long as annotating half a paragraph.
import type { Migration } from "./migration.ts";

export const CANDIDATES: Migration = [
  "drop index quote_speaker_published",
  "create index quote_speaker_published on quote (speaker_id, published_day, id, statement_id, audience)",
];
