// Brings an answer to whoever asked: as one message or several, or in place of the message a button hangs on.
// Whatever the connection does, people see one answer, or a word that says what to do.
import { setTimeout as sleep } from "node:timers/promises";
import type { Chat } from "../../model/chat.ts";
import type { ChatEvent } from "../../model/event.ts";
import type { Log } from "../../model/log.ts";
import type { Part, Post } from "../../model/post.ts";
import type { Buttons } from "./buttons.ts";
import { type Answered, type Calls, chatIdOf } from "./calls.ts";
import type { Failure } from "./failure.ts";
import { partsOf, textMessage } from "./message.ts";
import { outcomeOf } from "./outcome.ts";

export interface AnsweringParts {
  readonly calls: Calls;
  readonly buttons: Buttons;
  readonly draws: boolean;
  readonly log: Log;
  readonly now: () => Temporal.Instant;
  readonly tell: (event: ChatEvent) => Promise<void>;
  readonly signal: AbortSignal;
  /** Milliseconds before the first retry; each further one waits twice as long. */
  readonly retryMs: number;
}

/** Longest wait for Telegram's limits before an answer is given up: by then nobody waits for it. */
const LONGEST_WAIT_MS = 20_000;
const TRIES = 4;

const NOT_CONFIRMED = word("Telegram did not confirm my answer. If you do not see it above, please ask again.");
const REFUSED = word("Telegram would not take my answer. It is in my log; please ask for something shorter.");

function word(text: string): Part {
  return { blocks: [{ kind: "paragraph", spans: [{ text }] }], quiet: true };
}

export class Answering {
  readonly #with: AnsweringParts;

  constructor(parts: AnsweringParts) {
    this.#with = parts;
  }

  /** Sends a Post, Part by Part; stops at the first that does not arrive. */
  async reply(chat: Chat, post: Post, replyTo: number | null): Promise<void> {
    let place: Chat | null = chat;
    for (const part of partsOf(post, this.#with.draws)) {
      place = await this.#arrive(place, part, replyTo);
      if (place === null) return;
      replyTo = null;
    }
  }

  /**
   * Puts a Post in place of a message; what one message does not hold follows below. Null when it is there, else what
   * to tell the person.
   */
  async edit(chat: Chat, messageId: number, post: Post): Promise<string | null> {
    const { calls, buttons, draws, log, tell, now } = this.#with;
    const [first, ...others] = partsOf(post, draws);
    const { text, ...rest } = textMessage(first!, buttons);
    const edit = () => calls.api.editMessageText(chatIdOf(chat), messageId, text, rest);
    const answered = await this.insist(edit);
    if (answered.kind === "ok" || (answered.kind === "refused" && /not modified/i.test(answered.detail))) {
      for (const part of others) if ((await this.#arrive(chat, part, null)) === null) break;
      return null;
    }
    log.warn({ chat, failure: answered }, "an answer could not be put in place");
    if (answered.kind === "moved") {
      const to = { ...chat, id: answered.id };
      await tell({ kind: "moved", from: chat, to });
      await this.reply(to, post, null);
      return null;
    }
    if (answered.kind === "refused" && outcomeOf(answered, chat, now()).kind === "refused") {
      // Too old or deleted: the answer comes as a message of its own.
      await this.reply(chat, post, null);
      return null;
    }
    if (answered.kind === "wait")
      return `Telegram makes me wait ${duration(answered.seconds)}. Please press again then.`;
    return "Telegram did not answer me. Please press again.";
  }

  /** Repeats a request that does no harm twice (an edit, a button's answer) over short waits and broken connections. */
  async insist<T>(request: () => Promise<T>): Promise<Answered<T>> {
    const { calls, signal } = this.#with;
    for (let tries = 1; ; tries++) {
      const answered = await calls.ask(request);
      const pause = this.#pauseAfter(answered, tries, true);
      if (pause === null || signal.aborted) return answered;
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }

  /** Where the Part arrived (a group may have moved); null when it did not, and nothing more should be sent. */
  async #arrive(chat: Chat, part: Part, replyTo: number | null): Promise<Chat | null> {
    const { calls, log, signal, tell, now } = this.#with;
    let place = chat;
    for (let tries = 1; ; tries++) {
      const wait = calls.waitOf(place);
      if (wait > LONGEST_WAIT_MS) {
        log.warn({ chat: place, seconds: Math.round(wait / 1_000) }, "an answer was given up: Telegram's limits");
        return null;
      }
      const answered = await calls.post(part, { chat: place, replyTo });
      if (answered.kind === "ok") return place;
      if (answered.kind === "moved" && tries < TRIES) {
        const to = { ...place, id: answered.id };
        await tell({ kind: "moved", from: place, to });
        place = to;
        continue;
      }
      const pause = this.#pauseAfter(answered, tries, false);
      if (pause === null || signal.aborted) {
        log.warn({ chat: place, failure: answered }, "an answer did not arrive");
        const outcome = outcomeOf(answered, place, now());
        if (outcome.kind === "refused" && outcome.pauses) await tell(goneOf(place, outcome.reason, outcome.detail));
        else if (part !== NOT_CONFIRMED && part !== REFUSED) await this.#apologise(place, answered);
        return null;
      }
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }

  async #apologise(chat: Chat, failure: Failure): Promise<void> {
    if (failure.kind === "unclear") await this.#arrive(chat, NOT_CONFIRMED, null);
    if (failure.kind === "refused") await this.#arrive(chat, REFUSED, null);
  }

  /** Milliseconds until another try is right; null when it is not. */
  #pauseAfter(answered: Answered<unknown>, tries: number, repeatable: boolean): number | null {
    if (tries >= TRIES) return null;
    const backoff = this.#with.retryMs * 2 ** (tries - 1);
    switch (answered.kind) {
      case "wait":
        return answered.seconds * 1_000 <= LONGEST_WAIT_MS ? answered.seconds * 1_000 : null;
      case "unsent":
        return backoff;
      case "unclear":
        return repeatable ? backoff : null;
      default:
        return null;
    }
  }
}

function goneOf(chat: Chat, reason: string, detail: string): ChatEvent {
  return reason === "topic gone" ? { kind: "topic gone", chat } : { kind: "gone", chat, reason: detail };
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} seconds`;
  return seconds < 5_400 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3_600)} hours`;
}
