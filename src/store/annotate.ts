// Writing an annotation: an article's quotes, their speakers and statements.
import type { Annotation, PlacedQuotation } from "../model/annotation.ts";
import type { ArticleText } from "../model/article.ts";
import type { VoiceKind } from "../model/quote.ts";
import type { Links } from "./contract/articles.ts";
import type { Piece } from "./contract/quotes.ts";
import type { Access, Sql } from "./engine.ts";
import { contentText, piecesOf } from "./pieces.ts";
import { type NewQuote, type OldQuote, type Place, sendQuotes } from "./quote-row.ts";
import { ensureSpeakers } from "./speaker-names.ts";
import { refreshStatements } from "./statement-said.ts";
import { type Belonging, heldStatements, StatementsWritten } from "./statement-writing.ts";
import { isAlike, wordingKey } from "./wording.ts";

/** Quotes won or lost, by speaker. */
type Won = Map<number | null, number>;

/**
 * Makes an annotation the article's. Quotes with the same words keep their ids. What becomes of others that stood there:
 * `newer text`: they are kept, marked changed or withdrawn unless the text still has them; `newer rules`: they were mistakes, and go.
 * Gives the quotes won or lost, by speaker.
 */
export async function writeQuotes(
  engine: Access,
  sql: Sql,
  place: Place,
  annotation: Annotation,
  links: Links,
  because: "first" | "newer text" | "newer rules",
): Promise<ReadonlyMap<number | null, number>> {
  const won: Won = new Map();
  const old = because === "first" ? [] : await heldQuotes(sql, place.article);
  const found = readQuotes(place.text, annotation, old);
  const { statements, belongings } = await placesOf(sql, place, found, links);
  const [speakers, opened, numbers] = await Promise.all([
    ensureSpeakers(sql, voicesOf(found)),
    sql.numbers("statement", statements.opened),
    sql.numbers("quote", found.filter(({ before }) => before === null).length),
  ]);
  statements.send(sql, opened, speakers);
  const unused = numbers.values();
  const written = found.map((quote): NewQuote => {
    const { statement, said } = belongings.get(quote.ordinal)!;
    return {
      ...quote,
      id: quote.before?.id ?? unused.next().value!,
      speaker: speakers.get(quote.quotation.speaker ?? "") ?? null,
      statement: { id: statement.id, said },
    };
  });
  sendQuotes(engine, sql, place, written);
  const touched = new Set(statements.joined);
  for (const { before, statement, speaker } of written) {
    if (before !== null && before.statement_id !== statement.id) touched.add(before.statement_id);
    if (before !== null) count(won, before.speaker_id, -1);
    count(won, speaker, 1);
  }
  const gone = old.filter(({ state }) => state === "current");
  if (because === "newer text") for (const quote of gone) markQuote(sql, place.text, quote, written);
  else
    for (const quote of gone) {
      dropQuote(engine, sql, quote);
      touched.add(quote.statement_id);
      count(won, quote.speaker_id, -1);
    }
  await refreshStatements(sql, touched);
  return won;
}

/** A quote as the annotation finds it in the text. */
type Found = Omit<NewQuote, "id" | "speaker" | "statement">;

/** Those with words that are to be found. Of the old ones, each that has the same words is taken out of the list. */
function readQuotes(text: ArticleText, annotation: Annotation, old: OldQuote[]): Found[] {
  return annotation.quotes.flatMap((quotation, ordinal) => {
    const pieces = piecesOf(textAt(text, quotation), quotation);
    if (pieces.length === 0) return [];
    const wording = wordingKey(contentText(pieces));
    const at = old.findIndex((quote) => quote.wording === wording);
    const before = at < 0 ? null : (old.splice(at, 1)[0] ?? null);
    return [{ ordinal, quotation, pieces, wording, before }];
  });
}

/** Where each quote belongs, by its place in the annotation. */
async function placesOf(
  sql: Sql,
  place: Place,
  found: readonly Found[],
  links: Links,
): Promise<{ readonly statements: StatementsWritten; readonly belongings: ReadonlyMap<number, Belonging> }> {
  const wanted = new Map<number, number>();
  for (const { ordinal, before } of found) {
    const link = links.statements[ordinal];
    const id = link?.to === "statement" ? link.id : before?.statement_id;
    if (id !== undefined) wanted.set(ordinal, id);
  }
  const held = await heldStatements(sql, [...wanted.values()]);
  const statements = new StatementsWritten(place.audience);
  const belongings = new Map<number, Belonging>();
  for (const { ordinal, quotation } of found) {
    const link = links.statements[ordinal];
    const target = link?.to === "quote" ? belongings.get(link.index)?.statement : held.get(wanted.get(ordinal) ?? 0);
    belongings.set(ordinal, statements.place(link?.said ?? quotation.said, target, quotation.speaker));
  }
  return { statements, belongings };
}

/** By name; a speaker is what its first quote says. */
function voicesOf(found: readonly Found[]): ReadonlyMap<string, VoiceKind> {
  const voices = new Map<string, VoiceKind>();
  for (const { quotation } of found)
    if (quotation.speaker !== null && !voices.has(quotation.speaker)) voices.set(quotation.speaker, quotation.voice);
  return voices;
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

function dropQuote(engine: Access, sql: Sql, { id }: OldQuote): void {
  sql.send("delete from quote where id = ?", [id]);
  engine.quoteWords.remove(sql, id);
}

/** Words that the newer text no longer has stay, marked: changed when the same speaker says something like it there. */
function markQuote(sql: Sql, text: ArticleText, quote: OldQuote, written: readonly NewQuote[]): void {
  const pieces = JSON.parse(quote.pieces) as Piece[][];
  const stands = (piece: Piece): boolean =>
    text.body.includes(piece.text) || text.posts.some((post) => post.text.includes(piece.text));
  if (pieces.flat().every(stands)) return;
  const before = contentText(pieces);
  const isChanged = written.some(
    (other) =>
      other.statement.id === quote.statement_id ||
      (other.speaker === quote.speaker_id && isAlike(before, contentText(other.pieces))),
  );
  sql.send("update quote set state = ? where id = ?", [isChanged ? "changed" : "withdrawn", quote.id]);
}

function count(won: Won, speaker: number | null, by: number): void {
  won.set(speaker, (won.get(speaker) ?? 0) + by);
}
