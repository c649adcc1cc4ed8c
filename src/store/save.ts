// An article in: is it new, known, another copy or a newer text; then all of it in one transaction.
import type { Annotation } from "../model/annotation.ts";
import type { ArticleText } from "../model/article.ts";
import { writeQuotes } from "./annotate.ts";
import type { Links, SaveOptions, SaveResult } from "./contract/articles.ts";
import { addToCounts } from "./counts.ts";
import type { Access, Sql } from "./engine.ts";
import { fold } from "./fold.ts";
import { audienceKey, namedDuplicate, recognisable, recognise, urlsOf } from "./identity.ts";
import { listOf, sendRows } from "./lists.ts";
import type { Place } from "./quote-row.ts";
import { publishedDay } from "./said.ts";
import { growStory, joinStory, storyFor } from "./story-writing.ts";

/** See ArticleStore.save. */
export async function saveArticle(
  engine: Access,
  sql: Sql,
  given: ArticleText,
  annotation: Annotation,
  options: SaveOptions,
): Promise<SaveResult> {
  const { text, hash } = recognisable(given);
  const audience = audienceKey(options.audience);
  const urls = urlsOf(text, options.addresses);
  const result =
    (await recognise(sql, hash, audience, urls)) ?? (await namedDuplicate(sql, options.duplicateOf, audience));
  if (result === null) return addArticle(engine, sql, text, annotation, options, hash);
  addAddresses(sql, result.id, audience, urls);
  if (result.kind === "revised") await reviseArticle(engine, sql, result.id, text, annotation, options, hash);
  return result;
}

async function addArticle(
  engine: Access,
  sql: Sql,
  text: ArticleText,
  annotation: Annotation,
  options: SaveOptions,
  hash: string,
): Promise<SaveResult> {
  const audience = audienceKey(options.audience);
  const firstStored = options.firstStored.epochMilliseconds;
  const day = publishedDay(text.published);
  const link = audience === "" ? options.links.story : null;
  const [outlet, numbers, story] = await Promise.all([
    ensureOutlet(sql, text.outlet),
    sql.numbers("article", 1),
    link === null ? null : storyFor(sql, link, { title: text.title, firstStored, day }),
  ]);
  const id = numbers[0]!;
  sql.send(
    `insert into article (id, outlet_id, story_id, audience, url, title, author, published_value, published_precision,
       published_day, first_stored, revision, text_hash, annotator, summary, terms)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)`,
    [
      id,
      outlet,
      story?.id ?? null,
      audience,
      text.url ?? options.addresses[0] ?? null,
      text.title,
      text.author,
      text.published.value,
      text.published.precision,
      day,
      firstStored,
      hash,
      annotation.version,
      JSON.stringify(annotation.summary),
      JSON.stringify(annotation.terms),
    ],
  );
  addAddresses(sql, id, audience, urlsOf(text, options.addresses));
  if (audience === "") await replaceLinked(sql, id, urlsOf(text, options.addresses));
  const place: Place = { article: id, revision: 1, audience, outlet, firstStored, text };
  writeText(engine, sql, place, options);
  const quotes = await writeQuotes(engine, sql, place, annotation, options.links, "first");
  if (audience === "") addToCounts(sql, { outlet, article: { day }, quotes });
  if (link !== null && story !== null && !story.isNew) growStory(sql, story.id, link);
  return { kind: "new", id };
}

async function reviseArticle(
  engine: Access,
  sql: Sql,
  id: number,
  text: ArticleText,
  annotation: Annotation,
  options: SaveOptions,
  hash: string,
): Promise<void> {
  const held = await sql.get<{ revision: number; outlet_id: number | null; first_stored: number; audience: string }>(
    "select revision, outlet_id, first_stored, audience from article where id = ?",
    [id],
  );
  if (held === undefined) throw new Error(`Article ${id} is gone`);
  const revision = held.revision + 1;
  await sql.run(
    `update article set revision = ?, text_hash = ?, title = coalesce(?, title), author = coalesce(?, author),
       annotator = ?, summary = ?, terms = ? where id = ?`,
    [
      revision,
      hash,
      text.title,
      text.author,
      annotation.version,
      JSON.stringify(annotation.summary),
      JSON.stringify(annotation.terms),
      id,
    ],
  );
  const place: Place = {
    article: id,
    revision,
    audience: held.audience,
    outlet: held.outlet_id,
    firstStored: held.first_stored,
    text,
  };
  writeText(engine, sql, place, options);
  const quotes = await writeQuotes(engine, sql, place, annotation, options.links, "newer text");
  if (held.audience === "") addToCounts(sql, { outlet: held.outlet_id, article: null, quotes });
  await joinStory(sql, id, options.links.story);
}

