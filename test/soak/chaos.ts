// A simulated day of three processes on one PostgreSQL: killed, cut off from the database, the database itself killed,
// while feeds bring news, digests go out every hour and people ask.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Chat } from "../../src/model/chat.ts";
import { NO_FILTERS } from "../../src/model/digest.ts";
import { writeFeedList } from "../../src/sources/feed-list.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { startFakeDiscord } from "../support/discord/fake.ts";
import { furtherChannel } from "../support/discord/places.ts";
import { type Network, startNetwork } from "../support/network.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { startProgram } from "../support/process/program.ts";
import { FakeTelegram } from "../support/telegram/server.ts";
import { privateChat, READER } from "../support/telegram/world.ts";
import { startWeb, type Web } from "../support/web.ts";
import { assemble, type Blow, type Crew, type Member } from "./chaos-crew.ts";
import { type ChaosVerdict, judgeChaos } from "./chaos-judge.ts";
import { type FeedVerdict, judgeFeeds } from "./feeds-judge.ts";
import { feedWeb } from "./feeds-web.ts";
import { type Platforms, type Random, randomOf } from "./trouble.ts";

export interface ChaosPlan {
  readonly seed: number;
  /** Simulated; in half hours. */
  readonly hours: number;
  readonly feeds: number;
  /** Half of them on each platform, each with a digest every hour. */
  readonly chats: number;
  /** One blow in so many half hours. */
  readonly calm: number;
}

export interface ChaosCounts {
  readonly deliveries: ChaosVerdict;
  readonly feeds: FeedVerdict;
  readonly blows: Readonly<Record<Blow["kind"], number>>;
  /** Commands asked on Telegram, those without an answer at the end, and those with more than one. */
  readonly asked: number;
  readonly unanswered: number;
  readonly answeredAgain: number;
  /** Milliseconds from the kill of the process that polled until another did, while the database was there. */
  readonly takeovers: readonly number[];
  /** The longest that somebody waited for an answer. */
  readonly slowestAnswer: number;
  readonly crashes: readonly string[];
  readonly breaches: readonly string[];
  readonly damage: readonly string[];
  readonly exitCodes: readonly (number | null)[];
  readonly seconds: number;
}

const PROCESSES = 3;
/** Promised: another process polls by then. */
const TAKEOVER_MS = 15_000;
/** Chats with lower numbers have digests. */
const FIRST_ASKER = 500_000;
const FROM = Temporal.Instant.from("2021-11-19T00:00:00Z");
/** Hours of peace at the end, in which what was put off comes: a quiet feed is visited every six hours. */
const PEACE = 13;

/** Runs the plan; `tell` gets a line now and then. */
export async function chaosTest(plan: ChaosPlan, tell: (line: string) => void): Promise<ChaosCounts> {
  const began = performance.now();
  const world = await prepare(plan);
  const { store, platforms, crew } = world;
  try {
    await waitFor(() => crew.members.every(({ isUp }) => isUp), "all processes up");
    tell(`up after ${Math.round(performance.now() - began)} ms`);
    await storm(world, plan, tell);
    const over = performance.now();
    const exitCodes = await crew.dismiss();
    const until = FROM.add({ hours: plan.hours + PEACE });
    const { blows } = world;
    const evidence = { platforms, blows, from: FROM.add({ hours: 1 }), until: hourOf(until), realMs: world.realMs };
    return {
      deliveries: await judgeChaos(store, world.chats, evidence),
      feeds: await judgeFeeds(store, world.expected(), 1),
      blows: countBy(blows),
      ...answersTo(world, over),
      crashes: crew.crashes,
      breaches: [...platforms.telegram.breaches, ...platforms.discord.violations],
      damage: await store.meta.check(),
      exitCodes,
      seconds: (performance.now() - began) / 1_000,
    };
  } finally {
    await world.close();
  }
}

interface AskedFor {
  readonly chat: string;
  readonly at: number;
}

