import { afterEach, describe, expect, it } from "vitest";
import { type HttpServer, startServer, type WebhookHandler } from "../src/server.ts";
import { SILENT as log } from "./support/log.ts";

let server: HttpServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

async function listen(handle: WebhookHandler | null, ready = true): Promise<string> {
  const webhook = handle === null ? null : { path: "/hook", handle };
  server = await startServer({ host: "127.0.0.1", port: 0, log, webhook, ready: async () => ready });
  return `http://127.0.0.1:${server.port}`;
}

describe("incoming HTTP", () => {
  it("tells health and readiness", async () => {
    const root = await listen(null);
    expect((await fetch(`${root}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${root}/readyz`)).text()).toBe("ready");
  });

  it("is not ready before it can work", async () => {
    expect((await fetch(`${await listen(null, false)}/readyz`)).status).toBe(503);
  });

  it("hands the webhook its body and headers, and nothing else anything", async () => {
    const taken: string[] = [];
    const root = await listen((body, headers) => {
      taken.push(`${headers["x-secret"]} ${body}`);
      return 200;
    });
    const sent = await fetch(`${root}/hook`, { method: "POST", body: "update", headers: { "x-secret": "s" } });
    expect(sent.status).toBe(200);
    expect(taken).toEqual(["s update"]);
    expect((await fetch(`${root}/other`, { method: "POST", body: "x" })).status).toBe(405);
    expect((await fetch(`${root}/hook`)).status).toBe(404);
    expect(taken).toHaveLength(1);
  });

  it("refuses a body larger than any update", async () => {
    const root = await listen(() => 200);
    const answer = await fetch(`${root}/hook`, { method: "POST", body: "x".repeat(1_100_000) }).catch(() => null);
    expect([413, undefined]).toContain(answer?.status);
  });

  it("answers an error without its words when a handler fails", async () => {
    const root = await listen(() => {
      throw new Error("secret detail");
    });
    const answer = await fetch(`${root}/hook`, { method: "POST", body: "x" });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret");
  });

  it("says which port is taken", async () => {
    await listen(null);
    const again = startServer({ host: "127.0.0.1", port: server!.port, log, webhook: null, ready: async () => true });
    await expect(again).rejects.toThrow(`Cannot listen on 127.0.0.1, port ${server!.port}`);
  });
});
