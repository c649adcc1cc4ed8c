// One bot as several processes on one corpus, each with a share of the work.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeFeedList } from "../../src/sources/feed-list.ts";
import { ROOT } from "../support/desk.ts";
import { type FakeDiscord, startFakeDiscord } from "../support/discord/fake.ts";
import { IDS } from "../support/discord/places.ts";
import { type Program, startProgram } from "../support/process/program.ts";
import { FakeTelegram } from "../support/telegram/server.ts";
import { privateChat, READER } from "../support/telegram/world.ts";
import { startWeb, type Web } from "../support/web.ts";

const HOME = privateChat(READER);
const FROM = Temporal.Instant.from("2021-11-19T07:00:00Z");
const WORLD = { now: FROM.toString(), speed: 1, isLoopback: true };
const folder = mkdtempSync(join(tmpdir(), "onrecord-several-"));

let telegram: FakeTelegram;
let discord: FakeDiscord;
let web: Web;
let programs: Program[] = [];
let corpora = 0;
let database = "";

const PAGE = `<!doctype html><html><head><title>Council meets</title></head><body><article><h1>Council meets</h1><p>The
council met on Friday and went through a long list of matters that had waited since the summer.</p><p>“The matter is
settled, and it will stay settled,” said Chancellor Olaf Scholz.</p></article></body></html>`;

beforeAll(async () => {
  web = await startWeb({
    "paper.example": (path) =>
      path === "/feed"
        ? {
            headers: { "content-type": "application/rss+xml" },
            body: `<rss version="2.0"><channel><title>A paper</title><item><title>Council meets</title><link>http://paper.example:${web.port}/story</link><pubDate>Fri, 19 Nov 2021 06:00:00 GMT</pubDate></item></channel></rss>`,
          }
        : { headers: { "content-type": "text/html" }, body: PAGE },
  });
});
afterAll(async () => {
  await web.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  telegram = await new FakeTelegram().listen();
  discord = await startFakeDiscord();
  database = join(folder, `corpus-${corpora++}.db`);
});
afterEach(async () => {
  for (const { child } of programs) child.kill("SIGKILL");
  await Promise.all(programs.map(({ ended }) => ended));
  programs = [];
  await telegram.close();
  await discord.shut();
});

function start(roles: string, variables: Readonly<Record<string, string>> = {}): Program {
  const program = startProgram(
    ["start"],
    {
      DATABASE_URL: database,
      LOG_LEVEL: "debug",
      ROLES: roles,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_ROOT: discord.apiRoot,
      ALLOWED_HOSTS: `paper.example:${web.port}`,
      ...variables,
    },
    WORLD,
  );
  programs.push(program);
  return program;
}

async function imported(...words: readonly string[]): Promise<void> {
  const program = startProgram(["import", ...words], { DATABASE_URL: database }, WORLD);
  expect(await program.ended, program.output()).toMatchObject({ code: 0 });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

interface Line {
  readonly id?: string;
  readonly msg: string;
  readonly [field: string]: unknown;
}

function linesOf(program: Program): readonly Line[] {
  return program
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Line);
}

