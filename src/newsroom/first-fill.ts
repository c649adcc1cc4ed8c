// How far a first fill has come: feeds that were never fetched before, and the articles they brought.
import type { FeedRow } from "../store/contract/feeds.ts";

/** `feeds` of `all` are done. */
export interface Fill {
  readonly feeds: number;
  readonly all: number;
  readonly articles: number;
  /** Worth a line in a log: every tenth of the way, and the end. */
  readonly isMilestone: boolean;
}

export interface FirstFill {
  /** Counts a feed that was just polled; null when it is not its first time. */
  count(feed: FeedRow, newItems: number): Fill | null;
}

/** `feeds`: as they are before the first round. */
export function createFirstFill(feeds: readonly FeedRow[]): FirstFill {
  const waiting = new Set(
    feeds.filter(({ state, lastFetched }) => state === "active" && lastFetched === null).map(({ id }) => id),
  );
  const all = waiting.size;
  let articles = 0;
  return {
    count({ id }, newItems) {
      if (!waiting.delete(id)) return null;
      articles += newItems;
      const done = all - waiting.size;
      const isMilestone = Math.floor((done * 10) / all) > Math.floor(((done - 1) * 10) / all);
      return { feeds: done, all, articles, isMilestone };
    },
  };
}

/** "first fill: 12 of 51 feeds, 340 articles" */
export function fillLine({ feeds, all, articles }: Fill): string {
  return `first fill: ${feeds} of ${all} feeds, ${articles} ${articles === 1 ? "article" : "articles"}`;
}

const BAR_WIDTH = 30;

/** The same as a bar that draws over itself on a terminal; the last one ends its line. */
export function fillBar(fill: Fill): string {
  const full = Math.round((fill.feeds / fill.all) * BAR_WIDTH);
  const bar = "█".repeat(full) + "░".repeat(BAR_WIDTH - full);
  return `\r\u001b[K${bar} ${fillLine(fill)}${fill.feeds === fill.all ? "\n" : ""}`;
}
