// What a document or body without a name of its own is called: as much of the article's words as says which one it is.
import type { Nominal } from "./mention.ts";

const LONGEST = 120;
/** No more of it is read: time stays linear. */
const READ = 400;

/** After a comma: figures, clauses and participles tell what it found, not which it is. */
const TELLS =
  /,\s+(?:\p{N}|(?:about|almost|around|at|fewer|just|less|more|most|nearly|only|over|roughly|some|who|which|that|where|when|whose|including|also|a|an|the|one)\s|(?!.*\s(?:by|for)\s)\p{Ll}+(?:ed|ing|wn|nt)\s).*$/u;
/** A verb of its own begins another clause: "Readers may not let editorials". */
const CLAUSE =
  /\s(?:may|might|will|can|cannot|must|should|could|would|has|have|had|is|are|was|were|do|does|did|overruled|references)(?:\s.*)?$/u;
/** "poll out", "report issued", "survey released last Thursday": that it came out says nothing; by whom, or for whom, does. */
const CAME_OUT =
  /\s(?:just\s+)?(?:out|released|issued|published|conducted|posted|taken|made|obtained|filed|dated)(?:\s+(?!(?:[^,]*\s)?(?:by|for|with|to|as|of|among|on the)\s)[^,]*)?$/u;
const RELATIVE = /\s(?:who|which|that|whose|where|in which)\s/u;

/** Verbatim words of the article, without those that only tell more about it. */
export function calledBy(head: Nominal): string {
  let words = head.whole.slice(0, READ);
  const end = words.search(RELATIVE);
  // A clause that says which one it is keeps its verb.
  const own = end < 0 ? words : words.slice(0, end);
  if (CLAUSE.test(own)) words = own.replace(CLAUSE, "");
  words = words
    .replace(TELLS, "")
    .replace(CAME_OUT, "")
    .replace(/[\s,;:—–-]+$/u, "");
  if (words === "") return head.phrase;
  return words.length > LONGEST ? head.phrase : words;
}
