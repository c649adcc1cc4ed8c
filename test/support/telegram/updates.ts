// Updates on their way to the bot: fetched by long polling, or posted to its webhook.
import type { ServerResponse } from "node:http";
import type { Update } from "grammy/types";
import { CONFLICT, type Refusal, refusalOf } from "./faults.ts";
import type { Params } from "./messages.ts";

const DELIVERIES = 5;

export class Updates {
  /** All that ever happened, in order. */
  readonly happened: Update[] = [];
  webhook: { readonly url: string; readonly secret: string } | null = null;
  readonly #queue: Update[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  #poll: (() => void) | null = null;
  #next = 1_000;

  /** Not confirmed yet. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Takes in what happens; `twice` brings the same update again. */
  add(happening: Omit<Update, "update_id">, twice: boolean): Update {
    const update = { update_id: this.#next++, ...happening } as Update;
    this.happened.push(update);
    for (const one of twice ? [update, update] : [update]) {
      if (this.webhook === null) this.#queue.push(one);
      else void this.#deliver(one);
    }
    this.#poll?.();
    return update;
  }

  /** Takes getUpdates; a second poller ends the first. */
  async fetch(params: Params, response: ServerResponse): Promise<readonly Update[] | Refusal> {
    const offset = Number(params.offset ?? 0);
    while (this.#queue.length > 0 && this.#queue[0]!.update_id < offset) this.#queue.shift();
    const other = this.#poll;
    this.#poll = null;
    other?.();
    const seconds = Number(params.timeout ?? 0);
    if (this.#queue.length === 0 && seconds > 0) {
      const isReplaced = await this.#wait(seconds * 1_000, response);
      if (isReplaced) return refusalOf(CONFLICT)!;
    }
    return this.#queue.slice(0, Number(params.limit ?? 100));
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** Waits for an update, the time-out, or the end of the connection; true when another poller took over. */
  async #wait(ms: number, response: ServerResponse): Promise<boolean> {
    let mine: (() => void) | null = null;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#timers.add(timer);
      mine = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#poll = mine;
      response.on("close", mine);
    });
    const isReplaced = this.#poll !== mine && this.#queue.length === 0 && !response.destroyed;
    if (this.#poll === mine) this.#poll = null;
    return isReplaced;
  }

  async #deliver(update: Update): Promise<void> {
    const { url, secret } = this.webhook!;
    const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
    for (let tries = 0; tries < DELIVERIES; tries++) {
      const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(update) }).catch(() => null);
      if (response?.ok === true) break;
    }
  }
}
