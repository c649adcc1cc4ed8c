// A few places for what many want to do: whoever comes later waits, in order.

export interface Places {
  /** Waits for a place; gives what frees it. Rejects with the signal's reason when that aborts first. */
  take(signal: AbortSignal): Promise<() => void>;
}

export function openPlaces(many: number): Places {
  let free = many;
  const line: (() => void)[] = [];

  const leave = (): void => {
    free += 1;
    line.shift()?.();
  };

  return {
    async take(signal) {
      while (free === 0) {
        await new Promise<void>((resolve, reject) => {
          const giveUp = (): void => {
            const at = line.indexOf(goOn);
            if (at >= 0) line.splice(at, 1);
            reject(signal.reason as Error);
          };
          const goOn = (): void => {
            signal.removeEventListener("abort", giveUp);
            resolve();
          };
          if (signal.aborted) return reject(signal.reason as Error);
          signal.addEventListener("abort", giveUp, { once: true });
          line.push(goOn);
        });
      }
      free -= 1;
      return leave;
    },
  };
}
