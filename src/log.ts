// The structured log: one JSON object a line on standard error, with every secret cut out of whatever is written.
import { pino } from "pino";
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
  return pino({ level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, redacted);
}

/** A secret as it stands, and as an address or JSON writes it. */
function spellings(secret: string): string[] {
  return [...new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])];
}
