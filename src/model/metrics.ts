// What happens, told to whoever counts it: rooms say what happened, and what the figures are called is the counter's affair.
import type { PlatformName } from "./chat.ts";

/** `refused`: not allowed, or too much at once. */
export type CommandOutcome = "answered" | "refused" | "failed";

/** `put off`: to be tried again later. */
export type DeliveryOutcome = "sent" | "refused" | "in doubt" | "skipped" | "put off";

/** `unchanged`: nothing new. `unreadable`: what came is no feed. `failed`: a fault of ours. */
export type PollKind = "news" | "unchanged" | "later" | "refused" | "unreadable" | "failed";

export interface Metrics {
  /** `command`: the name of a declared one; null for whatever else was typed. */
  command(command: string | null, platform: PlatformName, outcome: CommandOutcome, seconds: number): void;
  /** Slots that fell due. */
  planned(planned: number, skipped: number): void;
  /** `lag`: seconds since the slot. */
  delivery(platform: PlatformName, outcome: DeliveryOutcome, lag: number): void;
  poll(kind: PollKind, newArticles: number): void;
}

/** For whoever keeps no count. */
export const UNCOUNTED: Metrics = { command() {}, planned() {}, delivery() {}, poll() {} };
