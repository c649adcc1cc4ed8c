// Stored quotes as wordings that a new one is compared with. Whoever is in the news is quoted again and again: what was read
// before is given again, and with it all that its reader has made of it.

import type { Piece } from "./contract/quotes.ts";
import type { StatementCandidate } from "./contract/statements.ts";
import { contentText, wordsIn } from "./pieces.ts";
import { KINDS } from "./quote-row.ts";
import { type SaidColumns, saidFrom } from "./statement-said.ts";

export interface WordingRow extends SaidColumns {
  readonly id: number;
  readonly article_id: number;
  readonly kind: number;
  readonly pieces: string;
  readonly statement_id: number;
  readonly published_day: string;
}

type Wording = StatementCandidate["quotes"][number];

/** Some five megabytes, with what readers make of them. */
const MOST_HELD = 1_000;
/** By quote; the one asked for longest ago stands first. Rows tell by themselves whether they are still the same. */
const held = new Map<number, { readonly row: WordingRow; readonly wording: Wording }>();

/** The same object for the same row, as long as it is held. */
export function wordingOf(row: WordingRow): Wording {
  const before = held.get(row.id);
  const wording = before !== undefined && isSame(before.row, row) ? before.wording : readWording(row);
  held.delete(row.id);
  held.set(row.id, { row, wording });
  if (held.size > MOST_HELD) held.delete(held.keys().next().value ?? row.id);
  return wording;
}

function isSame(one: WordingRow, other: WordingRow): boolean {
  return (
    one.pieces === other.pieces &&
    one.article_id === other.article_id &&
    one.kind === other.kind &&
    one.published_day === other.published_day &&
    one.said_value === other.said_value &&
    one.said_precision === other.said_precision &&
    one.said_evidence === other.said_evidence
  );
}

function readWording(row: WordingRow): Wording {
  const content = JSON.parse(row.pieces) as Piece[][];
  return {
    id: row.id,
    article: row.article_id,
    kind: KINDS[row.kind] ?? "indirect",
    content: contentText(content),
    words: wordsIn(content),
    said: saidFrom(row),
    published: row.published_day === "" ? null : row.published_day,
  };
}
