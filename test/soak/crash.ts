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

export interface CrashPlan {
  readonly deliveries: number;
  readonly kills: number;
  readonly seed: number;
  readonly speed: number;
}

/** What it came to. The first four add up to all deliveries. */
export interface CrashCounts {
  readonly sent: number;
  readonly inDoubt: number;
  readonly refused: number;
  readonly open: number;
  readonly kills: number;
  readonly faults: number;
  /** Messages that stand in a chat more than once. */
  readonly doubled: number;
  /** Sent deliveries of which something is missing. */
  readonly missing: number;
  /** Deliveries in doubt whose fate no fault and no kill explains. */
  readonly needless: number;
  readonly discordInDoubt: number;
  readonly breaches: readonly string[];
}

const SLOT = Temporal.Instant.from("2021-11-19T08:00:00Z");

/** A digest that always has something in it, in a few short lines. */
const DIGEST = `title: Soak
summary: A digest for the soak
window: P3D
schedule: { every: day, at: '08:00' }
sections:
  - { section: key-quotes, limit: 2 }
`;

/** Runs the plan; `tell` gets a line now and then. */
export async function crashTest(plan: CrashPlan, tell: (line: string) => void): Promise<CrashCounts> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-soak-"));
  const database = join(folder, "corpus.db");
  writeFileSync(join(folder, "soak.yaml"), DIGEST);
  const store = await openStore(database);
  const chats = await fill(store, plan.deliveries);
  const telegram = await new FakeTelegram().listen();
  const discord = await startFakeDiscord();
  const random = randomOf(plan.seed);
  const orders = {
    database,
    digests: folder,
    variables: {
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_ROOT: discord.apiRoot,
    },
    from: SLOT.toString(),
    began: Date.now(),
    speed: plan.speed,
  };
  let kills = 0;
  let faults = 0;
  const trouble = (): void => {
    faults += 1;
    const ms = Math.floor(random() * 300);
    const kind = Math.floor(random() * 7);
    const one = [{ kind: "drop before" }, { kind: "drop after" }, { kind: "half" }, { kind: "slow", ms }][kind % 4] as {
      kind: "slow";
      ms: number;
    };
    if (random() < 0.5) {
      if (kind === 4) telegram.fail("sendMessage", { kind: "flood", seconds: 1 });
      else if (kind === 5) telegram.fail("sendMessage", { kind: "error 500" });
      else if (kind === 6) telegram.fail("sendMessage", { kind: "html 502" });
      else telegram.fail("sendMessage", one);
    } else if (kind === 4) discord.fail("send", { kind: "limit", seconds: 1 });
    else if (kind >= 5) discord.fail("send", { kind: "status", status: 502, html: kind === 6 });
    else discord.fail("send", one);
  };

  while (kills < plan.kills) {
    const child = start(orders);
    await up(child);
    for (let at = 0; at < 3; at++) if (random() < 0.6) trouble();
    await pause(50 + Math.floor(random() * 900));
    child.kill("SIGKILL");
    await ended(child);
    kills += 1;
    if (kills % 25 === 0) tell(`${kills} kills, ${JSON.stringify(await store.deliveries.counts())}`);
  }
  const last = start(orders);
  await settled(store, plan.deliveries, tell);
  last.kill("SIGTERM");
  await ended(last);

  const counts = await judge(store, chats, telegram, discord.state);
  const breaches = [...telegram.breaches, ...discord.violations];
  await telegram.close();
  await discord.shut();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return { ...counts, kills, faults, breaches };
}

/** The sample corpus, and half of the subscriptions on each platform, all due at once. */
async function fill(store: Store, deliveries: number): Promise<readonly Chat[]> {
  const sample = join(ROOT, "config/sample");
  const room = { store, annotator: loadAnnotator([]), outlets: readOutlets(join(sample, "outlets.yaml")) };
  for await (const _ of importPaths([sample], room, SLOT)) {
    // Each report is a line for a person; here nobody reads them.
  }
  const chats: Chat[] = [];
  for (let at = 0; at < deliveries; at++) {
    const chat: Chat =
      at % 2 === 0
        ? { platform: "telegram", id: String(100_000 + at), thread: null }
        : { platform: "discord", id: furtherChannel(at), thread: null };
    const schedule = { every: "day", at: "08:00", days: [1, 2, 3, 4, 5, 6, 7] } as const;
    const wish = { chat, digest: "soak", schedule, zone: "UTC", filters: NO_FILTERS, nextDue: SLOT, createdBy: "soak" };
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

interface Messages {
  readonly messages: readonly {
    readonly channel: string;
    readonly body: Record<string, unknown>;
    readonly deleted: boolean;
  }[];
}

async function judge(
  store: Store,
  chats: readonly Chat[],
  telegram: FakeTelegram,
  discord: Messages,
): Promise<Omit<CrashCounts, "kills" | "faults" | "breaches">> {
  const out = new Map<string, string[]>();
  const put = (key: string, text: string): void => void out.set(key, [...(out.get(key) ?? []), text]);
  for (const { chat, text } of telegram.seen) put(`telegram:${chat}`, text);
  for (const { channel, body } of discord.messages) put(`discord:${channel}`, JSON.stringify(body.components ?? body));
  const counts = { sent: 0, inDoubt: 0, refused: 0, open: 0, doubled: 0, missing: 0, needless: 0, discordInDoubt: 0 };
  const whole = new Map<string, number>();
  for (const chat of chats) {
    const texts = out.get(`${chat.platform}:${chat.id}`) ?? [];
    whole.set(chat.platform, Math.max(whole.get(chat.platform) ?? 0, new Set(texts).size));
  }
  for (const chat of chats) {
    const [row] = await store.deliveries.ofChat(chat, 1);
    const texts = out.get(`${chat.platform}:${chat.id}`) ?? [];
    counts.doubled += texts.length - new Set(texts).size;
    if (row?.state === "sent") {
      counts.sent += 1;
      if (new Set(texts).size < whole.get(chat.platform)!) counts.missing += 1;
    } else if (row?.state === "in doubt") {
      counts.inDoubt += 1;
      if (chat.platform === "discord") counts.discordInDoubt += 1;
      if (!row.parts.some((part) => part.state === "sending")) counts.needless += 1;
    } else if (row?.state === "refused") counts.refused += 1;
    else counts.open += 1;
  }
  return counts;
}

/** A small seeded generator (mulberry32), 0 up to 1. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
