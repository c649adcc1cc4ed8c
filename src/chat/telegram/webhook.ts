// Updates as Telegram posts them: only with the secret that was agreed when the webhook was set.
import { createHash, timingSafeEqual } from "node:crypto";
import type { Update } from "grammy/types";

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The secret Telegram shows with each update; of an unset one, a digest of the token, which nobody else has. */
export function secretOf(secret: string, token: string): string {
  return secret === "" ? digest(`webhook ${token}`).toString("base64url") : secret;
}

/** Do these headers show the secret? Takes the same time whatever is shown. */
export function showsSecret(headers: Headers, secret: string): boolean {
  const shown = headers["x-telegram-bot-api-secret-token"];
  return typeof shown === "string" && timingSafeEqual(digest(shown), digest(secret));
}

/** The update in a request's body; null when there is none. */
export function updateIn(body: string): Update | null {
  try {
    const update: unknown = JSON.parse(body);
    const isUpdate = typeof update === "object" && update !== null && "update_id" in update;
    return isUpdate && Number.isSafeInteger(update.update_id) ? (update as Update) : null;
  } catch {
    return null;
  }
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
