// Reads an article from a web page: its body, and what the page credibly says of title, author, date and address.
import type { ArticleText } from "../../model/article.ts";
import type { KnownOutlet } from "../../model/outlet.ts";
import { absoluteAddress, canonicalAddress, foldAddress } from "../address.ts";
import { cleanLine } from "../lines/clean.ts";
import { outletByName, outletOfUrl } from "../outlets.ts";
import type { ReadResult } from "../result.ts";
import { pageAuthor } from "./author.ts";
import { stubNotice, wallIn } from "./barriers.ts";
import { textBlocks } from "./blocks.ts";
import { type PageBody, pageBody } from "./body.ts";
import { type DomDocument, parsePage, textOf } from "./dom.ts";
import { jsonLdFacts } from "./json-ld.ts";
import { metaContent } from "./meta.ts";
import { takeEmbeds } from "./posts.ts";
import { pagePublished } from "./published.ts";
import { pageTitle } from "./title.ts";

/** Longest page read, in characters. */
export const LONGEST_PAGE = 5_000_000;
/** Deeper nesting no article needs, and the parsers underneath would not survive. */
const DEEPEST = 1_500;
/** More "<" and "&" no article needs; the largest news pages have some twenty thousand. */
const MOST_MARKS = 120_000;
/** A shorter body may be what a wall shows instead of the article. Characters. */
const SCRAP = 150;

/**
 * Reads a page in this thread; what comes from the web is read in one of its own, for a hostile page can stall it.
 * `url`: where it was fetched from, after redirects; null when unknown, as with a saved file. Never throws.
 */
export function readPage(html: string, url: string | null, outlets: readonly KnownOutlet[]): ReadResult {
  if (html.trim() === "") return { kind: "refused", why: "The page is empty." };
  if (html.length > LONGEST_PAGE) return { kind: "refused", why: "The page is longer than 5 million characters." };
  if (marks(html) > MOST_MARKS) return { kind: "refused", why: "The page has too many elements to be an article." };
  if (nesting(html) > DEEPEST) return { kind: "refused", why: "The page is nested too deeply to be an article." };
  try {
    return readDocument(parsePage(html.toWellFormed()), url, outlets);
  } catch (error) {
    return {
      kind: "refused",
      why: `The page could not be read (${cleanLine(String((error as Error).message)).slice(0, 120)}).`,
    };
  }
}

function readDocument(document: DomDocument, url: string | null, outlets: readonly KnownOutlet[]): ReadResult {
  const facts = jsonLdFacts(document);
  const claims = [
    document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? null,
    metaContent(document, ["og:url"]),
  ];
  const address = url === null ? firstAddress(claims) : canonicalAddress(url, claims);
  const title = pageTitle(document, facts, address);
  const published = pagePublished(document, facts, address, title);
  const author = pageAuthor(document, facts, null, address);
  const site = metaContent(document, ["og:site_name", "application-name"]);
  const pageText = textBlocks(document.body)
    .map((block) => block.text)
    .join(" ")
    .slice(0, 50_000);
  const pageTitleTag = textOf(document.querySelector("title"), 300);
  const posts = takeEmbeds(document);
  const titles = [title, facts.headline, metaContent(document, ["og:title"])].filter((line) => line !== null);
  const read = pageBody(document, titles);
  const body = paragraphsOf(read);
  const text = body.join("\n\n");
  const wall = text.length < SCRAP ? wallIn(pageTitleTag, pageText, facts) : null;
  if (wall !== null && (text.length < 40 || !facts.isPaid)) return { kind: "refused", why: wall };
  if (text.length < 40)
    return { kind: "refused", why: "No article was found on the page: only menus, links or notices." };
  const article: ArticleText = {
    title,
    outlet: address === null ? siteOutlet(site, outlets) : outletOfUrl(address, outlets),
    author: author ?? tidyByline(read),
    url: address,
    published,
    body: text,
    posts: [...posts, ...(read?.posts ?? [])],
  };
  const dropped = (read?.lines ?? [])
    .filter((line) => line.why !== null)
    .map((line) => ({ line: line.text, why: line.why! }));
  const notice = stubNotice(pageText, facts, text);
  return { kind: "article", article, kept: body.length, dropped, ...(notice === null ? {} : { notice }) };
}

function paragraphsOf(read: PageBody | null): string[] {
  return (read?.lines ?? []).filter((line) => line.why === null).map((line) => line.text);
}

/** A page's own name counts only where nobody knows its address. */
function siteOutlet(site: string | null, outlets: readonly KnownOutlet[]): string | null {
  return site === null ? null : (outletByName(site, outlets)?.name ?? (cleanLine(site).slice(0, 100) || null));
}

function firstAddress(claims: readonly (string | null)[]): string | null {
  for (const claim of claims) {
    const absolute = claim === null ? null : absoluteAddress(claim, null);
    if (absolute !== null) return foldAddress(absolute);
  }
  return null;
}

function tidyByline(read: PageBody | null): string | null {
  const byline = cleanLine(read?.byline ?? "").replace(/^by\s+/i, "");
  return byline.length >= 3 && byline.length <= 80 && !/\d/.test(byline) ? byline : null;
}

function marks(html: string): number {
  let count = 0;
  for (let i = 0; i < html.length; i++) {
    const code = html.charCodeAt(i);
    if (code === 60 || code === 38) count++;
  }
  return count;
}

/** Deepest run of opened elements, counted without parsing; void and unclosed elements make it an upper bound. */
function nesting(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const match of html.matchAll(
    /<(\/?)(?:div|span|section|article|ul|ol|table|tbody|tr|td|blockquote|b|i|em|strong|font|a|center|main|figure)\b/gi,
  )) {
    depth = match[1] === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}
