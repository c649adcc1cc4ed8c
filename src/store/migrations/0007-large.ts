// What a large corpus asks of its indexes: nothing is sorted or read through that can be counted or passed over.
import type { Migration } from "./migration.ts";

export const LARGE: Migration = [
  // The most quoted speaker's quotes by outlet, which are hundreds of thousands.
  "create index quote_speaker_outlet on quote (speaker_id, outlet_id, audience)",
  // Articles that another version annotated: at most starts there are none among a million.
  "drop index article_annotator",
  "create index article_annotated on article (annotator, id) where replaced_by is null",
];
