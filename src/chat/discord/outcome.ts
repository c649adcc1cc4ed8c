// What became of a Part, from what Discord said to it.
import type { Chat } from "../../model/chat.ts";
import type { RefusalReason, SendOutcome } from "../../model/messenger.ts";
import type { Failure } from "./wire.ts";

type Refusal = readonly [reason: RefusalReason, pauses: boolean, detail: string];

/** Discord's JSON error codes that settle a send. */
const REFUSALS: Readonly<Record<number, Refusal>> = {
  10003: ["chat not found", true, "the channel is gone"],
  10004: ["kicked", true, "the server is gone, or I am no longer in it"],
  40333: ["bad request", false, "Discord's front end turned the request away"],
  50001: ["no permission", true, "I may not see the channel: give me View Channel there"],
  50007: ["blocked", true, "this person takes no messages from me"],
  50008: ["bad request", true, "a forum takes messages only inside a post: subscribe from within one"],
  50013: ["no permission", true, "I may not write there: give me Send Messages, and Attach Files for pictures"],
  50024: ["bad request", true, "this kind of channel takes no messages"],
  50083: ["no permission", true, "the thread is archived: open it again"],
  50278: ["blocked", true, "this person takes no messages from me"],
  160005: ["no permission", true, "the thread is locked: unlock it"],
  200000: ["bad request", false, "the server's AutoMod turned the message away"],
  200001: ["bad request", false, "the server's AutoMod turned the message away"],
  240000: ["bad request", false, "Discord takes a link in the message for harmful"],
};

/** How soon to try again after a failure that time may mend. */
const SOON_MS = 5_000;
const LATER_MS = 60_000;

/** Reads a failed send. What may have been taken is in doubt; the caller knows whether a nonce makes trying again safe. */
export function outcomeOf(failure: Failure, chat: Chat, now: Temporal.Instant): SendOutcome {
  const later = (wait: number): SendOutcome => ({
    kind: "later",
    retryAt: now.add({ milliseconds: Math.ceil(wait) }).toString(),
    detail: failure.detail,
  });
  switch (failure.kind) {
    case "limited":
      return later(failure.retryAfterMs);
    case "unsent":
      return later(SOON_MS);
    case "unclear":
      return { kind: "in doubt", detail: failure.detail };
    case "refused":
      return failure.status === 401 || failure.status === 408 || failure.status === 429 || failure.code === 20016
        ? later(LATER_MS)
        : refusal(failure, chat);
  }
}

function refusal(failure: Extract<Failure, { kind: "refused" }>, chat: Chat): SendOutcome {
  const known = REFUSALS[failure.code];
  if (failure.code === 10003 && chat.thread !== null) {
    return { kind: "refused", reason: "topic gone", detail: "the thread is gone", pauses: true };
  }
  if (known !== undefined) {
    const [reason, pauses, detail] = known;
    return { kind: "refused", reason, detail: `${detail} (${failure.code})`, pauses };
  }
  if (failure.code === 50035 && /BASE_TYPE_MAX_LENGTH|COMPONENT_MAX/.test(failure.detail)) {
    return { kind: "refused", reason: "too long", detail: failure.detail, pauses: false };
  }
  if (failure.status === 403) return { kind: "refused", reason: "no permission", detail: failure.detail, pauses: true };
  if (failure.status === 404)
    return { kind: "refused", reason: "chat not found", detail: failure.detail, pauses: true };
  return { kind: "refused", reason: "bad request", detail: failure.detail, pauses: false };
}
