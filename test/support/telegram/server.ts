// A Telegram of our own on loopback: speaks the Bot API to an unmodified client, holds every request against the
// schema and the server's rules, plays people and chats, and breaks in the ways the real one does.
import { EventEmitter } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Chat, ChatMember, MessageEntity, Update, User } from "grammy/types";
import { readBody } from "./body.ts";
import { type Fault, isRefusal, refusalOf, refused } from "./faults.ts";
import type { Linked } from "./linking.ts";
import { Menus } from "./menus.ts";
import { type Files, Messages, type Params, type Seen } from "./messages.ts";
import { People } from "./people.ts";
import { brokenRule } from "./rules.ts";
import { breachOf, prepareSchema } from "./schema.ts";
import { Updates } from "./updates.ts";
import { BOT, type Happening, messageOf, type Saying, seconds } from "./world.ts";

/** A request that was taken. */
export interface Taken {
  readonly method: string;
  readonly params: Params;
  readonly result: unknown;
  /** Milliseconds since the fake began. */
  readonly at: number;
}

interface Planned {
  readonly method: string;
  readonly fault: Fault;
  times: number;
}

/** Milliseconds that `until` waits. */
const PATIENCE = 8_000;

export class FakeTelegram {
  readonly token = "4242:a_token-for-tests-that-opens-no-door";
  readonly me: User & { username: string } = BOT;
  /** Requests taken, in order; getUpdates is left out. */
  readonly taken: Taken[] = [];
  /** The method of every request that came, before anything was decided. */
  readonly asked: string[] = [];
  /** When updates were asked for, as `performance.now()` tells it. */
  readonly polls: number[] = [];
  /** What went wrong on order, and for which chat. */
  readonly faulted: { readonly method: string; readonly kind: Fault["kind"]; readonly chat: string }[] = [];
  /** What the real server would have refused. Empty at the end of every test. */
  readonly breaches: string[] = [];
  /** Answers to pressed buttons and to inline queries, by query id. */
  readonly pressAnswers = new Map<string, Params>();
  readonly inlineAnswers = new Map<string, Params>();
  readonly menus = new Menus();
  readonly #messages = new Messages();
  readonly #people = new People();
  readonly #updates = new Updates();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly #changed = new EventEmitter().setMaxListeners(1_000);
  readonly #planned: Planned[] = [];
  readonly #delays = new Set<NodeJS.Timeout>();
  readonly #openPresses = new Set<string>();
  /** An answer did not arrive whole: the bot may rightly ask again. */
  #lost = false;
  #nextQuery = 1;
  /** What `at` counts from, as `performance.now()` tells it. */
  readonly began = performance.now();

  /** Where it listens: "http://127.0.0.1:PORT". */
  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Messages of the bot, edited in place. */
  get seen(): readonly Seen[] {
    return this.#messages.seen;
  }

  /** Tokens Telegram would have linked in what the bot wrote. */
  get linked(): readonly Linked[] {
    return this.#messages.linked;
  }

  /** Updates that happened, in order. */
  get happened(): readonly Update[] {
    return this.#updates.happened;
  }

  /** Updates that no request has confirmed yet. */
  get waiting(): number {
    return this.#updates.waiting;
  }

