// Short answers: how a mistake, a question back or a plain line is said.
import type { Action, Inline, Post } from "../model/post.ts";

/** A run of our own text. */
export function said(text: string): Inline {
  return { text };
}

/** A command as a person may tap or copy it. */
export function typed(command: string): Inline {
  return { text: command, style: "code" };
}

/** What a person typed, for an answer of ours: short, and without quotation marks, which we do not lend to anybody's words. */
export function echo(given: string): string {
  const plain = given.replace(/[“”„‟«»"]/gu, "").trim();
  return plain.length <= ECHOED ? plain : `${plain.slice(0, ECHOED).toWellFormed()}…`;
}

const ECHOED = 60;

/** One paragraph, for everybody. */
export function line(...spans: readonly (Inline | string)[]): Post {
  return {
    blocks: [{ kind: "paragraph", spans: spans.map((span) => (typeof span === "string" ? said(span) : span)) }],
  };
}

/** One paragraph for the asker alone: what was wrong, and what to do. */
export function mistake(...spans: readonly (Inline | string)[]): Post {
  return { ...line(...spans), quiet: true };
}

/** The same Post with something said before it. */
export function prefaced(post: Post, ...spans: readonly (Inline | string)[]): Post {
  return { ...post, blocks: [...line(...spans).blocks, ...post.blocks] };
}

/** Buttons to the pages before and after, in place; none when there is only one page. */
export function pageActions(name: string, given: string, page: number, hasMore: boolean): readonly Action[] {
  const turn = (label: string, to: number): Action => ({ label, name, arguments: given, page: to, inPlace: true });
  return [...(page > 1 ? [turn("‹ Previous", page - 1)] : []), ...(hasMore ? [turn("Next ›", page + 1)] : [])];
}
