// Finds the feeds of a site by the links its pages carry.
import { absoluteAddress } from "../address.ts";
import { cleanLine } from "../lines/clean.ts";
import { parsePage } from "../page/dom.ts";

export interface FoundFeed {
  readonly url: string;
  readonly title: string | null;
}

const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)/i;
const MOST_FOUND = 20;

/** The feeds a page announces, in its order, feeds of comments last. `url`: the page's own address. Never throws. */
export function findFeeds(html: string, url: string): FoundFeed[] {
  const found = new Map<string, FoundFeed>();
  try {
    for (const link of parsePage(html.slice(0, 1_000_000)).querySelectorAll('link[rel~="alternate"][href]')) {
      if (!FEED_TYPES.test(link.getAttribute("type") ?? "")) continue;
      const address = absoluteAddress(link.getAttribute("href") ?? "", url);
      const title = cleanLine(link.getAttribute("title") ?? "").slice(0, 200);
      if (address !== null && !found.has(address)) found.set(address, { url: address, title: title || null });
      if (found.size >= MOST_FOUND) break;
    }
  } catch {
    // What cannot be parsed announces nothing.
    return [];
  }
  const isComments = (feed: FoundFeed): number => Number(/comments/i.test(`${feed.url} ${feed.title ?? ""}`));
  return [...found.values()].sort((a, b) => isComments(a) - isComments(b));
}

/** Where feeds usually are on a site that announces none, likeliest first. */
export function usualFeedAddresses(url: string): string[] {
  return ["/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feeds/all.rss"].flatMap(
    (path) => absoluteAddress(path, url) ?? [],
  );
}
