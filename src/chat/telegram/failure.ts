// What went wrong with a request, as one of few cases; nothing that could hold the token leaves this file.
import { GrammyError, HttpError } from "grammy";

export type Failure =
  /** Telegram said no. */
  | { readonly kind: "refused"; readonly code: number; readonly detail: string }
  /** Nothing was taken: wait so many seconds. */
  | { readonly kind: "wait"; readonly seconds: number; readonly detail: string }
  /** The group has this new id; nothing was taken. */
  | { readonly kind: "moved"; readonly id: string; readonly detail: string }
  /** The request never left. */
  | { readonly kind: "unsent"; readonly detail: string }
  /** It may or may not have been taken. */
  | { readonly kind: "unclear"; readonly detail: string }
  /** The bot cannot go on: a bad token. */
  | { readonly kind: "fatal"; readonly detail: string };

/** Connections that failed before a byte was sent (as do those to a server with the wrong certificate). */
const UNSENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** Sorts an error of grammY's client; anything else is thrown on. */
export function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) return refusal(error);
  if (!(error instanceof HttpError)) throw error;
  const cause: { code?: unknown; name?: unknown; message?: unknown; type?: unknown } = Object(error.error);
  const code = typeof cause.code === "string" ? cause.code : null;
  if (code !== null && (UNSENT.has(code) || /CERT/.test(code)))
    return { kind: "unsent", detail: `Telegram could not be reached (${code})` };
  if (/\bconnect ETIMEDOUT\b/.test(String(cause.message))) return { kind: "unsent", detail: "connecting timed out" };
  return { kind: "unclear", detail: `the connection to Telegram broke (${code ?? lost(cause)})` };
}

function refusal({ error_code: code, description, parameters, method }: GrammyError): Failure {
  const detail = `${description} (${method})`;
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: "moved", id: String(parameters.migrate_to_chat_id), detail };
  }
  if (code === 429) return { kind: "wait", seconds: Math.max(1, parameters.retry_after ?? 5), detail };
  if (code === 401 || (code === 404 && description === "Not Found")) {
    return { kind: "fatal", detail: "Telegram refused the token: copy it again from @BotFather into TELEGRAM_TOKEN." };
  }
  if (code === 409 && method === "getUpdates") {
    return {
      kind: "refused",
      code,
      detail: `Another program uses this bot's token: one of the two must end. Telegram said: ${description}.`,
    };
  }
  if (code >= 500) return { kind: "unclear", detail };
  return { kind: "refused", code, detail };
}

/** The cause in words of ours: the client's own message names the address, and with it the token. */
function lost(cause: { type?: unknown; name?: unknown; message?: unknown }): string {
  if (cause.type === "invalid-json") return "not an answer of the Bot API";
  if (cause.type === "aborted" || cause.name === "AbortError") return "aborted";
  return /timed out/.test(String(cause.message)) ? "timed out" : "cut off";
}
