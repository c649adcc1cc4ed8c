// What the store promises about Chats: their settings, whether they can be reached, and moving house.
import type { Chat } from "../../model/chat.ts";

export interface ChatSettings {
  /** IANA name; null until somebody sets it. */
  readonly zone: string | null;
  /** Local wall times "22:00"; silent: delivered without a sound; held: delivered when they end. */
  readonly quiet: { readonly from: string; readonly until: string; readonly mode: "silent" | "held" } | null;
}

export type ChatState =
  | { readonly kind: "reachable" }
  | { readonly kind: "gone"; readonly reason: string; readonly since: string };

export interface ChatRow {
  readonly chat: Chat;
  readonly settings: ChatSettings;
  readonly state: ChatState;
  /** No delivery is claimed for this place (any thread) before this ISO instant. */
  readonly waitUntil: string | null;
}

export interface ChatStore {
  /** Defaults for a chat never seen. */
  get(chat: Chat): Promise<ChatRow>;
  setSettings(chat: Chat, settings: ChatSettings): Promise<void>;
  setState(chat: Chat, state: ChatState): Promise<void>;
  /** A flood wait the platform imposed on the place, all its threads included. Never shortened by a later, shorter one. */
  waitUntil(chat: Chat, until: Temporal.Instant): Promise<void>;
  /** A group got a new id: settings, subscriptions, deliveries and linked articles of it and its threads move along. */
  moved(from: Chat, to: Chat): Promise<void>;
  /** True the first time it is called for this chat and key, false ever after (until `forget`). */
  once(chat: Chat, key: string, now: Temporal.Instant): Promise<boolean>;
  forget(chat: Chat, key: string): Promise<void>;
}
