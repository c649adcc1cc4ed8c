// One person cannot make the bot slow for others: so many costly commands a minute each, and no more.

export interface PersonLimit {
  /** Takes one turn of `person` (a person key). Seconds to wait when there is none left; 0 when it was taken. */
  take(person: string, now: Temporal.Instant): number;
}

/** At most `turns` in any `seconds`; people not seen for that long are forgotten. */
export function createPersonLimit(turns: number, seconds: number): PersonLimit {
  const taken = new Map<string, number[]>();
  let swept = 0;

  const sweep = (now: number): void => {
    if (now - swept < seconds * 1000) return;
    swept = now;
    for (const [person, times] of taken) if ((times.at(-1) ?? 0) <= now - seconds * 1000) taken.delete(person);
  };

  return {
    take(person, instant) {
      const now = instant.epochMilliseconds;
      sweep(now);
      const recent = (taken.get(person) ?? []).filter((time) => time > now - seconds * 1000);
      if (recent.length >= turns) {
        taken.set(person, recent);
        return Math.max(1, Math.ceil((recent[0]! + seconds * 1000 - now) / 1000));
      }
      taken.set(person, [...recent, now]);
      return 0;
    },
  };
}
