// Telegram: a bot that answers what people ask and sends what the courier brings.
import { createHash, timingSafeEqual } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Api } from "grammy";
import type { Update } from "grammy/types";
import type { Desk } from "../../commands/desk.ts";
import type { ChatEvent } from "../../model/event.ts";
import type { Log } from "../../model/log.ts";
import type { Messenger } from "../../model/messenger.ts";
import { Answering } from "./answering.ts";
import { Buttons } from "./buttons.ts";
import { Calls } from "./calls.ts";
import { Conversation } from "./conversation.ts";
import { updateMenus } from "./menu.ts";
import type { DrawPicture } from "./message.ts";
import { createMessenger } from "./messenger.ts";
import { Pace, type PaceLimits, TELEGRAM_PACE } from "./pace.ts";
import { poll, UPDATES } from "./polling.ts";
import { Turns } from "./turns.ts";

export interface TelegramOptions {
  readonly token: string;
  /** Another server that speaks the Bot API, "http://127.0.0.1:8081"; Telegram itself unless given. */
  readonly apiRoot?: string | null;
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
  readonly pace: PaceLimits;
}

const TEMPO: Tempo = {
  callSeconds: 20,
  pollSeconds: 25,
  patienceMs: 1_500,
  retryMs: 500,
  finishMs: 9_500,
  pace: TELEGRAM_PACE,
};

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
  handleWebhook(body: string, headers: Readonly<Record<string, string | readonly string[] | undefined>>): number;
}

/** Updates remembered, so that one that comes twice is answered once. */
const SEEN = 10_000;
/** Updates in the works before no more are taken. */
const MOST_IN_FLIGHT = 500;

