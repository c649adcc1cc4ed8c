// What a button carries: the command it asks, packed into Discord's 100 characters or kept here under a short key.
import { createHash } from "node:crypto";
import type { Action } from "../../model/post.ts";

/** The command behind a button. */
export interface Pressed {
  readonly name: string;
  readonly arguments: string;
  readonly page: number;
  readonly inPlace: boolean;
}

/** `stale`: the button's arguments were kept by a process that is gone. */
export type PressedAnswer =
  | { readonly kind: "pressed"; readonly pressed: Pressed }
  | { readonly kind: "stale"; readonly name: string | null };

/** The most characters Discord takes as a button's id. */
const MAX_ID = 100;
const KEPT = 10_000;

export class Buttons {
  readonly #kept = new Map<string, Pressed>();

  /** The id of a button; `index` tells apart two buttons of one message that ask the same. */
  idOf(action: Extract<Action, { readonly name: string }>, index: number): string {
    const pressed: Pressed = {
      name: action.name,
      arguments: action.arguments,
      page: action.page ?? 1,
      inPlace: action.inPlace ?? false,
    };
    const id = `${index}|${pressed.name}|${pressed.page}|${pressed.inPlace ? "1" : "0"}|${pressed.arguments}`;
    if (id.length <= MAX_ID) return id;
    // The same arguments get the same key, so that showing them again after a restart revives old buttons.
    const key = createHash("sha256").update(JSON.stringify(pressed)).digest("base64url").slice(0, 22);
    this.#keep(key, pressed);
    return `${index}#${pressed.name}#${key}`;
  }

  /** What was asked by pressing the button with this id. */
  read(id: string): PressedAnswer {
    const [, name, page, inPlace, rest] = /^\d+\|([^|]*)\|(\d{1,6})\|([01])\|([\s\S]*)$/.exec(id) ?? [];
    if (name !== undefined) {
      const pressed = { name, arguments: rest!, page: Math.max(1, Number(page)), inPlace: inPlace === "1" };
      return { kind: "pressed", pressed };
    }
    const [, keptName, key] = /^\d+#([^#]*)#([\w-]+)$/.exec(id) ?? [];
    const pressed = key === undefined ? undefined : this.#kept.get(key);
    if (pressed === undefined) return { kind: "stale", name: keptName ?? null };
    this.#keep(key!, pressed);
    return { kind: "pressed", pressed };
  }

  /** Remembers at the young end; the longest unused goes first. */
  #keep(key: string, pressed: Pressed): void {
    this.#kept.delete(key);
    this.#kept.set(key, pressed);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
  }
}
