// One update, handled: a command answered, a button's press, an inline query, news of a chat.
import type { CallbackQuery, InlineQuery, Message, Update, UserFromGetMe } from "grammy/types";
import type { Desk } from "../../commands/desk.ts";
import type { Chat, Request } from "../../model/chat.ts";
import type { ChatEvent } from "../../model/event.ts";
import type { Log } from "../../model/log.ts";
import { type Post, plainText } from "../../model/post.ts";
import type { Claims } from "../../model/processes.ts";
import { once } from "../once.ts";
import type { Pressed } from "../press.ts";
import { accessOf } from "./access.ts";
import type { Answering } from "./answering.ts";
import type { Buttons } from "./buttons.ts";
import { type Calls, chatIdOf } from "./calls.ts";
import { type Asked, askedIn, chatOf, presserOf, type Who, writerOf } from "./incoming.ts";
import { inlineAnswer } from "./inline.ts";
import { eventIn } from "./places.ts";

export interface ConversationParts {
  readonly calls: Calls;
  readonly answering: Answering;
  readonly buttons: Buttons;
  readonly desk: Desk;
  readonly me: UserFromGetMe;
  readonly operators: readonly string[];
  readonly log: Log;
  readonly now: () => Temporal.Instant;
  readonly tell: (event: ChatEvent) => Promise<void>;
  /** Milliseconds before a person is shown that an answer is in the making. */
  readonly patienceMs: number;
  /** Null: no other process takes updates. */
  readonly claims: Claims | null;
}

const STALE = "This button is too old: I no longer know what it asked. Please send the command again.";
const ELSEWHERE = "I cannot answer here. Open a chat with me and send the command there.";
const FAILED = "Something went wrong on my side, and it is in the log. Please try again in a moment.";
/** The most characters of a button's answer that pops up. */
const MAX_ALERT = 200;
/** A claim that takes longer than this is not waited for; another process's is watched until it must have run out. */
const CLAIM_MS = 5_000;
const WATCH_MS = 20_000;

export class Conversation {
  readonly #with: ConversationParts;
  readonly #names: ReadonlySet<string>;

  constructor(parts: ConversationParts) {
    this.#with = parts;
    this.#names = new Set(parts.desk.commands.map(({ name }) => name));
  }

  async handle(update: Update): Promise<void> {
    const event = eventIn(update);
    // To hear of an event twice does no harm, nor does to offer quotes twice.
    if (event !== null) await this.#with.tell(event);
    if (update.inline_query !== undefined) await this.#inline(update.inline_query);
    const { message, callback_query: query } = update;
    if (query !== undefined) await this.#once(update, () => this.#pressed(query));
    const asked = message === undefined ? null : askedIn(message, this.#with.me, this.#names);
    const who = message === undefined ? null : writerOf(message);
    if (message === undefined || asked === null || who === null) return;
    await this.#once(update, () => this.#message(message, asked, who));
  }

  #once({ update_id }: Update, work: () => Promise<void>): Promise<void> {
    const { claims, log } = this.#with;
    return once(`telegram:${update_id}`, work, { claims, log, patienceMs: CLAIM_MS, watchMs: WATCH_MS });
  }