  async listen(): Promise<this> {
    prepareSchema();
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  async close(): Promise<void> {
    for (const delay of this.#delays) clearTimeout(delay);
    this.#updates.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The next `times` requests of a method fail so. */
  fail(method: string, fault: Fault, times = 1): void {
    this.#planned.push({ method, fault, times });
  }

  /** Resolves with what holds, once it does; asked again after each request. */
  async until<T>(holds: () => T | null | undefined | false, what = holds.toString(), ms = PATIENCE): Promise<T> {
    const deadline = performance.now() + ms;
    for (;;) {
      const value = holds();
      if (value !== null && value !== undefined && value !== false) return value;
      const left = deadline - performance.now();
      if (left <= 0) throw new Error(`it never came about: ${what}; asked: ${this.asked.join(" ")}`);
      await this.#change(Math.min(left, 250));
    }
  }

  /** Requests of one method that were taken. */
  of(method: string): readonly Taken[] {
    return this.taken.filter((one) => one.method === method);
  }

  /** Somebody writes; the message's id. */
  say(chat: Chat, from: User, text: string, saying: Saying = {}): number {
    const id = this.#messages.nextId();
    this.happen({ message: messageOf(id, seconds(), chat, from, text, saying) } as Happening);
    return id;
  }

  /** Somebody presses the button with this label (or data) under a message of the bot; the query's id. */
  press(seen: Seen, from: User, label: string, chat: Chat, extra: object = {}): string {
    const id = `press-${this.#nextQuery++}`;
    const button = seen.buttons.flat().find((one) => one.text === label);
    const message = {
      ...messageOf(seen.id, seconds(), chat, this.me, seen.text),
      ...(seen.photo === null ? {} : { text: undefined, photo: [] }),
      ...(seen.thread === null ? {} : { message_thread_id: seen.thread, is_topic_message: true }),
    };
    this.#openPresses.add(id);
    const data = button?.callback_data ?? label;
    this.happen({ callback_query: { id, from, chat_instance: "1", message, data, ...extra } } as Happening);
    return id;
  }

  /** Somebody types after the bot's name; the query's id. */
  type(from: User, query: string, offset = ""): string {
    const id = `inline-${this.#nextQuery++}`;
    this.happen({ inline_query: { id, from, query, offset, chat_type: "sender" } } as Happening);
    return id;
  }

  /** Anything happens; `twice` brings the same update again. */
  happen(happening: Happening, twice = false): Update {
    return this.#updates.add(happening, twice);
  }

  setMember(chat: Chat, member: ChatMember): void {
    this.#people.set(chat, member);
  }

  #change(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#changed.once("change", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token, method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? "") ?? [];
    this.asked.push(method);
    if (method === "getUpdates") this.polls.push(performance.now());
    const fault = this.#faultFor(method);
    try {
      const { params, files } = await readBody(request);
      if (fault !== null) this.faulted.push({ method, kind: fault.kind, chat: String(params.chat_id) });
      if (fault?.kind === "drop before") return void request.socket.destroy();
      if (token !== this.token) return this.#send(response, refused(401, "Unauthorized"), null);
      const breach = breachOf(method, params) ?? brokenRule(method, params);
      if (breach !== null) this.breaches.push(breach);
      const refusal = fault === null ? null : refusalOf(fault);
      if (fault?.kind === "html 502") {
        response.writeHead(502, { "content-type": "text/html" }).end("<html><h1>502 Bad Gateway</h1></html>");
      } else if (refusal !== null) this.#send(response, refusal, null);
      else if (method === "getUpdates") this.#send(response, await this.#updates.fetch(params, response), fault);
      else this.#take(method, params, files, response, fault);
    } catch (error) {
      if (!request.destroyed) this.breaches.push(`${method}: ${String(error)}`);
      response.destroy();
    } finally {
      this.#changed.emit("change");
    }
  }

  #faultFor(method: string): Fault | null {
    const planned = this.#planned.find((one) => one.method === method && one.times > 0);
    if (planned === undefined) return null;
    planned.times -= 1;
    return planned.fault;
  }

  #take(method: string, params: Params, files: Files, response: ServerResponse, fault: Fault | null): void {
    const result = this.#answer(method, params, files);
    if (fault !== null) this.#lost = true;
    if (!isRefusal(result)) this.taken.push({ method, params, result, at: performance.now() - this.began });
    this.#send(response, result, fault);
  }

  /** The result of a method, or a refusal. */
  #answer(method: string, params: Params, files: Files): unknown {
    switch (method) {
      case "getMe":
        return { ...this.me, ...ME };
      case "sendMessage":
      case "sendPhoto":
        return this.#messages.post(params, files);
      case "editMessageText":
        return this.#messages.edit(params);
      case "answerCallbackQuery":
        return this.#pressAnswered(String(params.callback_query_id), params);
      case "answerInlineQuery":
        return this.#inlineAnswered(params);
      case "getChat":
        return this.#people.chatOf(params);
      case "getChatMember":
        return this.#people.memberOf(params);
      case "setWebhook":
        this.#updates.webhook = { url: String(params.url), secret: String(params.secret_token ?? "") };
        return true;
      case "deleteWebhook":
        this.#updates.webhook = null;
        return true;
      case "sendChatAction":
        return true;
      default:
        return this.menus.answer(method, params);
    }
  }

  #pressAnswered(id: string, params: Params): unknown {
    if (!this.#openPresses.delete(id)) {
      if (!this.#lost) this.breaches.push(`${id} was answered twice, or never asked`);
      return refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    }
    this.pressAnswers.set(id, params);
    return true;
  }

  #inlineAnswered(params: Params): unknown {
    this.inlineAnswers.set(String(params.inline_query_id), params);
    for (const { input_message_content: content } of params.results as { input_message_content: Params }[]) {
      this.#messages.watch(String(content.message_text), (content.entities ?? []) as MessageEntity[]);
    }
    return true;
  }

  #send(response: ServerResponse, answer: unknown, fault: Fault | null): void {
    if (response.destroyed) return;
    if (fault?.kind === "drop after") return void response.destroy();
    const body = JSON.stringify(isRefusal(answer) ? answer : { ok: true, result: answer });
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    response.writeHead(isRefusal(answer) ? answer.error_code : 200, headers);
    if (fault?.kind === "half") response.write(body.slice(0, body.length / 2), () => response.destroy());
    else if (fault?.kind === "slow") this.#delays.add(setTimeout(() => response.end(body), fault.ms));
    else response.end(body);
  }
}

/** What getMe says besides the user. */
const ME = {
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  supports_guest_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};
