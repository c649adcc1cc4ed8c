// A quote's row, and its words in the index.
import type { PlacedQuotation } from "../model/annotation.ts";
import type { ArticleText } from "../model/article.ts";
import type { SayingDate } from "../model/dates.ts";
import type { QuoteKind } from "../model/quote.ts";
import type { Piece } from "./contract/quotes.ts";
import type { Access, Sql, Value } from "./engine.ts";
import { sendRows } from "./lists.ts";
import { contentText } from "./pieces.ts";
import { effectiveSaid, monthDay, publishedDay, sortDay } from "./said.ts";

/** Where an annotation belongs, and from what text its spans are cut. */
export interface Place {
  readonly article: number;
  readonly revision: number;
  /** '' for everyone, else a chat key. */
  readonly audience: string;
  readonly outlet: number | null;
  readonly firstStored: number;
  readonly text: ArticleText;
}

export const KINDS: readonly QuoteKind[] = ["direct", "mixed", "indirect"];

export interface OldQuote {
  readonly id: number;
  readonly statement_id: number;
  readonly speaker_id: number | null;
  readonly wording: string;
  readonly pieces: string;
  readonly state: "current" | "changed" | "withdrawn";
}

export interface NewQuote {
  /** That of the one before, if there is one. */
  readonly id: number;
  readonly ordinal: number;
  readonly quotation: PlacedQuotation;
  readonly pieces: readonly (readonly Piece[])[];
  readonly speaker: number | null;
  /** With the day it lends. */
  readonly statement: { readonly id: number; readonly said: SayingDate };
  readonly wording: string;
  /** The one whose place it takes. */
  readonly before: OldQuote | null;
}

const COLUMNS = [
  "article_id",
  "revision",
  "ordinal",
  "place",
  "kind",
  "voice",
  "speaker_id",
  "role",
  "own_value",
  "own_precision",
  "own_evidence",
  "said_value",
  "said_precision",
  "said_evidence",
  "sort_day",
  "month_day",
  "published_day",
  "statement_id",
  "state",
  "audience",
  "outlet_id",
  "first_stored",
  "wording",
  "spans",
  "pieces",
];
const UPDATE = `update quote set ${COLUMNS.map((column) => `${column} = ?`).join(", ")} where id = ?`;

/** Inserts them, or puts them in the place of those before. */
export function sendQuotes(engine: Access, sql: Sql, place: Place, quotes: readonly NewQuote[]): void {
  const added = quotes.filter(({ before }) => before === null);
  const rows = added.map((quote) => [quote.id, ...rowOf(place, quote, JSON.stringify(quote.pieces))]);
  sendRows(sql, "quote", ["id", ...COLUMNS], rows);
  engine.quoteWords.add(
    sql,
    added.map((quote) => [quote.id, indexedIn(quote)]),
  );
  for (const quote of quotes) if (quote.before !== null) replaceQuote(engine, sql, place, quote, quote.before);
}

function replaceQuote(engine: Access, sql: Sql, place: Place, quote: NewQuote, before: OldQuote): void {
  const pieces = JSON.stringify(quote.pieces);
  sql.send(UPDATE, [...rowOf(place, quote, pieces), before.id]);
  // Most quotes outlive a revision as they are, and what is put into the index again leaves a mark that slows searches down.
  const isIndexed = before.speaker_id === quote.speaker && before.pieces === pieces;
  if (!isIndexed) engine.quoteWords.put(sql, before.id, indexedIn(quote));
}

function indexedIn({ pieces, speaker }: NewQuote): readonly string[] {
  return [contentText(pieces), facetOf(speaker)];
}

function rowOf(place: Place, quote: NewQuote, pieces: string): Value[] {
  const { quotation } = quote;
  const own = quotation.said;
  const said = effectiveSaid(own, quote.statement.said);
  const post = quotation.place.in === "post" ? place.text.posts[quotation.place.index] : undefined;
  const published = (post === undefined ? "" : publishedDay(post.published)) || publishedDay(place.text.published);
  const { content, words, cue, mention } = quotation;
  return [
    place.article,
    place.revision,
    quote.ordinal,
    quotation.place.in === "body" ? -1 : quotation.place.index,
    KINDS.indexOf(quotation.kind),
    quotation.voice,
    quote.speaker,
    quotation.role,
    own.value,
    own.precision,
    own.evidence,
    said.value,
    said.precision,
    said.evidence,
    sortDay(said, published),
    monthDay(said),
    published,
    quote.statement.id,
    "current",
    place.audience,
    place.outlet,
    place.firstStored,
    quote.wording,
    JSON.stringify({ content, words, cue, mention }),
    pieces,
  ];
}

/** By it the index gives one speaker's quotes without looking at the table. */
export function facetOf(speaker: number | null): string {
  return speaker === null ? "" : `s${speaker}`;
}
