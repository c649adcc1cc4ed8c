// Long polling: asks for updates again and again, over every outage, until told to stop or refused for good. Telegram
// forgets an update when the next request says so: it is told only of those that were handled.
import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "grammy";
import type { Log } from "../../model/log.ts";
import { type Failure, failureOf } from "./failure.ts";
import type { Intake } from "./intake.ts";

/** The kinds of update this bot reads; Telegram remembers the list. */
export const UPDATES = ["message", "callback_query", "inline_query", "my_chat_member"] as const;

export interface PollingParts {
  readonly api: Api;
  readonly intake: Intake;
  /** Seconds one request waits at Telegram for something to happen. */
  readonly seconds: number;
  readonly retryMs: number;
  readonly log: Log;
  /** Aborts when nothing more is to be taken. */
  readonly stop: AbortSignal;
  /** Aborts when another process may be polling: not one request more. */
  readonly deposed: AbortSignal;
  /** Aborts when what is in the works is waited for no longer. */
  readonly leave: AbortSignal;
}

const LONGEST_PAUSE_MS = 30_000;
/** Whoever was polling is gone by then, or the lease is. */
const LONGEST_CONFLICT_MS = 5_000;
/** With something in the works Telegram answers at once, with what it told before: it is asked no sooner than this. */
const WORKING_MS = 200;

/** Polls until a signal aborts. Throws with a clear message when Telegram refuses the token. */
export async function poll(parts: PollingParts): Promise<void> {
  const { api, intake, seconds, retryMs, log, stop, deposed, leave } = parts;
  const signal = AbortSignal.any([stop, deposed]);
  let failures = 0;
  while (!signal.aborted) {
    try {
      const { offset, isHandled } = intake.progress();
      const ask = { timeout: isHandled ? seconds : 0, allowed_updates: UPDATES, ...offsetOf(offset) };
      const updates = await api.getUpdates(ask, signal as Parameters<Api["getUpdates"]>[1]);
      if (failures > 0) log.info({ failures }, "Telegram answers again");
      failures = 0;
      for (const update of updates) void intake.take(update);
      await intake.handled(WORKING_MS, signal);
    } catch (error) {
      if (signal.aborted) break;
      const failure = failureOf(error);
      if (failure.kind === "fatal") throw new Error(failure.detail);
      failures += 1;
      const pause = pauseAfter(failure, retryMs * 2 ** Math.min(failures - 1, 10));
      log.warn({ failure, pause }, "updates could not be fetched; trying again");
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }
  if (deposed.aborted) return;
  await intake.handled(LONGEST_PAUSE_MS, AbortSignal.any([leave, deposed]));
  const { offset } = intake.progress();
  // What was handled is told to Telegram, so that it does not come again after a restart.
  if (offset !== null && !deposed.aborted) await api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => {});
}

function offsetOf(offset: number | null): { offset?: number } {
  return offset === null ? {} : { offset };
}

function pauseAfter(failure: Failure, backoff: number): number {
  if (failure.kind === "wait") return Math.min(failure.seconds * 1_000, 600_000);
  const isConflict = failure.kind === "refused" && failure.code === 409;
  return Math.min(backoff, isConflict ? LONGEST_CONFLICT_MS : LONGEST_PAUSE_MS);
}
