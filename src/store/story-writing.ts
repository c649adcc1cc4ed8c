// Stories' rows: joining, counting and merging.
import type { StoryLink } from "./contract/articles.ts";
import type { Sql } from "./engine.ts";
import { listOf, sendRows } from "./lists.ts";

/** Terms under which a story is offered as a candidate. */
export const TERMS_INDEXED = 16;

/** The article that a story is opened for. */
interface First {
  readonly title: string | null;
  readonly firstStored: number;
  /** Day published, '' when unknown. */
  readonly day: string;
}

/** The story that a new article of everyone's belongs to: the one it is linked to, unless that is gone, or a new one. */
export async function storyFor(
  sql: Sql,
  link: StoryLink,
  first: First,
): Promise<{ readonly id: number; readonly isNew: boolean }> {
  if (link.to === "story" && (await areHeld(sql, [link.id])).has(link.id)) return { id: link.id, isNew: false };
  const id = await sql.insert(
    `insert into story (title, articles, outlets, first_stored, last_active, first_published, last_published, terms, terms_version)
     values (?, 1, 1, ?, ?, ?, ?, ?, 1)`,
    [link.title ?? first.title, first.firstStored, first.firstStored, first.day, first.day, JSON.stringify(link.terms)],
  );
  indexTerms(sql, id, link.terms);
  return { id, isNew: true };
}

/** What a story is from now on, to which an article has come. */
export function growStory(sql: Sql, story: number, link: StoryLink): void {
  setTerms(sql, story, link.terms, link.title);
  countArticles(sql, story);
}

/** Gives a held article its story. Only everyone's articles have one; `null` leaves things as they are. */
export async function joinStory(sql: Sql, article: number, link: StoryLink | null): Promise<void> {
  if (link === null) return;
  const held = await sql.get<{
    audience: string;
    story_id: number | null;
    first_stored: number;
    title: string | null;
    published_day: string;
  }>("select audience, story_id, first_stored, title, published_day from article where id = ?", [article]);
  if (held === undefined || held.audience !== "") return;
  const before = held.story_id;
  const first = { title: held.title, firstStored: held.first_stored, day: held.published_day };
  const isThere = link.to === "story" && (await areHeld(sql, [link.id])).has(link.id);
  const story = isThere ? link.id : (before ?? (await storyFor(sql, link, first)).id);
  if (story !== before) sql.send("update article set story_id = ? where id = ?", [story, article]);
  growStory(sql, story, link);
  if (before !== null && before !== story) recountStory(sql, before);
}

/** Those of the stories that are there. */
export async function areHeld(sql: Sql, stories: readonly number[]): Promise<ReadonlySet<number>> {
  const list = listOf(stories);
  const rows = await sql.all<{ id: number }>(`select id from story where id in ${list.marks}`, list.values);
  return new Set(rows.map(({ id }) => id));
}

/** What a story is about from now on. Of its terms most stay: only those that came or went are written. */
export function setTerms(sql: Sql, story: number, terms: StoryLink["terms"], title: string | null = null): void {
  sql.send(
    "update story set terms = ?, terms_version = terms_version + 1, title = coalesce(cast(? as text), title) where id = ?",
    [JSON.stringify(terms), title, story],
  );
  const kept = listOf(strongest(terms));
  const gone = terms.length === 0 ? "" : `and term not in ${kept.marks}`;
  sql.send(`delete from story_term where story_id = ? ${gone}`, [story, ...(gone === "" ? [] : kept.values)]);
  indexTerms(sql, story, terms);
}

function strongest(terms: StoryLink["terms"]): string[] {
  return terms
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, TERMS_INDEXED)
    .map(([term]) => term);
}

function indexTerms(sql: Sql, story: number, terms: StoryLink["terms"]): void {
  const rows = strongest(terms).map((term) => [term, story]);
  sendRows(sql, "story_term", ["term", "story_id"], rows, "on conflict do nothing");
}

/** Counts a story's articles, outlets and days anew; one without articles goes. */
export function recountStory(sql: Sql, story: number): void {
  sql.send("delete from story where id = ? and not exists (select 1 from article where story_id = ?)", [story, story]);
  countArticles(sql, story);
}

function countArticles(sql: Sql, story: number): void {
  sql.send(
    `update story set (articles, outlets, first_stored, last_active, first_published, last_published) =
       (select count(*), count(distinct outlet_id) + max(case when outlet_id is null then 1 else 0 end),
          min(first_stored), max(first_stored),
          coalesce(min(case when published_day <> '' then published_day end), ''), max(published_day)
        from article where story_id = ?) where id = ?`,
    [story, story],
  );
}
