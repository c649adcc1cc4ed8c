// A Telegram of our own on loopback: speaks the Bot API to an unmodified client, holds every request against the
// schema and the server's rules, plays people and chats, and breaks in the ways the real one does.
import { EventEmitter } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Chat, ChatMember, MessageEntity, Update, User } from "grammy/types";
import { readBody } from "./body.ts";
import { CONFLICT, type Fault, type Refusal, refusalOf } from "./faults.ts";
import { type Linked, linkedTokens } from "./linking.ts";
import { brokenRule } from "./rules.ts";
import { breachOf, prepareSchema } from "./schema.ts";
import { BOT, CHANNEL, type Happening, messageOf, type Saying } from "./world.ts";

type Params = Record<string, unknown>;

/** A request that was taken. */
export interface Taken {
  readonly method: string;
  readonly params: Params;
  readonly result: unknown;
  /** Milliseconds since the fake began. */
  readonly at: number;
}

/** A message of the bot as people see it now. */
export interface Seen {
  readonly id: number;
  readonly chat: string;
  readonly thread: number | null;
  text: string;
  entities: readonly MessageEntity[];
  buttons: readonly (readonly { readonly text: string; readonly callback_data?: string; readonly url?: string }[])[];
  readonly replyTo: number | null;
  /** The PNG of a photo. */
  readonly photo: Buffer | null;
  edits: number;
}

interface Planned {
  readonly method: string;
  readonly fault: Fault;
  times: number;
}

const PATIENCE = 8_000;

export class FakeTelegram {
  readonly token = "4242:a_token-for-tests-that-opens-no-door";
  readonly me: User & { username: string } = BOT;
  /** Requests taken, in order. */
  readonly taken: Taken[] = [];
  /** Messages of the bot, edited in place. */
  readonly seen: Seen[] = [];
  /** What the real server would have refused. Empty at the end of every test. */
  readonly breaches: string[] = [];
  /** Tokens Telegram would have linked in text the bot sent. */
  readonly linked: Linked[] = [];
  /** Answers to pressed buttons, by query id. */
  readonly pressAnswers = new Map<string, Params>();
  readonly inlineAnswers = new Map<string, Params>();
  /** Rights of people by chat id (or "@name") and person; nobody else is a member. */
  readonly members = new Map<string, ChatMember>();
  /** Every request line that came, before anything was decided. */
  readonly asked: string[] = [];
  webhook: { readonly url: string; readonly secret: string } | null = null;
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly #changed = new EventEmitter().setMaxListeners(1_000);
  readonly #planned: Planned[] = [];
  /** Updates sent to the bot, in order. */
  readonly happened: Update[] = [];
  readonly #updates: Update[] = [];
  readonly #menus = new Map<string, unknown>();
  readonly #delays = new Set<NodeJS.Timeout>();
  readonly #openPresses = new Set<string>();
  /** An answer did not arrive whole: the bot may rightly ask again. */
  #lost = false;
  #poll: (() => void) | null = null;
  #nextUpdate = 1_000;
  #nextMessage = 100;
  #nextQuery = 1;
  readonly #began = performance.now();

