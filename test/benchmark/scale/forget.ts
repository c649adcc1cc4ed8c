// Takes the articles of an outlet out of a kept corpus again, so that the next run's are news and not copies of them.
// Counts of speakers and statements keep what they gave: a few thousand among millions.
import type { Sql } from "../../../src/store/engine.ts";
import { openEngine } from "../../../src/store/open.ts";

/** In this order, for rows name each other. */
const ROWS = ["address", "article_band", "revision", "quote"];

export async function forgetOutlet(url: string, name: string): Promise<void> {
  const engine = await openEngine(url);
  try {
    await engine.write(async (sql) => {
      const articles = await ids(
        sql,
        "select a.id from article a join outlet o on o.id = a.outlet_id where o.name = ?",
        name,
      );
      const quotes: number[] = [];
      const statements = new Set<number>();
      const stories = new Set<number>();
      for (const article of articles) {
        quotes.push(...(await ids(sql, "select id from quote where article_id = ?", article)));
        for (const id of await ids(sql, "select statement_id id from quote where article_id = ?", article))
          statements.add(id);
        for (const id of await ids(sql, "select story_id id from article where id = ? and story_id > 0", article))
          stories.add(id);
      }
      for (const id of quotes) engine.quoteWords.remove(sql, id);
      for (const id of articles) {
        engine.articleWords.remove(sql, id);
        for (const table of ROWS) await sql.run(`delete from ${table} where article_id = ?`, [id]);
        await sql.run("delete from article where id = ?", [id]);
      }
      for (const id of statements)
        await sql.run(
          "delete from statement where id = ? and id not in (select statement_id from quote where statement_id = ?)",
          [id, id],
        );
      for (const id of stories)
        await sql.run(
          "delete from story where id = ? and id not in (select story_id from article where story_id = ?)",
          [id, id],
        );
    }, "corpus");
  } finally {
    await engine.close();
  }
}

async function ids(sql: Sql, select: string, value: string | number): Promise<number[]> {
  return (await sql.all<{ id: number }>(select, [value])).map(({ id }) => id);
}