describe("shares of the work", () => {
  it("one receives, one delivers, one follows the feeds; each says in its log which lines belong together", async () => {
    await imported(join(ROOT, "config/sample"));
    const port = await freePort();
    const sender = start("delivery", { HTTP_PORT: String(port) });
    await sender.up;
    expect(telegram.asked).not.toContain("getUpdates");
    expect(discord.gateway.counts.identifies).toBe(0);
    const receiver = start("telegram,discord");
    await receiver.up;

    telegram.say(HOME, READER, "/subscribe daily 08:00 UTC");
    await telegram.until(() => telegram.seen.some(({ text }) => text.includes("Subscribed")), "a subscription");
    const values = { digest: "daily", schedule: "08:00", zone: "UTC" };
    await discord.slash("subscribe", values, { person: IDS.manager }).answer();
    const before = { telegram: telegram.seen.length, discord: discord.visible().length };
    const slot = FROM.add({ hours: 1, minutes: 1 });
    await receiver.tick(slot);
    expect({ telegram: telegram.seen.length, discord: discord.visible().length }).toEqual(before);
    await sender.tick(slot);
    expect(telegram.seen.length).toBeGreaterThan(before.telegram);
    expect(discord.visible().length).toBeGreaterThan(before.discord);
    expect(discord.gateway.counts.identifies).toBe(1);

    const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(figures).toContain('onrecord_deliveries_total{platform="telegram",outcome="sent"} 1');
    expect(figures).toContain('onrecord_deliveries_total{platform="discord",outcome="sent"} 1');
    expect(figures).toMatch(/^onrecord_delivery_lag_seconds_sum\{platform="telegram"\} 6\d/m);
    expect(figures).toMatch(/^onrecord_corpus_articles [1-9]/m);

    // Nothing but a log, and no prompt: it has neither token nor terminal.
    await imported(feedList());
    const feeds = start("feeds", { TELEGRAM_TOKEN: "", DISCORD_TOKEN: "" });
    await feeds.up;
    await feeds.tick();
    telegram.say(HOME, READER, "/quote scholz settled");
    await telegram.until(() => telegram.seen.at(-1)!.text.includes("it will stay settled"), "the news");
    expect(
      feeds
        .output()
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("{")),
    ).toEqual([]);

    const update = telegram.happened.at(-1)!.update_id;
    expect(messagesOf(receiver, `telegram:${update}`)).toContain("a command was answered");
    expect(messagesOf(sender, "delivery:1")).toContain("a delivery went as far as it could");
    const poll = linesOf(feeds).find(({ msg, newItems }) => msg === "a feed was polled" && newItems === 1);
    expect(poll?.id).toMatch(/^poll:\w+/);
    const ids = linesOf(feeds)
      .filter(({ feed }) => feed === poll!.feed)
      .map(({ id }) => id);
    expect(ids.every((id) => /^poll:\w+$/.test(String(id)))).toBe(true);

    for (const program of [receiver, sender, feeds]) expect(await program.stop()).toEqual({ code: 0, signal: null });
    expect(telegram.breaches).toEqual([]);
    expect(discord.violations).toEqual([]);
  }, 120_000);

  it("a signal that comes twice, as npm passes it on, still ends it in order", async () => {
    const program = start("telegram");
    await program.up;
    telegram.fail("sendMessage", { kind: "slow", ms: 500 });
    telegram.say(HOME, READER, "/help");
    await telegram.until(() => telegram.asked.includes("sendMessage"), "an answer under way");
    program.child.kill("SIGTERM");
    await new Promise((resolve) => setImmediate(resolve));
    program.child.kill("SIGTERM");
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(telegram.waiting).toBe(0);
  }, 60_000);

  it("roles without a token are no chat in the terminal, and say so", async () => {
    const program = start("telegram", { TELEGRAM_TOKEN: "" });
    expect(await program.ended).toMatchObject({ code: 1 });
    expect(program.output()).toBe("ROLES leaves this process nothing to do: it names no role whose token is set.\n");
  }, 60_000);
});

describe("one poller on Telegram", () => {
  it("killed, is replaced within 15 s; stopped in order, at once", async () => {
    await imported(join(ROOT, "config/sample"));
    const three = [start("telegram"), start("telegram"), start("telegram")];
    await Promise.all(three.map(({ up }) => up));
    const answers = async (what: string): Promise<number> => {
      const asked = performance.now();
      const before = telegram.seen.length;
      telegram.say(HOME, READER, `/quote ${what}`);
      await telegram.until(() => telegram.seen.length > before, `an answer to ${what}`, 20_000);
      const took = performance.now() - asked;
      await telegram.until(() => telegram.waiting === 0, "word that it was handled");
      return took;
    };
    const poller = async (): Promise<Program> => {
      const id = `telegram:${telegram.happened.at(-1)!.update_id}`;
      await telegram.until(() => three.some((one) => messagesOf(one, id).length > 0), "its line in a log");
      return three.find((one) => messagesOf(one, id).length > 0)!;
    };
    await answers("putin");
    const first = await poller();
    first.child.kill("SIGKILL");
    await first.ended;
    const afterKill = await answers("merkel");
    expect(afterKill).toBeLessThan(15_000);
    const second = await poller();
    expect(await second.stop()).toEqual({ code: 0, signal: null });
    const afterStop = await answers("lavrov");
    expect(afterStop).toBeLessThan(3_000);
    expect(new Set([first, second, await poller()]).size).toBe(3);
    expect(telegram.seen).toHaveLength(3);
    expect(three.map((one) => one.output()).join("")).not.toContain("Conflict");
    console.info(`taken over ${Math.round(afterKill)} ms after a kill, ${Math.round(afterStop)} ms after a stop`);
  }, 120_000);
});

function messagesOf(program: Program, id: string): readonly string[] {
  return linesOf(program)
    .filter((line) => line.id === id)
    .map(({ msg }) => msg);
}

/** The feeds of an operator, as a file to import. */
function feedList(): string {
  const file = join(folder, "feeds.opml");
  writeFileSync(file, writeFeedList([{ outlet: "", url: `http://paper.example:${web.port}/feed` }], ""));
  return file;
}
