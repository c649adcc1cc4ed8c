// Stories: candidates for an article, finding them by words, and what happened in a window.
import type { Filters, Window } from "../model/digest.ts";
import { HEAD, type HeadRow, headOf } from "./article-head.ts";
import type { ArticleHead } from "./contract/articles.ts";
import type { Page, Paging } from "./contract/page.ts";
import type { StoryCandidate, StoryHead, StoryInWindow, StoryStore } from "./contract/stories.ts";
import type { Access, Sql, TextQuery, Value } from "./engine.ts";
import { articlesInWindow, where } from "./filters.ts";
import { listOf } from "./lists.ts";
import { matchesOf } from "./matches.ts";
import { shown } from "./moment.ts";
import { areHeld, recountStory, setTerms } from "./story-writing.ts";
import { typedQuery } from "./words.ts";

/** Articles looked at to find stories by words. */
const MOST_ARTICLES = 200;
const MOST_A_TERM = 300;
/** Some three megabytes. */
const MOST_HELD = 500;

interface StoryRow {
  readonly id: number;
  readonly title: string | null;
  readonly articles: number;
  readonly outlets: number;
  readonly first_stored: number;
  readonly last_active: number;
}

const STORY = "t.id, t.title, t.articles, t.outlets, t.first_stored, t.last_active";

interface CandidateRow {
  readonly id: number;
  readonly title: string | null;
  readonly articles: number;
  readonly terms_version: number;
  readonly first_published: string;
  readonly last_published: string;
}

type Query = Parameters<StoryStore["candidates"]>[0];

/** `held`: see HeldTerms. */
export function storyStore(engine: Access, held: HeldTerms = new Map()): StoryStore {
  return {
    candidates: (query) => engine.read((sql) => candidates(sql, query, held)),
    members: (id, most) => engine.read((sql) => members(sql, id, most)),
    settle: (into, articles, terms) => engine.write((sql) => settle(sql, into, articles, terms), "corpus"),
    merge: (from, into) => engine.write((sql) => merge(sql, from, into), "corpus"),
    byId: (id) => engine.read(async (sql) => (await headsOf(sql, [id]))[0] ?? null),
    find: (words, paging) => engine.search((sql) => find(engine, sql, words, paging)),
    articles: (id) => engine.read((sql) => articles(sql, id)),
    inWindow: (window, filters, limit) => engine.search((sql) => inWindow(engine, sql, window, filters, limit)),
    latest: (paging) => engine.read((sql) => latest(sql, paging)),
  };
}

function storyHead(row: StoryRow): StoryHead {
  return {
    id: row.id,
    title: row.title,
    articles: row.articles,
    outlets: row.outlets,
    began: shown(row.first_stored),
    lastActive: shown(row.last_active),
  };
}

