// Links to an article, and to the very sentence in it.
import type { Inline } from "../model/post.ts";

/** Words at each end of a longer passage: enough to be found once in a page. */
const END_WORDS = 5;
/** A passage this short is given whole. */
const WHOLE_WORDS = 8;

/** What an outlet's name needs to become a link. */
export interface Linked {
  readonly outlet: string | null;
  readonly url: string | null;
}

/**
 * The article's address with a text fragment (WICG Scroll to Text Fragment) that marks the passage; the plain address
 * where no passage is given; null where there is no web address.
 */
export function hrefOf(url: string | null, passage?: string | null): string | null {
  if (url === null || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const words = (passage ?? "").trim().split(/\s+/).filter(Boolean);
  if (words.length < 2) return url;
  const whole = words.length <= WHOLE_WORDS;
  const directive = whole ? encode(words) : `${encode(words.slice(0, END_WORDS))},${encode(words.slice(-END_WORDS))}`;
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${directive}`;
}

/** Percent-encoding as text fragments want it: "-" and "," mean something in them. Lone surrogates cannot be encoded. */
function encode(words: readonly string[]): string {
  return encodeURIComponent(words.join(" ").toWellFormed()).replaceAll("-", "%2D");
}

/** The outlet's name, linked to the article or to a passage of it. */
export function outletLink(report: Linked, passage?: string | null): Inline {
  const href = hrefOf(report.url, passage);
  const text = report.outlet ?? "outlet unknown";
  return href === null ? { text } : { text, href };
}

/** Spans with a separator between them. */
export function joined(items: readonly (readonly Inline[])[], separator: string): readonly Inline[] {
  return items.flatMap((spans, index) => (index === 0 ? spans : [{ text: separator }, ...spans]));
}

const NUMBER = new Intl.NumberFormat("en");

/** "1 outlet", "3 outlets". */
export function counted(number: number, noun: string): string {
  return `${NUMBER.format(number)} ${noun}${number === 1 ? "" : "s"}`;
}
