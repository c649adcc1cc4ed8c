// What can go wrong on the way to Telegram and back.

export type Fault =
  /** The connection breaks before the request is read: nothing is taken. */
  | { readonly kind: "drop before" }
  /** The request is taken, then the connection breaks. */
  | { readonly kind: "drop after" }
  /** The request is taken; half of the answer arrives. */
  | { readonly kind: "half" }
  /** The request is taken; the answer takes so many milliseconds. */
  | { readonly kind: "slow"; readonly ms: number }
  | { readonly kind: "error 500" }
  | { readonly kind: "html 502" }
  | { readonly kind: "flood"; readonly seconds: number }
  | { readonly kind: "refuse"; readonly code: number; readonly description: string }
  /** The group has a new id. */
  | { readonly kind: "upgraded"; readonly to: number };

export const UNAUTHORIZED: Fault = { kind: "refuse", code: 401, description: "Unauthorized" };
export const BLOCKED: Fault = { kind: "refuse", code: 403, description: "Forbidden: bot was blocked by the user" };
export const KICKED: Fault = {
  kind: "refuse",
  code: 403,
  description: "Forbidden: bot was kicked from the supergroup chat",
};
export const NOT_FOUND: Fault = { kind: "refuse", code: 400, description: "Bad Request: chat not found" };
export const TOPIC_GONE: Fault = { kind: "refuse", code: 400, description: "Bad Request: message thread not found" };
export const TOO_LONG: Fault = { kind: "refuse", code: 400, description: "Bad Request: message is too long" };
export const CONFLICT: Fault = {
  kind: "refuse",
  code: 409,
  description: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
};

export interface Refusal {
  readonly ok: false;
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

export function refused(code: number, description: string): Refusal {
  return { ok: false, error_code: code, description };
}

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === false;
}

/** The refusal a fault answers with; null when the fault lets the request through. */
export function refusalOf(fault: Fault): Refusal | null {
  switch (fault.kind) {
    case "error 500":
      return refused(500, "Internal Server Error");
    case "flood": {
      const description = `Too Many Requests: retry after ${fault.seconds}`;
      return { ok: false, error_code: 429, description, parameters: { retry_after: fault.seconds } };
    }
    case "refuse":
      return refused(fault.code, fault.description);
    case "upgraded": {
      const description = "Bad Request: group chat was upgraded to a supergroup chat";
      return { ok: false, error_code: 400, description, parameters: { migrate_to_chat_id: fault.to } };
    }
    default:
      return null;
  }
}
