// Takes planned deliveries to their chats, Part by Part: a receipt for each before the next goes.
import type { Chat, PlatformName } from "../model/chat.ts";
import type { Log } from "../model/log.ts";
import type { Messenger, SendOutcome } from "../model/messenger.ts";
import type { Part } from "../model/post.ts";
import type { DeliveryRow } from "../store/contract/deliveries.ts";
import type { Store } from "../store/store.ts";
import { quietUntil } from "./quiet.ts";

export interface CourierOptions {
  readonly store: Store;
  readonly messengers: readonly Messenger[];
  readonly log: Log;
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

/** Longer than a request may take; short enough that a successor can still use the nonce. */
const LEASE_MS = 30_000;
const AT_ONCE = 50;
/** Discord forgets a nonce after a few minutes: within this time a retry of a doubtful Part cannot double it. */
const NONCE_MINUTES = 2;
const NONCE_RETRY_SECONDS = 5;

/** The platforms whose nonce makes a retry safe. */
const HAS_NONCE: ReadonlySet<PlatformName> = new Set(["discord", "terminal"]);

type Step = "go on" | "ended" | "put off";

/** A courier for the given messengers; other platforms' deliveries are left for whoever has them. */
export function createCourier(options: CourierOptions): Courier {
  const { store, log, owner, now } = options;
  const messengers = new Map(options.messengers.map((messenger) => [messenger.platform, messenger]));
  let stopping = false;
  let running: Promise<number> | null = null;

  const claim = (limit: number) =>
    store.deliveries.claim({ owner, now: now(), leaseMs: LEASE_MS, limit, platforms: [...messengers.keys()] });

  /** Keeps up to AT_ONCE deliveries under way, so that one slow chat holds up nobody else. */
  const work = async (): Promise<number> => {
    const underWay = new Set<Promise<void>>();
    let ended = 0;
    for (;;) {
      const claimed = stopping ? [] : await claim(AT_ONCE - underWay.size);
      for (const delivery of claimed) {
        const messenger = messengers.get(delivery.chat.platform)!;
        const one = deliver({ ...options, messenger, isStopping: () => stopping }, delivery)
          .then((step) => {
            if (step === "ended") ended += 1;
          })
          .catch((error: unknown) => log.error({ err: error, delivery: delivery.id }, "a delivery failed"))
          .finally(() => underWay.delete(one));
        underWay.add(one);
      }
      if (underWay.size === 0) return ended;
      await Promise.race(underWay);
    }
  };

  return {
    run() {
      running ??= work().finally(() => {
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

interface Trip extends CourierOptions {
  readonly messenger: Messenger;
  readonly isStopping: () => boolean;
}

async function deliver(trip: Trip, delivery: DeliveryRow): Promise<Step> {
  const edition = delivery.edition === null ? null : await trip.store.editions.byId(delivery.edition);
  if (edition === null || edition.post === null) return finish(trip, delivery, "skipped", "its edition is gone");
  const { settings } = await trip.store.chats.get(delivery.chat);
  const quietEnd = quietUntil(settings.quiet, settings.zone ?? "UTC", trip.now());
  if (quietEnd !== null && settings.quiet?.mode === "held" && delivery.parts.length === 0)
    return putOff(trip, delivery, quietEnd, "quiet hours");
  const silent = quietEnd !== null;
  const parts = trip.messenger.parts(edition.post);
  for (const [index, part] of parts.entries()) {
    if (delivery.parts.some((row) => row.part === index && row.state === "sent")) continue;
    if (trip.isStopping()) return putOff(trip, delivery, trip.now(), "the bot is stopping");
    const step = await sendPart({ ...trip, silent }, delivery, index, part);
    if (step !== "go on") return step;
  }
  return finish(trip, delivery, "sent", null);
}

async function sendPart(
  trip: Trip & { readonly silent: boolean },
  delivery: DeliveryRow,
  index: number,
  part: Part,
): Promise<Step> {
  const { store, owner, messenger, now, silent } = trip;
  const begunBefore = delivery.parts.find((row) => row.part === index && row.state === "sending") ?? null;
  if (begunBefore !== null && !mayRetry(trip, delivery.chat, begunBefore.begun))
    return finish(trip, delivery, "in doubt", `part ${index + 1} was under way when the bot went down`);
  let begun = begunBefore?.begun ?? null;
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
  return isOurs ? settle(trip, delivery, index, begun ?? now().toString(), outcome) : "put off";
}

/** What a platform's answer means for the delivery. */
async function settle(
  trip: Trip,
  delivery: DeliveryRow,
  index: number,
  begun: string,
  outcome: SendOutcome,
): Promise<Step> {
  const { store, owner, now, log } = trip;
  const { chat, id } = delivery;
  switch (outcome.kind) {
    case "sent":
      await store.deliveries.receipt(id, owner, index, outcome.messageId, now());
      return "go on";
    case "later":
      await store.chats.waitUntil(chat, Temporal.Instant.from(outcome.retryAt));
      return putOff(trip, delivery, Temporal.Instant.from(outcome.retryAt), outcome.detail);
    case "moved":
      await store.chats.moved(chat, outcome.to);
      return putOff(trip, delivery, now(), "the chat has a new id");
    case "refused":
      log.warn({ delivery: id, reason: outcome.reason, detail: outcome.detail }, "a platform refused a delivery");
      if (outcome.pauses) await pause(trip, chat, outcome);
      return finish(trip, delivery, "refused", `${outcome.reason}: ${outcome.detail}`);
    case "in doubt":
      if (mayRetry(trip, chat, begun)) {
        // The part stays begun: the lease runs out and the next courier sends it under the same nonce.
        await store.deliveries.renew(id, owner, now(), NONCE_RETRY_SECONDS * 1000);
        return "put off";
      }
      log.warn({ delivery: id, part: index + 1, detail: outcome.detail }, "a delivery is in doubt");
      return finish(trip, delivery, "in doubt", outcome.detail);
  }
}

function mayRetry({ now }: Trip, chat: Chat, begun: string): boolean {
  const minutes = now().since(Temporal.Instant.from(begun)).total("minutes");
  return HAS_NONCE.has(chat.platform) && minutes < NONCE_MINUTES;
}

/** Gone topics pause only what was bound for them; everything else pauses the place. */
async function pause(
  { store, now }: Trip,
  chat: Chat,
  outcome: Extract<SendOutcome, { kind: "refused" }>,
): Promise<void> {
  const reach = outcome.reason === "topic gone" || outcome.reason === "no permission" ? "chat" : "place";
  await store.subscriptions.pause(chat, outcome.reason, "platform", reach);
  if (reach === "place")
    await store.chats.setState(chat, { kind: "gone", reason: outcome.reason, since: now().toString() });
}

async function putOff(trip: Trip, delivery: DeliveryRow, at: Temporal.Instant, reason: string): Promise<Step> {
  await trip.store.deliveries.later(delivery.id, trip.owner, at, reason, trip.now());
  return "put off";
}

async function finish(
  trip: Trip,
  delivery: DeliveryRow,
  state: "sent" | "refused" | "in doubt" | "skipped",
  reason: string | null,
): Promise<Step> {
  await trip.store.deliveries.finish(delivery.id, trip.owner, state, reason, trip.now());
  return "ended";
}

/** The same for every try of the same Part; at most 25 characters, as Discord asks. */
function nonceOf(delivery: number, part: number): string {
  return `or-${delivery.toString(36)}-${part.toString(36)}`;
}
