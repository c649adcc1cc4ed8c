// Digests under fire: the bot's process is killed again and again while platforms stall, refuse and drop, and in the
// end every delivery is accounted for: sent exactly once, or in doubt with at most one copy out.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Chat } from "../../src/model/chat.ts";
import { NO_FILTERS } from "../../src/model/digest.ts";
import { loadAnnotator } from "../../src/newsroom/annotator.ts";
import { importPaths } from "../../src/newsroom/import.ts";
import { readOutlets } from "../../src/settings/catalogue.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { ROOT } from "../support/desk.ts";
import { startFakeDiscord } from "../support/discord/fake.ts";
import { furtherChannel } from "../support/discord/places.ts";
import { FakeTelegram } from "../support/telegram/server.ts";
import { judge, type Verdict } from "./judge.ts";
import { killSometime, type Platforms, randomOf, trouble } from "./trouble.ts";

export interface CrashPlan {
  readonly deliveries: number;
  readonly kills: number;
  readonly seed: number;
  /** How much faster than real time the bot's clock runs: restarts must come while Discord knows the nonce. */
  readonly speed: number;
}

export interface CrashCounts extends Verdict {
  readonly kills: number;
  /** Faults ordered. */
  readonly faults: number;
  readonly breaches: readonly string[];
}

const SLOT = Temporal.Instant.from("2021-11-19T08:00:00Z");
/** Real seconds of one start, kill and restart: so long the slots go on falling due. */
const SECONDS_A_KILL = 4;
/** Discord's "past few minutes", on the soak's clock. */
const NONCE_MINUTES = 3;

/** A digest of more than one message. */
const DIGEST = `title: Soak
summary: A digest for the soak
window: P3D
schedule: { every: day, at: '08:00' }
sections:
  - { section: stories, limit: 20, sentences: 5, quotes: 5 }
  - { section: key-quotes, limit: 40 }
`;

/** Runs the plan; `tell` gets a line now and then. */
export async function crashTest(plan: CrashPlan, tell: (line: string) => void): Promise<CrashCounts> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-soak-"));
  const database = join(folder, "corpus.db");
  writeFileSync(join(folder, "soak.yaml"), DIGEST);
  const store = await openStore(database);
  const chats = await fill(store, plan);
  const platforms: Platforms = { telegram: await new FakeTelegram().listen(), discord: await startFakeDiscord() };
  platforms.discord.state.nonceMs = (NONCE_MINUTES * 60_000) / plan.speed;
  try {
    const began = Date.now();
    const orders = ordersOf(platforms, { database, digests: folder, began, speed: plan.speed });
    const { killed, faults } = await underFire(plan, orders, platforms, store, tell);
    const realMs = (moment: string): number =>
      began + Temporal.Instant.from(moment).since(SLOT).total("milliseconds") / plan.speed;
    const verdict = await judge(store, chats, { platforms, killed, realMs });
    const breaches = [...platforms.telegram.breaches, ...platforms.discord.violations];
    return { ...verdict, kills: killed.length, faults, breaches };
  } finally {
    await platforms.telegram.close();
    await platforms.discord.shut();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function underFire(
  plan: CrashPlan,
  orders: object,
  platforms: Platforms,
  store: Store,
  tell: (line: string) => void,
): Promise<{ readonly killed: readonly number[]; readonly faults: number }> {
  const random = randomOf(plan.seed);
  const killed: number[] = [];
  let faults = 0;
  while (killed.length < plan.kills) {
    const child = start(orders);
    await up(child);
    for (let at = 0; at < 3; at++) {
      if (random() >= 0.6) continue;
      trouble(platforms, random);
      faults += 1;
    }
    killed.push(await killSometime(child, platforms, random));
    await ended(child);
    if (killed.length % 25 === 0) tell(`${killed.length} kills, ${JSON.stringify(await store.deliveries.counts())}`);
  }
  const last = start(orders);
  await settled(store, plan.deliveries, tell);
  last.kill("SIGTERM");
  await ended(last);
  return { killed, faults };
}

interface Setting {
  readonly database: string;
  readonly digests: string;
  readonly began: number;
  readonly speed: number;
}

function ordersOf({ telegram, discord }: Platforms, setting: Setting): object {
  const variables = {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.apiRoot,
  };
  return { ...setting, variables, from: SLOT.toString() };
}

/** The sample corpus, and half of the subscriptions on each platform, falling due minute by minute while the kills go on. */
async function fill(store: Store, { deliveries, kills, speed }: CrashPlan): Promise<readonly Chat[]> {
  const sample = join(ROOT, "config/sample");
  const room = { store, annotator: loadAnnotator([]), outlets: readOutlets(join(sample, "outlets.yaml")) };
  for await (const _ of importPaths([sample], room, SLOT)) {
    // Each report is a line for a person; here nobody reads them.
  }
  const minutes = Math.max(1, Math.floor((kills * SECONDS_A_KILL * speed) / 60));
  const chats: Chat[] = [];
  for (let at = 0; at < deliveries; at++) {
    const chat: Chat =
      at % 2 === 0
        ? { platform: "telegram", id: String(100_000 + at), thread: null }
        : { platform: "discord", id: furtherChannel(at), thread: null };
    const nextDue = SLOT.add({ minutes: Math.floor((at * minutes) / deliveries) });
    const schedule = { every: "day", at: nextDue.toString().slice(11, 16), days: [1, 2, 3, 4, 5, 6, 7] } as const;
    const wish = { chat, digest: "soak", schedule, zone: "UTC", filters: NO_FILTERS, nextDue, createdBy: "soak" };
    await store.subscriptions.create(wish, 10);
    chats.push(chat);
  }
  return chats;
}

function start(orders: object): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, "bot.ts")], {
    env: { ...process.env, SOAK: JSON.stringify(orders) },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function up(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.stdout?.once("data", () => resolve());
    child.once("close", () => resolve());
  });
}

function ended(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once("close", () => resolve()));
}

/** Waits until nothing is planned or under way any more. */
async function settled(store: Store, deliveries: number, tell: (line: string) => void): Promise<void> {
  for (let round = 0; round < 1_200; round++) {
    const counts = await store.deliveries.counts();
    const over = counts.sent + counts.refused + counts["in doubt"] + counts.skipped;
    if (over >= deliveries && counts.planned + counts.sending === 0) return;
    if (round % 20 === 0) tell(`waiting: ${JSON.stringify(counts)}`);
    await pause(500);
  }
}
