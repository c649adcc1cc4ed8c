// Which of several processes polls: the one that holds the lease. It stops before another may begin.
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../model/log.ts";
import type { Lease } from "../../model/processes.ts";

/** Milliseconds. */
export interface Terms {
  /** How long a lease lasts that is not renewed: a poller that was killed is missed for so long. */
  readonly leaseMs: number;
  readonly renewMs: number;
  /** So long before its lease runs out a poller that could not renew it stops. */
  readonly marginMs: number;
  /** How often those who stand by ask. */
  readonly standbyMs: number;
}

/** A killed poller is replaced within 12 s. */
export const TERMS: Terms = { leaseMs: 10_000, renewMs: 2_500, marginMs: 2_000, standbyMs: 1_000 };

export interface ElectionParts {
  readonly lease: Lease;
  readonly terms: Terms;
  readonly log: Log;
  /** Aborts when the process stops. */
  readonly stop: AbortSignal;
}

/**
 * Runs `polling` whenever the lease is ours, until `stop` aborts. Its signal aborts when the lease is, or may soon be,
 * another's; after a stop it may end in order while the lease is still kept, and then the lease is given back at once.
 */
export async function whileElected(
  parts: ElectionParts,
  polling: (deposed: AbortSignal) => Promise<void>,
): Promise<void> {
  const { lease, terms, log, stop } = parts;
  let isStandingBy = false;
  try {
    while (!stop.aborted) {
      const asked = performance.now();
      if (await isElected(parts)) {
        if (isStandingBy) log.info({}, "this process polls Telegram now");
        isStandingBy = false;
        await inOffice(parts, asked, polling);
      } else {
        if (!isStandingBy) log.info({}, "another process polls Telegram; standing by");
        isStandingBy = true;
        await sleep(terms.standbyMs, undefined, { signal: stop }).catch(() => {});
      }
    }
  } finally {
    await lease.release().catch((error: unknown) => log.warn({ err: error }, "the lease could not be given back"));
  }
}

/** One term; `asked`: when the lease was asked for, from which on it is sure to last. */
async function inOffice(
  { lease, terms, log }: ElectionParts,
  asked: number,
  polling: (deposed: AbortSignal) => Promise<void>,
): Promise<void> {
  const deposed = new AbortController();
  const over = new AbortController();
  const endOf = (since: number): NodeJS.Timeout =>
    setTimeout(() => deposed.abort(), Math.max(0, since + terms.leaseMs - terms.marginMs - performance.now()));
  let end = endOf(asked);
  const keep = async (): Promise<void> => {
    while (!over.signal.aborted && !deposed.signal.aborted) {
      await sleep(terms.renewMs, undefined, { signal: over.signal }).catch(() => {});
      if (over.signal.aborted) return;
      const since = performance.now();
      const isHeld = await lease.hold(terms.leaseMs).catch(() => null);
      if (isHeld === false) deposed.abort();
      if (isHeld !== true || over.signal.aborted) continue;
      clearTimeout(end);
      end = endOf(since);
    }
  };
  // Not waited for: a store that hangs would hold up the end of this term.
  void keep();
  try {
    await polling(deposed.signal);
    if (deposed.signal.aborted) log.warn({}, "the lease for polling was lost");
  } finally {
    over.abort();
    clearTimeout(end);
  }
}

/** Is the lease ours? No as well when the store does not say so in time, or a stop comes first. */
async function isElected({ lease, terms, log, stop }: ElectionParts): Promise<boolean> {
  const asking = new AbortController();
  const enough = sleep(terms.leaseMs, false, { signal: AbortSignal.any([asking.signal, stop]) }).catch(() => false);
  try {
    return await Promise.race([lease.hold(terms.leaseMs), enough]);
  } catch (error) {
    log.warn({ err: error }, "the store does not say who polls Telegram");
    return false;
  } finally {
    asking.abort();
  }
}
