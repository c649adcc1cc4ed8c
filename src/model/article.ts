// What an outlet published, as a source reads it and as the store keeps it.
import type { Published } from "./dates.ts";

/** A social-media post inside an article: its words are its author's, on its own day. */
export interface EmbeddedPost {
  readonly author: string | null;
  readonly handle: string | null;
  readonly published: Published;
  readonly text: string;
}

/** An Article as a source read it. Body: paragraphs joined by a blank line ("\n\n"), no clutter. */
export interface ArticleText {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly published: Published;
  readonly body: string;
  readonly posts: readonly EmbeddedPost[];
}

/** Whom an Article serves: everyone, or only the one chat in which somebody linked it (a chat key). */
export type Audience = "everyone" | { readonly chat: string };

/** Body paragraphs as the sources join them. */
export function paragraphsOf(body: string): string[] {
  return body.split("\n\n");
}
