// A web of our own on loopback: hosts by name, pages by path, and a note of who asked for what, and how many at once.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export type Site = (path: string, request: IncomingMessage) => Answer;

export interface Web {
  readonly port: number;
  /** "host/path" of every request, in order. */
  readonly asked: readonly string[];
  /** The most requests that one host had under way at once. */
  mostAtOnce(): number;
  /** An address on this web. */
  url(host: string, path: string): string;
  close(): Promise<void>;
}

/** Starts a web whose sites answer by their host name. */
export async function startWeb(sites: Readonly<Record<string, Site>>): Promise<Web> {
  const asked: string[] = [];
  const underWay = new Map<string, number>();
  let most = 0;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    asked.push(host + request.url);
    underWay.set(host, (underWay.get(host) ?? 0) + 1);
    most = Math.max(most, underWay.get(host)!);
    response.on("close", () => underWay.set(host, underWay.get(host)! - 1));
    const { status = 200, headers = {}, body = "" } = sites[host]?.(request.url ?? "/", request) ?? { status: 404 };
    response.writeHead(status, headers);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    asked,
    mostAtOnce: () => most,
    url: (host, path) => `http://${host}:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
