// The one free argument of a command, typed or chosen.
import type { Ask } from "./command.ts";

/** The text typed after the command, or the value of its argument `name`; trimmed. */
export function wordsOf({ request }: Pick<Ask, "request">, name: string): string {
  return typeof request.arguments === "string" ? request.arguments.trim() : (request.arguments[name] ?? "").trim();
}