async function headsOf(sql: Sql, ids: readonly number[]): Promise<StoryHead[]> {
  if (ids.length === 0) return [];
  const list = listOf(ids);
  const rows = await sql.all<StoryRow>(`select ${STORY} from story t where t.id in ${list.marks}`, list.values);
  const byId = new Map(rows.map((row) => [row.id, storyHead(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

type Terms = StoryCandidate["terms"];

/** Terms read before, by story; the one asked for longest ago stands first. */
export type HeldTerms = Map<number, { readonly version: number; readonly terms: Terms }>;

/** Every article is held against much the same stories as the one before: terms are read anew only where they changed. */
async function termsOf(
  sql: Sql,
  stories: readonly { readonly id: number; readonly terms_version: number }[],
  held: HeldTerms,
): Promise<ReadonlyMap<number, Terms>> {
  const changed = stories.filter(({ id, terms_version }) => held.get(id)?.version !== terms_version);
  const list = listOf(changed.map(({ id }) => id));
  const read =
    changed.length === 0
      ? []
      : await sql.all<{ id: number; terms: string }>(
          `select id, terms from story where id in ${list.marks}`,
          list.values,
        );
  const fresh = new Map(read.map(({ id, terms }) => [id, JSON.parse(terms) as Terms]));
  const found = new Map<number, Terms>();
  for (const { id, terms_version } of stories) {
    const terms = fresh.get(id) ?? held.get(id)?.terms ?? [];
    found.set(id, terms);
    held.delete(id);
    held.set(id, { version: terms_version, terms });
  }
  for (const id of held.keys()) {
    if (held.size <= MOST_HELD) break;
    held.delete(id);
  }
  return found;
}

async function candidates(sql: Sql, query: Query, held: HeldTerms): Promise<StoryCandidate[]> {
  const near: string[] = ["t.last_active >= ?"];
  const values: Value[] = [query.since.epochMilliseconds];
  if (query.day !== null) {
    const day = Temporal.PlainDate.from(query.day);
    near.push("(t.last_published >= ? and t.first_published <= ?)");
    values.push(day.subtract({ days: query.days }).toString(), day.add({ days: query.days }).toString());
  }
  const wanted = query.terms === undefined ? null : [...new Set(query.terms)].slice(0, 64);
  const rows = await sql.all<CandidateRow>(
    `select t.id, t.title, t.articles, t.terms_version, t.first_published, t.last_published from ${wanted === null ? "story t" : sharing(wanted)}
     where ${near.join(" or ")} order by ${wanted === null ? "" : "m.shared desc,"} t.last_active desc, t.id desc limit ?`,
    [...(wanted ?? []), ...values, query.limit],
  );
  const terms = await termsOf(sql, rows, held);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    terms: terms.get(row.id) ?? [],
    firstPublished: row.first_published === "" ? null : row.first_published,
    lastPublished: row.last_published === "" ? null : row.last_published,
    articles: row.articles,
  }));
}

/** Of a term that half the corpus shares only the newest stories are looked at. */
function sharing(terms: readonly string[]): string {
  const newest = `select * from (select story_id from story_term where term = ? order by story_id desc limit ${MOST_A_TERM}) newest`;
  const all = terms.length === 0 ? "select 0 story_id" : terms.map(() => newest).join(" union all ");
  return `(select story_id, count(*) shared from (${all}) terms group by story_id) m join story t on t.id = m.story_id`;
}

async function members(sql: Sql, id: number, most: number): ReturnType<StoryStore["members"]> {
  const rows = await sql.all<{ id: number; terms: string; published_day: string }>(
    "select id, terms, published_day from article where story_id = ? order by first_stored, id limit ?",
    [id, most + 1],
  );
  if (rows.length === 0 || rows.length > most) return null;
  return rows.map((row) => ({
    id: row.id,
    terms: JSON.parse(row.terms),
    day: row.published_day === "" ? null : row.published_day,
  }));
}

async function settle(sql: Sql, into: number, articles: readonly number[], terms: Settled): Promise<void> {
  // Since it was decided that they move, another save may have moved them, or emptied a story.
  const [held, moving] = await Promise.all([
    areHeld(sql, [into, ...terms.map(({ story }) => story)]),
    inStories(sql, articles),
  ]);
  if (!held.has(into)) return;
  const list = listOf(moving.map(({ id }) => id));
  sql.send(`update article set story_id = ? where id in ${list.marks}`, [into, ...list.values]);
  for (const { story, terms: own } of terms) if (held.has(story)) setTerms(sql, story, own);
  for (const story of new Set([...held, ...moving.map(({ story_id }) => story_id)])) recountStory(sql, story);
}

async function inStories(sql: Sql, articles: readonly number[]): Promise<{ id: number; story_id: number }[]> {
  const list = listOf(articles);
  return sql.all(`select id, story_id from article where id in ${list.marks} and story_id is not null`, list.values);
}

type Settled = Parameters<StoryStore["settle"]>[2];

async function merge(sql: Sql, from: number, into: number): Promise<boolean> {
  const held = await sql.all("select id from story where id in (?, ?)", [from, into]);
  if (held.length < 2) return false;
  await sql.run("update article set story_id = ? where story_id = ?", [into, from]);
  recountStory(sql, into);
  recountStory(sql, from);
  return true;
}

/** Titles first: a story is about what its headlines say. */
async function find(engine: Access, sql: Sql, words: string, { offset, limit }: Paging): Promise<Page<StoryHead>> {
  const [titles, texts] = [typedQuery(words, "headline"), typedQuery(words, "article")];
  if (titles === null || texts === null) return { items: [], more: false, order: "best" };
  const ids = new Set(await storiesWith(engine, sql, titles));
  if (ids.size <= offset + limit) for (const id of await storiesWith(engine, sql, texts)) ids.add(id);
  const items = await headsOf(sql, [...ids].slice(offset, offset + limit));
  return { items, more: ids.size > offset + limit, order: "best" };
}

async function storiesWith(engine: Access, sql: Sql, query: TextQuery): Promise<number[]> {
  const found = await matchesOf(engine, sql, "article", engine.articleWords.compile(query));
  const wanted = { columns: "a.id, a.story_id", alias: "a", condition: "a.story_id is not null", values: [] };
  const rows = found.areFew
    ? await found.all<{ story_id: number }>(wanted, `${found.rank}, a.id desc`)
    : await found.newest<{ story_id: number }>({ ...wanted, limit: MOST_ARTICLES });
  return [...new Set(rows.map((row) => row.story_id))];
}

async function articles(sql: Sql, id: number): Promise<ArticleHead[]> {
  const rows = await sql.all<HeadRow>(
    `select ${HEAD} from article a left join outlet o on o.id = a.outlet_id where a.story_id = ?
     order by a.published_day = '', a.published_day, a.first_stored, a.id`,
    [id],
  );
  return rows.map(headOf);
}

async function inWindow(
  engine: Access,
  sql: Sql,
  window: Window,
  filters: Filters,
  limit: number,
): Promise<StoryInWindow[]> {
  const conditions = await articlesInWindow(engine, sql, window, filters);
  const rows = await sql.all<{ story_id: number }>(
    `select a.story_id from article a where ${where(conditions)} and a.story_id is not null group by a.story_id
     order by count(distinct a.outlet_id) desc, count(*) desc, max(a.first_stored) desc limit ?`,
    [...conditions.values, limit],
  );
  const heads = await headsOf(
    sql,
    rows.map((row) => row.story_id),
  );
  const stories: StoryInWindow[] = [];
  for (const head of heads) {
    const found = await sql.all<HeadRow>(
      `select ${HEAD} from article a left join outlet o on o.id = a.outlet_id where ${where(conditions)} and a.story_id = ?
       order by a.published_day = '', a.published_day, a.first_stored, a.id`,
      [...conditions.values, head.id],
    );
    stories.push({ ...head, inWindow: found.map(headOf) });
  }
  return stories;
}

async function latest(sql: Sql, { offset, limit }: Paging): Promise<Page<StoryHead>> {
  const rows = await sql.all<StoryRow>(
    `select ${STORY} from story t order by t.last_active desc, t.id desc limit ? offset ?`,
    [limit + 1, offset],
  );
  return { items: rows.slice(0, limit).map(storyHead), more: rows.length > limit, order: "newest" };
}
