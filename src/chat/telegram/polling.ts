// Long polling: asks for updates again and again, over every outage, until told to stop or refused for good.
import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "grammy";
import type { Update } from "grammy/types";
import type { Log } from "../../model/log.ts";
import { failureOf } from "./failure.ts";

/** The kinds of update this bot reads; Telegram remembers the list. */
export const UPDATES = ["message", "callback_query", "inline_query", "my_chat_member"] as const;

export interface PollingParts {
  readonly api: Api;
  /** Seconds one request waits at Telegram for something to happen. */
  readonly seconds: number;
  readonly retryMs: number;
  readonly log: Log;
  readonly signal: AbortSignal;
  take(update: Update): void;
  /** Resolves when there is room for more. */
  room(): Promise<void>;
}

const LONGEST_PAUSE_MS = 30_000;

/** Polls until the signal aborts. Throws with a clear message when Telegram ends it: token refused, two pollers. */
export async function poll({ api, seconds, retryMs, log, signal, take, room }: PollingParts): Promise<void> {
  let offset: number | undefined;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const ask = { timeout: seconds, allowed_updates: UPDATES, ...(offset === undefined ? {} : { offset }) };
      const updates = await api.getUpdates(ask, signal as Parameters<Api["getUpdates"]>[1]);
      if (failures > 0) log.info({ failures }, "Telegram answers again");
      failures = 0;
      for (const update of updates) {
        take(update);
        offset = update.update_id + 1;
      }
      await room();
    } catch (error) {
      if (signal.aborted) break;
      const failure = failureOf(error);
      if (failure.kind === "fatal") throw new Error(failure.detail);
      failures += 1;
      const backoff = Math.min(retryMs * 2 ** Math.min(failures - 1, 10), LONGEST_PAUSE_MS);
      const pause = failure.kind === "wait" ? Math.min(failure.seconds * 1_000, 600_000) : backoff;
      log.warn({ failure, pause }, "updates could not be fetched; trying again");
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }
  // What was taken is told to Telegram, so that it does not come again after a restart.
  if (offset !== undefined) await api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => {});
}
