// Incoming HTTP: health, readiness, metrics, and Telegram's webhook. It listens on loopback unless told otherwise.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Log } from "./model/log.ts";

/** What a webhook answers: an HTTP status. */
export type WebhookHandler = (
  body: string,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
) => number | Promise<number>;

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly log: Log;
  /** Path and handler of the webhook; null without one. */
  readonly webhook: { readonly path: string; readonly handle: WebhookHandler } | null;
  /** Is the bot able to answer and send at this moment? */
  readonly ready: () => Promise<boolean>;
  /** The figures for `/metrics`, with their content type; absent: none are kept. */
  readonly metrics?: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

export interface HttpServer {
  /** The port it got, which differs from the one asked for when that was 0. */
  readonly port: number;
  close(): Promise<void>;
}

const LARGEST_BODY = 1_000_000;

/** Starts listening. @throws when the port is taken. */
export async function startServer(options: ServerOptions): Promise<HttpServer> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
    answer(options, request).then(
      (given) => send(response, given),
      (error: unknown) => {
        options.log.error({ err: error }, "an HTTP request failed");
        send(response, { status: 500, text: "error" });
      },
    );
  });
  await listening(server, options);
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : options.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function listening(server: Server, { port, host }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) =>
      reject(new Error(`Cannot listen on ${host}, port ${port}: ${cause.message}`, { cause })),
    );
    server.listen(port, host, resolve);
  });
}

interface Answer {
  readonly status: number;
  readonly text: string;
  /** Plain text unless given. */
  readonly contentType?: string;
}

async function answer({ webhook, ready, metrics }: ServerOptions, request: IncomingMessage): Promise<Answer> {
  const path = (request.url ?? "/").split("?", 1)[0];
  if (request.method === "POST" && webhook !== null && path === webhook.path) {
    const body = await bodyOf(request);
    return body === null
      ? { status: 413, text: "too large" }
      : { status: await webhook.handle(body, request.headers), text: "" };
  }
  if (request.method !== "GET" && request.method !== "HEAD") return { status: 405, text: "method not allowed" };
  if (path === "/healthz") return { status: 200, text: "ok" };
  if (path === "/readyz") return (await ready()) ? { status: 200, text: "ready" } : { status: 503, text: "not ready" };
  if (path === "/metrics" && metrics !== undefined) return { status: 200, ...(await metrics()) };
  return { status: 404, text: "not found" };
}

/** The whole body as text; null when it is larger than any update. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, { status, text, contentType = "text/plain; charset=utf-8" }: Answer): void {
  response.writeHead(status, { "content-type": contentType });
  response.end(text);
}
