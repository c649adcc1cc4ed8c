// Writing an annotation: an article's quotes, their speakers and statements.
import type { Annotation, PlacedQuotation } from "../model/annotation.ts";
import type { ArticleText } from "../model/article.ts";
import type { Links, StatementLink } from "./contract/articles.ts";
import type { Piece } from "./contract/quotes.ts";
import { addToCount } from "./counts.ts";
import type { Access, Sql } from "./engine.ts";
import { contentText, piecesOf } from "./pieces.ts";
import { type Belonging, type NewQuote, type OldQuote, type Place, saveQuote } from "./quote-row.ts";
import { ensureSpeaker } from "./speaker-names.ts";
import { refreshStatement, type SaidColumns, saidFrom } from "./statement-said.ts";
import { isAlike, wordingKey } from "./wording.ts";

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

async function writeQuote(change: Change, quote: NewQuote): Promise<void> {
  const { before, statement, speaker } = quote;
  await saveQuote(change.engine, change.sql, change.place, quote);
  if (before !== null && before.statement_id !== statement.id) change.touched.add(before.statement_id);
  if (before !== null) count(change, before.speaker_id, -1);
  count(change, speaker, 1);
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
