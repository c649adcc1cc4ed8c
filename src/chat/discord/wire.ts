// Requests to Discord and what their failures mean: told apart once, here, and never repeated with a token in them.
import { DiscordAPIError, HTTPError, RateLimitError, type REST, type RequestData } from "discord.js";

/** Why a request failed. `unsent`: it cannot have been taken. `unclear`: it may have been. */
export type Failure =
  | { readonly kind: "refused"; readonly status: number; readonly code: number; readonly detail: string }
  | { readonly kind: "limited"; readonly retryAfterMs: number; readonly detail: string }
  | { readonly kind: "unsent"; readonly detail: string }
  | { readonly kind: "unclear"; readonly detail: string };

/** Failures to reach the other side at all, or to trust it. */
const UNSENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|UNABLE_TO_\w+|\w*SELF_SIGNED\w*)$/;
const TURNED_AWAY_MS = 60_000;

/** Reads any error a request threw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UnclearError) return { kind: "unclear", detail: error.message };
  if (error instanceof RateLimitError) {
    return { kind: "limited", retryAfterMs: Math.max(0, error.retryAfter), detail: "Discord asks to slow down" };
  }
  if (error instanceof DiscordAPIError) {
    // Discord numbers its errors. What comes without a number comes from the front it stands behind: a page that turns
    // everybody away for a while, which says nothing about this one chat.
    if (typeof error.code !== "number") {
      return { kind: "limited", retryAfterMs: TURNED_AWAY_MS, detail: `turned away before Discord (${error.status})` };
    }
    const { code } = error;
    return {
      kind: "refused",
      status: error.status,
      code,
      detail: `${error.status} ${code} ${firstLine(error.message)}`,
    };
  }
  if (error instanceof HTTPError) return { kind: "unclear", detail: `Discord answered ${error.status}` };
  const code = codeOf(error);
  if (UNSENT.test(code)) return { kind: "unsent", detail: `Discord cannot be reached (${code})` };
  const name = error instanceof Error ? error.name : "unknown";
  return { kind: "unclear", detail: `the connection failed before Discord answered (${code || name})` };
}

/** Addresses carry interaction tokens: an error is told by its code and first line, and no address survives. */
function firstLine(message: string): string {
  return message
    .replace(/https?:\/\/\S+/g, "[address]")
    .replace(/\s*\n\s*/g, "; ")
    .slice(0, 300);
}

function codeOf(error: unknown): string {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return "";
}

/** What to ask of Discord: the library's request data with its method and route. */
export interface Ask extends RequestData {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  readonly route: `/${string}`;
}

/** A request of which one try may have been taken, although the last certainly was not. */
class UnclearError extends Error {}

/**
 * Makes a request that may be repeated without harm (it edits, deletes, or carries an enforced nonce), a few times
 * where Discord's answer was lost. `onUnclear` hears of each try that may have been taken.
 * @throws the last error, or one that reads as unclear when an earlier try may have been taken
 */
export async function askAgain(
  rest: REST,
  ask: Ask,
  pauses: readonly number[],
  onUnclear: () => void = () => {},
): Promise<unknown> {
  let unclear = false;
  for (let attempt = 0; ; attempt++) {
    try {
      return await askOnce(rest, ask);
    } catch (error) {
      const { kind, detail } = failureOf(error);
      const pause = pauses[attempt];
      if (kind === "unclear") {
        unclear = true;
        onUnclear();
      }
      if (kind === "refused") throw error;
      if (pause === undefined || kind === "limited") throw unclear ? new UnclearError(detail, { cause: error }) : error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Makes a request that must not be taken twice; repeats it only where the first cannot have arrived. */
export async function askCarefully(rest: REST, ask: Ask, pauses: readonly number[]): Promise<unknown> {
  for (const pause of pauses) {
    try {
      return await askOnce(rest, ask);
    } catch (error) {
      if (failureOf(error).kind !== "unsent") throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return askOnce(rest, ask);
}

function askOnce(rest: REST, { method, route, ...data }: Ask): Promise<unknown> {
  return rest[method](route, data);
}
