// Takes updates in: each once, those of one chat in order, no more at a time than can be worked on.
import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import type { Log } from "../../model/log.ts";
import { Turns } from "./turns.ts";

/** Updates remembered, so that one that comes twice is answered once. */
const SEEN = 10_000;
/** Updates in the works before no more are taken. */
const MOST = 500;

export class Intake {
  readonly #handle: (update: Update) => Promise<void>;
  readonly #log: Log;
  readonly #turns = new Turns();
  readonly #seen = new Set<number>();

  constructor(handle: (update: Update) => Promise<void>, log: Log) {
    this.#handle = handle;
    this.#log = log;
  }

  get isFull(): boolean {
    return this.#turns.size >= MOST;
  }

  take(update: Update): void {
    if (this.#seen.has(update.update_id)) return;
    this.#seen.add(update.update_id);
    if (this.#seen.size > SEEN) this.#seen.delete(this.#seen.values().next().value!);
    const entered = this.#turns.enter(keyOf(update), () => this.#work(update));
    if (entered) return;
    this.#log.warn({ update: update.update_id }, "a chat asks faster than it can be answered; an update was dropped");
  }

  /** Resolves when there is room for more. */
  async room(signal: AbortSignal): Promise<void> {
    while (this.isFull && !signal.aborted) await sleep(50);
  }

  /** Resolves when everything taken is done. */
  settled(): Promise<void> {
    return this.#turns.settled();
  }

  async #work(update: Update): Promise<void> {
    try {
      await this.#handle(update);
    } catch (error) {
      this.#log.error({ err: error, update: update.update_id }, "an update could not be handled");
    }
  }
}

/** Whose line an update stands in: its chat's, else its person's. */
function keyOf(update: Update): string {
  const chat = update.message?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat;
  if (chat !== undefined) return String(chat.id);
  return `person ${update.inline_query?.from.id ?? update.callback_query?.from.id ?? ""}`;
}
