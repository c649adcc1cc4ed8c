// The structured log: one JSON object a line on standard error, with every secret cut out of whatever is written.
import { AsyncLocalStorage } from "node:async_hooks";
import { type Logger, pino } from "pino";
import type { Log } from "./model/log.ts";

export interface LogOptions {
  readonly level: "debug" | "info" | "warn" | "error" | "silent";
  /** Tokens and passwords: never written, wherever in a line they stand. */
  readonly secrets: readonly string[];
  /** Takes whole lines; standard error unless given. */
  readonly write?: (line: string) => void;
}

/** Secrets are cut from the finished line, so that none slips through an error's message, stack or address. */
export function createLog(options: LogOptions): Log {
  const secrets = options.secrets.filter((secret) => secret.length > 0).flatMap(spellings);
  const write = options.write ?? ((line: string) => void process.stderr.write(line));
  const redacted = {
    write(line: string): void {
      write(secrets.reduce((text, secret) => text.replaceAll(secret, "[redacted]"), line));
    },
  };
  const { level } = options;
  const mixin = (): object => ({ ...underWay.getStore() });
  return logOf(pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, mixin }, redacted));
}

/**
 * Held for as long as the work goes on, over every wait: to pass a log of its own down through rooms and queues would be
 * to lose the id at the first place that forgets to.
 */
const underWay = new AsyncLocalStorage<{ readonly id: string }>();

function logOf(logger: Logger): Log {
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    child: (fields) => logOf(logger.child(fields)),
    within: (id, work) => underWay.run({ id }, work),
  };
}

/** A secret as it stands, and as an address or JSON writes it. */
function spellings(secret: string): string[] {
  return [...new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])];
}