/** See ArticleStore.saveAnnotation. */
export async function replaceAnnotation(
  engine: Access,
  sql: Sql,
  id: number,
  revision: number,
  annotation: Annotation,
  links: Links,
): Promise<boolean> {
  const held = await sql.get<{
    outlet_id: number | null;
    first_stored: number;
    audience: string;
    body: string;
    posts: string;
    published_value: string | null;
    published_precision: ArticleText["published"]["precision"];
  }>(
    `select a.outlet_id, a.first_stored, a.audience, a.published_value, a.published_precision, r.body, r.posts
     from article a join revision r on r.article_id = a.id and r.number = a.revision where a.id = ? and a.revision = ?`,
    [id, revision],
  );
  if (held === undefined) return false;
  const text: ArticleText = {
    title: null,
    outlet: null,
    author: null,
    url: null,
    body: held.body,
    posts: JSON.parse(held.posts) as ArticleText["posts"],
    published: { value: held.published_value, precision: held.published_precision },
  };
  await sql.run("update article set annotator = ?, summary = ?, terms = ? where id = ?", [
    annotation.version,
    JSON.stringify(annotation.summary),
    JSON.stringify(annotation.terms),
    id,
  ]);
  const place: Place = {
    article: id,
    revision,
    audience: held.audience,
    outlet: held.outlet_id,
    firstStored: held.first_stored,
    text,
  };
  const quotes = await writeQuotes(engine, sql, place, annotation, links, "newer rules");
  if (held.audience === "") addToCounts(sql, { outlet: held.outlet_id, article: null, quotes });
  await joinStory(sql, id, links.story);
  return true;
}

function writeText(engine: Access, sql: Sql, place: Place, options: SaveOptions): void {
  const { text, article } = place;
  sql.send("insert into revision (article_id, number, title, body, posts, stored) values (?, ?, ?, ?, ?, ?)", [
    article,
    place.revision,
    text.title,
    text.body,
    JSON.stringify(text.posts),
    options.firstStored.epochMilliseconds,
  ]);
  const indexed = indexedText(text.title, text.body, text.posts);
  if (place.revision === 1) engine.articleWords.add(sql, [[article, indexed]]);
  else engine.articleWords.put(sql, article, indexed);
  if (options.bands === undefined) return;
  if (place.revision > 1) sql.send("delete from article_band where article_id = ?", [article]);
  const bands = [...new Set(options.bands)].map((band) => [band, article]);
  sendRows(sql, "article_band", ["band", "article_id"], bands);
}

/** The columns of `articleWords`: what stands in posts is found as if it stood in the body. */
export function indexedText(title: string | null, body: string, posts: ArticleText["posts"]): readonly string[] {
  return [title ?? "", [body, ...posts.map((post) => post.text)].join("\n\n")];
}

function addAddresses(sql: Sql, article: number, audience: string, urls: readonly string[]): void {
  const rows = urls.map((url) => [url, audience, article]);
  sendRows(sql, "address", ["url", "audience", "article_id"], rows, "on conflict do nothing");
}

/** Copies that chats had linked before everyone's came: nobody sees them any more, and their numbers lead to it. */
async function replaceLinked(sql: Sql, article: number, urls: readonly string[]): Promise<void> {
  if (urls.length === 0) return;
  const list = listOf(urls);
  const copies = await sql.all<{ id: number }>(
    `select distinct a.id from address d join article a on a.id = d.article_id
     where d.url in ${list.marks} and d.audience <> '' and a.audience = d.audience`,
    list.values,
  );
  for (const copy of copies) {
    sql.send("update article set audience = '-', replaced_by = ? where id = ?", [article, copy.id]);
    sql.send("update quote set audience = '-' where article_id = ?", [copy.id]);
    sql.send("delete from address where article_id = ?", [copy.id]);
  }
}

async function ensureOutlet(sql: Sql, name: string | null): Promise<number | null> {
  const key = name === null ? "" : fold(name);
  if (name === null || key === "") return null;
  const row = await sql.get<{ id: number }>("select id from outlet where key = ?", [key]);
  return row?.id ?? sql.insert("insert into outlet (key, name) values (?, ?)", [key, name.trim()]);
}
