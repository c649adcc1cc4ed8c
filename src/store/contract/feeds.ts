// What the store promises about Feeds: what is polled when, and which items were seen.

export interface FeedRow {
  readonly id: number;
  readonly url: string;
  readonly outlet: string | null;
  readonly state: "active" | "paused" | "removed";
  /** Where it comes from: the operator's file, or a command. */
  readonly origin: "file" | "command";
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** ISO instants. */
  readonly nextPoll: string;
  readonly lastFetched: string | null;
  readonly lastNew: string | null;
  /** Polls that failed in a row, and what went wrong last. */
  readonly errors: number;
  readonly lastError: string | null;
  /** Items ever taken from it. */
  readonly items: number;
}

/** What one poll found. Fields left out stay as they are. */
export interface PollOutcome {
  readonly nextPoll: Temporal.Instant;
  /** Null: it went well. */
  readonly error: string | null;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** A permanent redirect's target. */
  readonly url?: string;
  /** New items taken. */
  readonly newItems?: number;
  /** 410 Gone and the like: no more polls. */
  readonly state?: "active" | "paused" | "removed";
}

export interface FeedStore {
  /** Makes the operator's file the store's: adds new ones (due at once), updates outlets, removes those gone from it; commands' own stay. */
  sync(
    feeds: readonly { readonly url: string; readonly outlet: string | null }[],
    now: Temporal.Instant,
  ): Promise<void>;
  /** The row as it is when the url is held already; a removed one comes back. */
  add(url: string, outlet: string | null, now: Temporal.Instant): Promise<FeedRow>;
  byId(id: number): Promise<FeedRow | null>;
  byUrl(url: string): Promise<FeedRow | null>;
  /** All but removed, by outlet then url. */
  list(): Promise<readonly FeedRow[]>;
  setState(id: number, state: "active" | "paused" | "removed", now: Temporal.Instant): Promise<boolean>;
  /** Active feeds due at or before now and leased to nobody, longest due first; now leased to the owner. */
  claim(owner: string, now: Temporal.Instant, leaseMs: number, limit: number): Promise<readonly FeedRow[]>;
  /** Ends a poll and its lease; false when the lease was lost. */
  finish(id: number, owner: string, outcome: PollOutcome, now: Temporal.Instant): Promise<boolean>;
  /** On shutdown. */
  release(owner: string): Promise<number>;
  /** Which of these item keys (guid or address) were never marked seen for this feed, in the given order. */
  unseen(feed: number, keys: readonly string[]): Promise<readonly string[]>;
  markSeen(feed: number, keys: readonly string[], now: Temporal.Instant): Promise<void>;
  /** Forgets keys last seen before then. Returns how many. */
  forgetSeen(before: Temporal.Instant): Promise<number>;
  nextPoll(): Promise<string | null>;
}
