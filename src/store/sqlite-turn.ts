// One connection writes to a SQLite file at a time: how a writer comes to its turn, and lets those go first whom somebody waits for.
import { randomInt } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { BUSY, codeOf } from "./sqlite-failure.ts";
import { isAnybody, type WritersWaiting, waitedLong, waitingAmong } from "./waiting.ts";

/** How long a writer waits for another process's transaction, without blocking this one. */
const PATIENCE_MS = 20_000;
/** What was changed until then is yet to be written, and whoever comes to write waits for that too. */
const LONGEST_MS = 20;
/** Writers that never end cannot keep one that gives way from ever writing. */
const GIVEN_WAY_MS = 200;

export class WriterTurn {
  readonly #database: DatabaseSync;
  readonly #waiting: WritersWaiting;
  readonly #givesWay: boolean;
  #begun = 0;

  constructor(database: DatabaseSync, waiting: WritersWaiting, givesWay: boolean) {
    this.#database = database;
    this.#waiting = waiting;
    this.#givesWay = givesWay;
  }

  /** See Engine.shouldEnd. */
  get shouldEnd(): boolean {
    return this.#givesWay && (isAnybody(this.#waiting) || performance.now() - this.#begun > LONGEST_MS);
  }

  /** See Engine.wasAwaitedLong. */
  get wasAwaitedLong(): boolean {
    return this.#givesWay && waitedLong(this.#waiting);
  }

  /** Begins a transaction that may write. Throws as SQLite does when another's does not end. */
  async begin(): Promise<void> {
    if (this.#givesWay) await this.#giveWay();
    if (!this.#mayBegin()) {
      // Who gives way counts for nobody who is to be waited for; and a thread that is ended leaves no count behind.
      await (this.#givesWay ? this.#getIn() : waitingAmong(this.#waiting, () => this.#getIn()));
    }
    this.#begun = performance.now();
  }

  async #giveWay(): Promise<void> {
    const deadline = performance.now() + GIVEN_WAY_MS;
    while (isAnybody(this.#waiting) && performance.now() < deadline) await pause(1);
  }

  async #getIn(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    do await pause(randomInt(1, 5));
    while (!this.#mayBegin() && performance.now() < deadline);
    if (!this.#database.isTransaction) this.#database.exec("begin immediate");
  }

  /** False: another connection writes. */
  #mayBegin(): boolean {
    try {
      this.#database.exec("begin immediate");
      return true;
    } catch (error) {
      if (codeOf(error) === BUSY) return false;
      throw error;
    }
  }
}
