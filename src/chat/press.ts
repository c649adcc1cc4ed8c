// What a press on a button asks, and what becomes of it where it is longer than the button can carry.
import { createHash } from "node:crypto";
import type { Log } from "../model/log.ts";
import type { Action } from "../model/post.ts";
import type { Notes } from "../model/processes.ts";

/** The command behind a button. */
export interface Pressed {
  readonly name: string;
  readonly arguments: string;
  readonly page: number;
  readonly inPlace: boolean;
}

export function pressedOf(action: Extract<Action, { readonly name: string }>): Pressed {
  const { name, arguments: given, page = 1, inPlace = false } = action;
  return { name, arguments: given, page, inPlace };
}

/** Where presses are noted for other processes, and what goes wrong with that is told. */
export interface Noting {
  readonly notes: Notes;
  readonly log: Log;
}

/** Kept in memory, the longest unused forgotten first. */
const KEPT = 10_000;

/** Presses kept under short keys: in memory, and noted, because another process may be told of the press. */
export class LongPresses {
  readonly #kept = new Map<string, Pressed>();
  readonly #noting: Noting | null;

  /** Null where there is no other process. */
  constructor(noting: Noting | null) {
    this.#noting = noting;
  }

  /** A key of 22 characters: the same press gets the same one, in whatever process, before and after a restart. */
  keyOf(pressed: Pressed): string {
    const text = JSON.stringify(pressed);
    const key = createHash("sha256").update(text).digest("base64url").slice(0, 22);
    // Not waited for: nobody presses a button before they have seen it.
    if (!this.#kept.has(key)) void this.#note(key, text);
    this.#keep(key, pressed);
    return key;
  }

  /** Null when it is forgotten. */
  async find(key: string): Promise<Pressed | null> {
    const pressed = this.#kept.get(key) ?? (await this.#noted(key));
    if (pressed !== null) this.#keep(key, pressed);
    return pressed;
  }

  async #note(key: string, text: string): Promise<void> {
    try {
      await this.#noting?.notes.put(noteOf(key), text);
    } catch (error) {
      this.#noting?.log.warn({ err: error }, "what a button asks could not be noted");
    }
  }

  async #noted(key: string): Promise<Pressed | null> {
    try {
      const text = (await this.#noting?.notes.get(noteOf(key))) ?? null;
      return text === null ? null : (JSON.parse(text) as Pressed);
    } catch (error) {
      this.#noting?.log.warn({ err: error }, "what a button asks could not be read");
      return null;
    }
  }

  #keep(key: string, pressed: Pressed): void {
    this.#kept.delete(key);
    this.#kept.set(key, pressed);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
  }
}

function noteOf(key: string): string {
  return `button ${key}`;
}
