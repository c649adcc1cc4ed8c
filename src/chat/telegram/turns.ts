// Updates of one chat one after another, different chats side by side.

/** How much may wait in one chat; what comes above it is dropped. */
const LONGEST_LINE = 30;

export class Turns {
  readonly #lines = new Map<string, { waiting: number; last: Promise<void> }>();
  readonly #running = new Set<Promise<void>>();

  /** Tasks begun or waiting. */
  get size(): number {
    return this.#running.size;
  }

  /** Runs the task when the ones before it under the same key have ended. Null when the line is too long. */
  enter(key: string, task: () => Promise<void>): Promise<void> | null {
    const line = this.#lines.get(key) ?? { waiting: 0, last: Promise.resolve() };
    if (line.waiting >= LONGEST_LINE) return null;
    line.waiting += 1;
    line.last = line.last.then(task);
    this.#lines.set(key, line);
    const done = line.last.finally(() => {
      line.waiting -= 1;
      if (line.waiting === 0) this.#lines.delete(key);
      this.#running.delete(done);
    });
    this.#running.add(done);
    return done;
  }

  /** Resolves when nothing runs or waits any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }
}
