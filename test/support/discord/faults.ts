// What goes wrong between the bot and Discord, on order.
import type { ServerResponse } from "node:http";
import type { Answer, RouteKind } from "./rest.ts";

export type Fault =
  /** The connection breaks before, or after, the request was taken. */
  | { readonly kind: "drop before" }
  | { readonly kind: "drop after" }
  /** Taken, and the answer breaks off in the middle. */
  | { readonly kind: "half" }
  /** Taken, and answered this much later. */
  | { readonly kind: "slow"; readonly ms: number }
  /** Taken or not, answered with an error. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly code?: number;
      readonly html?: boolean;
      readonly taken?: boolean;
    }
  | { readonly kind: "limit"; readonly seconds: number; readonly global?: boolean };

interface Ordered {
  readonly route: RouteKind;
  readonly fault: Fault;
  left: number;
}

export class Faults {
  readonly #ordered: Ordered[] = [];

  order(route: RouteKind, fault: Fault, times: number): void {
    this.#ordered.push({ route, fault, left: times });
  }

  /** The fault for the next request of this kind, used up by asking. */
  take(route: RouteKind): Fault | null {
    const ordered = this.#ordered.find((one) => one.route === route && one.left > 0);
    if (ordered === undefined) return null;
    ordered.left--;
    return ordered.fault;
  }
}

/** Answers, or fails to, as the fault says. `process` takes the request; it is not called where it must not be taken. */
export function respond(response: ServerResponse, fault: Fault | null, process: () => Answer): void {
  switch (fault?.kind) {
    case undefined:
      write(response, process());
      return;
    case "drop before":
      response.destroy();
      return;
    case "drop after":
      process();
      response.destroy();
      return;
    case "half":
      writeHalf(response, process());
      return;
    case "slow": {
      const answer = process();
      setTimeout(() => write(response, answer), fault.ms).unref();
      return;
    }
    case "status":
      if (fault.taken === true) process();
      writeError(response, fault);
      return;
    case "limit":
      writeLimit(response, fault);
      return;
  }
}

function write(response: ServerResponse, { status, body }: Answer): void {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function writeHalf(response: ServerResponse, { body }: Answer): void {
  const text = JSON.stringify(body ?? { padding: "x".repeat(64) });
  response.writeHead(200, { "content-type": "application/json", "content-length": String(text.length) });
  response.write(text.slice(0, text.length >> 1), () => response.destroy());
}

function writeError(response: ServerResponse, fault: Extract<Fault, { kind: "status" }>): void {
  if (fault.html === true) {
    response.writeHead(fault.status, { "content-type": "text/html" }).end("<html><h1>Bad Gateway</h1></html>");
    return;
  }
  const body = { message: `${fault.status}: told to`, code: fault.code ?? 0 };
  response.writeHead(fault.status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function writeLimit(response: ServerResponse, fault: Extract<Fault, { kind: "limit" }>): void {
  const headers: Record<string, string> = {
    "content-type": "application/json",
    "retry-after": String(fault.seconds),
    "x-ratelimit-scope": fault.global === true ? "global" : "user",
  };
  if (fault.global === true) headers["x-ratelimit-global"] = "true";
  const body = { message: "You are being rate limited.", retry_after: fault.seconds, global: fault.global === true };
  response.writeHead(429, headers).end(JSON.stringify(body));
}