  async #message(message: Message, asked: Asked, who: Who): Promise<void> {
    const { answering, calls } = this.#with;
    const chat = chatOf(message);
    const isPrivate = message.chat.type === "private";
    const typing = () => {
      const topic = chat.thread === null ? {} : { message_thread_id: Number(chat.thread) };
      void calls.ask(() => calls.api.sendChatAction(chatIdOf(chat), "typing", topic));
    };
    const post = await this.#patiently(this.#ask(chat, who, isPrivate, asked, 1), typing);
    await answering.reply(chat, post, isPrivate ? null : message.message_id);
  }

  async #pressed(query: CallbackQuery): Promise<void> {
    const { answering, buttons, calls, me } = this.#with;
    let answered = false;
    const settle = async (answer: PressAnswer = {}): Promise<void> => {
      if (answered) return;
      answered = true;
      await answering.insist(() => calls.api.answerCallbackQuery(query.id, answer));
    };
    const { message } = query;
    if (message === undefined) return settle(alert(ELSEWHERE));
    const pressed = query.data === undefined ? null : await buttons.read(query.data);
    if (pressed === null) return settle(alert(STALE));
    if (message.chat.type === "channel" && this.#isForEveryone(pressed.name)) {
      return settle(deepLink(me.username, pressed) ?? alert(ELSEWHERE));
    }

    const isPrivate = message.chat.type === "private";
    // A message too old to be seen ("inaccessible") has date 0 and no topic.
    const isSeen = message.date !== 0;
    const chat = isSeen ? chatOf(message) : chatOf({ chat: message.chat });
    const asking = this.#ask(chat, presserOf(query), isPrivate, pressed, pressed.page);
    const post = await this.#patiently(asking, () => void settle().catch(() => {}));
    const told = plainText(post);
    const popsUp = post.quiet === true && post.actions === undefined && told.length <= MAX_ALERT;
    if (popsUp && !answered) return settle(alert(told));
    const canEdit = pressed.inPlace && isSeen && "text" in message && !popsUp && !drawn(post);
    if (!canEdit) {
      await settle();
      return answering.reply(chat, post, null);
    }
    const trouble = await answering.edit(chat, message.message_id, post);
    if (trouble !== null && answered) return answering.reply(chat, line(trouble), null);
    await settle(trouble === null ? {} : alert(trouble));
  }

  /** In a channel a reader's press must not post or edit for everybody else: it opens a private chat instead. */
  #isForEveryone(name: string): boolean {
    return this.#with.desk.commands.find((command) => command.name === name)?.access !== "administrators";
  }

  async #inline(query: InlineQuery): Promise<void> {
    const { desk, buttons, now, answering, calls, log } = this.#with;
    try {
      const { results, other } = await inlineAnswer(query, desk, buttons, now());
      const answered = await answering.insist(() => calls.api.answerInlineQuery(query.id, results, other));
      if (answered.kind !== "ok") log.warn({ failure: answered }, "an inline query could not be answered");
    } catch (error) {
      log.error({ err: error }, "an inline query failed");
      await calls.ask(() => calls.api.answerInlineQuery(query.id, [], { cache_time: 0 }));
    }
  }

  async #ask(chat: Chat, who: Who, isPrivate: boolean, asked: Asked, page: number): Promise<Post> {
    const { calls, me, operators, desk, now, log } = this.#with;
    const isOperator = operators.includes(who.person.id);
    const request: Request = {
      chat,
      person: who.person,
      isPrivate,
      name: asked.name,
      arguments: asked.arguments,
      page,
      access: accessOf({ calls, me, who, here: chat, isPrivate, isOperator }),
    };
    try {
      return await desk.answer(request, now());
    } catch (error) {
      log.error({ err: error, command: asked.name }, "the desk failed");
      return line(FAILED);
    }
  }

  /** Waits for an answer; when it takes long, the person is shown that it is in the making. */
  async #patiently<T>(work: Promise<T>, show: () => void): Promise<T> {
    const timer = setTimeout(show, this.#with.patienceMs);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
    }
  }
}

type PressAnswer = { readonly text?: string; readonly show_alert?: boolean; readonly url?: string };

function alert(text: string): PressAnswer {
  return { text: text.slice(0, MAX_ALERT), show_alert: true };
}

/** An address that asks this in a private chat with the bot; null when it does not fit in one. */
function deepLink(bot: string, { name, arguments: given, page }: Pressed): PressAnswer | null {
  const payload = [name, ...given.split(/\s+/).filter(Boolean)].join("-");
  if (page !== 1 || !/^[a-z]+(-[A-Za-z0-9]+)*$/.test(payload) || payload.length > 64) return null;
  return { url: `https://t.me/${bot}?start=${payload}` };
}

function line(text: string): Post {
  return { blocks: [{ kind: "paragraph", spans: [{ text }] }], quiet: true };
}

function drawn(post: Post): boolean {
  return post.blocks.some((block) => block.kind === "picture");
}
