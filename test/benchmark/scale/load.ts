// A made-up corpus into an SQLite file, many times faster than article by article: rows in the order of their tables, whatever
// order scatters (indexes, addresses, bands) built at the end. Every table ends as the store's own `save` leaves it, as a test shows.
import { rmSync } from "node:fs";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import type { PlacedQuotation } from "../../../src/model/annotation.ts";
import type { VoiceKind } from "../../../src/model/quote.ts";
import type { StatementLink, StoryLink } from "../../../src/store/contract/articles.ts";
import type { Sql, Value } from "../../../src/store/engine.ts";
import { fold } from "../../../src/store/fold.ts";
import { recognisable } from "../../../src/store/identity.ts";
import { openStore } from "../../../src/store/open.ts";
import { contentText, piecesOf } from "../../../src/store/pieces.ts";
import { KINDS } from "../../../src/store/quote-row.ts";
import { effectiveSaid, monthDay, publishedDay, sortDay } from "../../../src/store/said.ts";
import { ensureSpeaker } from "../../../src/store/speaker-names.ts";
import { TERMS_INDEXED } from "../../../src/store/story-writing.ts";
import { wordingKey } from "../../../src/store/wording.ts";
import { type MadeArticle, makeCorpus } from "./corpus.ts";

export interface WordsTask {
  readonly file: string;
  readonly articles: number;
  readonly seed: number;
}

/** For a file that is made anew when the load is cut short. */
export const FAST = "pragma synchronous = off; pragma temp_store = file; pragma cache_size = -300000";
export const COMMITTED = 20_000;
/** Words that a full-text index gathers before it writes them out, in bytes; and what it gathers as a rule. */
export const GATHERED = 64 << 20;
const USUAL = 1 << 20;

/** Counts that `save` keeps as it goes. */
const COUNTS = [
  `update statement set outlets = c.outlets, wordings = c.wordings from
    (select statement_id, count(distinct outlet_id) outlets, count(distinct wording) wordings from quote
     group by statement_id having count(*) > 1) c where c.statement_id = statement.id`,
  `update story set articles = c.articles, outlets = c.outlets, first_stored = c.first, last_active = c.last,
     first_published = c.oldest, last_published = c.newest, terms_version = c.articles from
    (select story_id, count(*) articles, count(distinct outlet_id) outlets, min(first_stored) first, max(first_stored) last,
       min(published_day) oldest, max(published_day) newest from article group by story_id) c where c.story_id = story.id`,
  `update speaker set quotes = c.quotes from
    (select speaker_id, count(*) quotes from quote group by speaker_id) c where c.speaker_id = speaker.id`,
  `update outlet set articles = c.articles, newest = c.newest from
    (select outlet_id, count(*) articles, max(published_day) newest from article group by outlet_id) c
     where c.outlet_id = outlet.id`,
  `update outlet set quotes = c.quotes from
    (select outlet_id, count(*) quotes from quote group by outlet_id) c where c.outlet_id = outlet.id`,
  "insert into meta (key, value) select 'count.articles', cast(count(*) as text) from article",
  "insert into meta (key, value) select 'count.quotes', cast(count(*) as text) from quote",
];

/** Loads so many articles into a new file, on two cores: the articles' words are gathered beside the rows. */
export async function loadCorpus(file: string, articles: number, seed = 1, version = "1"): Promise<void> {
  await (await openStore(file)).close();
  const words = `${file}-words`;
  const gathering = gatherWords({ file: words, articles, seed });
  const database = new DatabaseSync(file, { defensive: false });
  database.exec(`${FAST}; pragma journal_mode = delete; pragma journal_mode = off; pragma locking_mode = exclusive`);
  const indexes = database
    .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null")
    .all();
  // Names are looked for while speakers are made.
  const late = indexes.filter(({ name }) => !/^(speaker|name)_/.test(String(name)));
  database.exec(`begin; ${late.map(({ name }) => `drop index ${name};`).join(" ")}
    create temp table band (band integer, article_id integer);
    insert into quote_words (quote_words, rank) values ('hashsize', ${GATHERED})`);
  const corpus = makeCorpus(articles, seed, version);
  const loader = new Loader(database);
  for (let done = 1; done <= articles; done += 1) {
    await loader.add(corpus.next());
    if (done % COMMITTED === 0) database.exec("commit; begin");
  }
  database.exec(`insert into address select url, audience, id from article order by url;
    insert into article_band select distinct band, article_id from band order by band, article_id;
    drop table band;
    insert into quote_words (quote_words, rank) values ('hashsize', ${USUAL}); commit`);
  for (const { sql } of late) database.exec(String(sql));
  for (const sql of COUNTS) database.exec(sql);
  await gathering;
  database.exec(`attach '${words.replaceAll("'", "''")}' as words`);
  for (const part of ["data", "idx", "docsize"])
    database.exec(`delete from main.article_words_${part};
      insert into main.article_words_${part} select * from words.article_words_${part}`);
  database.close();
  rmSync(words);
}

/** The full text of the same articles, in a file of its own, by a thread of its own. */
function gatherWords(task: WordsTask): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./load-words.ts", import.meta.url), { workerData: task });
    worker.once("error", reject);
    worker.once("exit", () => resolve());
  });
}

const QUOTE = `insert into quote (article_id, revision, ordinal, place, kind, voice, speaker_id, role, own_value, own_precision,
    own_evidence, said_value, said_precision, said_evidence, sort_day, month_day, published_day, statement_id, state, audience,
    outlet_id, first_stored, wording, spans, pieces)
  values (?, 1, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'current', '', ?, ?, ?, ?, ?)`;

