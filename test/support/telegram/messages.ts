// The messages of the bot as people see them: sent, edited in place, and what Telegram would have linked in them.
import type { MessageEntity } from "grammy/types";
import { type Refusal, refused } from "./faults.ts";
import { type Linked, linkedTokens } from "./linking.ts";
import { BOT, seconds } from "./world.ts";

export type Params = Readonly<Record<string, unknown>>;
export type Files = ReadonlyMap<string, Buffer>;

/** A message of the bot as it stands now. */
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

export class Messages {
  readonly seen: Seen[] = [];
  /** Tokens Telegram would have linked. */
  readonly linked: Linked[] = [];
  #next = 100;

  nextId(): number {
    return this.#next++;
  }

  /** Takes sendMessage and sendPhoto; the result. */
  post(params: Params, files: Files): object {
    const attached = /^attach:\/\/(.+)$/.exec(String(params.photo))?.[1];
    const seen: Seen = {
      id: this.nextId(),
      chat: String(params.chat_id),
      thread: (params.message_thread_id as number | undefined) ?? null,
      text: String(params.text ?? params.caption ?? ""),
      entities: (params.entities ?? params.caption_entities ?? []) as readonly MessageEntity[],
      buttons: buttonsOf(params),
      replyTo: (params.reply_parameters as { message_id: number } | undefined)?.message_id ?? null,
      photo: attached === undefined ? null : (files.get(attached) ?? null),
      edits: 0,
    };
    if ("photo" in params && seen.photo === null) throw new Error("no file came with sendPhoto");
    this.seen.push(seen);
    this.watch(seen.text, seen.entities);
    return resultOf(seen);
  }

  /** Takes editMessageText; the result, or why not. */
  edit(params: Params): object | Refusal {
    const seen = this.seen.find((one) => one.id === params.message_id && one.chat === String(params.chat_id));
    if (seen === undefined) return refused(400, "Bad Request: message to edit not found");
    if (seen.photo !== null) return refused(400, "Bad Request: there is no text in the message to edit");
    const after = { text: String(params.text), entities: params.entities ?? [], buttons: buttonsOf(params) };
    const before = { text: seen.text, entities: seen.entities, buttons: seen.buttons };
    if (JSON.stringify(before) === JSON.stringify(after)) return refused(400, "Bad Request: message is not modified");
    Object.assign(seen, after, { edits: seen.edits + 1 });
    this.watch(seen.text, seen.entities);
    return resultOf(seen);
  }

  /** Looks for what would be linked in a text. */
  watch(text: string, entities: readonly MessageEntity[]): void {
    this.linked.push(...linkedTokens(text, entities));
  }
}

function buttonsOf(params: Params): Seen["buttons"] {
  return (params.reply_markup as { inline_keyboard: Seen["buttons"] } | undefined)?.inline_keyboard ?? [];
}

function resultOf({ id, chat, text, entities, photo, edits }: Seen): object {
  const number = Number(chat);
  const type = number > 0 ? { type: "private", first_name: "A" } : { type: "supergroup", title: "A group" };
  const base = {
    message_id: id,
    date: seconds(),
    ...(edits === 0 ? {} : { edit_date: seconds() }),
    chat: { id: Number.isNaN(number) ? -1 : number, ...type },
    from: BOT,
  };
  if (photo !== null) return { ...base, photo: [], caption: text, caption_entities: entities };
  return { ...base, text, ...(entities.length === 0 ? {} : { entities }) };
}
