// A simulated week of following feeds: the real program on a clock of ours, a web that tries everything, and a count of
// what a reader would notice.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeFeedList } from "../../src/sources/feed-list.ts";
import { openStore } from "../../src/store/open.ts";
import { startProgram } from "../support/process/program.ts";
import type { Carried, World } from "../support/process/simulation.ts";
import { FakeTelegram } from "../support/telegram/server.ts";
import { OWNER, privateChat, READER } from "../support/telegram/world.ts";
import { startWeb, type Web } from "../support/web.ts";
import { type FeedVerdict, judgeFeeds } from "./feeds-judge.ts";
import { feedWeb, tempers } from "./feeds-web.ts";

export interface FeedPlan {
  readonly feeds: number;
  readonly hosts: number;
  /** Articles that each feed brings in the time. */
  readonly articles: number;
  readonly days: number;
  /** Hours between two rounds. */
  readonly step: number;
  /** Good feeds for each of another temper; 1 by default. */
  readonly good?: number;
}

export interface FeedCounts extends FeedVerdict {
  /** Requests that came. */
  readonly requests: number;
  /** The most requests one host had under way at once, and the least time between two; milliseconds. */
  readonly mostAtOnce: number;
  readonly leastGapMs: number;
  /** Requests that reached the place nobody may be led to. */
  readonly intrusions: number;
  /** Megabytes resident: after the second day, at the end, and the peak. */
  readonly residentEarly: number;
  readonly residentLate: number;
  readonly residentPeak: number;
  /** What a reader and an operator read in Telegram at the end. */
  readonly answers: readonly string[];
  /** What the program wrote: surprises only. */
  readonly log: string;
  readonly seconds: number;
}

const FROM = Temporal.Instant.from("2021-11-15T00:00:00Z");
const MEGABYTE = 1e6;
/** A second between two requests of one host is 5 ms in this world, and 20 s of patience are 1.5. */
const WORLD: World = { now: FROM.toString(), pauses: 1 / 200, deadlines: 1 / 13, isLoopback: true };

/** Between two requests of one host; the clocks of the two sides may differ by a millisecond or so. */
export const LEAST_GAP_MS = 5 - 2;

/** Runs the plan; `tell` gets a line now and then. */
export async function followFeeds(plan: FeedPlan, tell: (line: string) => void): Promise<FeedCounts> {
  const { feeds, hosts, articles, days, step, good = 1 } = plan;
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "onrecord-feeds-"));
  const database = join(folder, "corpus.db");
  const secret = await startSecret();
  let now = FROM;
  let web: Web;
  const setting = {
    now: () => now,
    url: (host: string, path: string) => web.url(host, path),
    secret: () => secret.url,
  };
  const hours = days * 24;
  // The addresses of its articles name the port, which is known once the web listens.
  const sites: Parameters<typeof startWeb>[0] = {};
  web = await startWeb(sites);
  const news = feedWeb({ feeds, hosts, articles, from: FROM, hours, tempers: tempers(good) }, setting);
  Object.assign(sites, news.sites);
  const telegram = await new FakeTelegram().listen();
  const variables = {
    DATABASE_URL: database,
    LOG_LEVEL: "error",
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    ADMINS: `telegram:${OWNER.id}`,
    ALLOWED_HOSTS: Object.keys(news.sites)
      .map((host) => `${host}:${web.port}`)
      .join(" "),
  };
  const list = join(folder, "feeds.opml");
  writeFileSync(
    list,
    writeFeedList(
      news.feeds.map(({ host, path }) => ({ outlet: "", url: web.url(host, path) })),
      "",
    ),
  );
  await startProgram(["import", list], variables, WORLD).ended;
  const program = startProgram(["start"], variables, WORLD);
  try {
    await program.up;
    const rounds: Carried[] = [];
    for (let hour = 0; hour <= hours; hour += step) {
      now = FROM.add({ hours: hour });
      const round = await program.tick(now);
      rounds.push(round);
      if (hour % 24 === 0) tell(`day ${hour / 24}: ${shown(round)}, ${web.asked.length} requests`);
    }
    const answers = await ask(telegram);
    const { code } = await program.stop();
    if (code !== 0) throw new Error(`The program ended with ${code}: ${program.output()}`);
    const store = await openStore(database);
    const verdict = await judgeFeeds(store, news.expected(now), step);
    await store.close();
    return {
      ...verdict,
      requests: web.asked.length,
      mostAtOnce: web.mostAtOnce(),
      leastGapMs: web.leastGap(),
      intrusions: secret.hits(),
      residentEarly: rounds[Math.min(rounds.length - 1, Math.ceil(48 / step))]!.resident / MEGABYTE,
      residentLate: rounds.at(-1)!.resident / MEGABYTE,
      residentPeak: rounds.at(-1)!.peak / MEGABYTE,
      answers,
      log: program.output(),
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    program.child.kill("SIGKILL");
    await Promise.all([telegram.close(), web.close(), secret.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The long form for `npm run soak -- feeds`: feeds, hosts, articles a feed, days, hours between rounds, good feeds for
 * each other one. Gives the exit code.
 */
export async function feedSoak(sizes: readonly number[]): Promise<number> {
  const [feeds = 200, hosts = 50, articles = 7, days = 7, step = 1, good = 2] = sizes;
  const counts = await followFeeds({ feeds, hosts, articles, days, step, good }, (line) => console.log(line));
  console.log(JSON.stringify(counts, null, 2));
  const { missing, doubled, strange, wrongTitle, wrongDate, intrusions, mostAtOnce } = counts;
  return missing + doubled + strange + wrongTitle + wrongDate + intrusions + mostAtOnce - 1 === 0 ? 0 : 1;
}

function shown({ resident, peak }: Carried): string {
  return `${Math.round(resident / MEGABYTE)} MB resident, at most ${Math.round(peak / MEGABYTE)}`;
}

/** What people read at the end: the newest quotes, and the operator's list of feeds. */
async function ask(telegram: FakeTelegram): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const [person, line] of [
    [READER, "/quote scholz"],
    [READER, "/feeds"],
    [OWNER, "/feeds"],
  ] as const) {
    const before = telegram.seen.length;
    telegram.say(privateChat(person), person, line);
    await telegram.until(() => telegram.seen.length > before, `an answer to ${line}`);
    answers.push(telegram.seen.at(-1)!.text);
  }
  return answers;
}

/** A place inside that no feed may lead anybody to. */
async function startSecret(): Promise<{ readonly url: string; hits(): number; close(): Promise<void> }> {
  let hits = 0;
  const server = createServer((_, response) => {
    hits += 1;
    response.end("<html><body><article><p>Keys of the house.</p></article></body></html>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    hits: () => hits,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
