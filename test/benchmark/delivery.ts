// Delivery: planning and composing for 100,000 subscriptions due in one minute, what a courier sends a second where no
// platform limits it, what one stalled chat costs the others, and two processes on one database.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCourier } from "../../src/delivery/courier.ts";
import { createLostTopics } from "../../src/delivery/lost-topics.ts";
import { planDue } from "../../src/delivery/planner.ts";
import type { Chat } from "../../src/model/chat.ts";
import { NO_FILTERS } from "../../src/model/digest.ts";
import type { Log } from "../../src/model/log.ts";
import type { Messenger } from "../../src/model/messenger.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { shareDeliveries } from "../delivery/sharing.ts";
import { dailyDigest } from "../support/digest.ts";
import { silentLog } from "../support/log.ts";
import { makeCorpus } from "./scale/corpus.ts";
import type { BenchRow, BenchTable } from "./table.ts";

const SUBSCRIPTIONS = 100_000;
const EDITIONS = 50;
const ARTICLES = 1_000;
const SENT = 5_000;
const STALLED_AMONG = 2_000;
const SHARED = 5_000;
const SLOT = Temporal.Instant.from("2024-03-06T08:00:00Z");
const log: Log = { ...silentLog, error: console.error };

const DAILY = dailyDigest({ whenEmpty: "line" });

export async function measure(): Promise<BenchTable> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-delivery-"));
  const store = await openStore(join(folder, "corpus.db"));
  try {
    const words = await fillCorpus(store);
    await subscribe(store, SUBSCRIPTIONS, (at) => words[at % EDITIONS]!);
    const rows = [...(await planned(store)), await sentASecond(store), ...(await besideAStalled(store))];
    const shared = await shareDeliveries(SHARED);
    rows.push(
      shown(`two processes, ${SHARED} deliveries, messages doubled`, shared.doubled, "", { must: 0 }),
      shown("two processes, messages by the one that did less", Math.min(...shared.byProcess), ""),
      shown("two processes, time for all", shared.seconds, "s"),
    );
    return { name: "delivery", data: [], rows, notes: [`${ARTICLES} articles, made up; messages of one Part`] };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function shown(name: string, value: number, unit: string, anchors?: Record<string, number>): BenchRow {
  return { name, value, unit, lowerIsBetter: true, informative: true, ...(anchors === undefined ? {} : { anchors }) };
}

/** Articles first stored in the day before the slot; gives the words that editions are filtered by. */
async function fillCorpus(store: Store): Promise<readonly string[]> {
  const corpus = makeCorpus(ARTICLES);
  for (let at = 0; at < ARTICLES; at++) {
    const { text, annotation, options } = corpus.next();
    const firstStored = SLOT.subtract({ minutes: 1 + at });
    await store.articles.save(text, annotation, { ...options, firstStored });
  }
  return corpus.words.slice(0, EDITIONS);
}

async function subscribe(store: Store, count: number, wordOf: (at: number) => string): Promise<void> {
  const one = (at: number) =>
    store.subscriptions.create(
      {
        ...{ digest: "daily", schedule: DAILY.schedule, zone: "UTC", nextDue: SLOT, createdBy: "telegram:1" },
        chat: { platform: "telegram", id: String(at + 1), thread: null },
        filters: { ...NO_FILTERS, about: [wordOf(at)] },
      },
      5,
    );
  for (let at = 0; at < count; at += 500)
    await Promise.all(Array.from({ length: Math.min(500, count - at) }, (_, more) => one(at + more)));
}

async function planned(store: Store): Promise<BenchRow[]> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  const began = performance.now();
  const result = await planDue({ store, digests: [DAILY], log }, SLOT);
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  most = Math.max(most, process.memoryUsage().rss);
  if (result.planned !== SUBSCRIPTIONS) throw new Error(`planned ${result.planned} of ${SUBSCRIPTIONS}`);
  return [
    shown("100,000 due in one minute, 50 editions: planned and composed", seconds, "s", { must: 60 }),
    shown("memory that takes above the store's own", (most - before) / 2 ** 20, "MiB"),
  ];
}

/** A platform that takes everything at once; a chat in `stalled` gets its answer when told. */
function taker(onTaken: (chat: Chat) => Promise<void>): Messenger {
  return {
    platform: "telegram",
    parts: (post) => [post],
    async send(chat, _part, nonce, how) {
      await how?.begin?.();
      await onTaken(chat);
      return { kind: "sent", messageId: nonce };
    },
  };
}

async function deliver(store: Store, onTaken: (chat: Chat) => Promise<void>, isEnough: () => boolean): Promise<number> {
  const lostTopics = createLostTopics({ store, log });
  const began = performance.now();
  const courier = createCourier({
    ...{ store, lostTopics, log, owner: `bench ${began}`, now: () => SLOT },
    messengers: [
      taker(async (chat) => {
        await onTaken(chat);
        if (isEnough()) stopped ??= courier.stop();
      }),
    ],
  });
  let stopped: Promise<void> | null = null;
  await courier.run();
  await stopped;
  return (performance.now() - began) / 1000;
}

async function sentASecond(store: Store): Promise<BenchRow> {
  let taken = 0;
  const seconds = await deliver(
    store,
    async () => {
      taken += 1;
    },
    () => taken >= SENT,
  );
  return {
    name: "deliveries to a platform without limits",
    value: taken / seconds,
    unit: "a second",
    informative: true,
    anchors: { "Telegram's limit": 30, "Discord's limit": 50 },
  };
}

/** The same number of deliveries with and without a chat that does not answer until all the others are done. */
async function besideAStalled(store: Store): Promise<BenchRow[]> {
  const time = async (withStalled: boolean): Promise<number> => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    let taken = 0;
    let isFirst = withStalled;
    const began = performance.now();
    let seconds = 0;
    const onTaken = async (): Promise<void> => {
      if (isFirst) {
        isFirst = false;
        return answered;
      }
      taken += 1;
      if (taken < STALLED_AMONG) return;
      seconds = (performance.now() - began) / 1000;
      answer();
    };
    await deliver(store, onTaken, () => taken >= STALLED_AMONG);
    return seconds;
  };
  const alone = await time(false);
  const beside = await time(true);
  return [
    shown(`${STALLED_AMONG} deliveries`, alone, "s"),
    shown(`${STALLED_AMONG} deliveries beside a stalled chat`, beside, "s", { "without it": alone }),
  ];
}
