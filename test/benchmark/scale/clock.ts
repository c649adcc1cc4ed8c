// How long a piece of work takes when it is asked for again and again, and how long it keeps the event loop from anything else.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate as turn } from "node:timers/promises";

export interface Timing {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** The event loop's delay meanwhile, milliseconds. */
  readonly loopP99: number;
  readonly loopMost: number;
  /** Processor milliseconds a try, all threads: steadier than the clock on a busy machine. */
  readonly cpu: number;
}

/** The histogram counts the millisecond between two looks as delay. */
const BETWEEN_LOOKS_MS = 1;

/** Each try has a turn of the event loop of its own. */
export async function timed(work: (n: number) => Promise<unknown>, tries: number): Promise<Timing> {
  const times: number[] = [];
  const loop = monitorEventLoopDelay({ resolution: BETWEEN_LOOKS_MS });
  await turn();
  const before = process.cpuUsage();
  loop.enable();
  for (let n = 0; n < tries; n += 1) {
    await turn();
    const begun = performance.now();
    await work(n);
    times.push(performance.now() - begun);
  }
  await turn();
  loop.disable();
  const { user, system } = process.cpuUsage(before);
  const delay = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - BETWEEN_LOOKS_MS);
  return {
    ...quantiles(times),
    loopP99: delay(loop.percentile(99)),
    loopMost: delay(loop.max),
    cpu: (user + system) / 1000 / tries,
  };
}

export function quantiles(times: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
