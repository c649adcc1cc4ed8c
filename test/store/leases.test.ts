import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { openCorpus } from "../support/engines.ts";

let store: Store;
beforeEach(async () => {
  store = await openCorpus();
});
afterEach(() => store.close());

const MINUTE = 60_000;

test("a lease is one owner's until it is released, and renewed meanwhile", async () => {
  expect(await store.leases.hold("poller", "a", MINUTE)).toBe(true);
  expect(await store.leases.hold("poller", "b", MINUTE)).toBe(false);
  expect(await store.leases.hold("planner", "b", MINUTE)).toBe(true);
  expect(await store.leases.hold("poller", "a", MINUTE)).toBe(true);
  expect(await store.leases.release("poller", "b")).toBe(false);
  expect(await store.leases.release("poller", "a")).toBe(true);
  expect(await store.leases.hold("poller", "b", MINUTE)).toBe(true);
  expect(await store.leases.hold("poller", "a", MINUTE)).toBe(false);
});

test("a lease that ran out is anybody's, and its last owner learns so", async () => {
  expect(await store.leases.hold("poller", "a", 0)).toBe(true);
  expect(await store.leases.hold("poller", "b", MINUTE)).toBe(true);
  expect(await store.leases.hold("poller", "a", MINUTE)).toBe(false);
  expect(await store.leases.release("poller", "a")).toBe(false);
});

test("of many who ask at once one holds it", async () => {
  const owners = Array.from({ length: 20 }, (_, i) => `owner ${i}`);
  const held = await Promise.all(owners.map((owner) => store.leases.hold("poller", owner, MINUTE)));
  expect(held.filter(Boolean)).toHaveLength(1);
});
