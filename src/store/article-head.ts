// Article rows as lists show them.
import type { Audience } from "../model/article.ts";
import type { Published } from "../model/dates.ts";
import type { ArticleHead } from "./contract/articles.ts";
import type { Sql } from "./engine.ts";
import { listOf } from "./lists.ts";
import { shown } from "./moment.ts";

export interface HeadRow {
  readonly id: number;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly published_value: string | null;
  readonly published_precision: Published["precision"];
  readonly first_stored: number;
  readonly revision: number;
  readonly audience: string;
  readonly story_id: number | null;
}

/** For an article `a` joined with its outlet `o`. */
export const HEAD = `a.id, a.title, o.name outlet, a.author, a.url, a.published_value, a.published_precision,
  a.first_stored, a.revision, a.audience, a.story_id`;

export function headOf(row: HeadRow): ArticleHead {
  const audience: Audience = row.audience === "" ? "everyone" : { chat: row.audience };
  return {
    id: row.id,
    title: row.title,
    outlet: row.outlet,
    author: row.author,
    url: row.url,
    published: { value: row.published_value, precision: row.published_precision },
    firstStored: shown(row.first_stored),
    revision: row.revision,
    audience,
    story: row.story_id,
  };
}

/** Those the viewer may see, in the order given. */
export async function headsOf(sql: Sql, ids: readonly number[], viewer: string | null): Promise<ArticleHead[]> {
  if (ids.length === 0) return [];
  const list = listOf(ids);
  const rows = await sql.all<HeadRow>(
    `select ${HEAD} from article a left join outlet o on o.id = a.outlet_id
     where a.id in ${list.marks} and a.audience in ('', ?)`,
    [...list.values, viewer ?? ""],
  );
  const byId = new Map(rows.map((row) => [row.id, headOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
