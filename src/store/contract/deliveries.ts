// What the store promises about Deliveries: the outbox. Every change is a compare-and-set: it answers whether it held.
import type { Chat, PlatformName } from "../../model/chat.ts";
import type { DeliveryState } from "../../model/digest.ts";

/** One message of a delivery: `sending` was begun and has no receipt (yet). */
export interface PartRow {
  readonly part: number;
  readonly state: "sending" | "sent";
  readonly messageId: string | null;
  /** ISO instants. */
  readonly begun: string;
  readonly sent: string | null;
}

export interface DeliveryRow {
  readonly id: number;
  readonly subscription: number;
  readonly digest: string;
  readonly chat: Chat;
  /** Null for a skipped slot. */
  readonly edition: number | null;
  /** ISO instants. */
  readonly slot: string;
  readonly planned: string;
  readonly changed: string;
  readonly state: DeliveryState;
  /** Why it is refused, in doubt, skipped or waiting. */
  readonly reason: string | null;
  readonly retryAt: string | null;
  /** How often it was put off or taken over. */
  readonly tries: number;
  readonly parts: readonly PartRow[];
  readonly owner: string | null;
  readonly leaseUntil: string | null;
}

/**
 * What becomes of one due slot. A slot with an edition becomes the subscription's `lastSlot`, sent or not; one skipped without
 * leaves it, so that the next edition's window reaches back over what was missed.
 */
export type Plan = {
  readonly subscription: number;
  /** The subscription's `nextDue` as read: the plan holds only while it still is. */
  readonly slot: string;
  readonly nextDue: Temporal.Instant;
} & (
  | { readonly state: "planned"; readonly edition: number }
  | { readonly state: "skipped"; readonly edition: number | null; readonly reason: string }
);

export interface ClaimOptions {
  readonly owner: string;
  readonly now: Temporal.Instant;
  readonly leaseMs: number;
  readonly limit: number;
  /** Only for these platforms; all when left out. */
  readonly platforms?: readonly PlatformName[];
}

export interface DeliveryStore {
  /**
   * In one transaction for all: each slot's delivery is inserted and its subscription's next due advanced. Gives the
   * delivery ids in order, null where another planner was first, the subscription is paused, changed or gone, or had this slot
   * or a later one already (a clock set back): then only its next due moves on.
   */
  plan(plans: readonly Plan[], now: Temporal.Instant): Promise<readonly (number | null)[]>;
  /**
   * Takes planned deliveries whose time has come, and `sending` ones whose lease ran out; oldest slot first, at most one a
   * chat, none for a chat that is paused, waits or has one under way. They become `sending`, leased to the owner. A taken-over one
   * may hold a part that was begun without a receipt: the courier must judge it before sending on.
   */
  claim(options: ClaimOptions): Promise<readonly DeliveryRow[]>;
  /** Is it still this owner's? Then the lease reaches further. */
  renew(id: number, owner: string, now: Temporal.Instant, leaseMs: number): Promise<boolean>;
  /** Before a part is sent. False when the lease was lost or the part has a receipt: do not send. A part begun before keeps its first time. */
  begin(id: number, owner: string, part: number, now: Temporal.Instant): Promise<boolean>;
  /** The platform took the part. Accepted even when the lease ran out meanwhile, so long as nobody else took over. */
  receipt(id: number, owner: string, part: number, messageId: string, now: Temporal.Instant): Promise<boolean>;
  /** Nothing was taken: back to planned, not before `retryAt`; a begun part without receipt counts as never begun. */
  later(id: number, owner: string, retryAt: Temporal.Instant, reason: string, now: Temporal.Instant): Promise<boolean>;
  finish(
    id: number,
    owner: string,
    state: "sent" | "refused" | "in doubt" | "skipped",
    reason: string | null,
    now: Temporal.Instant,
  ): Promise<boolean>;
  /** An admin's "send again": a refused or doubtful one is planned anew; parts with a receipt stay sent. */
  sendAgain(id: number, now: Temporal.Instant): Promise<boolean>;
  /** On shutdown: gives back what this owner holds and has begun no part of. Returns how many. */
  release(owner: string, now: Temporal.Instant): Promise<number>;
  byId(id: number): Promise<DeliveryRow | null>;
  /** Newest slot first. */
  ofSubscription(subscription: number, limit: number): Promise<readonly DeliveryRow[]>;
  /** Of the chat and its removed subscriptions too, newest slot first. */
  ofChat(chat: Chat, limit: number): Promise<readonly DeliveryRow[]>;
  counts(): Promise<Readonly<Record<DeliveryState, number>>>;
  /** The next moment at which something planned may be claimed; null when nothing waits. */
  nextWork(): Promise<string | null>;
  /** Forgets finished deliveries of slots before then, and editions nobody refers to. Returns how many deliveries. */
  prune(before: Temporal.Instant): Promise<number>;
}
