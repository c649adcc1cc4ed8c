// Sends Parts into Discord channels, threads and private chats: the courier's port.
import { MessageFlags, type REST, Routes } from "discord.js";
import type { Chat } from "../../model/chat.ts";
import type { Log } from "../../model/log.ts";
import type { Messenger, Sending, SendOutcome } from "../../model/messenger.ts";
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
  readonly pausesMs: readonly number[];
  /** Milliseconds until which the budget of invalid requests is spent; 0 when it is not. */
  budgetSpentUntil(): number;
  /** The client drops its token at the first 401, and would never send again. */
  renewToken(): void;
}

/** Discord remembers a nonce for "the past few minutes": within this long, sending again cannot double a message. */
const NONCE_WINDOW_MS = 120_000;
/** How long a channel that answered 403 is not asked again, whoever wants to send there. */
const FORBIDDEN_MS = 60_000;
const REMEMBERED = 10_000;
const DOUBT = { kind: "in doubt", detail: "Discord did not say whether it took the message" } as const;

interface Forbidden {
  readonly until: number;
  readonly outcome: SendOutcome;
  readonly chat: Chat;
}

export class DiscordMessenger implements Messenger {
  readonly platform = "discord";
  readonly #with: MessengerParts;
  /** When Discord forgets a nonce whose message may have been taken, by nonce. */
  readonly #forgets = new Map<string, number>();
  /** Places that are out of reach, by channel; asked again only after a while or when something changed there. */
  readonly #forbidden = new Map<string, Forbidden>();

  constructor(parts: MessengerParts) {
    this.#with = parts;
  }

  parts = partsOf;

  /**
   * Sends with an enforced nonce, so that a try after a lost answer brings back the message instead of a second one.
   * Takes under 45 s, however slow Discord is. `in doubt` may be tried again with the same nonce within two minutes;
   * after that nothing is sent under it.
   */
  async send(chat: Chat, part: Part, nonce: string, how: Sending = {}): Promise<SendOutcome> {
    const { now } = this.#with;
    const channel = chat.thread ?? chat.id;
    const started = now();
    const forbidden = this.#forbidden.get(channel);
    if (forbidden !== undefined && forbidden.until > started.epochMilliseconds) return forbidden.outcome;
    const forgotten = this.#forgets.get(nonce);
    if (forgotten !== undefined && forgotten <= started.epochMilliseconds) return DOUBT;

    const spent = this.#with.budgetSpentUntil();
    const outcome: SendOutcome =
      spent > started.epochMilliseconds
        ? { kind: "later", retryAt: instant(spent), detail: "too many requests were refused" }
        : await this.#try(channel, chat, part, nonce, how);
    return this.#remember(chat, nonce, outcome, started);
  }

  /** Keeps what later tries must know, and answers for what earlier ones left open. */
  #remember(chat: Chat, nonce: string, outcome: SendOutcome, started: Temporal.Instant): SendOutcome {
    const forgets = this.#forgets.get(nonce);
    if (outcome.kind === "in doubt") {
      if (forgets === undefined) remember(this.#forgets, nonce, started.epochMilliseconds + NONCE_WINDOW_MS);
      return outcome;
    }
    if (outcome.kind === "later") {
      // An earlier try may have been taken: to wait until Discord forgets the nonce would be to send twice.
      const retry = Temporal.Instant.from(outcome.retryAt).epochMilliseconds;
      return forgets !== undefined && retry >= forgets ? { ...DOUBT, detail: outcome.detail } : outcome;
    }
    this.#forgets.delete(nonce);
    if (outcome.kind === "refused" && outcome.pauses) {
      const until = this.#with.now().epochMilliseconds + FORBIDDEN_MS;
      remember(this.#forbidden, chat.thread ?? chat.id, { until, outcome, chat });
    }
    return outcome;
  }

  /** Forgets which places were out of reach where they are open again. The places so found. */
  reopened(isOpen: (chat: Chat) => boolean): readonly Chat[] {
    const open = [...this.#forbidden].filter(([, { chat }]) => isOpen(chat));
    for (const [channel] of open) this.#forbidden.delete(channel);
    return open.map(([, { chat }]) => chat);
  }

  async #try(channel: string, chat: Chat, part: Part, nonce: string, how: Sending): Promise<SendOutcome> {
    const { rest, rendering, drawPicture, log, now, pausesMs } = this.#with;
    const { body, files } = await drawMessage({ ...part, quiet: false }, rendering, drawPicture, log);
    if (how.begin !== undefined && !(await how.begin())) {
      return { kind: "later", retryAt: now().toString(), detail: "somebody else sends it" };
    }
    const flags = (body.flags ?? 0) | (how.silent === true ? MessageFlags.SuppressNotifications : 0);
    const ask = {
      body: { ...body, ...(flags === 0 ? {} : { flags }), nonce, enforce_nonce: true },
      ...(files.length > 0 ? { files } : {}),
    };
    try {
      const route = Routes.channelMessages(channel);
      const answer = await askAgain(rest, { method: "post", route, ...ask }, pausesMs);
      return { kind: "sent", messageId: (answer as { id: string }).id };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "refused" && failure.status === 401) this.#with.renewToken();
      const outcome = outcomeOf(failure, chat, now());
      if (outcome.kind === "refused" && !outcome.pauses) {
        log.error({ chat, reason: outcome.reason, detail: outcome.detail }, "Discord refused a message");
      }
      return outcome;
    }
  }
}

function instant(milliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(milliseconds)).toString();
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > REMEMBERED) map.delete(map.keys().next().value!);
}
