// One request a host at a time, and a pause between two: whoever wants a host waits for its turn.

export interface Turns {
  /** Runs `work` when the host is free and its pause is over. */
  take<T>(host: string, pauseMs: number, work: () => Promise<T>): Promise<T>;
}

/** `monotonic`: milliseconds of a clock that never jumps. `pause`: waits that many milliseconds. */
export function hostTurns(monotonic: () => number, pause: (milliseconds: number) => Promise<void>): Turns {
  const tails = new Map<string, Promise<void>>();
  const freeAt = new Map<string, number>();

  async function run<T>(host: string, before: Promise<void>, pauseMs: number, work: () => Promise<T>): Promise<T> {
    await before;
    const wait = (freeAt.get(host) ?? 0) - monotonic();
    if (wait > 0) await pause(wait);
    try {
      return await work();
    } finally {
      freeAt.set(host, monotonic() + pauseMs);
      if (freeAt.size > 10_000) forgetOld();
    }
  }

  function forgetOld(): void {
    for (const [host, at] of freeAt) if (at < monotonic() && !tails.has(host)) freeAt.delete(host);
  }

  return {
    take(host, pauseMs, work) {
      const running = run(host, tails.get(host) ?? Promise.resolve(), pauseMs, work);
      const tail = running.then(
        () => undefined,
        () => undefined,
      );
      tails.set(host, tail);
      void tail.then(() => {
        if (tails.get(host) === tail) tails.delete(host);
      });
      return running;
    },
  };
}
