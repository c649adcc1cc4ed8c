// Writes to a corpus without end and says what was acknowledged, for a test that kills it.
import { NO_FILTERS } from "../../src/model/digest.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { at, save } from "./writing.ts";

const NOW = at("2026-01-01T00:00:00Z");

async function saveOne(store: Store, name: string): Promise<void> {
  const { id } = await save(store, {
    title: name,
    outlet: `Outlet ${name.length}`,
    bands: [1, 2, 3],
    story: { to: "new", title: name, terms: [["term", 1]] },
    quotes: [
      { content: `“Words of ${name}”`, speaker: "Marie Curie" },
      { content: `“More of ${name}”`, speaker: `Speaker ${name}` },
    ],
  });
  process.stdout.write(`saved ${id}\n`);
}

async function deliverOne(store: Store, name: string): Promise<void> {
  const window = { from: "2025-12-31T00:00:00Z", until: NOW.toString() };
  const key = { digest: "daily", window, filters: NO_FILTERS, variant: "" };
  const edition = await store.editions.save({ ...key, post: { blocks: [] }, account: null }, NOW);
  const chat = { platform: "terminal" as const, id: name, thread: null };
  const schedule = { every: "hour" as const };
  const made = await store.subscriptions.create(
    { chat, digest: "daily", schedule, zone: "UTC", filters: NO_FILTERS, nextDue: NOW, createdBy: "terminal:1" },
    5,
  );
  if (made.kind !== "created") throw new Error(made.kind);
  const plan = { subscription: made.subscription.id, slot: NOW.toString(), nextDue: NOW.add({ hours: 1 }) };
  const [id] = await store.deliveries.plan([{ ...plan, state: "planned", edition: edition.id }], NOW);
  const claimed = await store.deliveries.claim({ owner: name, now: NOW, leaseMs: 1000, limit: 9 });
  if (id === null || id === undefined || !claimed.some((row) => row.id === id))
    throw new Error(`${name} was not claimed`);
  await store.deliveries.begin(id, name, 0, NOW);
  await store.deliveries.receipt(id, name, 0, "m", NOW);
  await store.deliveries.finish(id, name, "sent", null, NOW);
  process.stdout.write(`sent ${id}\n`);
}

const store = await openStore(process.argv[2] ?? "");
for (let i = 0; ; i += 1) {
  const name = `${process.pid} ${i}`;
  await Promise.all([saveOne(store, `${name} a`), saveOne(store, `${name} b`)]);
  await deliverOne(store, name);
}
