// Keeps to Telegram's limits: 30 messages a second overall, one a second in a chat, 20 a minute in a group. A chat
// that must wait, waits alone: only a message about to leave counts for the others.
import { setTimeout as sleep } from "node:timers/promises";

export interface PaceLimits {
  /** Messages a second overall. */
  readonly overall: number;
  /** Milliseconds between messages of one chat. */
  readonly chatMs: number;
  /** Messages a minute in a group or channel. */
  readonly group: number;
}

export const TELEGRAM_PACE: PaceLimits = { overall: 30, chatMs: 1_000, group: 20 };

interface Lane {
  /** When the next message may leave, in milliseconds. */
  next: number;
  /** When the last ones left (groups only), oldest first. */
  readonly recent: number[];
}

const MINUTE = 60_000;
const LANES = 10_000;

export class Pace {
  readonly #limits: PaceLimits;
  readonly #lanes = new Map<string, Lane>();
  #overall = 0;

  constructor(limits: PaceLimits) {
    this.#limits = limits;
  }

  /** Milliseconds a message to this chat would wait now. */
  waitOf(chat: string): number {
    return Math.max(0, this.#free(this.#lane(chat), chat) - performance.now());
  }

  /** Waits for this chat's turn, then for everybody's. Rejects when the signal aborts. */
  async turn(chat: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const lane = this.#lane(chat);
    const at = Math.max(performance.now(), this.#free(lane, chat));
    lane.next = at + this.#limits.chatMs;
    if (isGroup(chat)) lane.recent.push(at);
    await until(at, signal);
    const slot = Math.max(performance.now(), this.#overall);
    this.#overall = slot + 1_000 / this.#limits.overall;
    await until(slot, signal);
  }

  /** Telegram told this chat to wait. */
  hold(chat: string, seconds: number): void {
    const lane = this.#lane(chat);
    lane.next = Math.max(lane.next, performance.now() + seconds * 1_000);
  }

  #free({ next, recent }: Lane, chat: string): number {
    while (recent.length > 0 && recent[0]! <= performance.now() - MINUTE) recent.shift();
    if (!isGroup(chat) || recent.length < this.#limits.group) return next;
    return Math.max(next, recent[recent.length - this.#limits.group]! + MINUTE);
  }

  #lane(chat: string): Lane {
    let lane = this.#lanes.get(chat);
    if (lane === undefined) {
      if (this.#lanes.size >= LANES) this.#sweep();
      lane = { next: 0, recent: [] };
      this.#lanes.set(chat, lane);
    }
    return lane;
  }

  #sweep(): void {
    const now = performance.now();
    for (const [chat, lane] of this.#lanes) {
      if (lane.next <= now && (lane.recent.at(-1) ?? 0) <= now - MINUTE) this.#lanes.delete(chat);
    }
  }
}

/** Groups and channels have negative ids, or a public name. */
function isGroup(chat: string): boolean {
  return chat.startsWith("-") || chat.startsWith("@");
}

async function until(at: number, signal: AbortSignal): Promise<void> {
  const wait = at - performance.now();
  if (wait > 0) await sleep(wait, undefined, { signal });
}