  /** Where it listens: "http://127.0.0.1:PORT". */
  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async listen(): Promise<this> {
    prepareSchema();
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  async close(): Promise<void> {
    for (const delay of this.#delays) clearTimeout(delay);
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The next `times` requests of a method fail so. */
  fail(method: string, fault: Fault, times = 1): void {
    this.#planned.push({ method, fault, times });
  }

  /** Resolves when something holds; asked again after each request. */
  async until<T>(holds: () => T | null | undefined | false, what = holds.toString()): Promise<T> {
    const deadline = performance.now() + PATIENCE;
    for (;;) {
      const value = holds();
      if (value !== null && value !== undefined && value !== false) return value;
      const left = deadline - performance.now();
      if (left <= 0)
        throw new Error(`it never came about: ${what}; taken: ${this.taken.map((t) => t.method).join(" ")}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(left, 250));
        this.#changed.once("change", () => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Requests of one method. */
  of(method: string): readonly Taken[] {
    return this.taken.filter((one) => one.method === method);
  }

  /** Somebody writes; the message's id. */
  say(chat: Chat, from: User, text: string, saying: Saying = {}): number {
    const id = this.#nextMessage++;
    this.happen({ message: messageOf(id, now(), chat, from, text, saying) } as Happening);
    return id;
  }

  /** Somebody presses the button with this label (or data) under a message of the bot; the query's id. */
  press(seen: Seen, from: User, label: string, chat: Chat, extra: object = {}): string {
    const id = `press-${this.#nextQuery++}`;
    const button = seen.buttons.flat().find((one) => one.text === label);
    const message = {
      ...messageOf(seen.id, now(), chat, this.me, seen.text),
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

  /** Anything happens; `twice` sends the same update again. */
  happen(happening: Happening, twice = false): Update {
    const update = { update_id: this.#nextUpdate++, ...happening } as Update;
    this.happened.push(update);
    for (const one of twice ? [update, update] : [update]) {
      if (this.webhook === null) this.#updates.push(one);
      else void this.#deliver(one);
    }
    this.#poll?.();
    return update;
  }

  setMember(chat: Chat | string, member: ChatMember): void {
    const id = typeof chat === "string" ? chat : String(chat.id);
    this.members.set(`${id} ${member.user.id}`, member);
  }

  async #deliver(update: Update): Promise<void> {
    const { url, secret } = this.webhook!;
    for (let tries = 0; tries < 5; tries++) {
      const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
      const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(update) }).catch(() => null);
      if (response?.ok === true) break;
    }
    this.#changed.emit("change");
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token, method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? "") ?? [];
    this.asked.push(method);
    const fault = this.#faultFor(method);
    if (fault?.kind === "drop before") {
      request.socket.destroy();
      return this.#note();
    }
    try {
      const { params, files } = await readBody(request);
      if (token !== this.token) {
        const refusal: Refusal = { ok: false, error_code: 401, description: "Unauthorized" };
        return this.#send(response, refusal, null);
      }
      const breach = breachOf(method, params) ?? brokenRule(method, params);
      if (breach !== null) this.breaches.push(breach);
      const refusal = fault === null ? null : refusalOf(fault);
      if (fault?.kind === "html 502") {
        response.writeHead(502, { "content-type": "text/html" }).end("<html><h1>502 Bad Gateway</h1></html>");
      } else if (refusal !== null) this.#send(response, refusal, null);
      else await this.#take(method, params, files, response, fault);
    } catch (error) {
      if (!request.destroyed) this.breaches.push(`${method}: ${String(error)}`);
      response.destroy();
    } finally {
      this.#note();
    }
  }

  #note(): void {
    this.#changed.emit("change");
  }

  #faultFor(method: string): Fault | null {
    const planned = this.#planned.find((one) => one.method === method && one.times > 0);
    if (planned === undefined) return null;
    planned.times -= 1;
    return planned.fault;
  }

  async #take(
    method: string,
    params: Params,
    files: ReadonlyMap<string, Buffer>,
    response: ServerResponse,
    fault: Fault | null,
  ): Promise<void> {
    if (method === "getUpdates") return this.#send(response, await this.#wait(params, response), null);
    const answer = this.#answer(method, params, files);
    if (fault !== null) this.#lost = true;
    if (!("ok" in Object(answer) && (answer as Refusal).ok === false)) {
      this.taken.push({ method, params, result: answer, at: performance.now() - this.#began });
    }
    this.#send(response, answer, fault);
  }

  /** The result of a method, or a refusal. */
  #answer(method: string, params: Params, files: ReadonlyMap<string, Buffer>): unknown {
    switch (method) {
      case "getMe":
        return { ...this.me, ...ME };
      case "sendMessage":
      case "sendPhoto":
        return this.#post(params, files);
      case "editMessageText":
        return this.#edit(params);
      case "answerCallbackQuery": {
        const id = String(params.callback_query_id);
        if (!this.#openPresses.delete(id)) {
          if (!this.#lost) this.breaches.push(`${id} was answered twice, or never asked`);
          const description = "Bad Request: query is too old and response timeout expired or query ID is invalid";
          return { ok: false, error_code: 400, description };
        }
        this.pressAnswers.set(id, params);
        return true;
      }
      case "answerInlineQuery":
        this.inlineAnswers.set(String(params.inline_query_id), params);
        for (const result of params.results as { input_message_content: Params }[]) {
          this.#watch(result.input_message_content.message_text, result.input_message_content.entities);
        }
        return true;
      case "getChat":
        return this.#chatOf(String(params.chat_id));
      case "getChatMember":
        return this.#memberOf(params);
      case "setWebhook":
        this.webhook = { url: String(params.url), secret: String(params.secret_token ?? "") };
        return true;
      case "deleteWebhook":
        this.webhook = null;
        return true;
      default:
        return this.#setting(method, params);
    }
  }

  #chatOf(name: string): unknown {
    const chat = PUBLIC.find(({ username }) => `@${username}` === name);
    return chat === undefined
      ? { ok: false, error_code: 400, description: "Bad Request: chat not found" }
      : { ...chat, accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: NO_GIFTS };
  }

  #memberOf(params: Params): unknown {
    const chat = String(params.chat_id);
    const member = this.members.get(`${chat} ${String(params.user_id)}`);
    if (member !== undefined) return member;
    const isKnown = [...this.members.keys()].some((key) => key.startsWith(`${chat} `));
    const description = isKnown ? "Bad Request: user not found" : "Bad Request: chat not found";
    return { ok: false, error_code: 400, description };
  }

  /** Menus, name, descriptions: what was set is what is got. */
  #setting(method: string, { commands, name, description, short_description, ...scope }: Params): unknown {
    const what = method.replace(/^(get|set|delete)/, "");
    const key = `${what} ${JSON.stringify(scope)}`;
    const isMenu = what === "MyCommands";
    if (method.startsWith("set")) {
      this.#menus.set(key, isMenu ? commands : (name ?? description ?? short_description));
      return true;
    }
    if (isMenu) return this.#menus.get(key) ?? [];
    const field = what === "MyName" ? "name" : what === "MyDescription" ? "description" : "short_description";
    return { [field]: this.#menus.get(key) ?? "" };
  }

  /** Holds a menu or text as an earlier start left it. */
  holdMenu(scope: object, commands: unknown): void {
    this.#menus.set(`MyCommands ${JSON.stringify(scope)}`, commands);
  }

  menuOf(type: string): readonly { readonly command: string; readonly description: string }[] {
    return (this.#menus.get(`MyCommands ${JSON.stringify({ scope: { type } })}`) ?? []) as never;
  }

  #post(params: Params, files: ReadonlyMap<string, Buffer>): unknown {
    const attached = /^attach:\/\/(.+)$/.exec(String(params.photo))?.[1];
    const photo = attached === undefined ? null : (files.get(attached) ?? null);
    if ("photo" in params && photo === null) this.breaches.push("sendPhoto: no file came with it");
    const text = String(params.text ?? params.caption ?? "");
    const entities = (params.entities ?? params.caption_entities ?? []) as readonly MessageEntity[];
    const seen: Seen = {
      id: this.#nextMessage++,
      chat: String(params.chat_id),
      thread: (params.message_thread_id as number | undefined) ?? null,
      text,
      entities,
      buttons: buttonsOf(params),
      replyTo: (params.reply_parameters as { message_id: number } | undefined)?.message_id ?? null,
      photo,
      edits: 0,
    };
    this.seen.push(seen);
    this.#watch(text, entities);
    return this.#resultOf(seen);
  }

  #edit(params: Params): unknown {
    const seen = this.seen.find((one) => one.id === params.message_id && one.chat === String(params.chat_id));
    const refusal = (description: string) => ({
      ok: false,
      error_code: 400,
      description: `Bad Request: ${description}`,
    });
    if (seen === undefined) return refusal("message to edit not found");
    if (seen.photo !== null) return refusal("there is no text in the message to edit");
    const entities = (params.entities ?? []) as readonly MessageEntity[];
    const buttons = buttonsOf(params);
    const same =
      JSON.stringify([seen.text, seen.entities, seen.buttons]) === JSON.stringify([params.text, entities, buttons]);
    if (same)
      return refusal("message is not modified: specified new message content and reply markup are exactly the same");
    Object.assign(seen, { text: String(params.text), entities, buttons, edits: seen.edits + 1 });
    this.#watch(seen.text, entities);
    return this.#resultOf(seen);
  }

  #resultOf({ id, chat, text, entities, photo, edits }: Seen): object {
    const numeric = Number(chat);
    const type = numeric > 0 ? { type: "private", first_name: "A" } : { type: "supergroup", title: "A group" };
    const base = {
      message_id: id,
      date: now(),
      ...(edits === 0 ? {} : { edit_date: now() }),
      chat: { id: Number.isNaN(numeric) ? -1 : numeric, ...type },
      from: this.me,
    };
    if (photo !== null) return { ...base, photo: [], caption: text, caption_entities: entities };
    return { ...base, text, ...(entities.length === 0 ? {} : { entities }) };
  }

