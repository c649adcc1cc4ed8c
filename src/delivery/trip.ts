// One delivery on its way, Part by Part: a receipt for each before the next goes, and an honest word where there is none.
import type { Chat, PlatformName } from "../model/chat.ts";
import type { Log } from "../model/log.ts";
import type { Messenger, RefusalReason, SendOutcome } from "../model/messenger.ts";
import type { DeliveryOutcome, Metrics } from "../model/metrics.ts";
import type { Part } from "../model/post.ts";
import type { DeliveryRow } from "../store/contract/deliveries.ts";
import type { Store } from "../store/store.ts";
import type { LostTopics } from "./lost-topics.ts";
import { quietUntil } from "./quiet.ts";

export interface Trip {
  readonly store: Store;
  readonly messenger: Messenger;
  /** An edition as this platform's messages; null when it is gone or empty. */
  readonly partsOf: (edition: number) => Promise<readonly Part[] | null>;
  readonly lostTopics: LostTopics;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly owner: string;
  readonly now: () => Temporal.Instant;
  readonly isStopping: () => boolean;
}

/** ended: sent, refused, in doubt or skipped. put off: planned again, or somebody else's now. */
export type Step = "go on" | "ended" | "put off";

/**
 * Longer than a request to Telegram may take, and short: after a crash the next tick but one takes over while Discord
 * still knows the nonce (30 s of lease and 60 s to a tick are less than its two minutes).
 */
const LEASE_MS = 30_000;
/** From the claim to the first request: longer than a wait for a platform's limits. */
export const CLAIM_LEASE_MS = 15_000;
/** Discord forgets a nonce after a few minutes: within this time a retry of a doubtful Part cannot double it. */
const NONCE_MINUTES = 2;
const NONCE_RETRY_SECONDS = 5;

/** Waits between tries of what a platform keeps putting off: doubled each time, up to the longest. */
const BACKOFF_SECONDS = 5;
const LONGEST_BACKOFF_SECONDS = 600;

/** Where a retry is safe. What a terminal printed before it was killed is gone with it. */
const MAY_RETRY: ReadonlySet<PlatformName> = new Set(["discord", "terminal"]);

/** Takes one claimed delivery as far as it goes. */
export async function deliver(trip: Trip, delivery: DeliveryRow): Promise<Step> {
  const { store, now } = trip;
  const parts = delivery.edition === null ? null : await trip.partsOf(delivery.edition);
  if (parts === null) return finish(trip, delivery, "skipped", "its edition is gone");
  const { settings } = await store.chats.get(delivery.chat);
  const quietEnd = quietUntil(settings.quiet, settings.zone ?? "UTC", now());
  if (quietEnd !== null && settings.quiet?.mode === "held" && delivery.parts.length === 0)
    return putOff(trip, delivery, quietEnd, "quiet hours");
  const silent = quietEnd !== null;
  for (const [index, part] of parts.entries()) {
    if (delivery.parts.some((row) => row.part === index && row.state === "sent")) continue;
    // A doubtful part stays as it is: only one that nobody began may be given back.
    if (trip.isStopping()) return begunAt(delivery, index) === null ? stopped(trip, delivery) : "put off";
    const step = await sendPart(trip, delivery, index, part, silent);
    if (step !== "go on") return step;
  }
  return finish(trip, delivery, "sent", null);
}

function stopped(trip: Trip, delivery: DeliveryRow): Promise<Step> {
  return putOff(trip, delivery, trip.now(), "the bot is stopping");
}

/** When a part without a receipt was begun by an earlier try; null when none was. */
function begunAt(delivery: DeliveryRow, index: number): string | null {
  return delivery.parts.find((row) => row.part === index && row.state === "sending")?.begun ?? null;
}

async function sendPart(trip: Trip, delivery: DeliveryRow, index: number, part: Part, silent: boolean): Promise<Step> {
  const { store, owner, messenger, now } = trip;
  const earlier = begunAt(delivery, index);
  if (earlier !== null && !mayRetry(delivery.chat, earlier, now()))
    return finish(trip, delivery, "in doubt", `message ${index + 1} was under way when the bot went down`);
  let begun = earlier;
  let isOurs = true;
  // Noted at the very moment the request leaves, not before a wait for limits: only then is its fate in doubt.
  const begin = async (): Promise<boolean> => {
    isOurs =
      (await store.deliveries.renew(delivery.id, owner, now(), LEASE_MS)) &&
      (await store.deliveries.begin(delivery.id, owner, index, now()));
    begun ??= now().toString();
    return isOurs;
  };
  const outcome = await messenger.send(delivery.chat, part, nonceOf(delivery.id, index), { silent, begin });
  return isOurs ? settle(trip, delivery, { index, begun: begun ?? now().toString(), earlier }, outcome) : "put off";
}

/** One try of a Part. `earlier`: when an earlier one was begun whose fate nobody knows. */
interface Try {
  readonly index: number;
  readonly begun: string;
  readonly earlier: string | null;
}

