import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { type Fetcher, type FetcherOptions, openFetcher } from "../../../src/sources/fetch/fetcher.ts";

const NOW = Temporal.Instant.from("2021-11-18T09:00:00Z");
const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A loopback web server; answers by path. */
async function web(
  answers: Record<string, Answer>,
): Promise<{ base: string; host: string; hits: string[]; at: number[] }> {
  const hits: string[] = [];
  const at: number[] = [];
  const server: Server = createServer((request, response) => {
    hits.push(request.url ?? "");
    at.push(performance.now());
    const answer = answers[request.url ?? ""];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  open.push({
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { base: `http://${host}`, host, hits, at };
}

function fetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const made = openFetcher({
    userAgent: "OnRecord/1.0 (+https://onrecord.example)",
    spacingMs: 0,
    timeoutMs: 1_500,
    random: () => 0,
    ...options,
  });
  open.push(made);
  return made;
}

const say =
  (text: string | Buffer, headers: Record<string, string> = {}, status = 200): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end(text);

describe("a fetch", () => {
  test("says who asks, and brings body, headers and validators", async () => {
    let agent: string | undefined;
    const site = await web({
      "/feed": (request, response) => {
        agent = request.headers["user-agent"];
        response.writeHead(200, { etag: '"1"', "last-modified": "Thu, 18 Nov 2021 08:00:00 GMT" }).end("<rss/>");
      },
    });
    const got = await fetcher({ allowedHosts: [site.host] }).fetch(`${site.base}/feed`, { for: "feed" }, NOW);
    expect(got).toMatchObject({
      kind: "fetched",
      movedTo: null,
      validators: { etag: '"1"', lastModified: "Thu, 18 Nov 2021 08:00:00 GMT" },
    });
    expect(agent).toContain("OnRecord/1.0");
  });

  test("sends validators and takes 304 for unchanged", async () => {
    const site = await web({
      "/feed": (request, response) =>
        response
          .writeHead(
            request.headers["if-none-match"] === '"1"' && request.headers["if-modified-since"] === "x" ? 304 : 200,
          )
          .end(),
    });
    const validators = { etag: '"1"', lastModified: "x" };
    expect(
      (await fetcher({ allowedHosts: [site.host] }).fetch(`${site.base}/feed`, { for: "feed", validators }, NOW)).kind,
    ).toBe("unchanged");
  });

  test("follows redirects, and tells where an address has moved for good", async () => {
    const to = (status: number, location: string): Answer => say("", { location }, status);
    const site = await web({
      "/a": to(301, "/b"),
      "/b": to(308, "/c"),
      "/c": to(302, "/d"),
      "/d": say("here"),
      "/loop": to(302, "/loop"),
    });
    const web1 = fetcher({ allowedHosts: [site.host] });
    expect(await web1.fetch(`${site.base}/a`, { for: "feed" }, NOW)).toMatchObject({
      kind: "fetched",
      url: `${site.base}/d`,
      movedTo: `${site.base}/c`,
    });
    expect(await web1.fetch(`${site.base}/loop`, { for: "feed" }, NOW)).toMatchObject({
      kind: "refused",
      reason: "redirects",
    });
    expect(site.hits.filter((hit) => hit === "/loop")).toHaveLength(6);
  });

  test.each([
    "http://127.0.0.1/",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[fd00::1]/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0/",
    "http://localhost/",
    "http://router.local/",
    "http://news.example:8080/",
    "http://user:pass@news.example/",
    "file:///etc/passwd",
    "ftp://news.example/",
    "javascript:alert(1)",
    "not an address",
  ])("never goes to %s", async (address) => {
    expect(await fetcher().fetch(address, { for: "page" }, NOW)).toMatchObject({ kind: "refused", reason: "address" });
  });

  test("never goes to a name that leads to a private network, on a redirect neither", async () => {
    const resolve = async (): Promise<{ address: string; family: number }[]> => [
      { address: "93.184.216.34", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ];
    expect(await fetcher({ resolve }).fetch("http://rebind.example/", { for: "feed" }, NOW)).toMatchObject({
      kind: "refused",
      reason: "address",
    });
    const site = await web({
      "/out": say("", { location: "http://10.1.2.3/" }, 302),
      "/name": say("", { location: "http://rebind.example/" }, 301),
    });
    const careful = fetcher({ allowedHosts: [site.host], resolve });
    expect(await careful.fetch(`${site.base}/out`, { for: "feed" }, NOW)).toMatchObject({
      kind: "refused",
      reason: "address",
    });
    expect(await careful.fetch(`${site.base}/name`, { for: "feed" }, NOW)).toMatchObject({
      kind: "refused",
      reason: "address",
    });
  });

  test("unpacks gzip and brotli, and stops at the limit however small it was packed", async () => {
    const site = await web({
      "/gzip": say(gzipSync("packed"), { "content-encoding": "gzip" }),
      "/br": say(brotliCompressSync("packed"), { "content-encoding": "br" }),
      "/bomb": say(gzipSync(Buffer.alloc(3_000_000)), { "content-encoding": "gzip" }),
      "/long": say("", { "content-length": "9000000" }),
      "/broken": say("no gzip", { "content-encoding": "gzip" }),
    });
    const web1 = fetcher({ allowedHosts: [site.host], largestBody: 1_000_000 });
    for (const path of ["/gzip", "/br"]) {
      const got = await web1.fetch(site.base + path, { for: "feed" }, NOW);
      expect(got.kind === "fetched" && Buffer.from(got.bytes).toString()).toBe("packed");
    }
    expect(await web1.fetch(`${site.base}/bomb`, { for: "feed" }, NOW)).toMatchObject({
      kind: "refused",
      reason: "too large",
    });
    expect(await web1.fetch(`${site.base}/long`, { for: "feed" }, NOW)).toMatchObject({
      kind: "refused",
      reason: "too large",
    });
    expect((await web1.fetch(`${site.base}/broken`, { for: "feed" }, NOW)).kind).toBe("later");
  });

  test("reads large bodies whole, few at once, and small ones past those that stall", async () => {
    const large = Buffer.from(Array.from({ length: 600_000 }, (_, at) => at % 251));
    const site = await web({
      "/large": say(large),
      "/small": say("<p>small</p>"),
      "/stalls": (_, response) => void response.writeHead(200).write(large),
    });
    const port = site.host.split(":")[1];
    const names = Array.from({ length: 12 }, (_, at) => `paper${at}.example`);
    const waiting = (timeoutMs: number) => {
      const allowedHosts = names.map((name) => `${name}:${port}`);
      const one = fetcher({ allowedHosts, resolve: async () => [{ address: "127.0.0.1", family: 4 }], timeoutMs });
      return (at: number, path: string) => one.fetch(`http://${names[at]}:${port}${path}`, { for: "feed" }, NOW);
    };
    const patient = waiting(20_000);
    const all = await Promise.all(names.map((_, at) => patient(at, "/large")));
    for (const one of all) expect(one.kind === "fetched" && large.equals(one.bytes)).toBe(true);
    const get = waiting(1_500);
    const stalled = [0, 1, 2, 3].map((at) => get(at, "/stalls"));
    expect(await get(4, "/small")).toMatchObject({ kind: "fetched" });
    const after = get(5, "/large");
    for (const one of await Promise.all(stalled)) expect(one).toMatchObject({ kind: "later" });
    // It waited for the others to be given up: in time or not, it has an answer.
    expect(["fetched", "later"]).toContain((await after).kind);
  });

  test("gives up on a server that never ends", async () => {
    const site = await web({
      "/endless": (_, response) => {
        response.writeHead(200).write("<rss>");
      },
    });
    const got = await fetcher({ allowedHosts: [site.host], timeoutMs: 200 }).fetch(
      `${site.base}/endless`,
      { for: "feed" },
      NOW,
    );
    expect(got).toMatchObject({ kind: "later", why: expect.stringContaining("too long") });
  });

  test("obeys Retry-After, and leaves the host alone until then", async () => {
    const site = await web({ "/feed": say("", { "retry-after": "3600" }, 429), "/other": say("x") });
    const web1 = fetcher({ allowedHosts: [site.host] });
    expect(await web1.fetch(`${site.base}/feed`, { for: "feed" }, NOW)).toMatchObject({
      kind: "later",
      retryAt: "2021-11-18T10:00:00Z",
      why: `${site.host} asked us to wait 60 minutes (429 by 127.0.0.1).`,
    });
    expect((await web1.fetch(`${site.base}/other`, { for: "feed" }, NOW)).kind).toBe("later");
    expect(site.hits).toEqual(["/feed"]);
    expect((await web1.fetch(`${site.base}/other`, { for: "feed" }, NOW.add({ hours: 2 }))).kind).toBe("fetched");
  });

  test.each([
    [403, { "cf-ray": "1" }, "blocked", "403 by Cloudflare"],
    [403, { server: "AkamaiGHost" }, "blocked", "403 by Akamai"],
    [451, {}, "blocked", "451 by 127.0.0.1"],
    [404, {}, "missing", "404"],
    [410, {}, "gone", "410"],
  ])("names what a %i with %j means", async (status, headers, reason, why) => {
    const site = await web({ "/x": say("", headers as Record<string, string>, status) });
    expect(await fetcher({ allowedHosts: [site.host] }).fetch(`${site.base}/x`, { for: "feed" }, NOW)).toMatchObject({
      kind: "refused",
      reason,
      why: expect.stringContaining(why),
    });
  });

  test("asks robots.txt before it reads pages, once, and feeds without", async () => {
    const site = await web({
      "/robots.txt": say("User-agent: OnRecord\nDisallow: /private\n"),
      "/private/a": say("x", { "content-type": "text/html" }),
      "/open": say("x", { "content-type": "text/html" }),
      "/private/feed": say("x"),
      "/paper.pdf": say("x", { "content-type": "application/pdf" }),
    });
    const web1 = fetcher({ allowedHosts: [site.host] });
    expect(await web1.fetch(`${site.base}/private/a`, { for: "page" }, NOW)).toMatchObject({
      kind: "refused",
      reason: "robots",
    });
    expect((await web1.fetch(`${site.base}/open`, { for: "page" }, NOW)).kind).toBe("fetched");
    expect((await web1.fetch(`${site.base}/private/feed`, { for: "feed" }, NOW)).kind).toBe("fetched");
    expect(await web1.fetch(`${site.base}/paper.pdf`, { for: "page" }, NOW)).toMatchObject({
      kind: "refused",
      reason: "kind",
    });
    expect(site.hits).toEqual(["/robots.txt", "/open", "/private/feed", "/paper.pdf"]);
  });

  test("obeys the beginning of a robots.txt without end", async () => {
    const site = await web({
      "/robots.txt": say(`User-agent: OnRecord\nDisallow: /private\n${"# rules\n".repeat(1_000_000)}`),
      "/private/a": say("x", { "content-type": "text/html" }),
      "/open": say("x", { "content-type": "text/html" }),
    });
    const web1 = fetcher({ allowedHosts: [site.host] });
    expect(await web1.fetch(`${site.base}/private/a`, { for: "page" }, NOW)).toMatchObject({ reason: "robots" });
    expect((await web1.fetch(`${site.base}/open`, { for: "page" }, NOW)).kind).toBe("fetched");
  });

  test("keeps one request a host and a pause between two", async () => {
    let running = 0;
    let most = 0;
    const slow: Answer = (_, response) => {
      running++;
      most = Math.max(most, running);
      setTimeout(() => {
        running--;
        response.end("x");
      }, 10);
    };
    const site = await web({ "/1": slow, "/2": slow, "/3": slow });
    const pauses: number[] = [];
    const web1 = fetcher({
      allowedHosts: [site.host],
      spacingMs: 5_000,
      pause: async (milliseconds) => void pauses.push(milliseconds),
    });
    await Promise.all(["/1", "/2", "/3"].map((path) => web1.fetch(site.base + path, { for: "feed" }, NOW)));
    expect(most).toBe(1);
    expect(pauses).toHaveLength(2);
    expect(Math.min(...pauses)).toBeGreaterThan(4_500);
  });

  test("tells a host that is not there", async () => {
    const resolve = async (): Promise<never> => {
      throw Object.assign(new Error("none"), { code: "ENOTFOUND" });
    };
    expect(await fetcher({ resolve }).fetch("https://nowhere.example/", { for: "feed" }, NOW)).toMatchObject({
      kind: "later",
      why: expect.stringContaining("no host named"),
    });
  });
});
