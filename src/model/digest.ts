// What is sent on a schedule: the definition, the subscription to it, and one issue on its way to one chat.
import type { Chat } from "./chat.ts";

export type SectionName = "stories" | "key-quotes" | "on-this-date" | "most-quoted" | "speaker-quotes";

/** One section of a digest, in the order shown. */
export interface Section {
  readonly section: SectionName;
  readonly limit: number;
  /** Stories only: sentences of summary and quotes shown with each. */
  readonly sentences?: number;
  readonly quotes?: number;
  /** Draw a quote card for the section's first quote. */
  readonly card?: boolean;
}

/** A digest definition, read from `digests/<name>.yaml`. */
export interface Digest {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** How far back an edition reaches when nobody has had one yet. ISO duration, "P1D". */
  readonly window: string;
  readonly schedule: Schedule;
  readonly sections: readonly Section[];
  readonly filters: Filters;
  /** The filter without which it makes no sense ("speaker" for follow); null when none. */
  readonly needs: "speaker" | null;
  /** An edition with nothing in it: not sent, or one line. */
  readonly whenEmpty: "silent" | "line";
}

/** When a digest goes out, in the chat's zone. `days`: ISO weekdays 1 (Monday) to 7; all seven for daily. */
export type Schedule =
  | { readonly every: "hour" }
  | { readonly every: "day"; readonly at: string; readonly days: readonly number[] };

/** What a subscriber wants to see. Empty lists let everything through. */
export interface Filters {
  readonly about: readonly string[];
  readonly without: readonly string[];
  readonly outlets: readonly string[];
  readonly speakers: readonly string[];
}

export const NO_FILTERS: Filters = { about: [], without: [], outlets: [], speakers: [] };

/** Half-open stretch of first-stored time: after `from`, up to and including `until`. ISO instants. */
export interface Window {
  readonly from: string;
  readonly until: string;
}

/** What an edition at `until` covers: all since the last slot; for a first one as far back as the digest says. */
export function windowUntil(digest: Digest, lastSlot: string | null, until: Temporal.Instant): Window {
  const { weeks, days, hours, minutes } = Temporal.Duration.from(digest.window);
  // Instants know no days and weeks.
  const first = until.subtract({ hours: (weeks * 7 + days) * 24 + hours, minutes });
  return { from: lastSlot ?? first.toString(), until: until.toString() };
}

export type SubscriptionState =
  | { readonly kind: "active" }
  | { readonly kind: "paused"; readonly reason: string; readonly by: "person" | "platform" };

export interface Subscription {
  readonly id: number;
  readonly chat: Chat;
  readonly digest: string;
  readonly schedule: Schedule;
  readonly zone: string;
  readonly filters: Filters;
  readonly state: SubscriptionState;
  /** ISO instants; `lastSlot` is null before the first. */
  readonly nextDue: string;
  readonly lastSlot: string | null;
  readonly createdBy: string;
}

export type DeliveryState = "planned" | "sending" | "sent" | "refused" | "in doubt" | "skipped";
