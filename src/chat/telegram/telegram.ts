// Telegram: a bot that answers what people ask and sends what the courier brings.

import { setTimeout as sleep } from "node:timers/promises";
import { Api } from "grammy";
import type { Desk } from "../../commands/desk.ts";
import type { Chat } from "../../model/chat.ts";
import type { ChatEvent } from "../../model/event.ts";
import type { Log } from "../../model/log.ts";
import type { Messenger, Sending, SendOutcome } from "../../model/messenger.ts";
import type { Part, Post } from "../../model/post.ts";
import type { Claims, Lease, Notes } from "../../model/processes.ts";
import { within } from "../within.ts";
import { Answering } from "./answering.ts";
import { Buttons } from "./buttons.ts";
import { Calls } from "./calls.ts";
import { Conversation } from "./conversation.ts";
import { TERMS, type Terms, whileElected } from "./election.ts";
import { Intake } from "./intake.ts";
import { updateMenus } from "./menu.ts";
import type { DrawPicture } from "./message.ts";
import { createMessenger } from "./messenger.ts";
import { Pace, type PaceLimits, TELEGRAM_PACE } from "./pace.ts";
import { poll, UPDATES } from "./polling.ts";
import { type Headers, secretOf, showsSecret, updateIn } from "./webhook.ts";

export interface TelegramOptions {
  readonly token: string;
  /** Another server that speaks the Bot API, "http://127.0.0.1:8081"; Telegram itself unless given. */
  readonly apiRoot?: string | null;
  /** False: it only sends, and leaves the updates to other processes. */
  readonly receives?: boolean;
  /** Held by the one process that polls; absent: there is no other. */
  readonly poller?: Lease;
  /** Against answering twice what comes to two processes; absent: there is no other. */
  readonly claims?: Claims;
  /** What buttons mean, for whichever process is told of the press. */
  readonly notes?: Notes;
  /** Updates are sent to this address instead of being polled for. An empty secret is replaced by one of our own. */
  readonly webhook?: { readonly url: string; readonly secret: string } | null;
  readonly desk: Desk;
  readonly log: Log;
  readonly onEvent: (event: ChatEvent) => void | Promise<void>;
  readonly now: () => Temporal.Instant;
  /** Telegram ids of the people named in ADMINS. */
  readonly operators?: readonly string[];
  /** Absent: pictures are described instead. */
  readonly drawPicture?: DrawPicture;
  readonly tempo?: Partial<Tempo>;
}

/** How long things may take. */
interface Tempo {
  /** Seconds a request may take, an update request besides its waiting included. */
  readonly callSeconds: number;
  /** Seconds one request for updates waits at Telegram. */
  readonly pollSeconds: number;
  /** Milliseconds before a person is shown that an answer is in the making. */
  readonly patienceMs: number;
  /** Milliseconds before the first retry. */
  readonly retryMs: number;
  /** Milliseconds that a stop waits for what is in flight. */
  readonly finishMs: number;
  readonly terms: Terms;
  readonly pace: PaceLimits;
}

const TEMPO: Tempo = {
  callSeconds: 20,
  pollSeconds: 25,
  patienceMs: 1_500,
  retryMs: 500,
  finishMs: 9_500,
  terms: TERMS,
  pace: TELEGRAM_PACE,
};

/** Longest pause between two tries to reach Telegram at the start. */
const LONGEST_PAUSE_MS = 30_000;
/** Telegram waits a minute for a webhook's answer; by then it should be answered that the update is in good hands. */
const WEBHOOK_MS = 10_000;
/** After all waiting: to tell Telegram what was handled, and give the lease back. */
const LEAVE_MS = 1_000;

export interface Telegram extends Messenger {
  /**
   * Resolves once updates are taken, or, while Telegram cannot be reached, at once: they are taken when it can. Rejects
   * with a clear error when the token is refused.
   */
  start(): Promise<void>;
  /** Takes nothing new, finishes what is in flight within 10 s, and leaves. */
  stop(): Promise<void>;
  /** Resolves after `stop`; rejects when Telegram ends it for good: the process should then end, saying why. */
  readonly done: Promise<void>;
  /** Takes an update as Telegram posts it to the webhook. The HTTP status to answer with. */
  handleWebhook(body: string, headers: Headers): Promise<number>;
}

