// Buttons under a message: an address, or a command packed into Telegram's 64 bytes or kept under a short key.
import type { InlineKeyboardButton } from "grammy/types";
import type { Action, Post } from "../../model/post.ts";
import { LongPresses, type Noting, type Pressed, pressedOf } from "../press.ts";
import { harmless, linkOf } from "./render.ts";

/** The most bytes Telegram takes as a button's data, buttons in a row, and buttons under a message. */
const MAX_DATA = 64;
const MAX_ROW = 8;
const MAX_BUTTONS = 100;

export class Buttons {
  readonly #long: LongPresses;

  /** Null where no other process is told of presses. */
  constructor(noting: Noting | null = null) {
    this.#long = new LongPresses(noting);
  }

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
  async read(data: string): Promise<Pressed | null> {
    const [, name, page, inPlace, rest] = /^([^|#]+)\|(\d{0,6})\|(i?)\|([\s\S]*)$/.exec(data) ?? [];
    if (name !== undefined) {
      return { name, arguments: rest!, page: Math.max(1, Number(page)), inPlace: inPlace === "i" };
    }
    return data.startsWith("#") ? this.#long.find(data.slice(1)) : null;
  }

  #button(action: Action): InlineKeyboardButton[] {
    const text = harmless(action.label).trim() || "…";
    if (!("href" in action)) return [{ text, callback_data: this.#data(action) }];
    const url = linkOf(action.href);
    return url === null ? [] : [{ text, url }];
  }

  #data(action: Extract<Action, { readonly name: string }>): string {
    const pressed = pressedOf(action);
    const { name, arguments: given, page, inPlace } = pressed;
    const data = `${name}|${page === 1 ? "" : page}|${inPlace ? "i" : ""}|${given}`;
    if (Buffer.byteLength(data) <= MAX_DATA && page < 1_000_000) return data;
    return `#${this.#long.keyOf(pressed)}`;
  }
}
