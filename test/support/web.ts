// A web of our own on loopback: hosts by name, pages by path, and a note of who asked for what, and how many at once.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds before anything is said. */
  readonly waitMs?: number;
  /** Sent again and again after the body, without end. */
  readonly endless?: string;
}

export type Site = (path: string, request: IncomingMessage) => Answer;

export interface Web {
  readonly port: number;
  /** "host/path" of every request, in order. */
  readonly asked: readonly string[];
  /** The most requests that one host had under way at once. */
  mostAtOnce(): number;
  /** The least time between the beginnings of two requests of one host. Milliseconds. */
  leastGap(): number;
  /** Bytes that an endless answer got rid of, at most. */
  mostSent(): number;
  /** An address on this web. */
  url(host: string, path: string): string;
  close(): Promise<void>;
}

/** Starts a web whose sites answer by their host name. */
export async function startWeb(sites: Readonly<Record<string, Site>>): Promise<Web> {
  const asked: string[] = [];
  const underWay = new Map<string, number>();
  const lastAsked = new Map<string, number>();
  let most = 0;
  let gap = Number.POSITIVE_INFINITY;
  let sent = 0;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    asked.push(host + request.url);
    const at = performance.now();
    gap = Math.min(gap, at - (lastAsked.get(host) ?? Number.NEGATIVE_INFINITY));
    lastAsked.set(host, at);
    underWay.set(host, (underWay.get(host) ?? 0) + 1);
    most = Math.max(most, underWay.get(host)!);
    // Over for us when all is handed over; a client that goes away ends it too.
    let isOver = false;
    const over = (): void => {
      if (!isOver) underWay.set(host, underWay.get(host)! - 1);
      isOver = true;
    };
    response.on("finish", over).on("close", over);
    response.on("close", () => {
      sent = Math.max(sent, request.socket.bytesWritten);
    });
    const answer = sites[host]?.(request.url ?? "/", request) ?? { status: 404 };
    if (answer.waitMs === undefined) give(response, answer);
    else setTimeout(() => give(response, answer), answer.waitMs).unref();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    asked,
    mostAtOnce: () => most,
    leastGap: () => gap,
    mostSent: () => sent,
    url: (host, path) => `http://${host}:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function give(response: ServerResponse, { status = 200, headers = {}, body = "", endless }: Answer): void {
  if (response.destroyed) return;
  response.writeHead(status, headers);
  if (endless === undefined) {
    response.end(body);
    return;
  }
  response.write(body);
  const more = (): void => {
    while (!response.destroyed && response.write(endless)) {
      // Until the connection is full; then again when it has drained.
    }
  };
  response.on("drain", more);
  more();
}