export function createTelegram(options: TelegramOptions): Telegram {
  return new Bot(options);
}

class Bot implements Telegram {
  readonly platform = "telegram";
  readonly done: Promise<void>;
  readonly #options: TelegramOptions;
  readonly #tempo: Tempo;
  readonly #log: Log;
  readonly #root: string;
  readonly #api: Api;
  readonly #buttons: Buttons;
  readonly #calls: Calls;
  readonly #answering: Answering;
  readonly #messenger: Messenger;
  readonly #intake: Intake;
  readonly #sending = new Set<Promise<unknown>>();
  readonly #end = Promise.withResolvers<void>();
  /** Settles when Telegram first does not answer at the start. */
  readonly #outage = Promise.withResolvers<void>();
  /** Aborts when no more is taken; then, when all is finished or time is up, the other stops everything. */
  readonly #taking = new AbortController();
  readonly #working = new AbortController();
  #isStopping = false;
  #conversation: Conversation | null = null;
  #polling: Promise<void> = Promise.resolve();

  constructor(options: TelegramOptions) {
    const { token, drawPicture = null, now } = options;
    this.#options = options;
    this.#tempo = { ...TEMPO, ...options.tempo };
    this.#log = options.log.child({ platform: "telegram" });
    this.#root = (options.apiRoot ?? "https://api.telegram.org").replace(/\/+$/, "");
    // The client's own time-out of 500 s would hide for minutes that a message was, or was not, taken.
    this.#api = new Api(token, { apiRoot: this.#root, timeoutSeconds: this.#tempo.callSeconds });
    this.done = this.#end.promise;
    this.done.catch(() => {});
    this.#buttons = new Buttons(options.notes === undefined ? null : { notes: options.notes, log: this.#log });
    const { pace, retryMs } = this.#tempo;
    const { signal } = this.#working;
    const draws = drawPicture !== null;
    const basis = { buttons: this.#buttons, log: this.#log, signal };
    const onFatal = (detail: string) => this.#fail(detail);
    this.#calls = new Calls({ ...basis, api: this.#api, pace: new Pace(pace), drawPicture, onFatal });
    const tell = (event: ChatEvent) => this.#tell(event);
    this.#answering = new Answering({ ...basis, calls: this.#calls, draws, now, tell, retryMs });
    this.#messenger = createMessenger(this.#calls, draws, this.#log, now);
    this.#intake = new Intake(async (update) => this.#conversation?.handle(update), this.#log);
  }

  async start(): Promise<void> {
    const begun = this.#begin();
    begun.catch((error: Error) => this.#fail(error.message));
    await Promise.race([begun, this.#outage.promise]);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#taking.abort();
    const finished = async () => {
      await this.#intake.settled();
      await Promise.allSettled([...this.#sending, this.#polling]);
    };
    await within(finished(), this.#tempo.finishMs);
    this.#working.abort();
    await within(
      this.#polling.catch(() => {}),
      LEAVE_MS,
    );
    this.#end.resolve();
  }

  parts(post: Post): readonly Part[] {
    return this.#messenger.parts(post);
  }

  send(chat: Chat, part: Part, nonce: string, how?: Sending): Promise<SendOutcome> {
    const sending = this.#messenger.send(chat, part, nonce, how);
    this.#sending.add(sending);
    const done = () => this.#sending.delete(sending);
    sending.then(done, done);
    return sending;
  }

  async handleWebhook(body: string, headers: Headers): Promise<number> {
    const { webhook, token, receives = true } = this.#options;
    if (webhook == null || !receives) return 404;
    if (!showsSecret(headers, secretOf(webhook.secret, token))) return 401;
    // Telegram keeps what it cannot deliver and sends it again.
    if (this.#conversation === null || this.#taking.signal.aborted || this.#intake.isFull) return 503;
    const update = updateIn(body);
    if (update === null) return 400;
    // Until it is answered an update is Telegram's: what this process dies over comes to another.
    await within(this.#intake.take(update), WEBHOOK_MS);
    return 200;
  }

  async #begin(): Promise<void> {
    const { desk, now, operators = [], webhook, receives = true } = this.#options;
    const me = await this.#persist("say who this bot is", () => this.#api.getMe());
    if (!receives) return this.#log.info({ bot: me.username }, "on Telegram, only to send");
    this.#conversation = new Conversation({
      calls: this.#calls,
      answering: this.#answering,
      buttons: this.#buttons,
      desk,
      me,
      operators,
      log: this.#log,
      now,
      tell: (event) => this.#tell(event),
      patienceMs: this.#tempo.patienceMs,
      claims: this.#options.claims ?? null,
    });
    if (webhook == null) this.#poll();
    else await this.#setWebhook(webhook);
    this.#log.info({ bot: me.username, by: webhook == null ? "polling" : "webhook" }, "on Telegram");
    const insist: Answering["insist"] = (request) => this.#answering.insist(request);
    // Not waited for by a stop: whatever is missing is set at the next start.
    updateMenus({ api: this.#api, insist, commands: desk.commands, operators, log: this.#log }).catch(
      (error: unknown) => {
        this.#log.error({ err: error }, "the menus could not be set");
      },
    );
  }

  async #setWebhook({ url, secret }: { readonly url: string; readonly secret: string }): Promise<void> {
    const secret_token = secretOf(secret, this.#options.token);
    const ask = { secret_token, allowed_updates: UPDATES, max_connections: 40 };
    await this.#persist(`send updates to ${url}`, () => this.#api.setWebhook(url, ask));
  }

  #poll(): void {
    const { poller: lease } = this.#options;
    const { terms } = this.#tempo;
    const stop = this.#taking.signal;
    const polling =
      lease === undefined
        ? this.#term(new AbortController().signal)
        : whileElected({ lease, terms, log: this.#log, stop }, (deposed) => this.#term(deposed));
    this.#polling = polling.catch((error: Error) => this.#fail(error.message));
  }

  /** Polls until the stop, or until another process may. */
  async #term(deposed: AbortSignal): Promise<void> {
    const { pollSeconds: seconds, callSeconds, retryMs } = this.#tempo;
    const stop = this.#taking.signal;
    try {
      await this.#persist("remove an old webhook", () => this.#api.deleteWebhook(), deposed);
    } catch (error) {
      if (stop.aborted || deposed.aborted) return;
      throw error;
    }
    await poll({
      api: new Api(this.#options.token, { apiRoot: this.#root, timeoutSeconds: seconds + callSeconds }),
      intake: this.#intake,
      seconds,
      retryMs,
      log: this.#log,
      stop,
      deposed,
      leave: this.#working.signal,
    });
  }

  /** Asks until Telegram answers: at start an outage is waited for. Throws when it says no. */
  async #persist<T>(what: string, request: () => Promise<T>, unless: AbortSignal = this.#taking.signal): Promise<T> {
    const signal = AbortSignal.any([this.#taking.signal, unless]);
    for (let tries = 0; ; tries++) {
      const answered = await this.#calls.ask(request);
      if (answered.kind === "ok") return answered.result;
      if (answered.kind === "fatal" || signal.aborted) throw new Error(answered.detail);
      if (answered.kind === "refused") throw new Error(`Telegram refused to ${what}: ${answered.detail}`);
      const backoff = Math.min(this.#tempo.retryMs * 2 ** Math.min(tries, 10), LONGEST_PAUSE_MS);
      const pause = answered.kind === "wait" ? answered.seconds * 1_000 : backoff;
      this.#log.warn({ failure: answered, pause }, "Telegram could not be reached; trying again");
      this.#outage.resolve();
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }

  async #tell(event: ChatEvent): Promise<void> {
    try {
      await this.#options.onEvent(event);
    } catch (error) {
      this.#log.error({ err: error, event }, "an event could not be handled");
    }
  }

  /** Telegram ended it for good. */
  #fail(detail: string): void {
    if (this.#isStopping) return;
    this.#taking.abort();
    this.#end.reject(new Error(detail));
  }
}
