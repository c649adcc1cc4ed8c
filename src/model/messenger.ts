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

export interface Sending {
  /** Without a sound. */
  readonly silent?: boolean;
  /** Asked when the request is about to leave, after all waiting for limits; false: it must not leave (`later`). */
  readonly begin?: () => Promise<boolean>;
}

export interface Messenger {
  readonly platform: PlatformName;
  /** Splits a Post into what single messages hold. */
  parts(post: Post): readonly Part[];
  /** Sends one Part, once. `nonce`: the same for every try of the same Part (at most 25 characters). */
  send(chat: Chat, part: Part, nonce: string, how?: Sending): Promise<SendOutcome>;
}
