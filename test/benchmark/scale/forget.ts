// Takes the articles of some outlets out of a kept corpus again, so that the next run's are news and not copies of them, and draws
// the same speakers. The counts of speakers and statements keep what they gave: a few thousand among millions.
import { DatabaseSync } from "node:sqlite";
import pg from "pg";

/** References are not watched: nothing is indexed for the deletion of articles, which the program never does. */
export async function forgetOutlets(address: string, names: readonly string[]): Promise<void> {
  const list = names.map((name) => `'${name.replaceAll("'", "''")}'`).join(", ");
  if (address.startsWith("postgres:")) {
    const client = new pg.Client(address);
    await client.connect();
    await client.query("set session_replication_role = replica");
    for (const statement of statements(list, "id")) await client.query(statement);
    // The program forgets nothing: what is left of the rows is no part of the corpus, and searches would walk through it.
    await client.query("vacuum");
    await client.end();
    return;
  }
  const database = new DatabaseSync(address, { enableForeignKeyConstraints: false });
  for (const statement of statements(list, "rowid")) database.exec(statement);
  database.close();
}

/** `row`: what a full-text index calls the id. */
function statements(names: string, row: string): readonly string[] {
  const gone = "(select id from gone)";
  return [
    "begin",
    `create temp table gone as select id, story_id from article
       where outlet_id in (select id from outlet where name in (${names}))`,
    `create temp table lost as select distinct statement_id as id from quote where article_id in ${gone}`,
    `create temp table heard as select distinct speaker_id as id from quote
       where speaker_id is not null and article_id in ${gone}`,
    `update meta set value = cast(cast(value as bigint) - (select count(*) from gone) as text) where key = 'count.articles'`,
    `update meta set value = cast(cast(value as bigint) - (select count(*) from quote where article_id in ${gone}) as text)
       where key = 'count.quotes'`,
    `delete from quote_words where ${row} in (select id from quote where article_id in ${gone})`,
    `delete from article_words where ${row} in ${gone}`,
    ...["address", "article_band", "revision", "quote"].map(
      (table) => `delete from ${table} where article_id in ${gone}`,
    ),
    `delete from article where id in ${gone}`,
    `delete from outlet where name in (${names})`,
    `delete from statement where id in (select id from lost)
       and not exists (select 1 from quote where quote.statement_id = statement.id)`,
    // Somebody who is known and has no quotes would be asked about in vain.
    `delete from heard where exists (select 1 from quote where quote.speaker_id = heard.id)
       or exists (select 1 from speaker where speaker.id = heard.id and speaker.known = 1)`,
    "delete from speaker_name where speaker_id in (select id from heard)",
    "delete from speaker where id in (select id from heard)",
    `delete from story_term where story_id in (select story_id from gone)
       and not exists (select 1 from article where article.story_id = story_term.story_id)`,
    `delete from story where id in (select story_id from gone)
       and not exists (select 1 from article where article.story_id = story.id)`,
    "drop table gone",
    "drop table lost",
    "drop table heard",
    "commit",
  ];
}
