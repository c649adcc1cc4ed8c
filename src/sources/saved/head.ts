// What stands before an article's first paragraph: address, date, byline, section label, title, subtitle.

import type { Published } from "../../model/dates.ts";
import type { KnownOutlet } from "../../model/outlet.ts";
import { bare } from "../lines/clean.ts";
import { dateLine } from "../lines/date-line.ts";
import { drop, type MarkedLine } from "../lines/marked.ts";
import { isHeadlineLike, isProse, isTerminated, wordCount } from "../lines/shape.ts";
import { outletByName } from "../outlets.ts";
import { readWrittenDate } from "../written-date.ts";

export interface Head {
  title: string | null;
  outlet: string | null;
  author: string | null;
  url: string | null;
  published: Published | null;
}

const LABELLED =
  /^(title|headline|url|link|source url|outlet|source|publisher|publication|site|author|date|published|updated|byline) ?: ?(\S.*)$/i;
const BYLINE = /^(?:by|written by|words by|story by) ([\p{Lu}][^.!?]{2,90})$/iu;
const REACH = 40;

/** Reads and marks address, date, byline and "Title: …" lines that stand before the line at `body` (or just below it). */
export function takeHeadLines(lines: MarkedLine[], body: number, outlets: readonly KnownOutlet[]): Head {
  const head: Head = { title: null, outlet: null, author: null, url: null, published: null };
  const dates: { rank: number; date: Published }[] = [];
  for (const line of lines.slice(Math.max(0, body - REACH), body + 3)) {
    if (line.why !== null) continue;
    const date = dateLine(line.text);
    if (date !== null) {
      dates.push({
        rank: /^\W*(?:last )?(?:updated|modified|edited)/i.test(line.text) ? 2 : /publ|post/i.test(line.text) ? 0 : 1,
        date,
      });
      drop(line, "date line");
    } else takeLabelled(line, head, outlets) || takeAddress(line, head) || takeByline(line, head);
  }
  // A date nearer to the text is the article's; one far above may be today's, printed by the site.
  dates.reverse().sort((a, b) => a.rank - b.rank);
  head.published ??= dates[0]?.date ?? null;
  return head;
}

function takeLabelled(line: MarkedLine, head: Head, outlets: readonly KnownOutlet[]): boolean {
  const match = line.text.length <= 400 ? LABELLED.exec(line.text) : null;
  if (match === null) return false;
  const value = match[2]!.trim();
  switch (match[1]!.toLowerCase()) {
    case "title":
    case "headline":
      head.title ??= value;
      break;
    case "url":
    case "link":
    case "source url":
      if (!/^https?:\/\//i.test(value)) return false;
      head.url ??= value;
      break;
    case "author":
    case "byline":
      head.author ??= value;
      break;
    case "date":
    case "published":
    case "updated": {
      const date = readWrittenDate(value);
      if (date === null) return false;
      head.published ??= date;
      break;
    }
    default:
      if (/^https?:\/\//i.test(value)) head.url ??= value;
      else head.outlet ??= outletByName(value, outlets)?.name ?? value;
  }
  drop(line, `${match[1]!.toLowerCase()} line`);
  return true;
}

function takeAddress(line: MarkedLine, head: Head): boolean {
  if (!/^<?https?:\/\/\S+$/i.test(line.text) || line.text.length > 2000) return false;
  head.url ??= line.text.replace(/^<|>$/g, "");
  line.why = "url line";
  return true;
}

function takeByline(line: MarkedLine, head: Head): boolean {
  const match = BYLINE.exec(line.text);
  if (match === null || wordCount(line.text) > 12) return false;
  head.author ??= match[1]!.replace(/[,|•·].*$/, "").trim();
  drop(line, "byline");
  return true;
}

/** Finds the title among the unmarked lines before `body`, and marks it wherever it is printed, with what stands around it. */
export function takeTitle(lines: MarkedLine[], body: number, head: Head): void {
  const before = lines.slice(Math.max(0, body - REACH), body).filter((line) => line.why === null);
  head.title = head.title?.replace(/^#{1,6} /, "") ?? chooseTitle(before);
  const key = head.title === null ? null : bare(head.title);
  let seen = false;
  for (const line of before) {
    if (key !== null && bare(line.text) === key) {
      drop(line, seen ? "title again" : "title");
      seen = true;
    } else if (!isProse(line.text) && !line.text.endsWith(":")) drop(line, seen ? "subtitle" : "section label");
  }
  let below = false;
  for (const line of lines.slice(body)) {
    if (key !== null && line.why === null && bare(line.text) === key) {
      drop(line, seen ? "title again" : "title");
      below = true;
    } else if (below && line.why === null) {
      if (!isProse(line.text) && isHeadlineLike(line.text)) drop(line, "subtitle");
      below = false;
    }
  }
}

/** The longest of the likely ones wins by a little, the one printed twice by more, the nearest to the text by least. */
function chooseTitle(before: readonly MarkedLine[]): string | null {
  const times = new Map<string, number>();
  for (const line of before) times.set(bare(line.text), (times.get(bare(line.text)) ?? 0) + 1);
  let best: string | null = null;
  let most = 0;
  for (const line of before) {
    if (!isHeadlineLike(line.text) || isProse(line.text)) continue;
    const words = wordCount(line.text);
    const score = Math.min(words, 10) + ((times.get(bare(line.text)) ?? 0) > 1 && words >= 4 ? 4 : 0);
    // The first of equals: a subtitle stands below its title.
    if (score > most) {
      most = score;
      best = line.text.replace(/^#{1,6} /, "");
    }
  }
  return best;
}

/** Where running text begins: the first unmarked line that ends as a sentence and is long enough for one. */
export function firstProse(lines: readonly MarkedLine[]): number {
  const at = lines.findIndex(
    (line) => line.why === null && isTerminated(line.text) && wordCount(line.text) >= 8 && !/[?!]$/.test(line.text),
  );
  return at < 0 ? lines.length : at;
}
