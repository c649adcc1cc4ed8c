// Every message leaves through here: paced, held back where Telegram said so, its failure sorted, the bot's end told.
import { type Api, InputFile } from "grammy";
import type { Chat } from "../../model/chat.ts";
import type { Log } from "../../model/log.ts";
import type { Part } from "../../model/post.ts";
import type { Buttons } from "./buttons.ts";
import { type Failure, failureOf } from "./failure.ts";
import { captionOf, type DrawPicture, pictureOf, textMessage } from "./message.ts";
import type { Pace } from "./pace.ts";

export type Answered<T> = { readonly kind: "ok"; readonly result: T } | Failure;

export interface CallsParts {
  readonly api: Api;
  readonly pace: Pace;
  readonly buttons: Buttons;
  readonly drawPicture: DrawPicture | null;
  readonly log: Log;
  /** Aborts when the bot stops: nothing waits for its turn after that. */
  readonly signal: AbortSignal;
  readonly onFatal: (detail: string) => void;
}

/** Where a message goes: `replyTo`, the message it answers; `begin`, asked when the request is about to leave. */
export interface Posting {
  readonly chat: Chat;
  readonly replyTo?: number | null;
  readonly begin?: (() => Promise<boolean>) | undefined;
}

export class Calls {
  readonly #with: CallsParts;

  constructor(parts: CallsParts) {
    this.#with = parts;
  }

  get api(): Api {
    return this.#with.api;
  }

  /** One request, once. */
  async ask<T>(request: () => Promise<T>): Promise<Answered<T>> {
    try {
      return { kind: "ok", result: await request() };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "fatal") this.#with.onFatal(failure.detail);
      return failure;
    }
  }

  /** Milliseconds a message to this chat would wait for its turn. */
  waitOf(chat: Chat): number {
    return this.#with.pace.waitOf(chat.id);
  }

  /** Sends a Part when it is the chat's turn; a quiet one without a sound. */
  async post(part: Part, { chat, replyTo = null, begin }: Posting): Promise<Answered<string>> {
    const { api, pace, buttons, log, signal } = this.#with;
    const picture = await this.#drawn(part);
    try {
      await pace.turn(chat.id, signal);
    } catch {
      return { kind: "unsent", detail: "the bot is stopping" };
    }
    if (begin !== undefined && !(await begin())) return { kind: "unsent", detail: "somebody else sends it" };
    const to = chatIdOf(chat);
    const where = {
      ...(chat.thread === null ? {} : { message_thread_id: Number(chat.thread) }),
      ...(part.quiet === true ? { disable_notification: true } : {}),
      ...(replyTo === null ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    };
    const { text, ...rest } = textMessage(part, buttons);
    const asText = () => api.sendMessage(to, text, { ...rest, ...where });
    const asPhoto = (photo: InputFile) => {
      const caption = captionOf(part);
      const keyboard = rest.reply_markup === undefined ? {} : { reply_markup: rest.reply_markup };
      const options = { caption: caption.text, caption_entities: [...caption.entities], ...keyboard, ...where };
      return api.sendPhoto(to, photo, options);
    };
    let answered: Answered<{ readonly message_id: number }> =
      picture === null ? await this.ask(asText) : await this.ask(() => asPhoto(picture));
    // A chat that takes no photos, or a photo Telegram cannot read: its description is better than nothing.
    if (
      picture !== null &&
      answered.kind === "refused" &&
      /\bphoto|\bimage|SEND_PHOTOS|SEND_MEDIA/i.test(answered.detail)
    ) {
      log.warn({ chat, failure: answered }, "a picture was refused; its description goes instead");
      answered = await this.ask(asText);
    }
    if (answered.kind === "wait") pace.hold(chat.id, answered.seconds);
    return answered.kind === "ok" ? { kind: "ok", result: String(answered.result.message_id) } : answered;
  }

  async #drawn(part: Part): Promise<InputFile | null> {
    const picture = pictureOf(part);
    const { drawPicture, log } = this.#with;
    if (picture === null || drawPicture === null) return null;
    try {
      return new InputFile(await drawPicture(picture), "picture.png");
    } catch (error) {
      log.error({ err: error, picture: picture.kind }, "a picture could not be drawn; its description goes instead");
      return null;
    }
  }
}

/** Ids as numbers, public names ("@name") as they are. */
export function chatIdOf(chat: Chat): number | string {
  return /^-?\d+$/.test(chat.id) ? Number(chat.id) : chat.id;
}
