// Writing an annotation: an article's quotes, their speakers and statements.
import type { Annotation, PlacedQuotation } from "../model/annotation.ts";
import type { ArticleText } from "../model/article.ts";
import type { SayingDate } from "../model/dates.ts";
import type { QuoteKind } from "../model/quote.ts";
import type { Links, StatementLink } from "./contract/articles.ts";
import type { Piece } from "./contract/quotes.ts";
import { addToCount } from "./counts.ts";
import type { Access, Sql } from "./engine.ts";
import { contentText, piecesOf } from "./pieces.ts";
import { effectiveSaid, monthDay, publishedDay, sortDay } from "./said.ts";
import { ensureSpeaker } from "./speaker-names.ts";
import { refreshStatement, type SaidColumns, saidFrom } from "./statement-said.ts";
import { isAlike, wordingKey } from "./wording.ts";

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

interface OldQuote {
  readonly id: number;
  readonly statement_id: number;
  readonly speaker_id: number | null;
  readonly wording: string;
  readonly pieces: string;
  readonly state: "current" | "changed" | "withdrawn";
}

interface Change {
  readonly engine: Access;
  readonly sql: Sql;
  readonly place: Place;
  /** Quotes won or lost by a speaker; everyone's only. */
  readonly won: Map<number | null, number>;
  readonly touched: Set<number>;
}

/**
 * Makes an annotation the article's. Quotes with the same words keep their ids. What becomes of others that stood there:
 * `newer text`: they are kept, marked changed or withdrawn unless the text still has them; `newer rules`: they were mistakes, and go.
 */
export async function writeQuotes(
  engine: Access,
  sql: Sql,
  place: Place,
  annotation: Annotation,
  links: Links,
  because: "first" | "newer text" | "newer rules",
): Promise<void> {
  const change: Change = { engine, sql, place, won: new Map(), touched: new Set() };
  const old = because === "first" ? [] : await heldQuotes(sql, place.article);
  const statements: (number | null)[] = [];
  const speakers = new Map<string, number | null>();
  const written: { speaker: number | null; statement: number; text: string }[] = [];
  for (const [i, quotation] of annotation.quotes.entries()) {
    const text = textAt(place.text, quotation);
    const pieces = piecesOf(text, quotation);
    if (pieces.length === 0) {
      statements.push(null);
      continue;
    }
    const speaker = await speakerOf(sql, quotation, speakers);
    const wording = wordingKey(contentText(pieces));
    const at = old.findIndex((quote) => quote.wording === wording);
    const before = at < 0 ? null : (old.splice(at, 1)[0] ?? null);
    const link = links.statements[i] ?? { to: "new", said: quotation.said };
    const statement = await statementFor(change, link, statements, speaker, before);
    statements.push(statement.id);
    await writeQuote(change, { ordinal: i, quotation, pieces, speaker, statement, wording, before });
    written.push({ speaker, statement: statement.id, text: contentText(pieces) });
  }
  for (const quote of old) {
    if (quote.state !== "current") continue;
    if (because === "newer rules") await dropQuote(change, quote);
    else await markQuote(change, quote, written);
  }
  for (const statement of change.touched) await refreshStatement(sql, statement);
  countQuotes(change);
}

/** An article quotes the same few people again and again. */
async function speakerOf(
  sql: Sql,
  { speaker, voice }: PlacedQuotation,
  known: Map<string, number | null>,
): Promise<number | null> {
  if (speaker === null) return null;
  const held = known.get(speaker);
  if (held !== undefined) return held;
  const id = await ensureSpeaker(sql, speaker, voice);
  known.set(speaker, id);
  return id;
}

function textAt(text: ArticleText, quotation: PlacedQuotation): string {
  return quotation.place.in === "body" ? text.body : (text.posts[quotation.place.index]?.text ?? "");
}

/** Those still current first: words that were withdrawn and come back are the same quote again. */
function heldQuotes(sql: Sql, article: number): Promise<OldQuote[]> {
  return sql.all<OldQuote>(
    `select id, statement_id, speaker_id, wording, pieces, state from quote where article_id = ?
     order by state <> 'current', ordinal, id`,
    [article],
  );
}

/** The statement a quote belongs to, and the day it lends. */
interface Belonging {
  readonly id: number;
  readonly said: SayingDate;
}