/** The article that quotes stand in, as its row has it. */
interface Held {
  readonly article: number;
  readonly outlet: number;
  readonly day: string;
  readonly stored: number;
  readonly body: string;
}

class Loader {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();
  readonly #speakers = new Map<string, number | null>();
  readonly #outlets = new Map<string, number>();
  #stories = 0;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  #statement(text: string): StatementSync {
    const held = this.#prepared.get(text);
    if (held !== undefined) return held;
    const made = this.#database.prepare(text);
    this.#prepared.set(text, made);
    return made;
  }

  #insert(text: string, values: readonly Value[]): number {
    return Number(this.#statement(text).run(...values).lastInsertRowid);
  }

  /** What the store makes speakers with. */
  readonly #sql: Sql = {
    all: async <Row>(text: string, values: readonly Value[] = []) => this.#statement(text).all(...values) as Row[],
    get: async <Row>(text: string, values: readonly Value[] = []) =>
      this.#statement(text).get(...values) as Row | undefined,
    run: async (text, values = []) => Number(this.#statement(text).run(...values).changes),
    insert: async (text, values) => this.#insert(text, values),
    numbers: () => Promise.reject(new Error("Rows of a load are numbered as they come")),
    send: (text, values) => void this.#statement(text).run(...values),
    runLast: (text, values) => void this.#statement(text).run(...values),
  };

  async add({ text, annotation, options }: MadeArticle): Promise<void> {
    const day = publishedDay(text.published);
    const stored = options.firstStored.epochMilliseconds;
    const outlet = this.#outlet(text.outlet ?? "");
    const summary = JSON.stringify(annotation.summary);
    const terms = JSON.stringify(annotation.terms);
    const article = this.#insert(
      `insert into article (outlet_id, audience, url, title, author, published_value, published_precision, published_day,
         first_stored, revision, text_hash, story_id, annotator, summary, terms)
       values (?, '', ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)`,
      [
        ...[outlet, text.url, text.title, text.author, text.published.value, text.published.precision, day, stored],
        ...[recognisable(text).hash, this.#story(options.links.story), annotation.version, summary, terms],
      ],
    );
    this.#insert("insert into revision (article_id, number, title, body, posts, stored) values (?, 1, ?, ?, '[]', ?)", [
      ...[article, text.title, text.body, stored],
    ]);
    for (const band of options.bands ?? []) this.#insert("insert into band values (?, ?)", [band, article]);
    const held = { article, outlet, day, stored, body: text.body };
    const statements: number[] = [];
    for (const [ordinal, quote] of annotation.quotes.entries())
      statements.push(await this.#quote(held, ordinal, quote, options.links.statements[ordinal]!, statements));
  }

  /** Gives its statement. `earlier`: those of the quotes before it. */
  async #quote(
    held: Held,
    ordinal: number,
    quotation: PlacedQuotation,
    link: StatementLink,
    earlier: readonly number[],
  ): Promise<number> {
    const { kind, voice, role, said: own, content, words, cue, mention } = quotation;
    const speaker = quotation.speaker === null ? null : await this.#speaker(quotation.speaker, voice);
    const statement =
      link.to === "statement"
        ? link.id
        : link.to === "quote"
          ? earlier[link.index]!
          : this.#newStatement(link, speaker);
    const said = effectiveSaid(own, link.said);
    const pieces = piecesOf(held.body, quotation);
    const text = contentText(pieces);
    const id = this.#insert(QUOTE, [
      ...[held.article, ordinal, KINDS.indexOf(kind), voice, speaker, role, own.value, own.precision, own.evidence],
      ...[said.value, said.precision, said.evidence, sortDay(said, held.day), monthDay(said), held.day, statement],
      ...[held.outlet, held.stored, wordingKey(text), JSON.stringify({ content, words, cue, mention })],
      JSON.stringify(pieces),
    ]);
    this.#insert("insert into quote_words (rowid, words, facets) values (?, ?, ?)", [id, text, `s${speaker}`]);
    return statement;
  }

  #newStatement({ said }: StatementLink, speaker: number | null): number {
    return this.#insert(
      "insert into statement (speaker_id, audience, said_value, said_precision, said_evidence) values (?, '', ?, ?, ?)",
      [speaker, said.value, said.precision, said.evidence],
    );
  }

  async #speaker(name: string, voice: VoiceKind): Promise<number | null> {
    const held = this.#speakers.get(name);
    if (held !== undefined) return held;
    const made = await ensureSpeaker(this.#sql, name, voice);
    this.#speakers.set(name, made);
    return made;
  }

  #outlet(name: string): number {
    const held = this.#outlets.get(name);
    if (held !== undefined) return held;
    const made = this.#insert("insert into outlet (key, name) values (?, ?)", [fold(name), name]);
    this.#outlets.set(name, made);
    return made;
  }

  /** Stories are numbered as they open, and keep their terms. */
  #story(link: StoryLink | null): number | null {
    if (link === null || link.to === "new") return null;
    if (link.id <= this.#stories) return link.id;
    this.#stories = link.id;
    this.#insert("insert into story (title, first_stored, last_active, terms) values (?, 0, 0, ?)", [
      link.title ?? null,
      JSON.stringify(link.terms),
    ]);
    for (const [term] of link.terms.slice(0, TERMS_INDEXED))
      this.#insert("insert into story_term (term, story_id) values (?, ?) on conflict do nothing", [term, link.id]);
    return link.id;
  }
}
