// What a button carries: the command it asks, packed into Discord's 100 characters or kept under a short key.
import type { Action } from "../../model/post.ts";
import { LongPresses, type Noting, type Pressed, pressedOf } from "../press.ts";

/** `stale`: the button's arguments are forgotten. */
export type PressedAnswer =
  | { readonly kind: "pressed"; readonly pressed: Pressed }
  | { readonly kind: "stale"; readonly name: string | null };

/** The most characters Discord takes as a button's id. */
const MAX_ID = 100;

export class Buttons {
  readonly #long: LongPresses;

  /** Null where no other process is told of presses. */
  constructor(noting: Noting | null = null) {
    this.#long = new LongPresses(noting);
  }

  /** The id of a button; `index` tells apart two buttons of one message that ask the same. */
  idOf(action: Extract<Action, { readonly name: string }>, index: number): string {
    const pressed = pressedOf(action);
    const id = `${index}|${pressed.name}|${pressed.page}|${pressed.inPlace ? "1" : "0"}|${pressed.arguments}`;
    if (id.length <= MAX_ID) return id;
    return `${index}#${pressed.name}#${this.#long.keyOf(pressed)}`;
  }

  /** What was asked by pressing the button with this id. */
  async read(id: string): Promise<PressedAnswer> {
    const [, name, page, inPlace, rest] = /^\d+\|([^|]*)\|(\d{1,6})\|([01])\|([\s\S]*)$/.exec(id) ?? [];
    if (name !== undefined) {
      const pressed = { name, arguments: rest!, page: Math.max(1, Number(page)), inPlace: inPlace === "1" };
      return { kind: "pressed", pressed };
    }
    const [, keptName, key] = /^\d+#([^#]*)#([\w-]+)$/.exec(id) ?? [];
    const pressed = key === undefined ? null : await this.#long.find(key);
    return pressed === null ? { kind: "stale", name: keptName ?? null } : { kind: "pressed", pressed };
  }
}
