import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { openCorpus } from "../support/engines.ts";

let store: Store;
beforeEach(async () => {
  store = await openCorpus();
});
afterEach(() => store.close());

const MINUTE = 60_000;

test("work is taken once, and done once", async () => {
  const { claims } = store;
  expect(await claims.take("telegram:1", "a", MINUTE)).toBe("ours");
  expect(await claims.take("telegram:1", "b", MINUTE)).toBe("busy");
  expect(await claims.take("telegram:2", "b", MINUTE)).toBe("ours");
  expect(await claims.done("telegram:1", "b")).toBe(false);
  expect(await claims.done("telegram:1", "a")).toBe(true);
  expect(await claims.take("telegram:1", "b", MINUTE)).toBe("done");
  expect(await claims.take("telegram:1", "a", MINUTE)).toBe("done");
});

test("what its owner died over is anybody's when the time is over; what was done stays done", async () => {
  const { claims } = store;
  expect(await claims.take("telegram:1", "a", 0)).toBe("ours");
  expect(await claims.take("telegram:1", "b", 0)).toBe("ours");
  expect(await claims.done("telegram:1", "a")).toBe(false);
  expect(await claims.done("telegram:1", "b")).toBe(true);
  expect(await claims.take("telegram:1", "a", 0)).toBe("done");
});

test("of many who ask at once one has it", async () => {
  const owners = Array.from({ length: 20 }, (_, i) => `owner ${i}`);
  const taken = await Promise.all(owners.map((owner) => store.claims.take("telegram:1", owner, MINUTE)));
  expect(taken.filter((claim) => claim === "ours")).toHaveLength(1);
});

test("old claims are forgotten, young ones not", async () => {
  const { claims } = store;
  await claims.take("telegram:1", "a", -2 * MINUTE);
  await claims.take("telegram:2", "a", MINUTE);
  await claims.done("telegram:2", "a");
  expect(await claims.forget(MINUTE)).toBe(1);
  expect(await claims.take("telegram:2", "b", MINUTE)).toBe("done");
});

test("notes are read by any, the last one put, and forgotten with time", async () => {
  const { notes } = store;
  expect(await notes.get("button:x")).toBeNull();
  await notes.put("button:x", "one");
  await notes.put("button:x", "two “words”");
  expect(await notes.get("button:x")).toBe("two “words”");
  expect(await notes.forget(MINUTE)).toBe(0);
  expect(await notes.forget(-MINUTE)).toBe(1);
  expect(await notes.get("button:x")).toBeNull();
});
