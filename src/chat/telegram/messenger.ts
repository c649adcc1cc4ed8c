// The courier's port on Telegram: one try, its outcome told honestly.
import type { Chat } from "../../model/chat.ts";
import type { Log } from "../../model/log.ts";
import type { Messenger, Sending, SendOutcome } from "../../model/messenger.ts";
import type { Part, Post } from "../../model/post.ts";
import type { Calls } from "./calls.ts";
import { partsOf } from "./message.ts";
import { outcomeOf } from "./outcome.ts";

/** A longer wait is better kept by the courier, in the store, than here. */
const LONGEST_WAIT_MS = 5_000;

export function createMessenger(calls: Calls, draws: boolean, log: Log, now: () => Temporal.Instant): Messenger {
  return {
    platform: "telegram",
    parts: (post: Post) => partsOf(post, draws),
    // Telegram has no key by which a second try could be told from a second message: the nonce is of no use here.
    async send(chat: Chat, part: Part, _nonce: string, how: Sending = {}): Promise<SendOutcome> {
      const wait = Math.ceil(calls.waitOf(chat));
      if (wait > LONGEST_WAIT_MS) {
        const retryAt = now().add({ milliseconds: wait }).toString();
        return { kind: "later", retryAt, detail: "this chat has to wait for Telegram's limits" };
      }
      const answered = await calls.post(how.silent === true ? { ...part, quiet: true } : part, {
        chat,
        begin: how.begin,
      });
      if (answered.kind === "ok") return { kind: "sent", messageId: answered.result };
      const outcome = outcomeOf(answered, chat, now());
      if (outcome.kind === "refused" && !outcome.pauses) {
        log.error({ chat, reason: outcome.reason, detail: outcome.detail }, "Telegram refused a message");
      }
      return outcome;
    },
  };
}
