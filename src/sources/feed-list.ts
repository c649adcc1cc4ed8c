// OPML, the exchange format of feed lists: in and out.
import { generateOpml, parseOpml } from "feedsmith";

export interface ListedFeed {
  /** The outlet's name as the list gives it. */
  readonly outlet: string;
  readonly url: string;
}

interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

export interface FeedList {
  readonly feeds: readonly ListedFeed[];
  /** Addresses in it that are none of the web's, as they stand there. */
  readonly refused: readonly string[];
}

const MOST_FEEDS = 10_000;

/** The feeds of an OPML file, folders flattened, each address once; null when the text is no OPML. */
export function readFeedList(text: string): FeedList | null {
  let outlines: readonly Outline[];
  try {
    outlines = (parseOpml(text) as { body?: { outlines?: readonly Outline[] } }).body?.outlines ?? [];
  } catch {
    return null;
  }
  const feeds = new Map<string, ListedFeed>();
  const refused: string[] = [];
  const queue: Outline[] = [...outlines];
  for (let i = 0; i < queue.length && feeds.size < MOST_FEEDS; i++) {
    const outline = queue[i]!;
    queue.push(...(outline.outlines ?? []));
    const url = outline.xmlUrl?.trim();
    if (url === undefined || url === "") continue;
    if (!/^https?:\/\/\S+$/i.test(url) || !URL.canParse(url)) {
      refused.push(url);
      continue;
    }
    const outlet = (outline.title ?? outline.text ?? "").trim() || new URL(url).hostname;
    if (!feeds.has(url)) feeds.set(url, { outlet, url });
  }
  return { feeds: [...feeds.values()], refused };
}

/** An OPML file of these feeds. */
export function writeFeedList(feeds: readonly ListedFeed[], title: string): string {
  return generateOpml({
    head: { title },
    body: { outlines: feeds.map(({ outlet, url }) => ({ text: outlet, title: outlet, type: "rss", xmlUrl: url })) },
  });
}
