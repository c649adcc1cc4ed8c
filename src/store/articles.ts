// Articles: saving them, and finding them by number, address, title, words and time.
import type { SummarySentence } from "../model/annotation.ts";
import type { EmbeddedPost } from "../model/article.ts";
import type { Filters, Window } from "../model/digest.ts";
import { HEAD, type HeadRow, headOf, headsOf } from "./article-head.ts";
import type {
  ArticleHead,
  ArticleHit,
  ArticleStore,
  OutletCount,
  StoredArticle,
  StoredText,
} from "./contract/articles.ts";
import type { Page, Paging } from "./contract/page.ts";
import { countOf } from "./counts.ts";
import type { Access, Sql, TextQuery } from "./engine.ts";
import { articlesInWindow, where } from "./filters.ts";
import { fold } from "./fold.ts";
import { identify } from "./identity.ts";
import { listOf } from "./lists.ts";
import { matchesOf } from "./matches.ts";
import { shown } from "./moment.ts";
import { passageOf } from "./passage.ts";
import { replaceAnnotation, saveArticle } from "./save.ts";
import { typedQuery } from "./words.ts";

export function articleStore(engine: Access): ArticleStore {
  return {
    save: (text, annotation, options) =>
      engine.write((sql) => saveArticle(engine, sql, text, annotation, options), "corpus"),
    known: (text, audience, addresses) => engine.glance((sql) => identify(sql, text, audience, addresses)),
    saveAnnotation: (id, revision, annotation, links) =>
      engine.write((sql) => replaceAnnotation(engine, sql, id, revision, annotation, links), "corpus"),
    outdated: (version, after, limit) => engine.read((sql) => outdated(sql, version, after, limit)),
    byId: (id, viewer) => engine.glance((sql) => byId(sql, id, viewer)),
    texts: (ids, viewer) => engine.glance((sql) => textsOf(sql, ids, viewer)),
    forAnnotation: (id) => engine.read((sql) => forAnnotation(sql, id)),
    heads: (ids, viewer) => engine.read((sql) => headsOf(sql, ids, viewer)),
    byUrl: (url, viewer) => engine.read((sql) => byUrl(sql, url, viewer)),
    byTitleWords: (words, viewer, paging) => engine.search((sql) => byTitleWords(engine, sql, words, viewer, paging)),
    search: (words, viewer, paging) => engine.search((sql) => search(engine, sql, words, viewer, paging)),
    latest: (viewer, paging) => engine.read((sql) => latest(sql, viewer, paging)),
    inWindow: (window, filters, limit) => engine.search((sql) => inWindow(engine, sql, window, filters, limit)),
    count: () => engine.read((sql) => countOf(sql, "articles")),
    outlets: () => engine.read(outlets),
    nearDuplicates: (bands, outlet, viewer) => engine.read((sql) => nearDuplicates(sql, bands, outlet, viewer)),
    revisions: (id, viewer) => engine.read((sql) => revisions(sql, id, viewer)),
  };
}

/** Versions are few: each is looked up by itself, and no article of the present one is read. */
async function outdated(sql: Sql, version: string, after: number, limit: number): Promise<number[]> {
  const ids: number[] = [];
  for (let held = await versionAfter(sql, ""); held !== null; held = await versionAfter(sql, held)) {
    if (held === version) continue;
    const rows = await sql.all<{ id: number }>(
      "select id from article where annotator = ? and replaced_by is null and id > ? order by id limit ?",
      [held, after, limit],
    );
    ids.push(...rows.map((row) => row.id));
  }
  return ids.sort((a, b) => a - b).slice(0, limit);
}

async function versionAfter(sql: Sql, version: string): Promise<string | null> {
  const row = await sql.get<{ version: string | null }>(
    "select min(annotator) as version from article where replaced_by is null and annotator > ?",
    [version],
  );
  return row?.version ?? null;
}

interface ArticleRow extends HeadRow {
  readonly body: string;
  readonly posts: string;
  readonly summary: string;
  readonly terms: string;
  readonly annotator: string;
}

async function byId(sql: Sql, id: number, viewer: string | null): Promise<StoredArticle | null> {
  const row = await sql.get<ArticleRow>(
    `select ${HEAD}, r.body, r.posts, a.summary, a.terms, a.annotator
     from article b join article a on a.id = coalesce(b.replaced_by, b.id)
       join revision r on r.article_id = a.id and r.number = a.revision left join outlet o on o.id = a.outlet_id
     where b.id = ? and a.audience in ('', ?)`,
    [id, viewer ?? ""],
  );
  if (row === undefined) return null;
  const summary = (JSON.parse(row.summary) as SummarySentence[]).toSorted((a, b) => a.span[0] - b.span[0]);
  return {
    ...headOf(row),
    body: row.body,
    posts: JSON.parse(row.posts) as EmbeddedPost[],
    summary: summary.map(({ span, rank }) => ({ text: row.body.slice(...span), span, rank })),
    terms: JSON.parse(row.terms) as StoredArticle["terms"],
    annotatorVersion: row.annotator,
  };
}

async function textsOf(
  sql: Sql,
  ids: readonly number[],
  viewer: string | null,
): Promise<ReadonlyMap<number, StoredText>> {
  if (ids.length === 0) return new Map();
  const list = listOf(ids);
  const rows = await sql.all<{ id: number; body: string; posts: string }>(
    `select b.id, r.body, r.posts
     from article b join article a on a.id = coalesce(b.replaced_by, b.id)
       join revision r on r.article_id = a.id and r.number = a.revision
     where b.id in ${list.marks} and a.audience in ('', ?)`,
    [...list.values, viewer ?? ""],
  );
  return new Map(rows.map(({ id, body, posts }) => [id, { body, posts: JSON.parse(posts) as EmbeddedPost[] }]));
}

