// Takes updates in: each once, those of one chat in order, no more at a time than can be worked on.
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import type { Log } from "../../model/log.ts";
import { Turns } from "./turns.ts";

/** Updates remembered, so that one that comes twice is answered once. */
const SEEN = 10_000;
/** Updates in the works before no more are taken. */
const MOST = 500;
/** In the works for longer than this, an update counts as handled: one slow answer must not hold up everybody's. */
const SLOW_MS = 10_000;
const LOOK_AGAIN_MS = 50;

/** How far the updates have come. */
export interface Progress {
  /** The first that is not handled yet, or the one after the last; null before any came. */
  readonly offset: number | null;
  readonly isHandled: boolean;
}

export class Intake {
  readonly #handle: (update: Update) => Promise<void>;
  readonly #log: Log;
  readonly #turns = new Turns();
  readonly #seen = new Set<number>();
  /** In the works, oldest first. */
  readonly #open = new Map<number, { readonly came: number; readonly handled: Promise<void> }>();
  #last: number | null = null;

  constructor(handle: (update: Update) => Promise<void>, log: Log) {
    this.#handle = handle;
    this.#log = log;
  }

  get isFull(): boolean {
    return this.#turns.size >= MOST;
  }

  /** Resolves when the update is handled, or is not going to be. */
  take(update: Update): Promise<void> {
    const { update_id: id } = update;
    if (this.#seen.has(id)) return this.#open.get(id)?.handled ?? Promise.resolve();
    this.#seen.add(id);
    if (this.#seen.size > SEEN) this.#seen.delete(this.#seen.values().next().value!);
    this.#last = id;
    const handled = this.#turns.enter(keyOf(update), () => this.#work(update));
    if (handled === null) {
      this.#log.warn({ update: id }, "a chat asks faster than it can be answered; an update was dropped");
      return Promise.resolve();
    }
    this.#open.set(id, { came: performance.now(), handled });
    return handled;
  }

  progress(): Progress {
    const young = performance.now() - SLOW_MS;
    for (const [id, { came }] of this.#open) if (came > young) return { offset: id, isHandled: false };
    return { offset: this.#last === null ? null : this.#last + 1, isHandled: true };
  }

  /** Resolves when nothing is in the works, after so many milliseconds, or when the signal aborts; never while full. */
  async handled(milliseconds: number, signal: AbortSignal): Promise<void> {
    const until = performance.now() + milliseconds;
    while (!signal.aborted && (this.isFull || (!this.progress().isHandled && performance.now() < until))) {
      await Promise.race([this.#turns.settled(), sleep(LOOK_AGAIN_MS, undefined, { signal }).catch(() => {})]);
    }
  }

  /** Resolves when everything taken is done. */
  settled(): Promise<void> {
    return this.#turns.settled();
  }

  async #work(update: Update): Promise<void> {
    try {
      await this.#log.within(`telegram:${update.update_id}`, () => this.#handle(update));
    } catch (error) {
      this.#log.error({ err: error, update: update.update_id }, "an update could not be handled");
    } finally {
      this.#open.delete(update.update_id);
    }
  }
}

/** Whose line an update stands in: its chat's, else its person's. */
function keyOf(update: Update): string {
  const chat = update.message?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat;
  if (chat !== undefined) return String(chat.id);
  return `person ${update.inline_query?.from.id ?? update.callback_query?.from.id ?? ""}`;
}
