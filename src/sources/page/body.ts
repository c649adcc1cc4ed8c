// The article's paragraphs on a page: Readability finds the place, the line rules clear what sites print inside it.
import { Readability } from "@mozilla/readability";
import type { EmbeddedPost } from "../../model/article.ts";
import { bare, cleanLine } from "../lines/clean.ts";
import { dateLine } from "../lines/date-line.ts";
import { drop, type MarkedLine } from "../lines/marked.ts";
import { markCaptionLeads, markLinkBlocks } from "../lines/neighbours.ts";
import { takePosts } from "../lines/posts.ts";
import { clutterRule, LIST_HEADING } from "../lines/rules.ts";
import { isProse, isTerminated, wordCount } from "../lines/shape.ts";
import { type TextBlock, textBlocks } from "./blocks.ts";
import type { DomDocument, DomElement } from "./dom.ts";
import { removeFurniture } from "./furniture.ts";

export interface PageBody {
  readonly lines: readonly MarkedLine[];
  readonly posts: readonly EmbeddedPost[];
  /** Readability's own reading of the byline, for want of better. */
  readonly byline: string | null;
}

/** Most elements Readability looks at: beyond, a page is no article. */
const MOST_ELEMENTS = 60_000;
/** More blocks than this are a site's page, not a brief. */
const MOST_BRIEF = 40;

/**
 * Reads the body; changes the document. `titles`: lines that are the headline. Null when Readability finds no article.
 * @throws Error when the page has more than 60,000 elements.
 */
export function pageBody(document: DomDocument, titles: readonly string[]): PageBody | null {
  const whole = textBlocks(document.body);
  const article = new Readability(document as never, {
    keepClasses: true,
    maxElemsToParse: MOST_ELEMENTS,
    charThreshold: 300,
    serializer: (node: unknown) => node as never,
  }).parse() as { content?: unknown; byline?: string | null } | null;
  const content = article?.content as DomElement | undefined;
  const byline = article?.byline ?? null;
  if (content !== undefined) {
    removeFurniture(content);
    const kept = keepBody(textBlocks(content), titles);
    if (kept.lines.some((line) => line.why === null && isProse(line.text))) return { ...kept, byline };
  }
  // Too little for Readability: a brief, or a page without the elements it goes by.
  const brief = keepBody(whole.length > MOST_BRIEF ? [] : whole, titles);
  return brief.lines.some((line) => line.why === null && isProse(line.text)) ? { ...brief, byline } : null;
}

/** Marks what is not body among the blocks of an article. */
function keepBody(all: readonly TextBlock[], titles: readonly string[]): Pick<PageBody, "lines" | "posts"> {
  const blocks = all.filter((block) => cleanLine(block.text) !== "");
  const lines = blocks.map(
    ({ text }): MarkedLine => ({ text: cleanLine(text), apart: true, why: null, namesOutlet: false }),
  );
  const posts = takePosts(lines);
  const lastProse = lines.findLastIndex((line) => line.why === null && isProse(line.text));
  const seen = new Set(titles.map(bare));
  for (const [i, line] of lines.entries()) {
    const why = whyDropped(line.text, blocks[i]!, seen, i > lastProse);
    if (why !== null) drop(line, why);
    if (wordCount(line.text) >= 4) seen.add(bare(line.text));
  }
  markHead(lines);
  markLinkBlocks(lines);
  markCaptionLeads(lines);
  return { lines, posts };
}

/** Byline, dates and labels that stand between the headline and the first sentence. */
function markHead(lines: readonly MarkedLine[]): void {
  const first = lines.findIndex((line) => line.why === null && isProse(line.text) && wordCount(line.text) >= 8);
  for (const [i, line] of lines.entries()) {
    if (line.why !== null) continue;
    if (dateLine(line.text) !== null) drop(line, "date line");
    else if (i < first && !isTerminated(line.text) && wordCount(line.text) <= 16 && HEAD_LINE.test(line.text))
      drop(line, "byline");
  }
}

const HEAD_LINE =
  /^\W*(?:by|von|par|por|published|updated|posted|first published|last updated)\b|\b\d{1,2}[:.]\d{2} ?(?:am|pm|a\.m|gmt|utc|est|edt|bst|et)\b|\b(?:19|20)\d\d\b.{0,30}$/iu;

function whyDropped(
  text: string,
  { tag, linked }: TextBlock,
  seen: ReadonlySet<string>,
  isBelow: boolean,
): string | null {
  if (tag === "figcaption" || tag === "caption") return "photo caption";
  const rule = clutterRule(text);
  if (rule !== null) return rule.why;
  if (LIST_HEADING.test(text)) return "list of other articles";
  if (seen.has(bare(text))) return "printed before";
  // A line that is one link and no sentence points elsewhere.
  if (linked >= text.length * 0.9 && !isProse(text)) return "link to another article";
  return isBelow && wordCount(text) <= 12 ? "below the article" : null;
}
