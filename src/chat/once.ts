// What comes to several processes, or comes again, is answered once: whoever claims it first does it.
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../model/log.ts";
import type { Claim, Claims } from "../model/processes.ts";
import { within } from "./within.ts";

export interface OnceParts {
  /** Null: there is nobody else. */
  readonly claims: Claims | null;
  readonly log: Log;
  /** Longest that a person can be kept waiting for the claim. Without an answer by then the work is done all the same. */
  readonly patienceMs: number;
  /** How long to watch over what another process is at, in case that one died over it; 0: not at all. */
  readonly watchMs: number;
}

const LOOK_AGAIN_MS = 500;

/**
 * Does the work under this id, unless another process does it or it was done before. Only a kill in the moment between
 * an answer and the note that it was given lets it be given again: a person would rather read it twice than not at all.
 */
export async function once(id: string, work: () => Promise<void>, parts: OnceParts): Promise<void> {
  const { claims, log, watchMs } = parts;
  if (claims === null) return work();
  const until = performance.now() + watchMs;
  let claim = await claimed(id, claims, parts);
  while (claim === "busy" && performance.now() < until) {
    await sleep(LOOK_AGAIN_MS);
    claim = await claimed(id, claims, parts);
  }
  if (claim !== "ours") return log.debug({ claim }, "somebody else answers");
  await work();
  // A person has the answer: what is left to do here must not cost them anything.
  await claims.done(id).catch((error: unknown) => log.warn({ err: error }, "an answer could not be marked as given"));
}

async function claimed(id: string, claims: Claims, { log, patienceMs }: OnceParts): Promise<Claim> {
  try {
    const claim = await within(claims.take(id), patienceMs);
    if (claim !== null) return claim;
    log.warn({}, "a claim took too long; answering without it");
  } catch (error) {
    log.warn({ err: error }, "a claim failed; answering without it");
  }
  return "ours";
}
