// How long to wait before trying again.

const FIRST_MINUTES = 5;
const LONGEST_MINUTES = 24 * 60;

/**
 * Minutes to wait after `errors` failures in a row: doubling from 5 minutes to a day, the upper half of it at random
 * ("equal jitter"), so that feeds that failed together do not come back together. `random`: 0 up to 1.
 */
export function backoffMinutes(errors: number, random: () => number): number {
  const full = Math.min(LONGEST_MINUTES, FIRST_MINUTES * 2 ** Math.max(0, Math.min(20, errors - 1)));
  return full / 2 + (full / 2) * random();
}

/**
 * The instant a Retry-After header names (seconds or an HTTP date), not before `now` and at most a day ahead; null
 * when there is none that can be read.
 */
export function retryAfter(header: string | undefined, now: Temporal.Instant): Temporal.Instant | null {
  if (header === undefined) return null;
  const seconds = /^\s*\d{1,9}\s*$/.test(header) ? Number(header) : (Date.parse(header) - now.epochMilliseconds) / 1000;
  if (Number.isNaN(seconds)) return null;
  return now.add({ seconds: Math.round(Math.min(24 * 3600, Math.max(0, seconds))) });
}
