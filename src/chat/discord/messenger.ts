// Sends Parts into Discord channels, threads and private chats: the courier's port.
import { type REST, Routes } from "discord.js";
import type { Chat } from "../../model/chat.ts";
import type { Log } from "../../model/log.ts";
import type { Messenger, SendOutcome } from "../../model/messenger.ts";
import type { Part } from "../../model/post.ts";
import { type DrawPicture, drawMessage } from "./attachments.ts";
import { partsOf, type Rendering } from "./message.ts";
import { outcomeOf } from "./outcome.ts";
import { askAgain, failureOf } from "./wire.ts";

export interface MessengerParts {
  readonly rest: REST;
  readonly rendering: Rendering;
  readonly drawPicture: DrawPicture;
  readonly log: Log;
  readonly now: () => Temporal.Instant;
  /** Milliseconds until which the budget of invalid requests is spent; 0 when it is not. */
  budgetSpentUntil(): number;
}

/** Discord remembers a nonce for "the past few minutes": within this long, sending again cannot double a message. */
const NONCE_WINDOW_MS = 120_000;
/** How long a channel that answered 403 is not asked again, whoever wants to send there. */
const FORBIDDEN_MS = 60_000;
const REMEMBERED = 10_000;

export class DiscordMessenger implements Messenger {
  readonly platform = "discord";
  readonly #with: MessengerParts;
  /** First try of a nonce whose outcome is unclear, by nonce. */
  readonly #unclear = new Map<string, number>();
  readonly #forbidden = new Map<string, { readonly until: number; readonly outcome: SendOutcome }>();

  constructor(parts: MessengerParts) {
    this.#with = parts;
  }

  parts = partsOf;

  /**
   * Sends with an enforced nonce, so that a try after a lost answer brings back the message instead of a second one.
   * After an unclear outcome `later` is honest while Discord remembers the nonce; then only `in doubt` is.
   */
  async send(chat: Chat, part: Part, nonce: string): Promise<SendOutcome> {
    const { now } = this.#with;
    const channel = chat.thread ?? chat.id;
    const started = now().epochMilliseconds;
    const forbidden = this.#forbidden.get(channel);
    if (forbidden !== undefined && forbidden.until > started) return forbidden.outcome;
    const firstTry = this.#unclear.get(nonce);
    if (firstTry !== undefined && started - firstTry > NONCE_WINDOW_MS) {
      return { kind: "in doubt", detail: "Discord did not say whether it took the message" };
    }
    const spent = this.#with.budgetSpentUntil();
    if (spent > started) return retryAt(now().add({ milliseconds: spent - started }), "too many requests were refused");

    const outcome = await this.#try(channel, chat, part, nonce);
    const ended = now();
    if (outcome.kind === "in doubt") {
      remember(this.#unclear, nonce, firstTry ?? started);
      return retryAt(ended.add({ seconds: 10 }), outcome.detail);
    }
    if (outcome.kind !== "later") this.#unclear.delete(nonce);
    if (outcome.kind === "refused" && outcome.pauses) {
      remember(this.#forbidden, channel, { until: ended.epochMilliseconds + FORBIDDEN_MS, outcome });
    }
    return outcome;
  }

  /** Something about a channel, or all of them, changed: what was forbidden may be allowed now. */
  forgive(channel: string | null): void {
    if (channel === null) this.#forbidden.clear();
    else this.#forbidden.delete(channel);
  }

  async #try(channel: string, chat: Chat, part: Part, nonce: string): Promise<SendOutcome> {
    const { rest, rendering, drawPicture, log, now } = this.#with;
    const { body, files } = await drawMessage({ ...part, quiet: false }, rendering, drawPicture, log);
    const ask = { body: { ...body, nonce, enforce_nonce: true }, ...(files.length > 0 ? { files } : {}) };
    try {
      const answer = await askAgain(rest, { method: "post", route: Routes.channelMessages(channel), ...ask });
      return { kind: "sent", messageId: (answer as { id: string }).id };
    } catch (error) {
      const outcome = outcomeOf(failureOf(error), chat, now());
      if (outcome.kind === "refused" && !outcome.pauses) {
        log.error({ chat, reason: outcome.reason, detail: outcome.detail }, "Discord refused a message");
      }
      return outcome;
    }
  }
}

function retryAt(at: Temporal.Instant, detail: string): SendOutcome {
  return { kind: "later", retryAt: at.toString(), detail };
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > REMEMBERED) map.delete(map.keys().next().value!);
}
