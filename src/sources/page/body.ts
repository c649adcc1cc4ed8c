// The article's paragraphs on a page: Readability finds the place, the line rules clear what sites print inside it.
import { Readability } from "@mozilla/readability";
import { bare, cleanLine } from "../lines/clean.ts";
import { clutterRule, LIST_HEADING } from "../lines/rules.ts";
import { isProse, wordCount } from "../lines/shape.ts";
import type { DroppedLine } from "../result.ts";
import { type TextBlock, textBlocks } from "./blocks.ts";
import { type DomDocument, type DomElement, parsePage } from "./dom.ts";
import { removeFurniture } from "./furniture.ts";

export interface PageBody {
  readonly paragraphs: readonly string[];
  readonly dropped: readonly DroppedLine[];
  /** Readability's own reading of title and byline, for want of better. */
  readonly title: string | null;
  readonly byline: string | null;
}

/** Most elements Readability looks at: beyond, a page is no article. */
const MOST_ELEMENTS = 60_000;

/** Reads the body; changes the document. Null when Readability finds no article. */
export function pageBody(document: DomDocument, titles: readonly string[]): PageBody | null {
  const article = new Readability(document as never, {
    keepClasses: true,
    maxElemsToParse: MOST_ELEMENTS,
    charThreshold: 300,
    serializer: (node: unknown) => node as never,
  }).parse() as { content?: unknown; title?: string; byline?: string } | null;
  const content = article?.content as DomElement | undefined;
  if (article === null || content === undefined) return null;
  removeFurniture(content);
  const blocks = textBlocks(content).map((block) => ({ ...block, text: cleanLine(block.text) }));
  return { ...keepBody(blocks, titles), title: article.title ?? null, byline: article.byline ?? null };
}

/** Parses the blocks of a piece of HTML, such as an article's text in a feed. */
export function fragmentBlocks(html: string): TextBlock[] {
  return textBlocks(parsePage(html).body);
}

/** Sorts blocks into paragraphs and clutter. */
export function keepBody(blocks: readonly TextBlock[], titles: readonly string[]): Pick<PageBody, "paragraphs" | "dropped"> {
  const paragraphs: string[] = [];
  const dropped: DroppedLine[] = [];
  const seen = new Set(titles.map(bare));
  let lastProse = -1;
  for (const [i, block] of blocks.entries()) if (isProse(block.text)) lastProse = i;
  for (const [i, block] of blocks.entries()) {
    const why = whyDropped(block, seen, i > lastProse);
    if (why === null) paragraphs.push(block.text);
    else if (block.text !== "") dropped.push({ line: block.text, why });
    if (wordCount(block.text) >= 4) seen.add(bare(block.text));
  }
  return { paragraphs, dropped };
}

function whyDropped(block: TextBlock, seen: ReadonlySet<string>, isBelow: boolean): string | null {
  const { text, tag } = block;
  if (text === "") return "no words";
  if (tag === "figcaption" || tag === "caption") return "photo caption";
  const rule = clutterRule(text);
  if (rule !== null) return rule.why;
  if (LIST_HEADING.test(text)) return "list of other articles";
  if (seen.has(bare(text))) return "printed before";
  // A line that is one link and no sentence points elsewhere.
  if (block.linked >= text.length * 0.9 && !isProse(text)) return "link to another article";
  if (isBelow && wordCount(text) <= 12) return "below the article";
  return null;
}
