// Stories' rows: joining, counting and merging.
import type { StoryLink } from "./contract/articles.ts";
import { listOf, type Sql, sendRows } from "./engine.ts";

/** Terms under which a story is offered as a candidate. */
export const TERMS_INDEXED = 16;

/** Gives an article its story. Only everyone's articles have one; `null` leaves things as they are. */
export async function joinStory(sql: Sql, article: number, link: StoryLink | null): Promise<void> {
  if (link === null) return;
  const held = await sql.get<{ audience: string; story_id: number | null; first_stored: number; title: string | null }>(
    "select audience, story_id, first_stored, title from article where id = ?",
    [article],
  );
  if (held === undefined || held.audience !== "") return;
  const before = held.story_id;
  const wanted = link.to === "story" ? await existing(sql, link.id) : before;
  const story = wanted ?? before ?? (await newStory(sql, link.title ?? held.title, held.first_stored));
  sql.send("update article set story_id = ? where id = ?", [story, article]);
  setTerms(sql, story, link.terms);
  if (link.title !== undefined)
    sql.send("update story set title = coalesce(?, title) where id = ?", [link.title, story]);
  await recountStory(sql, story);
  if (before !== null && before !== story) await recountStory(sql, before);
}

async function existing(sql: Sql, id: number): Promise<number | null> {
  const row = await sql.get<{ id: number }>("select id from story where id = ?", [id]);
  return row?.id ?? null;
}

function newStory(sql: Sql, title: string | null, stored: number): Promise<number> {
  return sql.insert("insert into story (title, first_stored, last_active, terms) values (?, ?, ?, '[]')", [
    title,
    stored,
    stored,
  ]);
}

/** What a story is about from now on. Of its terms most stay: only those that came or went are written. */
export function setTerms(sql: Sql, story: number, terms: StoryLink["terms"]): void {
  sql.send("update story set terms = ?, terms_version = terms_version + 1 where id = ?", [
    JSON.stringify(terms),
    story,
  ]);
  const strongest = terms.toSorted((a, b) => b[1] - a[1]).slice(0, TERMS_INDEXED);
  const kept = listOf(strongest.map(([term]) => term));
  const gone = strongest.length === 0 ? "" : `and term not in ${kept.marks}`;
  sql.send(`delete from story_term where story_id = ? ${gone}`, [story, ...(gone === "" ? [] : kept.values)]);
  const rows = strongest.map(([term]) => [term, story]);
  sendRows(sql, "story_term", ["term", "story_id"], rows, "on conflict do nothing");
}

/** Counts a story's articles, outlets and days anew; one without articles goes. */
export async function recountStory(sql: Sql, story: number): Promise<void> {
  const counts = await sql.get<{
    articles: number;
    outlets: number;
    unnamed: number;
    first: number | null;
    last: number | null;
    oldest: string | null;
    newest: string | null;
  }>(
    `select count(*) articles, count(distinct outlet_id) outlets, count(*) - count(outlet_id) unnamed,
       min(first_stored) first, max(first_stored) last,
       min(case when published_day <> '' then published_day end) oldest, max(published_day) newest
     from article where story_id = ?`,
    [story],
  );
  if (counts === undefined || counts.articles === 0) {
    await sql.run("delete from story where id = ?", [story]);
    return;
  }
  sql.send(
    `update story set articles = ?, outlets = ?, first_stored = ?, last_active = ?, first_published = ?, last_published = ? where id = ?`,
    [
      counts.articles,
      counts.outlets + (counts.unnamed > 0 ? 1 : 0),
      counts.first,
      counts.last,
      counts.oldest ?? "",
      counts.newest ?? "",
      story,
    ],
  );
}