async function statementFor(
  change: Change,
  link: StatementLink,
  earlier: readonly (number | null)[],
  speaker: number | null,
  before: OldQuote | null,
): Promise<Belonging> {
  const { sql, place } = change;
  const { said } = link;
  const wanted =
    link.to === "statement"
      ? link.id
      : link.to === "quote"
        ? (earlier[link.index] ?? null)
        : (before?.statement_id ?? null);
  if (wanted !== null) {
    const held = await sql.get<SaidColumns & { audience: string }>(
      "select audience, said_value, said_precision, said_evidence from statement where id = ?",
      [wanted],
    );
    // A linked page must not date or join what everyone sees of it, nor a public article lean on what one chat sees.
    if (held?.audience === place.audience) {
      sql.send("update statement set said_value = ?, said_precision = ?, said_evidence = ? where id = ?", [
        said.value,
        said.precision,
        said.evidence,
        wanted,
      ]);
      change.touched.add(wanted);
      return { id: wanted, said };
    }
    if (held?.audience === "") return { id: wanted, said: saidFrom(held) };
  }
  const id = await sql.insert(
    "insert into statement (speaker_id, audience, said_value, said_precision, said_evidence) values (?, ?, ?, ?, ?)",
    [speaker, place.audience, said.value, said.precision, said.evidence],
  );
  return { id, said };
}

interface NewQuote {
  readonly ordinal: number;
  readonly quotation: PlacedQuotation;
  readonly pieces: readonly (readonly Piece[])[];
  readonly speaker: number | null;
  readonly statement: Belonging;
  readonly wording: string;
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
const INSERT = `insert into quote (${COLUMNS.join(", ")}) values (${COLUMNS.map(() => "?").join(", ")})`;
const UPDATE = `update quote set ${COLUMNS.map((column) => `${column} = ?`).join(", ")} where id = ?`;

async function writeQuote(change: Change, quote: NewQuote): Promise<void> {
  const { sql, place, engine } = change;
  const { quotation, before } = quote;
  const own = quotation.said;
  const said = effectiveSaid(own, quote.statement.said);
  const post = quotation.place.in === "post" ? place.text.posts[quotation.place.index] : undefined;
  const published = (post === undefined ? "" : publishedDay(post.published)) || publishedDay(place.text.published);
  const { content, words, cue, mention } = quotation;
  const values = [
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
    JSON.stringify(quote.pieces),
  ];
  const indexed = [contentText(quote.pieces), facetOf(quote.speaker)];
  if (before === null) {
    engine.quoteWords.add(sql, await sql.insert(INSERT, values), indexed);
  } else {
    sql.send(UPDATE, [...values, before.id]);
    engine.quoteWords.put(sql, before.id, indexed);
  }
  if (before !== null && before.statement_id !== quote.statement.id) change.touched.add(before.statement_id);
  if (before !== null) count(change, before.speaker_id, -1);
  count(change, quote.speaker, 1);
}

/** By it the index gives one speaker's quotes without looking at the table. */
export function facetOf(speaker: number | null): string {
  return speaker === null ? "" : `s${speaker}`;
}

async function dropQuote(change: Change, quote: OldQuote): Promise<void> {
  await change.sql.run("delete from quote where id = ?", [quote.id]);
  change.engine.quoteWords.remove(change.sql, quote.id);
  change.touched.add(quote.statement_id);
  count(change, quote.speaker_id, -1);
}

/** Words that the newer text no longer has stay, marked: changed when the same speaker says something like it there. */
async function markQuote(
  change: Change,
  quote: OldQuote,
  written: readonly { readonly speaker: number | null; readonly statement: number; readonly text: string }[],
): Promise<void> {
  const pieces = JSON.parse(quote.pieces) as Piece[][];
  const { text } = change.place;
  const stands = (piece: Piece): boolean =>
    text.body.includes(piece.text) || text.posts.some((post) => post.text.includes(piece.text));
  if (pieces.flat().every(stands)) return;
  const before = contentText(pieces);
  const isChanged = written.some(
    (other) =>
      other.statement === quote.statement_id || (other.speaker === quote.speaker_id && isAlike(before, other.text)),
  );
  await change.sql.run("update quote set state = ? where id = ?", [isChanged ? "changed" : "withdrawn", quote.id]);
}

function count(change: Change, speaker: number | null, by: number): void {
  change.won.set(speaker, (change.won.get(speaker) ?? 0) + by);
}

function countQuotes({ sql, place, won }: Change): void {
  if (place.audience !== "") return;
  let all = 0;
  for (const [speaker, by] of won) {
    all += by;
    if (speaker !== null && by !== 0) sql.send("update speaker set quotes = quotes + ? where id = ?", [by, speaker]);
  }
  if (all === 0) return;
  addToCount(sql, "quotes", all);
  sql.send("update outlet set quotes = quotes + ? where id = ?", [all, place.outlet]);
}
