// Reads an article from text as people save it from the web: finds the body among the site's clutter, and the
// title, outlet, date and address among the lines around it.
import type { ArticleText, EmbeddedPost } from "../../model/article.ts";
import type { Published } from "../../model/dates.ts";
import type { KnownOutlet } from "../../model/outlet.ts";
import { drop, type MarkedLine } from "../lines/marked.ts";
import { markCaptionLeads, markLinkBlocks, markLists, markLooseLines, markRepeats } from "../lines/neighbours.ts";
import { takePosts } from "../lines/posts.ts";
import { clutterRule } from "../lines/rules.ts";
import { isTerminated } from "../lines/shape.ts";
import { outletNamedIn, outletOfSign, outletOfUrl } from "../outlets.ts";
import type { ReadResult } from "../result.ts";
import { dateInUrl } from "../url-date.ts";
import { UNKNOWN_DATE } from "../written-date.ts";
import { firstProse, type Head, takeHeadLines, takeTitle } from "./head.ts";
import { savedLines } from "./split.ts";
import { articleStretch, isWholePage, markOutside } from "./whole-page.ts";

/** What is known of a saved text besides itself. */
export interface SavedHints {
  readonly url?: string;
  readonly fileName?: string;
}

/** Longest text read, in characters. */
export const LONGEST_TEXT = 5_000_000;

/**
 * Reads a saved text. The body keeps the text's words and marks; runs of spaces (no-break ones included) become one
 * space, and characters that print nothing are left out. Refuses what is empty, binary, too long or without a body.
 */
export function readSaved(text: string, outlets: readonly KnownOutlet[], hints: SavedHints = {}): ReadResult {
  const unfit = whyUnfit(text);
  if (unfit !== null) return { kind: "refused", why: unfit };
  const lines = savedLines(text);
  const posts = takePosts(lines);
  trimTails(lines);
  const stretch = isWholePage(lines) ? articleStretch(lines) : null;
  const head = takeHeadLines(lines, stretch?.[0] ?? firstProse(lines), outlets);
  markByRules(lines);
  markLinkBlocks(lines);
  markCaptionLeads(lines);
  if (stretch === null) markLists(lines);
  takeTitle(lines, stretch?.[0] ?? firstProse(lines), head);
  if (stretch !== null) markOutside(lines, stretch);
  markRepeats(lines);
  if (stretch === null) markLooseLines(lines);
  const outlet = publisher(lines, head, outlets, hints);
  for (const line of lines) if (outletOfSign(line.text, outlets) !== null) drop(line, "credit line");
  return result(lines, posts, head, outlet, hints);
}

function whyUnfit(text: string): string | null {
  if (text.trim() === "") return "The text is empty.";
  if (text.length > LONGEST_TEXT)
    return `The text is longer than ${LONGEST_TEXT / 1e6} million characters; save one article a file.`;
  const sample = text.slice(0, 20_000);
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return odd > sample.length * 0.02 && odd > 3
    ? "This is not text (a picture, an archive or another binary file?)."
    : null;
}

/** "… Read Full Article at Example.com" at the end of a paragraph is the site's, the paragraph is not. */
function trimTails(lines: MarkedLine[]): void {
  const tail =
    /(?<=[.!?…]["”’)]?) (?:read (?:the )?full (?:article|story) (?:at|on|here)|(?:click|tap) here to (?:read|continue)|continue reading|read more)\b[^.]{0,40}(?:\.[a-z]{2,12})?\W*$/i;
  for (const line of lines) {
    const end = line.text.slice(-160);
    const match = tail.exec(end);
    if (match === null) continue;
    const cut = line.text.length - end.length + match.index;
    lines.push({ text: line.text.slice(cut).trim(), apart: true, why: "call to action", namesOutlet: true });
    line.text = line.text.slice(0, cut).trim();
  }
}

function markByRules(lines: MarkedLine[]): void {
  for (const line of lines) {
    if (line.why !== null) continue;
    const rule = clutterRule(line.text);
    if (rule === null) continue;
    drop(line, rule.why);
    line.namesOutlet = rule.namesOutlet === true;
  }
}

/** The address tells first, then a line that says so, then what the site prints of itself. */
function publisher(
  lines: readonly MarkedLine[],
  head: Head,
  outlets: readonly KnownOutlet[],
  hints: SavedHints,
): string | null {
  const url = hints.url ?? head.url;
  const byAddress = url === null ? null : outletOfUrl(url, outlets);
  if (byAddress !== null || head.outlet !== null) return byAddress ?? head.outlet;
  for (const line of lines) {
    const sign = outletOfSign(line.text, outlets);
    if (sign !== null) return sign.name;
  }
  for (const line of lines) {
    const named = line.namesOutlet && line.text.length <= 700 ? outletNamedIn(line.text, outlets) : null;
    if (named !== null) return named.name;
  }
  return null;
}

function result(
  lines: readonly MarkedLine[],
  posts: EmbeddedPost[],
  head: Head,
  outlet: string | null,
  hints: SavedHints,
): ReadResult {
  const body = lines.filter((line) => line.why === null).map((line) => line.text);
  const dropped = lines.filter((line) => line.why !== null).map((line) => ({ line: line.text, why: line.why! }));
  if (!body.some((line) => isTerminated(line) && line.length >= 40)) {
    return {
      kind: "refused",
      why: `No running text was found among ${lines.length} lines: only headlines, links or notices.`,
    };
  }
  const url = hints.url ?? head.url;
  const published: Published = head.published ?? (url === null ? null : dateInUrl(url)) ?? UNKNOWN_DATE;
  const { title, author } = head;
  const article: ArticleText = { title, outlet, author, url, published, body: body.join("\n\n"), posts };
  return { kind: "article", article, kept: body.length, dropped };
}
