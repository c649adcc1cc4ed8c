// What a feed says, as the newsroom polls it.
import type { Published } from "../../model/dates.ts";

export interface FeedItem {
  /** What the feed knows the item by: its guid, id or address; null when it gives none. */
  readonly id: string | null;
  /** Plain text. */
  readonly title: string | null;
  /** Absolute http address, tracking and all; null when the item has none. */
  readonly url: string | null;
  readonly author: string | null;
  readonly published: Published;
  readonly updated: Published;
  /** HTML as the feed carries it, for `readPage`; null without. */
  readonly summary: string | null;
  readonly content: string | null;
}

export interface Feed {
  readonly title: string | null;
  /** The site's address. */
  readonly url: string | null;
  readonly language: string | null;
  readonly published: Published;
  readonly updated: Published;
  /** What the feed asks of its readers: minutes between visits, hours (0–23, UTC) and weekdays without any. */
  readonly ttlMinutes: number | null;
  readonly skipHours: readonly number[];
  readonly skipDays: readonly string[];
  readonly items: readonly FeedItem[];
  /** How many items it lists; `items` may hold only the first of them. */
  readonly listed: number;
}

export type FeedResult =
  | { readonly kind: "feed"; readonly feed: Feed }
  | { readonly kind: "refused"; readonly why: string };
