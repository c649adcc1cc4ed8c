// What is under way: waited for when the bot leaves, for so long and no longer.
export class Flight {
  readonly #under = new Set<Promise<unknown>>();

  /** Keeps sight of some work until it ends, however it ends. */
  watch<T>(work: Promise<T>): Promise<T> {
    this.#under.add(work);
    const done = () => this.#under.delete(work);
    work.then(done, done);
    return work;
  }

  /** Resolves when all of it has ended, or after so many milliseconds. */
  async landed(milliseconds: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([Promise.allSettled(this.#under), enough]);
    clearTimeout(timer);
  }
}
