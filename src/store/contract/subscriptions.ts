// What the store promises about Subscriptions.
import type { Chat } from "../../model/chat.ts";
import type { Filters, Schedule, Subscription, SubscriptionState } from "../../model/digest.ts";

export interface NewSubscription {
  readonly chat: Chat;
  readonly digest: string;
  readonly schedule: Schedule;
  readonly zone: string;
  readonly filters: Filters;
  readonly nextDue: Temporal.Instant;
  /** Person key "telegram:42". */
  readonly createdBy: string;
}

export interface SubscriptionChange {
  readonly schedule?: Schedule;
  readonly zone?: string;
  readonly filters?: Filters;
  readonly state?: SubscriptionState;
  readonly nextDue?: Temporal.Instant;
}

export interface SubscriptionStore {
  /** `over the cap` when the place (all threads) has `cap` already; `exists` when this chat has the same digest with the same filters. */
  create(
    subscription: NewSubscription,
    cap: number,
  ): Promise<
    | { readonly kind: "created"; readonly subscription: Subscription }
    | { readonly kind: "exists"; readonly subscription: Subscription }
    | { readonly kind: "over the cap"; readonly held: number }
  >;
  byId(id: number): Promise<Subscription | null>;
  /** Of this very chat, or of the place with all its threads. Oldest first. */
  ofChat(chat: Chat, reach?: "chat" | "place"): Promise<readonly Subscription[]>;
  /** Null when it is gone, or when `ifNextDue` (ISO) is given and no longer holds. */
  change(id: number, change: SubscriptionChange, ifNextDue?: string): Promise<Subscription | null>;
  remove(id: number): Promise<boolean>;
  /** Pauses the active ones of a chat or place; returns those it paused. */
  pause(
    chat: Chat,
    reason: string,
    by: "person" | "platform",
    reach: "chat" | "place",
  ): Promise<readonly Subscription[]>;
  /** Those the platform paused in the place, now active again. Their `nextDue` is as it was: the planner's catch-up rule decides. */
  resume(chat: Chat, reach: "chat" | "place"): Promise<readonly Subscription[]>;
  /** Active and due at or before now, longest due first. */
  due(now: Temporal.Instant, limit: number): Promise<readonly Subscription[]>;
  count(): Promise<{ readonly active: number; readonly paused: number }>;
}