  #watch(text: unknown, entities: unknown): void {
    this.linked.push(...linkedTokens(String(text), (entities ?? []) as readonly MessageEntity[]));
  }

  /** Long polling; a second poller ends the first. */
  async #wait(params: Params, response: ServerResponse): Promise<unknown> {
    const offset = Number(params.offset ?? 0);
    while (this.#updates.length > 0 && this.#updates[0]!.update_id < offset) this.#updates.shift();
    const seconds = Number(params.timeout ?? 0);
    if (this.#poll !== null) {
      const other = this.#poll;
      this.#poll = null;
      other();
    }
    let mine: (() => void) | null = null;
    if (this.#updates.length === 0 && seconds > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, seconds * 1_000);
        this.#delays.add(timer);
        response.on("close", resolve);
        mine = this.#poll = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      const replaced = this.#poll !== mine && this.#updates.length === 0 && !response.destroyed;
      if (this.#poll === mine) this.#poll = null;
      if (replaced) return refusalOf(CONFLICT);
    }
    return this.#updates.slice(0, Number(params.limit ?? 100));
  }

  #send(response: ServerResponse, answer: unknown, fault: Fault | null): void {
    if (response.destroyed) return;
    if (fault?.kind === "drop after") {
      response.destroy();
      return;
    }
    const isRefusal = typeof answer === "object" && answer !== null && (answer as Refusal).ok === false;
    const body = JSON.stringify(isRefusal ? answer : { ok: true, result: answer });
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    response.writeHead(isRefusal ? (answer as Refusal).error_code : 200, headers);
    if (fault?.kind === "half") {
      response.write(body.slice(0, body.length / 2), () => response.destroy());
    } else if (fault?.kind === "slow") {
      this.#delays.add(setTimeout(() => response.end(body), fault.ms));
    } else response.end(body);
  }
}

function buttonsOf(params: Params): Seen["buttons"] {
  return (params.reply_markup as { inline_keyboard: Seen["buttons"] } | undefined)?.inline_keyboard ?? [];
}

function now(): number {
  return Math.floor(Date.now() / 1_000);
}

/** Chats with a public name. */
const PUBLIC = [CHANNEL];

const NO_GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

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
