// Takes planned deliveries to their chats: so many at once on each platform, so that nobody waits for another's.
import type { PlatformName } from "../model/chat.ts";
import type { Log } from "../model/log.ts";
import type { Messenger } from "../model/messenger.ts";
import { type Metrics, UNCOUNTED } from "../model/metrics.ts";
import type { Part } from "../model/post.ts";
import type { Store } from "../store/store.ts";
import type { LostTopics } from "./lost-topics.ts";
import { CLAIM_LEASE_MS, deliver, type Trip } from "./trip.ts";

export interface CourierOptions {
  readonly store: Store;
  readonly messengers: readonly Messenger[];
  readonly lostTopics: LostTopics;
  readonly log: Log;
  readonly metrics?: Metrics;
  /** Names this process in leases: unlike any other's. */
  readonly owner: string;
  readonly now: () => Temporal.Instant;
}

export interface Courier {
  /** Sends what is due until nothing can be claimed. Resolves to the number of deliveries ended (sent, refused, in doubt). */
  run(): Promise<number>;
  /** Lets the Parts under way finish, gives back the rest. */
  stop(): Promise<void>;
}

/** Under way at once on one platform: more than its limits let through while each waits for an answer. */
const AT_ONCE = 50;
const EDITIONS_KEPT = 100;

/** A courier for the given messengers; other platforms' deliveries are left for whoever has them. */
export function createCourier(options: CourierOptions): Courier {
  const { store, messengers, lostTopics, owner, now } = options;
  let stopping = false;
  let asked = false;
  let running: Promise<number> | null = null;

  /** Rounds until none was asked for while one was going on. */
  const rounds = async (): Promise<number> => {
    let ended = 0;
    while (asked && !stopping) {
      asked = false;
      const counts = await Promise.all(messengers.map((messenger) => sendAll(options, messenger, () => stopping)));
      ended += counts.reduce((sum, count) => sum + count, 0);
      await lostTopics.tell(messengers, now());
    }
    return ended;
  };

  return {
    run() {
      asked = true;
      running ??= rounds().finally(() => {
        running = null;
      });
      return running;
    },
    async stop() {
      stopping = true;
      await running;
      await store.deliveries.release(owner, now());
    },
  };
}

/**
 * Editions split into a platform's messages, the last few kept: thousands share one, and what is worked out between
 * the note that a request leaves and the request itself is time in which a crash leaves a doubt.
 */
function splitter(store: Store, messenger: Messenger): Trip["partsOf"] {
  const kept = new Map<number, Promise<readonly Part[] | null>>();
  const split = async (edition: number): Promise<readonly Part[] | null> => {
    const post = (await store.editions.byId(edition))?.post ?? null;
    return post === null ? null : messenger.parts(post);
  };
  return (edition) => {
    const held = kept.get(edition);
    if (held !== undefined) return held;
    const parts = split(edition);
    kept.set(edition, parts);
    parts.catch(() => kept.delete(edition));
    if (kept.size > EDITIONS_KEPT) kept.delete(kept.keys().next().value!);
    return parts;
  };
}

/** Keeps up to AT_ONCE of a platform's deliveries under way, so that one slow chat holds up nobody else. */
async function sendAll(options: CourierOptions, messenger: Messenger, isStopping: () => boolean): Promise<number> {
  const { store, log, metrics = UNCOUNTED, owner, now } = options;
  const platforms: readonly PlatformName[] = [messenger.platform];
  const partsOf = splitter(store, messenger);
  const underWay = new Map<number, Promise<void>>();
  let ended = 0;
  for (;;) {
    const limit = isStopping() ? 0 : AT_ONCE - underWay.size;
    const claimed =
      limit === 0 ? [] : await store.deliveries.claim({ owner, now: now(), leaseMs: CLAIM_LEASE_MS, limit, platforms });
    for (const delivery of claimed) {
      // Its lease ran out under a slow request of ours: the claim has renewed it, and the request goes on.
      if (underWay.has(delivery.id)) continue;
      const trip = { ...options, metrics, messenger, partsOf, isStopping };
      const one = log.within(`delivery:${delivery.id}`, () =>
        deliver(trip, delivery)
          .then((step) => {
            if (step === "ended") ended += 1;
          })
          .catch((error: unknown) => log.error({ err: error, delivery: delivery.id }, "a delivery failed"))
          .finally(() => underWay.delete(delivery.id)),
      );
      underWay.set(delivery.id, one);
    }
    if (underWay.size === 0) return ended;
    await Promise.race(underWay.values());
  }
}