/** What a platform's answer means for the delivery. */
async function settle(trip: Trip, delivery: DeliveryRow, tried: Try, outcome: SendOutcome): Promise<Step> {
  const { store, owner, now, log } = trip;
  const { chat, id } = delivery;
  switch (outcome.kind) {
    case "sent":
      return (await store.deliveries.receipt(id, owner, tried.index, outcome.messageId, now())) ? "go on" : "put off";
    case "later": {
      const retryAt = backedOff(delivery, Temporal.Instant.from(outcome.retryAt), now());
      await store.chats.waitUntil(chat, Temporal.Instant.from(outcome.retryAt));
      if (tried.earlier !== null) return stillInDoubt(trip, delivery, tried.earlier, retryAt, outcome.detail);
      return putOff(trip, delivery, retryAt, outcome.detail);
    }
    case "moved":
      await store.chats.moved(chat, outcome.to);
      return putOff(trip, delivery, now(), "the chat has a new id");
    case "refused":
      log.warn({ delivery: id, reason: outcome.reason, detail: outcome.detail }, "a platform refused a delivery");
      if (outcome.pauses) await pause(trip, chat, outcome);
      return finish(trip, delivery, "refused", `${outcome.reason}: ${outcome.detail}`);
    case "in doubt":
      return stillInDoubt(trip, delivery, tried.begun, now().add({ seconds: NONCE_RETRY_SECONDS }), outcome.detail);
  }
}

/** The first try at once, the others further and further apart. */
function backedOff({ tries }: DeliveryRow, retryAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  if (tries === 0) return retryAt;
  const seconds = Math.min(BACKOFF_SECONDS * 2 ** Math.min(tries - 1, 20), LONGEST_BACKOFF_SECONDS);
  const backed = now.add({ seconds });
  return Temporal.Instant.compare(backed, retryAt) > 0 ? backed : retryAt;
}

/**
 * A Part that may have been taken. Where a retry is safe it stays begun until then: the lease runs out, and the next
 * claim sends it under the same nonce. Where that would come too late, it is in doubt.
 */
async function stillInDoubt(
  trip: Trip,
  delivery: DeliveryRow,
  begun: string,
  retryAt: Temporal.Instant,
  detail: string,
): Promise<Step> {
  if (!mayRetry(delivery.chat, begun, retryAt)) {
    trip.log.warn({ delivery: delivery.id, detail }, "a delivery is in doubt");
    return finish(trip, delivery, "in doubt", detail);
  }
  const wait = retryAt.since(trip.now()).total("milliseconds");
  await trip.store.deliveries.renew(delivery.id, trip.owner, trip.now(), Math.max(0, Math.ceil(wait)));
  return "put off";
}

/** A begun later than the present means a clock set back: then nobody knows how long ago it was. */
function mayRetry(chat: Chat, begun: string, at: Temporal.Instant): boolean {
  const minutes = at.since(Temporal.Instant.from(begun)).total("minutes");
  return MAY_RETRY.has(chat.platform) && Math.abs(minutes) < NONCE_MINUTES;
}

const REACHES_ONE: ReadonlySet<RefusalReason> = new Set(["topic gone", "no permission", "bad request"]);

/** A gone topic, or one that takes no messages, says nothing of its neighbours; everything else pauses the place. */
async function pause(trip: Trip, chat: Chat, outcome: Extract<SendOutcome, { kind: "refused" }>): Promise<void> {
  const { store, now, lostTopics } = trip;
  const { reason, detail } = outcome;
  const reach = REACHES_ONE.has(reason) ? "chat" : "place";
  const paused = await store.subscriptions.pause(chat, reasonFor(reason, detail), "platform", reach);
  if (reason === "topic gone" && paused.length > 0) lostTopics.note(chat);
  if (reach === "place") await store.chats.setState(chat, { kind: "gone", reason, since: now().toString() });
}

/** What is missing is named; elsewhere the reason says it all. */
function reasonFor(reason: RefusalReason, detail: string): string {
  return reason === "no permission" || reason === "bad request" ? `${reason}: ${detail}` : reason;
}

async function putOff(trip: Trip, delivery: DeliveryRow, at: Temporal.Instant, reason: string): Promise<Step> {
  const wasOurs = await trip.store.deliveries.later(delivery.id, trip.owner, at, reason, trip.now());
  if (wasOurs) tell(trip, delivery, "put off", reason);
  return "put off";
}

async function finish(
  trip: Trip,
  delivery: DeliveryRow,
  state: "sent" | "refused" | "in doubt" | "skipped",
  reason: string | null,
): Promise<Step> {
  const wasOurs = await trip.store.deliveries.finish(delivery.id, trip.owner, state, reason, trip.now());
  if (wasOurs) tell(trip, delivery, state, reason);
  return "ended";
}

function tell(trip: Trip, { chat, slot }: DeliveryRow, outcome: DeliveryOutcome, reason: string | null): void {
  const lag = trip.now().since(Temporal.Instant.from(slot)).total("seconds");
  trip.metrics.delivery(chat.platform, outcome, lag);
  trip.log.debug({ platform: chat.platform, outcome, reason, lag }, "a delivery went as far as it could");
}

/** The same for every try of the same Part; at most 25 characters, as Discord asks. */
function nonceOf(delivery: number, part: number): string {
  return `or-${delivery.toString(36)}-${part.toString(36)}`;
}
