// Shows one text as OnRecord reads it: title, outlet, day, body, and what was left out.
import type { ArticleText } from "../model/article.ts";
import { paragraphsOf } from "../model/article.ts";
import { showPublished } from "../model/dates.ts";
import type { KnownOutlet } from "../model/outlet.ts";
import { readPaths } from "../sources/import.ts";
import type { ReadResult } from "../sources/result.ts";

export interface ReadOptions {
  /** A file, an http address, or "-" for standard input. */
  readonly path: string;
  /** The address of a text that does not give its own. */
  readonly url: string | null;
  readonly json: boolean;
  readonly outlets: readonly KnownOutlet[];
  /** Reads the page at an address. */
  readonly readPage: (url: string) => Promise<ReadResult>;
}

/** What to print. `found`: was there an article in it? */
export interface ReadText {
  readonly text: string;
  readonly found: boolean;
}

/** Reads a file as the importer would, or a page as a link would be, without storing anything. */
export async function readForPeople({ path, url, json, outlets, readPage }: ReadOptions): Promise<ReadText> {
  const shown: ReadText[] = [];
  if (/^https?:\/\//i.test(path)) {
    const result = await readPage(path);
    return json ? asJson(result) : asText(path, result);
  }
  for await (const { name, result } of readPaths([path], outlets, process.stdin, url))
    shown.push(json ? asJson(result) : asText(name, result));
  const text = shown.map((each) => each.text).join(json ? "\n" : "\n\n");
  return { text, found: shown.some(({ found }) => found) };
}

function asJson(result: ReadResult): ReadText {
  return result.kind === "refused"
    ? { text: JSON.stringify({ error: result.why }), found: false }
    : { text: JSON.stringify({ ...result.article, dropped: result.dropped }, null, 2), found: true };
}

function asText(name: string, result: ReadResult): ReadText {
  if (result.kind === "refused") return { text: `${name}: not read. ${result.why}`, found: false };
  const { article, dropped } = result;
  const lines = [
    ...head(article),
    "",
    ...paragraphsOf(article.body).flatMap((paragraph) => [paragraph, ""]),
    ...article.posts.flatMap((post) => [
      `Embedded post by ${post.author ?? post.handle ?? "somebody"}, ${showPublished(post.published)}:`,
      post.text,
      "",
    ]),
    `Left out: ${dropped.length} ${dropped.length === 1 ? "line" : "lines"}`,
    ...dropped.map(({ line, why }) => `  ${why}: ${line.slice(0, 100)}`),
  ];
  return { text: lines.map(plain).join("\n"), found: true };
}

function head(article: ArticleText): readonly string[] {
  return [
    `Title      ${article.title ?? "none"}`,
    `Outlet     ${article.outlet ?? "unknown"}`,
    `Author     ${article.author ?? "unknown"}`,
    `Published  ${showPublished(article.published)}`,
    `Address    ${article.url ?? "none"}`,
  ];
}

/** Nothing in a text may steer the terminal it is printed to. */
function plain(line: string): string {
  return line.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, " ").toWellFormed();
}
