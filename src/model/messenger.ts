// The port through which the courier sends: each platform folder of `chat/` implements it.
import type { Chat, PlatformName } from "./chat.ts";
import type { Part, Post } from "./post.ts";

/** What became of one Part. Expected outcomes only: a surprise is thrown. */
export type SendOutcome =
  | { readonly kind: "sent"; readonly messageId: string }
  /** The platform said no and will say no again; `pauses` when the whole chat is out of reach. */
  | { readonly kind: "refused"; readonly reason: RefusalReason; readonly detail: string; readonly pauses: boolean }
  /** Nothing was taken; try again at or after this instant. */
  | { readonly kind: "later"; readonly retryAt: string; readonly detail: string }
  /** The chat has a new id; nothing was taken. */
  | { readonly kind: "moved"; readonly to: Chat }
  /** The request may or may not have been taken. */
  | { readonly kind: "in doubt"; readonly detail: string };

export type RefusalReason =
  | "blocked"
  | "kicked"
  | "chat not found"
  | "topic gone"
  | "no permission"
  | "too long"
  | "bad request";

export interface Messenger {
  readonly platform: PlatformName;
  /** Splits a Post into what single messages hold. */
  parts(post: Post): readonly Part[];
  /** Sends one Part. `nonce`: the same for every try of the same Part (at most 25 characters). `silent`: without a sound. */
  send(chat: Chat, part: Part, nonce: string, silent?: boolean): Promise<SendOutcome>;
}
