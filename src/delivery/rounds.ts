// The rounds of delivery: what is due is planned and sent once a minute, and sooner where a try is due sooner.
import type { Digest } from "../model/digest.ts";
import type { Log } from "../model/log.ts";
import { type Metrics, UNCOUNTED } from "../model/metrics.ts";
import type { Store } from "../store/store.ts";
import type { Courier } from "./courier.ts";
import { planDue } from "./planner.ts";

export interface RoundsOptions {
  readonly store: Store;
  readonly digests: readonly Digest[];
  readonly courier: Courier;
  readonly log: Log;
  readonly metrics?: Metrics;
  readonly now: () => Temporal.Instant;
}

export interface Rounds {
  /** Plans what is due, then sends. A sending that takes long holds up no planning: the next tick plans beside it. */
  tick(): Promise<void>;
  /** Ends in order: the Parts under way are finished. */
  stop(): Promise<void>;
}

/** The next tick comes by itself after this long; nothing sooner than a second is waited for. */
const TICK_MS = 60_000;
const SOONEST_MS = 1_000;

/** Deliveries that ended, and editions nobody refers to any more, are kept for `/why` this long. */
const KEPT_DAYS = 30;
const PRUNED_EVERY_HOURS = 24;
/** Telegram brings an unconfirmed update again for a day; a button pressed after a season may have to be asked anew. */
const CLAIMS_KEPT_MS = 3 * 86_400_000;
const NOTES_KEPT_MS = 90 * 86_400_000;

/** Rounds over one store. Errors are logged, and the next tick tries again. */
export function createRounds(options: RoundsOptions): Rounds {
  const { store, digests, courier, log, metrics = UNCOUNTED, now } = options;
  let planning: Promise<void> | null = null;
  let soon: NodeJS.Timeout | undefined;
  let pruned: Temporal.Instant | null = null;
  let stopped = false;
  const ticks = new Set<Promise<void>>();

  const plan = async (): Promise<void> => {
    const { planned, skipped } = await planDue({ store, digests, log }, now());
    metrics.planned(planned, skipped);
    if (planned + skipped > 0) log.info({ planned, skipped }, "digests were planned");
  };

  /** Several processes may do so at once: what is gone is gone. */
  const prune = async (): Promise<void> => {
    if (stopped || (pruned !== null && now().since(pruned).total("hours") < PRUNED_EVERY_HOURS)) return;
    pruned = now();
    const gone = await store.deliveries.prune(pruned.subtract({ hours: KEPT_DAYS * 24 }));
    if (gone > 0) log.info({ deliveries: gone }, "old deliveries were forgotten");
    await store.claims.forget(CLAIMS_KEPT_MS);
    await store.notes.forget(NOTES_KEPT_MS);
  };

  const send = async (): Promise<void> => {
    const ended = await courier.run();
    if (ended > 0) log.info({ ended }, "digests went out");
    await sendSoon();
  };

  /** A retry in five seconds need not wait for the minute. What is overdue already waits for something else. */
  const sendSoon = async (): Promise<void> => {
    const next = stopped ? null : await store.deliveries.nextWork();
    if (next === null) return;
    const wait = Temporal.Instant.from(next).since(now()).total("milliseconds");
    if (wait <= 0 || wait >= TICK_MS) return;
    clearTimeout(soon);
    if (!stopped) soon = setTimeout(() => void safely(send), Math.max(SOONEST_MS, wait)).unref();
  };

  const safely = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error({ err: error }, "a round of deliveries failed");
    }
  };

  const round = async (): Promise<void> => {
    planning ??= safely(plan).finally(() => {
      planning = null;
    });
    // What a crash left half sent cannot wait for the composing: a nonce is forgotten within minutes.
    await Promise.all([safely(send), planning]);
    await safely(send);
    await safely(prune);
  };

  return {
    async tick() {
      if (stopped) return;
      const tick = round().finally(() => ticks.delete(tick));
      ticks.add(tick);
      await tick;
    },
    async stop() {
      stopped = true;
      clearTimeout(soon);
      await courier.stop();
      await Promise.all(ticks);
    },
  };
}