interface ChaosWorld {
  readonly store: Store;
  readonly database: PostgresServer;
  readonly platforms: Platforms;
  readonly crew: Crew;
  readonly chats: readonly Chat[];
  readonly blows: Blow[];
  readonly asked: AskedFor[];
  expected(): ReturnType<ReturnType<typeof feedWeb>["expected"]>;
  now(): Temporal.Instant;
  /** Lets so much time pass at once, for everybody. */
  pass(minutes: number): Promise<void>;
  realMs(moment: string): number;
  close(): Promise<void>;
}

async function prepare({ feeds, hours, chats: count }: ChaosPlan): Promise<ChaosWorld> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-chaos-"));
  const database = await startPostgres();
  const direct = await openStore(database.address);
  const telegram = await new FakeTelegram().listen();
  const discord = await startFakeDiscord();
  // The clocks go on in real time between the leaps: by these the moments of the one are found in the other.
  const leaps: { readonly real: number; readonly from: Temporal.Instant }[] = [];
  const leap = (to: Temporal.Instant): void => void leaps.push({ real: performance.now(), from: to });
  const now = (): Temporal.Instant => {
    const { real, from } = leaps.at(-1)!;
    return from.add({ milliseconds: Math.round(performance.now() - real) });
  };
  leap(FROM);

  let web: Web;
  const setting = { now, url: (host: string, path: string) => web.url(host, path), secret: () => "" };
  const sites: Parameters<typeof startWeb>[0] = {};
  web = await startWeb(sites);
  const tempers = ["good", "atom", "good", "repeated", "moved", "packed"] as const;
  const news = feedWeb({ feeds, hosts: feeds, articles: hours, from: FROM, hours, tempers }, setting);
  Object.assign(sites, news.sites);

  const networks = await Promise.all(Array.from({ length: PROCESSES }, () => startNetwork(portOf(database))));
  const variables = (network: Network): Record<string, string> => ({
    DATABASE_URL: throughOf(database, network),
    LOG_LEVEL: "debug",
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.apiRoot,
    ALLOWED_HOSTS: Object.keys(news.sites)
      .map((host) => `${host}:${web.port}`)
      .join(" "),
  });
  const list = join(folder, "feeds.opml");
  const addresses = news.feeds.map(({ host, path }) => ({ outlet: "", url: web.url(host, path) }));
  writeFileSync(list, writeFeedList(addresses, ""));
  const importing = startProgram(["import", list], variables(networks[0]!), { now: FROM.toString() });
  if ((await importing.ended).code !== 0) throw new Error(importing.output());
  const chats = await subscribe(direct, count);
  const crew = assemble({ networks, variables, now });

  return {
    store: direct,
    database,
    platforms: { telegram, discord },
    crew,
    chats,
    blows: [],
    asked: [],
    expected: () => news.expected(now()),
    now,
    async pass(minutes) {
      leap(leaps.at(-1)!.from.add({ minutes }));
      await crew.set(now());
    },
    realMs(moment) {
      const { from, real } = leaps.findLast((one) => Temporal.Instant.compare(one.from, moment) <= 0) ?? leaps[0]!;
      return real + Temporal.Instant.from(moment).since(from).total("milliseconds");
    },
    async close() {
      for (const { program } of crew.members) program?.child.kill("SIGKILL");
      await crew.dismiss();
      await Promise.all([telegram.close(), discord.shut(), web.close(), ...networks.map((network) => network.close())]);
      await direct.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function subscribe(store: Store, count: number): Promise<readonly Chat[]> {
  const chats: Chat[] = [];
  for (let at = 0; at < count; at++) {
    const chat: Chat =
      at % 2 === 0
        ? { platform: "telegram", id: String(100_000 + at), thread: null }
        : { platform: "discord", id: furtherChannel(at), thread: null };
    const nextDue = FROM.add({ hours: 1 });
    const wish = { digest: "daily", schedule: { every: "hour" } as const, zone: "UTC", filters: NO_FILTERS };
    await store.subscriptions.create({ chat, ...wish, nextDue, createdBy: "chaos" }, 10);
    chats.push(chat);
  }
  return chats;
}

/** Half hour after half hour: time leaps, everybody's tick comes, somebody asks, and now and then something breaks. */
async function storm(world: ChaosWorld, plan: ChaosPlan, tell: (line: string) => void): Promise<void> {
  const { crew, store } = world;
  const random = randomOf(plan.seed);
  for (let half = 1; half <= plan.hours * 2; half++) {
    const isStruck = random() * plan.calm < 1;
    // On the half hour, and every other time on the hour, when the digests are due.
    await world.pass(half === 1 ? 30 : 29);
    const ticking = crew.tick();
    const strike = isStruck ? blow(world, half % 2 === 0, random) : Promise.resolve();
    ask(world);
    await Promise.all([ticking, strike]);
    // The next minute: what a process died over is another's by now, and Discord still knows the nonce.
    await world.pass(1);
    await crew.tick();
    if (half % 8 === 0) tell(`${half / 2} h: ${JSON.stringify(await store.deliveries.counts())}`);
  }
  await waitFor(() => crew.members.every(({ isUp }) => isUp), "all processes up");
  for (let hour = 0; hour < PEACE; hour++) {
    await world.pass(60);
    await crew.tick();
  }
}

/** One blow, at a random moment, on a random process or on the database. There are always two processes left. */
async function blow(world: ChaosWorld, areDue: boolean, random: Random): Promise<void> {
  const { crew, blows, database } = world;
  const kinds = areDue ? WHEN_DUE : BLOWS;
  const kind = kinds[Math.floor(random() * kinds.length)]!;
  const length = 300 + random() * 2_500;
  if (kind !== "restart" && crew.members.some(({ isUp }) => !isUp)) return;
  const member = areDue ? await somebodySending(world, random) : oneOf(crew.members, random);
  if (!areDue) await pause(random() * 1_500);
  const isPoller = kind !== "restart" && crew.polls(member);
  const one: Blow = { kind, isPoller, began: performance.now(), ended: Number.POSITIVE_INFINITY };
  blows.push(one);
  await strike(kind, member, length, crew, database);
  one.ended = performance.now();
}

const BLOWS = ["kill", "stop", "cut", "freeze", "restart"] as const;
/** With digests under way a kill is the worst. */
const WHEN_DUE = [...BLOWS, "kill", "kill", "kill"] as const;
/** A machine under load takes this long to plan and send the first. */
const SENDING_MS = 6_000;

/** Whoever sends the digests that are due, at a moment at which the platforms have messages of which it has not heard yet. */
async function somebodySending({ crew, platforms }: ChaosWorld, random: Random): Promise<Member> {
  const before = crew.members.map((member) => crew.delivered(member));
  await taken(platforms, 3);
  const ms = Math.floor(500 + random() * 1_500);
  platforms.telegram.fail("sendMessage", { kind: "slow", ms }, 6);
  platforms.discord.fail("send", { kind: "slow", ms }, 6);
  await taken(platforms, 1 + Math.floor(random() * 6));
  const done = crew.members.map((member, at) => crew.delivered(member) - before[at]!);
  const most = Math.max(...done);
  return most > 0 ? crew.members[done.indexOf(most)]! : oneOf(crew.members, random);
}

/** Waits until the platforms have taken so many more messages of digests. */
async function taken({ telegram, discord }: Platforms, count: number): Promise<void> {
  const until = performance.now() + SENDING_MS;
  const all = (): number =>
    telegram.seen.filter(({ chat }) => Number(chat) < FIRST_ASKER).length + discord.state.messages.length;
  for (const enough = all() + count; all() < enough && performance.now() < until; ) await pause(1);
}

function oneOf<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!;
}

async function strike(
  kind: Blow["kind"],
  member: Member,
  length: number,
  crew: Crew,
  database: PostgresServer,
): Promise<void> {
  switch (kind) {
    case "kill":
      return crew.kill(member);
    case "stop":
      return crew.stop(member);
    case "cut":
    case "freeze":
      member.network[kind]();
      await pause(length);
      return member.network.heal();
    case "restart":
      await database.tell("kill");
      await pause(length / 3);
      return database.tell("start");
  }
}

/** Somebody asks, each time somebody else. */
function ask({ platforms, asked }: ChaosWorld): void {
  const person = { ...READER, id: FIRST_ASKER + asked.length };
  asked.push({ chat: String(person.id), at: performance.now() });
  platforms.telegram.say(privateChat(person), person, "/quote scholz");
}

type Answers = Pick<ChaosCounts, "asked" | "unanswered" | "answeredAgain" | "takeovers" | "slowestAnswer">;

function answersTo({ platforms: { telegram }, asked, blows }: ChaosWorld, over: number): Answers {
  const byChat = Map.groupBy(telegram.of("sendMessage"), ({ params }) => String(params.chat_id));
  const answers = asked.map(({ chat, at }) => ({
    at,
    times: (byChat.get(chat) ?? []).map((taken) => telegram.began + taken.at),
  }));
  const answered = answers.filter(({ times }) => times.length > 0);
  const wasThere = (from: number, until: number): boolean =>
    blows.every((one) => one.kind !== "restart" || one.ended < from || one.began > until);
  const kills = blows.filter(({ kind, isPoller }) => kind === "kill" && isPoller);
  // Where all was over too soon after a kill, nobody had the time to take over.
  const isJudged = (ended: number, at: number): boolean => at < Number.POSITIVE_INFINITY || over - ended > TAKEOVER_MS;
  const next = kills.map(({ ended }) => telegram.polls.find((at) => at > ended) ?? Number.POSITIVE_INFINITY);
  return {
    asked: asked.length,
    unanswered: answers.length - answered.length,
    answeredAgain: answers.filter(({ times }) => times.length > 1).length,
    takeovers: kills.flatMap(({ began, ended }, at) =>
      wasThere(began, next[at]!) && isJudged(ended, next[at]!) ? [Math.round(next[at]! - began)] : [],
    ),
    slowestAnswer: Math.round(Math.max(...answered.map(({ at, times }) => times[0]! - at))),
  };
}

function countBy(blows: readonly Blow[]): Record<Blow["kind"], number> {
  const counts = { kill: 0, stop: 0, cut: 0, freeze: 0, restart: 0 };
  for (const { kind } of blows) counts[kind] += 1;
  return counts;
}

function hourOf(moment: Temporal.Instant): Temporal.Instant {
  return moment.round({ smallestUnit: "hour", roundingMode: "floor" });
}

function portOf({ address }: PostgresServer): number {
  return Number(new URL(address).port);
}

function throughOf({ address }: PostgresServer, { port }: Network): string {
  return Object.assign(new URL(address), { port: String(port) }).href;
}

async function waitFor(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 600) throw new Error(`It never came about: ${what}`);
    await pause(100);
  }
}

/** The long form for `npm run soak -- chaos`: hours, feeds, chats, seed, calm. Gives the exit code. */
export async function chaosSoak(sizes: readonly number[]): Promise<number> {
  const [hours = 24, feeds = 40, chats = 40, seed = 1, calm = 1] = sizes;
  const counts = await chaosTest({ hours, feeds, chats, seed, calm }, (line) => console.log(line));
  console.log(JSON.stringify(counts, null, 2));
  return faultsOf(counts) === 0 ? 0 : 1;
}

/** How much went wrong. */
export function faultsOf({ deliveries, feeds, ...counts }: ChaosCounts): number {
  const { missed, open, missing, doubled, needless } = deliveries;
  const { crashes, breaches, damage, exitCodes, unanswered } = counts;
  const late = counts.takeovers.filter((ms) => ms > TAKEOVER_MS).length;
  const ended = exitCodes.filter((code) => code !== 0).length;
  return (
    missed +
    open +
    missing +
    doubled +
    needless +
    unanswered +
    late +
    ended +
    feeds.missing +
    feeds.doubled +
    feeds.strange +
    crashes.length +
    breaches.length +
    damage.length
  );
}
