// News comes in: feeds that are due are fetched, their unseen items read and taken in, and their next visit set.
import { randomUUID } from "node:crypto";
import type { Log } from "../model/log.ts";
import { type Metrics, type PollKind, UNCOUNTED } from "../model/metrics.ts";
import type { Feed } from "../sources/feed/feed.ts";
import { backoffMinutes } from "../sources/fetch/backoff.ts";
import type { FetchOutcome } from "../sources/fetch/outcome.ts";
import type { FeedRow, PollOutcome } from "../store/contract/feeds.ts";
import { takeItems } from "./feed-items.ts";
import type { OpenNewsroom } from "./reading.ts";

export interface PollerOptions {
  readonly room: OpenNewsroom;
  readonly log: Log;
  readonly metrics?: Metrics;
  /** Names this process in leases. */
  readonly owner: string;
  readonly now: () => Temporal.Instant;
  /** 0 up to 1: spreads retries. */
  readonly random?: () => number;
  /** Told after each feed, for a long first fill. */
  readonly onProgress?: (progress: { readonly feed: FeedRow; readonly newItems: number }) => void;
}

export interface Poller {
  /** Polls every feed that is due; resolves to the number of new articles. A run under way is joined, not doubled. Never throws. */
  run(): Promise<number>;
  /** Ends after the feeds under way, and gives back the rest. */
  stop(): Promise<void>;
}

const LEASE_MS = 10 * 60_000;
const AT_ONCE = 20;
/** Items last seen in a feed longer ago than this are forgotten. */
const REMEMBERED_DAYS = 60;
const SHORTEST_MINUTES = 15;
const LONGEST_MINUTES = 6 * 60;
/** A feed that fails this often in a row is still asked, once a day; its health shows in /feeds. */
const QUIETS_AFTER = 2;

/** A poller over the store's feeds. */
export function createPoller(options: PollerOptions): Poller {
  const { room, log, metrics = UNCOUNTED, owner, now } = options;
  const { feeds } = room.store;
  let stopping = false;
  let running: Promise<number> | null = null;
  let tidied: Temporal.Instant | null = null;

  const pollSafely = async (feed: FeedRow): Promise<number> => {
    try {
      const { kind, newItems } = await pollOne(options, feed, () => stopping);
      metrics.poll(kind, newItems);
      return newItems;
    } catch (error) {
      log.error({ err: error, feed: feed.url }, "a poll failed");
      metrics.poll("failed", 0);
      return 0;
    }
  };

  const work = async (): Promise<number> => {
    const underWay = new Set<Promise<void>>();
    let taken = 0;
    for (;;) {
      const room = AT_ONCE - underWay.size;
      const claimed = stopping || room <= 0 ? [] : await feeds.claim(owner, now(), LEASE_MS, room);
      for (const feed of claimed) {
        const one = log
          .within(`poll:${randomUUID().slice(0, 8)}`, () => pollSafely(feed))
          .then((count) => {
            taken += count;
          })
          .finally(() => underWay.delete(one));
        underWay.add(one);
      }
      if (underWay.size === 0) return taken;
      await Promise.race(underWay);
    }
  };

  /** Once a day, what no feed has shown for long is forgotten: it will not come again. */
  const tidy = async (): Promise<void> => {
    if (tidied !== null && now().since(tidied).total("hours") < 24) return;
    tidied = now();
    await feeds.forgetSeen(now().subtract({ hours: 24 * REMEMBERED_DAYS }));
  };

  return {
    run() {
      running ??= tidy()
        .then(work)
        .catch((error: unknown) => {
          log.error({ err: error }, "a round of feeds failed");
          return 0;
        })
        .finally(() => {
          running = null;
        });
      return running;
    },
    async stop() {
      stopping = true;
      await running;
      await feeds.release(owner);
    },
  };
}

