// What a failed request means for a Part on its way to a chat.
import type { Chat } from "../../model/chat.ts";
import type { RefusalReason, SendOutcome } from "../../model/messenger.ts";
import type { Failure } from "./failure.ts";

/** Seconds until a try after a connection that never came about. */
const RECONNECT = 15;
/** Telegram's longest flood waits are a day or so; a longer one is a broken number. */
const LONGEST_WAIT = 7 * 86_400;

/** Descriptions of refusals, the first that matches counts; `pauses` when nothing can reach the chat. */
const REASONS: readonly (readonly [pattern: RegExp, reason: RefusalReason, pauses: boolean])[] = [
  [/blocked by the user|user is deactivated|can't initiate conversation/i, "blocked", true],
  [/thread not found|TOPIC_DELETED|TOPIC_CLOSED|TOPIC_ID_INVALID/i, "topic gone", true],
  [/bot was kicked|not a member|group chat was deleted|group is deactivated/i, "kicked", true],
  [
    /chat not found|PEER_ID_INVALID|CHANNEL_INVALID|CHAT_ID_INVALID|group chat was deactivated/i,
    "chat not found",
    true,
  ],
  [/too long|TOO_LONG/i, "too long", false],
  [
    /not enough rights|no rights|need administrator rights|ADMIN_REQUIRED|WRITE_FORBIDDEN|CHAT_RESTRICTED|SEND_\w+_FORBIDDEN|have no access|private channel/i,
    "no permission",
    true,
  ],
];

export function outcomeOf(failure: Failure, chat: Chat, now: Temporal.Instant): SendOutcome {
  const { detail } = failure;
  switch (failure.kind) {
    case "wait":
      return later(now, Math.min(failure.seconds, LONGEST_WAIT), detail);
    case "unsent":
      return later(now, RECONNECT, detail);
    // The process ends on this; whoever starts it again with a good token may try at once.
    case "fatal":
      return later(now, 60, detail);
    case "moved":
      return { kind: "moved", to: { ...chat, id: failure.id } };
    case "unclear":
      return { kind: "in doubt", detail };
    case "refused": {
      const [, reason, pauses] = REASONS.find(([pattern]) => pattern.test(detail)) ?? [];
      if (reason !== undefined) return { kind: "refused", reason, detail, pauses: pauses! };
      return failure.code === 403
        ? { kind: "refused", reason: "no permission", detail, pauses: true }
        : { kind: "refused", reason: "bad request", detail, pauses: false };
    }
  }
}

function later(now: Temporal.Instant, seconds: number, detail: string): SendOutcome {
  return { kind: "later", retryAt: now.add({ seconds }).toString(), detail };
}
