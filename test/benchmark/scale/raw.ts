// The least that any program would have to ask of the database for a question: one prepared statement, its rows thrown away.
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { nameKey } from "../../../src/store/fold.ts";
import { gramsOf } from "../../../src/store/slips.ts";
import type { Draw, Question } from "./questions.ts";

type Floor = NonNullable<Question["floor"]>;

export interface Raw {
  run(floor: Floor): Promise<unknown>;
  close(): Promise<void>;
}

const LATEST = "select id from quote where speaker_id = ? order by sort_day desc, id desc limit 5";
const DAY = "select id from quote where month_day = ? order by sort_day desc limit 6";
const BEGINNING = `select s.name from speaker_name n join speaker s on s.id = n.speaker_id
  where n.key >= ? and n.key < ? order by s.quotes desc limit 25`;

/** On an SQLite file. */
export function rawSqlite(file: string, draw: Draw): Raw {
  const database = new DatabaseSync(file, { readOnly: true });
  const statement = (text: string) => {
    const prepared = database.prepare(text);
    return (...values: SQLInputValue[]) => prepared.all(...values);
  };
  const idOf = statement("select id from speaker where key = ?");
  const latest = statement(LATEST);
  const words = statement(`select q.id from quote_words cross join quote q on q.id = quote_words.rowid
    where quote_words match ? order by quote_words.rowid desc limit 5`);
  const day = statement(DAY);
  const search = statement("select rowid from article_words where article_words match ? order by rowid desc limit 5");
  const beginning = statement(BEGINNING);
  const slip = statement(
    `select word from name_gram where gram in (?, ?, ?, ?, ?) group by word order by count(*) desc limit 60`,
  );
  const speaker = (): number => Number(idOf(nameKey(draw.speaker()))[0]?.id ?? 0);
  const asks: Readonly<Record<Floor, () => unknown>> = {
    latest: () => latest(speaker()),
    words: () => words(`words : ${draw.word()} AND facets : s${speaker()}`),
    day: () => day(draw.day()),
    search: () => search(`${draw.word()} AND ${draw.word()}`),
    beginning: () => {
      const typed = nameKey(draw.speaker().slice(0, 6));
      return beginning(typed, `${typed}\u{10FFFF}`);
    },
    slip: () => slip(...gramsOf(nameKey(draw.speaker().split(" ")[1] ?? "")).slice(0, 5)),
  };
  return { run: async (floor) => asks[floor](), close: async () => database.close() };
}