/** Fetches, reads and takes in one feed. */
async function pollOne(options: PollerOptions, row: FeedRow, isStopping: () => boolean): Promise<Judged> {
  const { room, owner, now, log, onProgress } = options;
  const validators = { etag: row.etag, lastModified: row.lastModified };
  const fetched = await room.fetcher.fetch(row.url, { for: "feed", validators }, now());
  const verdict = await judged(options, row, fetched, isStopping);
  const { kind, outcome, newItems } = verdict;
  await room.store.feeds.finish(row.id, owner, outcome, now());
  if (outcome.error !== null && row.errors < QUIETS_AFTER)
    log.warn({ feed: row.url, why: outcome.error }, "a feed was not read");
  log.debug({ feed: row.url, kind, newItems }, "a feed was polled");
  onProgress?.({ feed: row, newItems });
  return verdict;
}

interface Judged {
  readonly kind: PollKind;
  readonly outcome: PollOutcome;
  readonly newItems: number;
}

async function judged(
  options: PollerOptions,
  row: FeedRow,
  fetched: FetchOutcome,
  isStopping: () => boolean,
): Promise<Judged> {
  const { room, now } = options;
  switch (fetched.kind) {
    case "later": {
      // A host that asks for a pause gets it; one that goes on failing is asked less and less often.
      const nextPoll = latest(Temporal.Instant.from(fetched.retryAt), afterError(options, row));
      return { kind: "later", outcome: { nextPoll, error: fetched.why }, newItems: 0 };
    }
    case "refused": {
      const state = fetched.reason === "gone" ? { state: "paused" as const } : {};
      return {
        kind: "refused",
        // Wherever it says that it has moved: an address that gives no feed is not taken for it.
        outcome: { nextPoll: afterError(options, row), error: fetched.why, ...state },
        newItems: 0,
      };
    }
    case "unchanged":
      return {
        kind: "unchanged",
        outcome: { nextPoll: nextVisit(row, null, 0, now()), error: null, ...moved(fetched) },
        newItems: 0,
      };
    case "fetched": {
      const read = await room.backRoom.readFeed(fetched.bytes, fetched.headers, fetched.url);
      if (read.kind === "refused")
        return { kind: "unreadable", outcome: { nextPoll: afterError(options, row), error: read.why }, newItems: 0 };
      const { taken: newItems, isComplete } = await takeItems(room, row, read.feed, options, isStopping);
      // With items left to read, "not changed" would be the wrong answer next time: the feed is asked for whole.
      const validators = isComplete ? fetched.validators : { etag: null, lastModified: null };
      return {
        kind: newItems > 0 ? "news" : "unchanged",
        outcome: {
          nextPoll: nextVisit(row, read.feed, newItems, now()),
          error: null,
          newItems,
          etag: validators.etag,
          lastModified: validators.lastModified,
          ...moved(fetched),
        },
        newItems,
      };
    }
  }
}

function moved({ movedTo }: { readonly movedTo: string | null }): { readonly url?: string } {
  return movedTo === null ? {} : { url: movedTo };
}

function afterError({ now, random = Math.random }: PollerOptions, row: FeedRow): Temporal.Instant {
  return now().add({ seconds: Math.round(backoffMinutes(row.errors + 1, random) * 60) });
}

function latest(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}

/** An eighth of the time since something new came, within bounds, never sooner than the feed asks for. */
function nextVisit(row: FeedRow, feed: Feed | null, newItems: number, now: Temporal.Instant): Temporal.Instant {
  const quiet =
    newItems > 0 || row.lastNew === null ? 0 : now.since(Temporal.Instant.from(row.lastNew)).total("minutes");
  const own = Math.min(LONGEST_MINUTES, Math.max(SHORTEST_MINUTES, quiet / 8));
  const asked = Math.min(24 * 60, feed?.ttlMinutes ?? 0);
  let next = now.add({ seconds: Math.round(Math.max(own, asked) * 60) });
  const skipped = feed?.skipHours ?? [];
  for (let hours = 0; hours < 24 && skipped.includes(next.toZonedDateTimeISO("UTC").hour); hours++)
    next = next.add({ hours: 1 });
  return next;
}
