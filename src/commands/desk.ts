// The desk: what the chat room asks. It knows every command, answers requests, completes arguments and offers quotes.
import type { Request } from "../model/chat.ts";
import type { Post } from "../model/post.ts";
import type { Command } from "./command.ts";

export interface Completion {
  readonly label: string;
  readonly value: string;
}

/** One quote offered while somebody types (Telegram's inline mode). */
export interface Offer {
  /** Stable, at most 64 bytes. */
  readonly id: string;
  /** Speaker and date. */
  readonly title: string;
  /** The words. */
  readonly description: string;
  /** What is sent when chosen: the whole quote with its source. */
  readonly post: Post;
}

export interface Desk {
  /** In the order menus and help show them. */
  readonly commands: readonly Command[];
  /** Never throws for anything a person can type: mistakes become kind Posts. */
  answer(request: Request, now: Temporal.Instant): Promise<Post>;
  /** At most 25 completions for what is typed so far of one argument; answered from memory or one indexed look-up. */
  complete(command: string, argument: string, typed: string, now: Temporal.Instant): Promise<readonly Completion[]>;
  /** Quotes for inline mode; `next` is the offset of the following page, null at the end. */
  offer(
    words: string,
    offset: number,
    now: Temporal.Instant,
  ): Promise<{ readonly offers: readonly Offer[]; readonly next: number | null }>;
}
