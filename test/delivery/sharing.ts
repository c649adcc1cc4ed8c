// Two real processes on one database, let loose at the same moment on the same deliveries.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NO_FILTERS } from "../../src/model/digest.ts";
import { openStore } from "../../src/store/open.ts";
import { day, save } from "../store/writing.ts";
import { dailyDigest } from "../support/digest.ts";
import type { ShareOrders } from "./sharer.ts";

export interface Shared {
  /** Deliveries that ended as sent. */
  readonly sent: number;
  readonly messages: number;
  /** Messages that went out more than once. */
  readonly doubled: number;
  /** Messages by each process. */
  readonly byProcess: readonly number[];
  readonly seconds: number;
}

const SLOT = Temporal.Instant.from("2024-03-06T08:00:00Z");
const DIGEST = dailyDigest({ name: "shared", sections: [{ section: "key-quotes", limit: 1 }] });

/** Shares so many deliveries of two messages each between two processes. */
export async function shareDeliveries(deliveries: number): Promise<Shared> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-sharing-"));
  const database = join(folder, "corpus.db");
  const out = join(folder, "out.txt");
  writeFileSync(out, "");
  const store = await openStore(database);
  try {
    await fill(store, deliveries);
    const children = ["one", "two"].map((owner) =>
      start({ database, out, owner, digest: DIGEST, now: SLOT.toString() }),
    );
    await Promise.all(children.map((child) => new Promise((resolve) => child.stdout?.once("data", resolve))));
    const began = performance.now();
    for (const child of children) child.stdin?.write("go\n");
    await Promise.all(children.map((child) => new Promise((resolve) => child.once("close", resolve))));
    const seconds = (performance.now() - began) / 1000;
    const lines = readFileSync(out, "utf8").split("\n").filter(Boolean);
    const messages = lines.map((line) => line.slice(line.indexOf(" ") + 1));
    const byProcess = ["one", "two"].map((owner) => lines.filter((line) => line.startsWith(`${owner} `)).length);
    const { sent } = await store.deliveries.counts();
    const doubled = messages.length - new Set(messages).size;
    return { sent, messages: messages.length, doubled, byProcess, seconds };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(store: Awaited<ReturnType<typeof openStore>>, deliveries: number): Promise<void> {
  const quote = "“We have agreed on every point, and will say so in public,”";
  await save(store, {
    title: "An agreement",
    outlet: "An outlet",
    published: "2024-03-05",
    stored: SLOT.subtract({ hours: 2 }).toString(),
    body: `${quote} the minister said.`,
    quotes: [{ content: quote, speaker: "The Minister", said: day("2024-03-05") }],
  });
  const subscribe = (at: number) =>
    store.subscriptions.create(
      {
        ...{ digest: "shared", schedule: DIGEST.schedule, zone: "UTC", filters: NO_FILTERS, nextDue: SLOT },
        ...{ chat: { platform: "telegram", id: String(at + 1), thread: null }, createdBy: "telegram:1" },
      },
      5,
    );
  for (let at = 0; at < deliveries; at += 100)
    await Promise.all(Array.from({ length: Math.min(100, deliveries - at) }, (_, more) => subscribe(at + more)));
}

function start(orders: ShareOrders): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, "sharer.ts")], {
    env: { ...process.env, SHARE: JSON.stringify(orders) },
    stdio: ["pipe", "pipe", "inherit"],
  });
}
