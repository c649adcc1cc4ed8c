// What a platform tells of a chat besides commands.
import type { Chat } from "./chat.ts";

export type ChatEvent =
  /** The bot was blocked, kicked, or the chat deleted. */
  | { readonly kind: "gone"; readonly chat: Chat; readonly reason: string }
  | { readonly kind: "back"; readonly chat: Chat }
  /** A group became a supergroup: the same place under a new id. */
  | { readonly kind: "moved"; readonly from: Chat; readonly to: Chat }
  | { readonly kind: "topic gone"; readonly chat: Chat };
