// The loader's second thread: the words of the articles, into a full-text index in a file of its own.
import { DatabaseSync } from "node:sqlite";
import { workerData } from "node:worker_threads";
import { openStore } from "../../../src/store/open.ts";
import { makeCorpus } from "./corpus.ts";
import { COMMITTED, FAST, GATHERED, type WordsTask } from "./load.ts";

async function gather({ file, articles, seed }: WordsTask): Promise<void> {
  const schema = await openStore(file);
  await schema.close();
  const database = new DatabaseSync(file, { defensive: false });
  database.exec(`${FAST}; pragma journal_mode = delete; pragma journal_mode = off;
    begin; insert into article_words (article_words, rank) values ('hashsize', ${GATHERED})`);
  const insert = database.prepare("insert into article_words (rowid, title, body) values (?, ?, ?)");
  const corpus = makeCorpus(articles, seed);
  for (let id = 1; id <= articles; id += 1) {
    const { text } = corpus.next();
    insert.run(id, text.title, text.body);
    if (id % COMMITTED === 0) database.exec("commit; begin");
  }
  database.exec("commit");
  database.close();
}

await gather(workerData as WordsTask);
