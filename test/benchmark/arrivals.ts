// Arrivals: a thousand articles and a feed of 5 MB come in at once, and people go on asking. The real program as a
// process, a web of feeds that carry their articles whole, and a fake Telegram; how long an answer takes meanwhile.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { writeFeedList } from "../../src/sources/feed-list.ts";
import { type Program, startProgram } from "../support/process/program.ts";
import type { Carried } from "../support/process/simulation.ts";
import { FakeTelegram } from "../support/telegram/server.ts";
import { privateChat, READER } from "../support/telegram/world.ts";
import { type Answer, type Site, startWeb, type Web } from "../support/web.ts";
import { fingerprint } from "./pages.ts";
import { makeCorpus } from "./scale/corpus.ts";
import type { BenchRow, BenchTable } from "./table.ts";

const ARTICLES = 1_000;
const FEEDS = 20;
const BASE_ASKED = 40;
const LINES = ["/quote clinton", "/today", "/search economy jobs", "/outlets", "/help"];
const NEWS = "quotes/polnear/train.jsonl";
const MORNING = Temporal.Instant.from("2016-11-08T08:00:00Z");
const LARGEST_FEED = 4_900_000;

interface Text {
  readonly title: string;
  readonly body: string;
}

export async function measure(sharedData: URL | null): Promise<BenchTable> {
  const file = sharedData === null ? null : new URL(NEWS, sharedData);
  const content = file !== null && existsSync(file) ? readFileSync(file, "utf8") : "";
  const texts = [...newsIn(content), ...madeUp(ARTICLES)].slice(0, ARTICLES);
  const sites: Record<string, Site> = {};
  const web = await startWeb(sites);
  // The first text of all: what people ask for is there from the beginning.
  sites["early.example"] = () => feed(web, "early.example", texts.slice(0, 20));
  for (let at = 0; at < FEEDS; at++) {
    const own = texts.filter((_, nr) => nr % FEEDS === at);
    sites[`paper${at}.example`] = () => feed(web, `paper${at}.example`, own);
  }
  sites["large.example"] = () => large(web);
  const telegram = await new FakeTelegram().listen();
  const folder = mkdtempSync(join(tmpdir(), "onrecord-arrivals-"));
  try {
    const variables = {
      DATABASE_URL: join(folder, "corpus.db"),
      LOG_LEVEL: "error",
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      ALLOWED_HOSTS: Object.keys(sites)
        .map((host) => `${host}:${web.port}`)
        .join(" "),
    };
    const follow = (hosts: readonly string[]) => followed(folder, web, hosts, variables);
    await follow(["early.example"]);
    const program = startProgram(["start"], variables, { now: MORNING.toString(), isLoopback: true, pauses: 0.01 });
    await program.up;
    await program.tick();
    await program.fare();
    const idle = await asking(telegram, async () => {}, BASE_ASKED);
    const calm = (await program.fare()).deafMs;
    await follow(Object.keys(sites).filter((host) => host.startsWith("paper")));
    const many = await under(telegram, program, MORNING.add({ minutes: 1 }));
    await follow(["large.example"]);
    const one = await under(telegram, program, MORNING.add({ minutes: 2 }));
    await program.stop();
    return {
      name: "arrivals",
      data: content === "" ? [] : [{ file: NEWS, fingerprint: fingerprint(content) }],
      rows: [
        shown("answer with nothing coming in, median", median(idle)),
        shown(`answer while ${ARTICLES} articles come in, median`, median(many.times)),
        shown(`answer while ${ARTICLES} articles come in, slowest`, Math.max(...many.times), { must: 100 }),
        shown(`deaf while ${ARTICLES} articles come in, longest`, many.deafMs, { must: 100, "with nothing": calm }),
        shown("deaf while a feed of 5 MB comes in, longest", one.deafMs, { must: 50 }),
        { ...shown(`${ARTICLES} articles taken in`, ARTICLES / many.seconds), unit: "a second", lowerIsBetter: false },
        { ...shown("resident at most", many.peak / 1e6), unit: "MB" },
      ],
      notes: [`${many.times.length} commands asked meanwhile; times are wall time and want a quiet machine`],
    };
  } finally {
    await Promise.all([telegram.close(), web.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What arrives between two ticks, and how those who ask meanwhile fare. */
async function under(
  telegram: FakeTelegram,
  program: Program,
  now: Temporal.Instant,
): Promise<{ times: readonly number[]; deafMs: number; peak: number; seconds: number }> {
  const began = performance.now();
  let told: Carried | null = null;
  const times = await asking(telegram, async () => {
    told = await program.tick(now);
  });
  return { times, deafMs: told!.deafMs, peak: told!.peak, seconds: (performance.now() - began) / 1000 };
}

/** Asks one command after another until `work` is over, and at least so often; milliseconds each. */
async function asking(telegram: FakeTelegram, work: () => Promise<void>, least = 0): Promise<number[]> {
  const times: number[] = [];
  let isOver = false;
  const over = work().finally(() => {
    isOver = true;
  });
  while (!isOver || times.length < least) {
    const before = telegram.seen.length;
    const began = performance.now();
    // Somebody else each time: nobody is to be told to slow down.
    const person = { ...READER, id: READER.id + before };
    telegram.say(privateChat(person), person, LINES[times.length % LINES.length]!);
    await telegram.until(() => telegram.seen.length > before, "an answer");
    times.push(performance.now() - began);
    await pause(50);
  }
  await over;
  return times;
}

async function followed(
  folder: string,
  web: Web,
  hosts: readonly string[],
  variables: Record<string, string>,
): Promise<void> {
  const list = join(folder, "feeds.opml");
  writeFileSync(
    list,
    writeFeedList(
      hosts.map((host) => ({ outlet: host, url: web.url(host, "/feed") })),
      "",
    ),
  );
  await startProgram(["import", list], variables, { now: MORNING.toString() }).ended;
}

function shown(name: string, value: number, anchors?: Record<string, number>): BenchRow {
  return {
    name,
    value,
    unit: "ms",
    informative: true,
    lowerIsBetter: true,
    ...(anchors === undefined ? {} : { anchors }),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function newsIn(content: string): readonly Text[] {
  return content
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { title: string; text: string })
    .map(({ title, text }) => ({ title, body: text }));
}

function madeUp(many: number): readonly Text[] {
  const corpus = makeCorpus(many);
  return Array.from({ length: many }, () => corpus.next().text).map(({ title, body }) => ({
    title: title ?? "",
    body,
  }));
}

/** A feed that carries its articles whole. */
function feed(web: Web, host: string, texts: readonly Text[]): Answer {
  const items = texts.map(({ title, body }, at) => item(web.url(host, `/${at}`), title, body));
  return { headers: { "content-type": "application/rss+xml" }, body: channel(items) };
}

/** As large as a feed may be, with few items that are new to anybody: it is the reading that counts. */
function large(web: Web): Answer {
  const items: string[] = [];
  for (let length = 0; length < LARGEST_FEED; length += items.at(-1)!.length)
    items.push(item(web.url("large.example", `/${items.length}`), `Report ${items.length}`, "It rained. ".repeat(100)));
  return { headers: { "content-type": "application/rss+xml" }, body: channel(items) };
}

function channel(items: readonly string[]): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>A paper</title>${items.join("")}</channel></rss>`;
}

function item(url: string, title: string, body: string): string {
  const html = body
    .split("\n\n")
    .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
    .join("");
  return `<item><title>${escaped(title)}</title><link>${url}</link><guid>${url}</guid><pubDate>Tue, 08 Nov 2016 06:00:00 GMT</pubDate><content:encoded>${escaped(html)}</content:encoded></item>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
