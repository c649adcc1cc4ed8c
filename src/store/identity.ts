// Is an arriving article one that is held: by address, by text, or because the newsroom says so.
import { createHash } from "node:crypto";
import type { ArticleText, Audience } from "../model/article.ts";
import type { SaveResult } from "./contract/articles.ts";
import type { Sql } from "./engine.ts";
import { fold } from "./fold.ts";

/** The table's form: '' for everyone, else the chat's key. */
export function audienceKey(audience: Audience): string {
  return audience === "everyone" ? "" : audience.chat;
}

/** Shorter texts ("Watch the video.") are the same article only under the same title. */
const TELLING_LENGTH = 280;

/** An article as it is saved, and by what its text is known again. */
export interface Recognisable {
  readonly text: ArticleText;
  readonly hash: string;
}

/** Whoever saves an article has most often asked first whether it is known. */
const made = new WeakMap<ArticleText, Recognisable>();

export function recognisable(given: ArticleText): Recognisable {
  let one = made.get(given);
  if (one === undefined) {
    const text = wellFormed(given);
    one = { text, hash: hashOf(text) };
    made.set(given, one);
  }
  return one;
}

/** The same words from another outlet are its own report: who carried a statement is what people ask. */
function hashOf(text: ArticleText): string {
  const body = text.body.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
  const posts = text.posts.map((post) => post.text.replaceAll(/\s+/gu, " ").trim());
  const title = body.length < TELLING_LENGTH ? fold(text.title ?? "") : "";
  return createHash("sha256")
    .update(JSON.stringify([body, posts, title, fold(text.outlet ?? "")]))
    .digest("base64url");
}

/** What not every database can store (lone surrogates, zero bytes) becomes U+FFFD here, before spans are cut, so that offsets hold. */
function wellFormed(text: ArticleText): ArticleText {
  return {
    ...text,
    title: text.title === null ? null : storable(text.title),
    body: storable(text.body),
    posts: text.posts.map((post) => ({ ...post, text: storable(post.text) })),
  };
}

function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\ufffd");
}

export function urlsOf(text: ArticleText, addresses: readonly string[]): string[] {
  return [...new Set(text.url === null ? addresses : [text.url, ...addresses])];
}

/** What saving would find, by the rules of `save`; null: it is new. */
export async function identify(
  sql: Sql,
  text: ArticleText,
  audience: Audience,
  addresses: readonly string[],
): Promise<SaveResult | null> {
  const { text: whole, hash } = recognisable(text);
  return recognise(sql, hash, audienceKey(audience), urlsOf(whole, addresses));
}

export async function recognise(
  sql: Sql,
  hash: string,
  audience: string,
  urls: readonly string[],
): Promise<SaveResult | null> {
  const circles = audience === "" ? [""] : ["", audience];
  const byUrl = circles.flatMap((circle) =>
    urls.map((url) =>
      sql.get<{ id: number; text_hash: string; audience: string }>(
        `select a.id, a.text_hash, a.audience from address d join article a on a.id = d.article_id
         where d.url = ? and d.audience = ?`,
        [url, circle],
      ),
    ),
  );
  const byText = circles.map((circle) =>
    sql.get<{ id: number }>("select id from article where text_hash = ? and audience = ? order by id limit 1", [
      hash,
      circle,
    ]),
  );
  const [addressed, worded] = await Promise.all([Promise.all(byUrl), Promise.all(byText)]);
  const known = addressed.find((row) => row !== undefined);
  if (known !== undefined) {
    const isSame = known.text_hash === hash || known.audience !== audience;
    return { kind: isSame ? "unchanged" : "revised", id: known.id };
  }
  const same = worded.find((row) => row !== undefined);
  return same === undefined ? null : { kind: urls.length === 0 ? "unchanged" : "duplicate", id: same.id };
}

/** A public copy belongs to a public article only; a chat's own to either. */
export async function namedDuplicate(sql: Sql, id: number | undefined, audience: string): Promise<SaveResult | null> {
  if (id === undefined) return null;
  const held = await sql.get("select 1 from article where id = ? and audience in ('', ?)", [id, audience]);
  return held === undefined ? null : { kind: "duplicate", id };
}
