// Due subscriptions become planned deliveries: each distinct Edition is composed once, and each slot is planned once.
import { setImmediate as turn } from "node:timers/promises";
import { composeEdition, editionVariant } from "../composer/edition.ts";
import { type Digest, type Filters, type Subscription, windowUntil } from "../model/digest.ts";
import type { Log } from "../model/log.ts";
import type { Plan } from "../store/contract/deliveries.ts";
import type { EditionKey, StoredEdition } from "../store/contract/editions.ts";
import type { Store } from "../store/store.ts";
import { latestSlot, nextSlot } from "./schedule.ts";

export interface Planner {
  readonly store: Store;
  readonly digests: readonly Digest[];
  readonly log: Log;
}

/** What one tick planned. */
export interface Planned {
  readonly planned: number;
  readonly skipped: number;
}

/** The catch-up rule: after downtime the latest missed slot is sent if it is younger than this; older ones are skipped. */
export const CATCH_UP_HOURS = 6;

const AT_ONCE = 500;

/** What many subscribers have in common, worked out once a tick. */
interface Tick {
  readonly editions: Map<string, StoredEdition>;
  readonly calendars: Map<string, Calendar>;
}

interface Calendar {
  readonly slot: Temporal.Instant;
  /** The latest slot by now: another than `slot` after downtime. */
  readonly latest: Temporal.Instant;
  readonly nextDue: Temporal.Instant;
  readonly variant: string;
}

/** Plans everything due at `now`. Two planners on one store share the work: each slot falls to one of them. */
export async function planDue(planner: Planner, now: Temporal.Instant): Promise<Planned> {
  const tick: Tick = { editions: new Map(), calendars: new Map() };
  let planned = 0;
  let skipped = 0;
  for (;;) {
    const due = await planner.store.subscriptions.due(now, AT_ONCE);
    if (due.length === 0) return { planned, skipped };
    const plans: Plan[] = [];
    for (const subscription of due) plans.push(await planSafely(planner, subscription, now, tick));
    const ids = await planner.store.deliveries.plan(plans, now);
    const taken = plans.filter((_, index) => ids[index] !== null);
    planned += taken.filter(({ state }) => state === "planned").length;
    skipped += taken.filter(({ state }) => state === "skipped").length;
    // None taken: another planner has them all, or they changed under our hands. The next tick looks again.
    if (taken.length === 0) return { planned, skipped };
    // A hundred thousand take a while: whoever asks the bot something meanwhile gets an answer.
    await turn();
  }
}

/** One that cannot be planned must not hold up the others: its slot is skipped, and its news stay for the next. */
async function planSafely(
  planner: Planner,
  subscription: Subscription,
  now: Temporal.Instant,
  tick: Tick,
): Promise<Plan> {
  try {
    return await planOne(planner, subscription, now, tick);
  } catch (error) {
    planner.log.error({ err: error, subscription: subscription.id }, "a digest could not be composed");
    const slot = subscription.nextDue;
    const reason = "composing it failed, which is in the bot's log";
    return {
      subscription: subscription.id,
      slot,
      nextDue: after(subscription),
      state: "skipped",
      edition: null,
      reason,
    };
  }
}

/** The next slot, or a day later where the schedule itself cannot be read. */
function after({ schedule, zone, nextDue }: Subscription): Temporal.Instant {
  const slot = Temporal.Instant.from(nextDue);
  try {
    return nextSlot(schedule, zone, slot);
  } catch {
    return slot.add({ hours: 24 });
  }
}

function calendarOf({ schedule, zone, nextDue: due }: Subscription, now: Temporal.Instant, tick: Tick): Calendar {
  const name = JSON.stringify([schedule, zone, due]);
  const held = tick.calendars.get(name);
  if (held !== undefined) return held;
  const slot = Temporal.Instant.from(due);
  const nextDue = nextSlot(schedule, zone, slot);
  const latest = latestSlot(schedule, zone, slot, now);
  const calendar = { slot, latest, nextDue, variant: editionVariant(slot, zone, nextDue) };
  tick.calendars.set(name, calendar);
  return calendar;
}

async function planOne(planner: Planner, subscription: Subscription, now: Temporal.Instant, tick: Tick): Promise<Plan> {
  const { slot, latest, nextDue, variant } = calendarOf(subscription, now, tick);
  const base = { subscription: subscription.id, slot: subscription.nextDue };
  if (!latest.equals(slot))
    return {
      ...base,
      nextDue: latest,
      state: "skipped",
      edition: null,
      reason: "missed while the bot was away, and a later one was due",
    };

  if (now.since(slot).total("hours") > CATCH_UP_HOURS) {
    const reason = `missed while the bot was away, and more than ${CATCH_UP_HOURS} hours late`;
    return { ...base, nextDue, state: "skipped", edition: null, reason };
  }
  const digest = planner.digests.find(({ name }) => name === subscription.digest);
  if (digest === undefined)
    return { ...base, nextDue, state: "skipped", edition: null, reason: "this digest is no longer defined" };

  const edition = await editionFor(planner, digest, subscription, { slot, nextDue, variant }, tick, now);
  if (edition.post === null)
    return { ...base, nextDue, state: "skipped", edition: edition.id, reason: "nothing new to tell" };
  return { ...base, nextDue, state: "planned", edition: edition.id };
}

/** The edition of a slot, from this tick's, from the store, or composed now. */
async function editionFor(
  { store, log }: Planner,
  digest: Digest,
  subscription: Subscription,
  { slot, nextDue: next, variant }: Omit<Calendar, "latest">,
  { editions }: Tick,
  now: Temporal.Instant,
): Promise<StoredEdition> {
  const { filters, zone } = subscription;
  const key: EditionKey = {
    digest: digest.name,
    window: windowUntil(digest, subscription.lastSlot, slot),
    filters: inOrder(filters),
    variant,
  };
  const name = JSON.stringify(key);
  const held = editions.get(name) ?? (await store.editions.find(key));
  if (held !== null) {
    editions.set(name, held);
    return held;
  }
  const { post, chosen, leftOut } = await composeEdition(store, digest, key.window, filters, slot, { zone, next });
  const edition = await store.editions.save({ ...key, post, account: { chosen, leftOut } }, now);
  editions.set(name, edition);
  log.info({ digest: digest.name, edition: edition.id, empty: post === null }, "composed an edition");
  return edition;
}

/** The same filters in another order are the same filters. */
function inOrder(filters: Filters): Filters {
  const sorted = (list: readonly string[]): string[] => [...new Set(list.map((text) => text.toLowerCase()))].sort();
  return {
    about: sorted(filters.about),
    without: sorted(filters.without),
    outlets: sorted(filters.outlets),
    speakers: sorted(filters.speakers),
  };
}
