// The kept corpus as plain rows, for what is measured beside the store.
import { DatabaseSync } from "node:sqlite";
import type { Piece } from "../../../src/store/contract/quotes.ts";
import { contentText } from "../../../src/store/pieces.ts";

export interface CorpusRow {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly quotes: readonly {
    readonly id: number;
    readonly words: string;
    readonly speaker: string;
    readonly day: string;
  }[];
}

/** Articles with their quotes, oldest first. */
export function* corpusRows(file: string): Generator<CorpusRow> {
  const database = new DatabaseSync(file, { readOnly: true });
  const quotesOf = database.prepare(
    `select q.id, q.pieces, s.name, q.sort_day from quote q join speaker s on s.id = q.speaker_id where q.article_id = ?`,
  );
  const articles = database.prepare(
    `select a.id, a.title, r.body from article a join revision r on r.article_id = a.id and r.number = a.revision order by a.id`,
  );
  for (const { id, title, body } of articles.iterate()) {
    const quotes = quotesOf.all(id!).map((quote) => ({
      id: Number(quote.id),
      words: contentText(JSON.parse(String(quote.pieces)) as Piece[][]),
      ...{ speaker: String(quote.name), day: String(quote.sort_day) },
    }));
    yield { id: Number(id), title: String(title), body: String(body), quotes };
  }
  database.close();
}
