// Buttons under a message: an address, or a command packed into Telegram's 64 bytes or kept here under a short key.
import { createHash } from "node:crypto";
import type { InlineKeyboardButton } from "grammy/types";
import type { Action, Post } from "../../model/post.ts";
import { harmless, linkOf } from "./render.ts";

/** The command behind a button. */
export interface Pressed {
  readonly name: string;
  readonly arguments: string;
  readonly page: number;
  readonly inPlace: boolean;
}

/** The most bytes Telegram takes as a button's data, buttons in a row, and buttons under a message. */
const MAX_DATA = 64;
const MAX_ROW = 8;
const MAX_BUTTONS = 100;
/** Long arguments kept, the longest unused forgotten first. */
const KEPT = 10_000;

export class Buttons {
  readonly #kept = new Map<string, Pressed>();

  /** Rows of buttons for a message; undefined when there are none. */
  keyboard(actions: Post["actions"], onlyLinks = false): { inline_keyboard: InlineKeyboardButton[][] } | undefined {
    const rows: InlineKeyboardButton[][] = [];
    let count = 0;
    for (const row of actions ?? []) {
      const buttons = row.flatMap((action) => (onlyLinks && !("href" in action) ? [] : this.#button(action)));
      for (let at = 0; at < buttons.length && count < MAX_BUTTONS; at += MAX_ROW) {
        const some = buttons.slice(at, Math.min(at + MAX_ROW, at + MAX_BUTTONS - count));
        rows.push(some);
        count += some.length;
      }
    }
    return rows.length === 0 ? undefined : { inline_keyboard: rows };
  }

  /** What was asked by pressing a button with this data; null when what it carried is forgotten. */
  read(data: string): Pressed | null {
    const [, name, page, inPlace, rest] = /^([^|#]+)\|(\d{0,6})\|(i?)\|([\s\S]*)$/.exec(data) ?? [];
    if (name !== undefined) {
      return { name, arguments: rest!, page: Math.max(1, Number(page)), inPlace: inPlace === "i" };
    }
    const pressed = this.#kept.get(data);
    if (pressed === undefined) return null;
    this.#keep(data, pressed);
    return pressed;
  }

  #button(action: Action): InlineKeyboardButton[] {
    const text = harmless(action.label).trim() || "…";
    if (!("href" in action)) return [{ text, callback_data: this.#data(action) }];
    const url = linkOf(action.href);
    return url === null ? [] : [{ text, url }];
  }

  #data(action: Extract<Action, { readonly name: string }>): string {
    const page = action.page ?? 1;
    const pressed: Pressed = {
      name: action.name,
      arguments: action.arguments,
      page,
      inPlace: action.inPlace ?? false,
    };
    const data = `${action.name}|${page === 1 ? "" : page}|${pressed.inPlace ? "i" : ""}|${action.arguments}`;
    if (Buffer.byteLength(data) <= MAX_DATA && page < 1_000_000) return data;
    // The same arguments get the same key, so that an answer shown again after a restart revives its old buttons.
    const key = `#${createHash("sha256").update(JSON.stringify(pressed)).digest("base64url").slice(0, 22)}`;
    this.#keep(key, pressed);
    return key;
  }

  #keep(key: string, pressed: Pressed): void {
    this.#kept.delete(key);
    this.#kept.set(key, pressed);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
  }
}