async function forAnnotation(sql: Sql, id: number): Promise<StoredArticle | null> {
  const row = await sql.get<{ audience: string }>("select audience from article where id = ? and replaced_by is null", [
    id,
  ]);
  return row === undefined ? null : byId(sql, id, row.audience);
}

async function byUrl(sql: Sql, url: string, viewer: string | null): Promise<StoredArticle | null> {
  const row = await sql.get<{ article_id: number }>(
    "select article_id from address where url = ? and audience in ('', ?) order by audience limit 1",
    [url, viewer ?? ""],
  );
  return row === undefined ? null : byId(sql, row.article_id, viewer);
}

interface Found {
  readonly ids: readonly number[];
  readonly more: boolean;
  readonly order: "best" | "newest";
}

async function matching(
  engine: Access,
  sql: Sql,
  query: TextQuery,
  viewer: string | null,
  { offset, limit }: Paging,
): Promise<Found> {
  const found = await matchesOf(engine, sql, "article", engine.articleWords.compile(query));
  const wanted = { columns: "a.id", alias: "a", condition: "a.audience in ('', ?)", values: [viewer ?? ""] };
  const most = offset + limit + 1;
  const all = found.areFew
    ? await found.all<{ id: number }>(wanted, `${found.rank}, a.id desc`)
    : await found.newest<{ id: number }>({ ...wanted, limit: most });
  const ids = all.slice(offset, most).map((row) => row.id);
  return { ids: ids.slice(0, limit), more: ids.length > limit, order: found.areFew ? "best" : "newest" };
}

const NOTHING: Page<never> = { items: [], more: false, order: "best" };

async function byTitleWords(
  engine: Access,
  sql: Sql,
  words: string,
  viewer: string | null,
  paging: Paging,
): Promise<Page<ArticleHead>> {
  const query = typedQuery(words, "headline");
  if (query === null) return NOTHING;
  const found = await matching(engine, sql, query, viewer, paging);
  return { items: await headsOf(sql, found.ids, viewer), more: found.more, order: found.order };
}

async function search(
  engine: Access,
  sql: Sql,
  words: string,
  viewer: string | null,
  paging: Paging,
): Promise<Page<ArticleHit>> {
  const query = typedQuery(words, "article");
  if (query === null) return NOTHING;
  const found = await matching(engine, sql, query, viewer, paging);
  const [texts, heads] = await Promise.all([textsOf(sql, found.ids, viewer), headsOf(sql, found.ids, viewer)]);
  const items = heads.map((head) => ({ ...head, passage: passageOf(texts.get(head.id)?.body ?? "", query) }));
  return { items, more: found.more, order: found.order };
}

async function latest(sql: Sql, viewer: string | null, { offset, limit }: Paging): Promise<Page<ArticleHead>> {
  const rows = await sql.all<HeadRow>(
    `select ${HEAD} from article a left join outlet o on o.id = a.outlet_id where a.audience in ('', ?)
     order by a.first_stored desc, a.id desc limit ? offset ?`,
    [viewer ?? "", limit + 1, offset],
  );
  return { items: rows.slice(0, limit).map(headOf), more: rows.length > limit, order: "newest" };
}

async function inWindow(
  engine: Access,
  sql: Sql,
  window: Window,
  filters: Filters,
  limit: number,
): Promise<ArticleHead[]> {
  const conditions = await articlesInWindow(engine, sql, window, filters);
  const rows = await sql.all<HeadRow>(
    `select ${HEAD} from article a left join outlet o on o.id = a.outlet_id where ${where(conditions)}
     order by a.first_stored desc, a.id desc limit ?`,
    [...conditions.values, limit],
  );
  return rows.map(headOf);
}

async function outlets(sql: Sql): Promise<OutletCount[]> {
  const rows = await sql.all<{ name: string; articles: number; quotes: number; newest: string }>(
    "select name, articles, quotes, newest from outlet where articles > 0 order by articles desc, name",
  );
  return rows.map(({ name, articles, quotes, newest }) => ({
    outlet: name,
    articles,
    quotes,
    newest: newest === "" ? null : newest,
  }));
}

/** The sign keeps SQLite from going through all articles of an outlet. */
async function nearDuplicates(
  sql: Sql,
  bands: readonly number[],
  outlet: string | null,
  viewer: string | null,
): Promise<{ id: number; shared: number }[]> {
  const list = listOf(bands);
  return sql.all(
    `select a.id, count(distinct b.band) shared from article_band b join article a on a.id = b.article_id
     where b.band in ${list.marks} and a.audience in ('', ?)
       and +a.outlet_id is not distinct from (select id from outlet where key = ?)
     group by a.id order by shared desc, a.id limit 50`,
    [...list.values, viewer ?? "", fold(outlet ?? "")],
  );
}

async function revisions(
  sql: Sql,
  id: number,
  viewer: string | null,
): Promise<{ revision: number; stored: string; body: string }[]> {
  const rows = await sql.all<{ number: number; stored: number; body: string }>(
    `select r.number, r.stored, r.body from revision r join article a on a.id = r.article_id
     where a.id = ? and a.audience in ('', ?) order by r.number`,
    [id, viewer ?? ""],
  );
  return rows.map((row) => ({ revision: row.number, stored: shown(row.stored), body: row.body }));
}
