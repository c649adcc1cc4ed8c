// Clutter that only its neighbours give away: link blocks, caption leads, lists at the end, things printed twice.
import { bare } from "./clean.ts";
import { drop, type MarkedLine } from "./marked.ts";
import { LIST_HEADING } from "./rules.ts";
import { isHeadlineLike, isProse, isTerminated, wordCount } from "./shape.ts";

const READ_MORE = /^\W*(?:read more|read also|also read|see also|related|more|watch|don['’]t miss)\W*$/i;

/** "Read more", perhaps a picture with its caption, then the other article's headline: all one block. */
export function markLinkBlocks(lines: MarkedLine[]): void {
  for (let i = 0; i < lines.length; i++) {
    if (!READ_MORE.test(lines[i]!.text) || lines[i]!.text.length > 60) continue;
    drop(lines[i]!, "call to action");
    for (let j = i + 1; j < Math.min(lines.length, i + 5); j++) {
      const line = lines[j]!;
      if (line.why !== null && line.why !== "photo caption" && line.why !== "link to another article") break;
      if (line.why === null && !isHeadlineLike(line.text)) break;
      const isCaption = line.why === "photo caption";
      drop(line, "link to another article");
      if (!isCaption) break;
    }
  }
}

/** Words that make a short line a sentence rather than a picture's name. */
const SENTENCE_WORDS =
  /^(?:he|she|it|they|we|i|you|that|this|there|but|and|so|no|yes)\b|\b(?:is|are|was|were|did|does|do|had|has|have|will|would|said|says|told|won|lost|came|went|agreed|declined)\b/i;

/** A name alone above a captioned picture ("Vladimir Putin.") is that picture's short caption. */
export function markCaptionLeads(lines: MarkedLine[]): void {
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (
      next?.why === "photo caption" &&
      line.why === null &&
      wordCount(line.text) <= 6 &&
      !SENTENCE_WORDS.test(line.text) &&
      /^[\p{Lu}\d]/u.test(line.text)
    ) {
      drop(line, "photo caption");
    }
  }
}

/** After a heading such as "Most popular" everything that is not running text belongs to its list. */
export function markLists(lines: MarkedLine[]): void {
  let inList = false;
  for (const line of lines) {
    if (line.text.length <= 60 && LIST_HEADING.test(line.text)) {
      inList = true;
      drop(line, "list of other articles");
    } else if (line.why === null && isProse(line.text) && wordCount(line.text) >= 12) inList = false;
    else if (inList && line.why === null) drop(line, "list of other articles");
  }
}

/** A line printed before counts once; a teaser that a later paragraph begins with gives way to that paragraph. */
export function markRepeats(lines: MarkedLine[]): void {
  const seen = new Set<string>();
  const beginnings = new Map<string, MarkedLine>();
  for (const line of lines) {
    if (line.why !== null) continue;
    const key = bare(line.text);
    if (wordCount(line.text) >= 4 && seen.has(key)) drop(line, "printed before");
    seen.add(key);
    const start = key.slice(0, 60);
    const teaser = beginnings.get(start);
    if (start.length === 60 && teaser !== undefined && teaser.why === null && line.why === null) {
      const cut = bare(teaser.text.replace(/(?:\.\.\.|…)\W*$/, ""));
      if (cut.length < key.length && key.startsWith(cut)) drop(teaser, "teaser");
    }
    beginnings.set(start, line);
  }
}

/** Headlines among the paragraphs, and leftovers below the last one. A list that a colon announces is body. */
export function markLooseLines(lines: MarkedLine[]): void {
  const isText = (line: MarkedLine | undefined): boolean =>
    line !== undefined && line.why === null && isProse(line.text);
  let lastText = -1;
  for (const [i, line] of lines.entries()) if (isText(line)) lastText = i;
  let announced = false;
  let before: MarkedLine | undefined;
  for (const [i, line] of lines.entries()) {
    if (line.why !== null) continue;
    const loose = !isTerminated(line.text) && isHeadlineLike(line.text) && wordCount(line.text) <= 24;
    if (!loose) announced = /[:：]["”]?$/.test(line.text);
    else if (!announced && i > lastText) drop(line, "below the article");
    else if (!announced && isText(before) && !/^[-•*–\d“"]/.test(line.text)) {
      const after = lines.slice(i + 1, i + 4).find((next) => next.why === null);
      if (isText(after)) drop(line, "headline in the text");
    }
    before = line;
  }
}
