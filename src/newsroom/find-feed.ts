// Finds the feed behind what an operator typed: the address itself, what the page names, or the usual places.
import type { Feed } from "../sources/feed/feed.ts";
import type { OpenNewsroom } from "./reading.ts";

/** `why`: one sentence for the operator. */
export type FoundFeed =
  | { readonly kind: "feed"; readonly url: string; readonly feed: Feed }
  | { readonly kind: "none"; readonly why: string };

const USUAL_PATHS = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml"];
const MOST_TRIED = 8;
const FEED_LINK = /<link\b[^>]{0,1000}>/gi;
const FEED_TYPE = /\btype\s*=\s*["']?application\/(?:rss|atom|feed)\+(?:xml|json)/i;

/** Looks for a feed at an address or on a site ("bbc.com" works too). Expected failures are results. */
export async function findFeed(room: OpenNewsroom, typed: string, now: Temporal.Instant): Promise<FoundFeed> {
  const start = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(start)) return { kind: "none", why: "That is no address." };
  const fetched = await room.fetcher.fetch(start, { for: "feed" }, now);
  if (fetched.kind === "refused" || fetched.kind === "later") return { kind: "none", why: fetched.why };
  if (fetched.kind === "unchanged") return { kind: "none", why: "The site says that nothing changed." };
  const html = new TextDecoder().decode(fetched.bytes.subarray(0, 500_000));
  const read = await room.backRoom.readFeed(fetched.bytes, fetched.headers, fetched.url);
  if (read.kind === "feed") return { kind: "feed", url: fetched.movedTo ?? fetched.url, feed: read.feed };
  const named = linksIn(html, fetched.url);
  const usual = USUAL_PATHS.map((path) => new URL(path, fetched.url).href);
  for (const url of [...new Set([...named, ...usual])].slice(0, MOST_TRIED)) {
    const tried = await room.fetcher.fetch(url, { for: "feed" }, now);
    if (tried.kind !== "fetched") continue;
    const feed = await room.backRoom.readFeed(tried.bytes, tried.headers, tried.url);
    if (feed.kind === "feed") return { kind: "feed", url: tried.movedTo ?? tried.url, feed: feed.feed };
  }
  return { kind: "none", why: "No feed was found there. Give the feed's own address." };
}

/** The feeds a page names in its head, absolute. */
function linksIn(html: string, base: string): readonly string[] {
  return [...html.matchAll(FEED_LINK)]
    .map(([tag]) => tag)
    .filter((tag) => FEED_TYPE.test(tag))
    .flatMap((tag) => {
      const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
      const value = href?.[1] ?? href?.[2] ?? href?.[3];
      return value !== undefined && URL.canParse(value, base) ? [new URL(value, base).href] : [];
    });
}