export function createTelegram(options: TelegramOptions): Telegram {
  const { token, webhook, desk, now, onEvent, operators = [], drawPicture = null } = options;
  const tempo = { ...TEMPO, ...options.tempo };
  const log = options.log.child({ platform: "telegram" });
  const root = (options.apiRoot ?? "https://api.telegram.org").replace(/\/+$/, "");
  const api = new Api(token, { apiRoot: root, timeoutSeconds: tempo.callSeconds });
  const pollingApi = new Api(token, { apiRoot: root, timeoutSeconds: tempo.pollSeconds + tempo.callSeconds });
  /** Stops taking updates; then, when all is finished or time is up, everything. */
  const taking = new AbortController();
  const working = new AbortController();
  const end = Promise.withResolvers<void>();
  end.promise.catch(() => {});
  const outage = Promise.withResolvers<void>();
  let stopping = false;
  const turns = new Turns();
  const flight = new Set<Promise<unknown>>();
  const seen = new Set<number>();
  const buttons = new Buttons();
  let conversation: Conversation | null = null;
  let polling: Promise<void> = Promise.resolve();

  const fail = (detail: string): void => {
    if (stopping) return;
    taking.abort();
    end.reject(new Error(detail));
  };
  const tell = async (event: ChatEvent): Promise<void> => {
    try {
      await onEvent(event);
    } catch (error) {
      log.error({ err: error, event }, "an event could not be handled");
    }
  };
  const signal = working.signal;
  const pace = new Pace(tempo.pace);
  const calls = new Calls({ api, pace, buttons, drawPicture, log, signal, onFatal: fail });
  const draws = drawPicture !== null;
  const answering = new Answering({ calls, buttons, draws, log, now, tell, signal, retryMs: tempo.retryMs });
  const messenger = createMessenger(calls, draws, log, now);

  function inFlight<T>(work: Promise<T>): Promise<T> {
    flight.add(work);
    const done = () => flight.delete(work);
    work.then(done, done);
    return work;
  }

  /** True when the update is taken (or was before), false when there is no room for it. */
  function take(update: Update): boolean {
    if (seen.has(update.update_id)) return true;
    const entered = turns.enter(keyOf(update), async () => {
      try {
        await conversation!.handle(update);
      } catch (error) {
        log.error({ err: error, update: update.update_id }, "an update could not be handled");
      }
    });
    if (!entered) {
      log.warn({ update: update.update_id }, "a chat asks faster than it can be answered; an update was dropped");
      return false;
    }
    seen.add(update.update_id);
    if (seen.size > SEEN) seen.delete(seen.values().next().value!);
    return true;
  }

  /** Asks until Telegram answers: at start an outage is waited for. Throws when it says no. */
  async function persist<T>(what: string, request: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      const answered = await calls.ask(request);
      if (answered.kind === "ok") return answered.result;
      if (answered.kind === "fatal" || taking.signal.aborted) throw new Error(answered.detail);
      if (answered.kind === "refused") throw new Error(`Telegram refused to ${what}: ${answered.detail}`);
      const backoff = Math.min(tempo.retryMs * 2 ** Math.min(tries, 10), 30_000);
      const pause = answered.kind === "wait" ? answered.seconds * 1_000 : backoff;
      log.warn({ failure: answered, pause }, "Telegram could not be reached; trying again");
      outage.resolve();
      await sleep(pause, undefined, { signal: taking.signal }).catch(() => {});
    }
  }

  async function listen(): Promise<void> {
    if (webhook != null) {
      const ask = { secret_token: secretOf(webhook.secret, token), allowed_updates: UPDATES, max_connections: 40 };
      await persist(`send updates to ${webhook.url}`, () => api.setWebhook(webhook.url, ask));
      return;
    }
    await persist("remove an old webhook", () => api.deleteWebhook());
    const room = async () => {
      while (turns.size >= MOST_IN_FLIGHT && !taking.signal.aborted) await sleep(50);
    };
    const { pollSeconds: seconds, retryMs } = tempo;
    polling = poll({ api: pollingApi, seconds, retryMs, log, signal: taking.signal, take, room });
    polling.catch((error: Error) => fail(error.message));
  }

  async function begin(): Promise<void> {
    const me = await persist("say who this bot is", () => api.getMe());
    const { patienceMs } = tempo;
    conversation = new Conversation({ calls, answering, buttons, desk, me, operators, log, now, tell, patienceMs });
    await listen();
    log.info({ bot: me.username, by: webhook == null ? "polling" : "webhook" }, "on Telegram");
    const insist = <T>(request: () => Promise<T>) => answering.insist(request);
    // Not waited for by a stop: whatever is missing is set at the next start.
    updateMenus({ api, insist, commands: desk.commands, operators, log }).catch((error: unknown) => {
      log.error({ err: error }, "the menus could not be set");
    });
  }

  return {
    platform: "telegram",
    done: end.promise,
    parts: messenger.parts,
    send: (chat, part, nonce) => inFlight(messenger.send(chat, part, nonce)),
    async start() {
      const up = begin();
      up.catch((error: Error) => fail(error.message));
      await Promise.race([up, outage.promise]);
    },
    async stop() {
      stopping = true;
      taking.abort();
      const started = performance.now();
      const left = () => Math.max(0, tempo.finishMs - (performance.now() - started));
      await turns.settle(left());
      await settled([...flight, polling], left());
      working.abort();
      end.resolve();
    },
    handleWebhook(body, headers) {
      if (webhook == null) return 404;
      if (!isSecret(headers["x-telegram-bot-api-secret-token"], secretOf(webhook.secret, token))) return 401;
      // Telegram keeps what it cannot deliver and sends it again.
      if (conversation === null || taking.signal.aborted || turns.size >= MOST_IN_FLIGHT) return 503;
      const update = updateOf(body);
      if (update === null) return 400;
      take(update);
      return 200;
    },
  };
}

/** Whose line an update stands in: its chat's, else its person's. */
function keyOf(update: Update): string {
  const chat = update.message?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat;
  if (chat !== undefined) return String(chat.id);
  return `person ${update.inline_query?.from.id ?? update.callback_query?.from.id ?? ""}`;
}

function updateOf(body: string): Update | null {
  try {
    const update: unknown = JSON.parse(body);
    const isUpdate = typeof update === "object" && update !== null && "update_id" in update;
    return isUpdate && Number.isSafeInteger(update.update_id) ? (update as Update) : null;
  } catch {
    return null;
  }
}

/** The secret Telegram shows with each update; of an unset one, a digest of the token, which nobody else has. */
function secretOf(secret: string, token: string): string {
  return secret === "" ? createHash("sha256").update(`webhook ${token}`).digest("base64url") : secret;
}

function isSecret(given: string | readonly string[] | undefined, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return typeof given === "string" && timingSafeEqual(digest(given), digest(secret));
}

async function settled(work: readonly Promise<unknown>[], ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([Promise.allSettled(work), enough]);
  clearTimeout(timer);
}
