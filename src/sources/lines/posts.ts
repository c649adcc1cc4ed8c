// Embedded posts in a text: a signature line, "— Name (@handle) November 17, 2021", owns the words before it.
import type { EmbeddedPost } from "../../model/article.ts";
import { readWrittenDate, UNKNOWN_DATE } from "../written-date.ts";
import { drop, type MarkedLine } from "./marked.ts";

const SIGNATURE = /(?:^|\s)(?:—|–|--|―|&mdash;) ?([^()—]{1,80}?) ?\(@(\w{1,30})\)[ ·,]*([\p{L}\d.,: ]{0,40})$/u;
const LONGEST_POST = 1200;

/** Takes the posts out of `lines` (marking theirs) and returns them in order. */
export function takePosts(lines: MarkedLine[]): EmbeddedPost[] {
  const posts: EmbeddedPost[] = [];
  for (const [i, line] of lines.entries()) {
    const signature = line.text.length <= LONGEST_POST + 200 ? SIGNATURE.exec(line.text) : null;
    if (signature === null || line.why !== null) continue;
    const own = line.text.slice(0, signature.index).trim();
    const words = own === "" ? linesAbove(lines, i) : [];
    const text = own === "" ? words.map((word) => word.text).join("\n") : own;
    drop(line, "embedded post");
    for (const word of words) drop(word, "embedded post");
    if (text === "") continue;
    posts.push({
      author: signature[1]!.trim() || null,
      handle: signature[2]!,
      published: readWrittenDate(signature[3]!) ?? UNKNOWN_DATE,
      text,
    });
  }
  return posts;
}

/**
 * The lines a signature owns: the one above, and further ones only where they plainly belong to the same post (an
 * address, a tag or mention, a thread's number), since a post taken too long would swallow the article's own words.
 */
function linesAbove(lines: readonly MarkedLine[], signature: number): MarkedLine[] {
  const own: MarkedLine[] = [];
  for (let i = signature - 1; i >= 0; i--) {
    const line = lines[i]!;
    if (line.why === "embedded post" || line.text.length > LONGEST_POST) break;
    const isAttachment = /^(?:@\w|#\w|https?:|pic\.twitter|t\.co\/)/.test(line.text);
    own.unshift(line);
    const above = lines[i - 1];
    const goesOn = isAttachment || /^(?:\(?\d{1,2}[/)]|[\p{Ll}\p{Extended_Pictographic}])/u.test(line.text);
    if (!goesOn || above === undefined || above.why !== null) break;
  }
  return own;
}
