// Clocks that change: summer time both ways, another zone, a clock set back.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { nextSlot } from "../../src/delivery/schedule.ts";
import type { Subscription } from "../../src/model/digest.ts";
import { type CorpusCopies, corpusCopies } from "../support/corpus-copy.ts";
import { here, IMPORTED, Outbox, other } from "./outbox.ts";

let copies: CorpusCopies;
let box: Outbox;

beforeAll(async () => {
  copies = await corpusCopies(IMPORTED);
}, 60_000);

afterAll(() => copies.remove());

beforeEach(async () => {
  box = new Outbox(await copies.open());
});

describe("the clocks", () => {
  /** The first instants of the slots that were sent or planned, oldest first. */
  async function slotsOf(subscription: Subscription): Promise<string[]> {
    return (await box.store.deliveries.ofSubscription(subscription.id, 20)).map(({ slot }) => slot).reverse();
  }

  /** Ticks every half hour, as a machine that is awake does. */
  async function live(from: string, until: string): Promise<void> {
    const end = Temporal.Instant.from(until);
    for (
      box.now = Temporal.Instant.from(from);
      Temporal.Instant.compare(box.now, end) <= 0;
      box.now = box.now.add({ minutes: 30 })
    )
      await box.tick();
  }

  it("go forward in spring: one sending a day, at the same wall time, or just after the gap", async () => {
    const eight = await box.subscribe(here, { at: "08:00", zone: "Europe/Berlin", from: "2022-03-26T00:00:00Z" });
    const gap = await box.subscribe(other, { at: "02:30", zone: "Europe/Berlin", from: "2022-03-26T00:00:00Z" });
    await live("2022-03-26T00:00:00Z", "2022-03-28T08:00:00Z");
    expect(await slotsOf(eight)).toEqual(["2022-03-26T07:00:00Z", "2022-03-27T06:00:00Z", "2022-03-28T06:00:00Z"]);
    expect(await slotsOf(gap)).toEqual(["2022-03-26T01:30:00Z", "2022-03-27T01:00:00Z", "2022-03-28T00:30:00Z"]);
  });

  it("go back in autumn: the hour that comes twice has one sending", async () => {
    const twice = await box.subscribe(here, { at: "02:30", zone: "Europe/Berlin", from: "2022-10-29T12:00:00Z" });
    await live("2022-10-29T22:00:00Z", "2022-10-31T02:00:00Z");
    expect(await slotsOf(twice)).toEqual(["2022-10-30T00:30:00Z", "2022-10-31T01:30:00Z"]);
  });

  it("are another zone's from now on: the next slot is on the new clocks, and nothing is told twice", async () => {
    const held = await box.subscribe(here, { at: "08:00", zone: "Europe/Kyiv", from: "2021-11-19T00:00:00Z" });
    await live("2021-11-19T06:00:00Z", "2021-11-19T07:00:00Z");
    const nextDue = nextSlot(held.schedule, "America/New_York", box.now);
    await box.store.subscriptions.change(held.id, { zone: "America/New_York", nextDue });
    await live("2021-11-19T07:00:00Z", "2021-11-19T14:00:00Z");
    const rows = await box.store.deliveries.ofSubscription(held.id, 5);
    expect(rows.map(({ slot, state }) => [slot, state])).toEqual([
      ["2021-11-19T13:00:00Z", "skipped"],
      ["2021-11-19T06:00:00Z", "sent"],
    ]);
    expect(rows[0]!.reason).toBe("nothing new to tell");
  });

  it("set back by a day while a slot was sent repeat nothing, and go on afterwards", async () => {
    const held = await box.subscribe(here);
    await live("2021-11-19T07:30:00Z", "2021-11-19T08:30:00Z");
    await live("2021-11-18T08:00:00Z", "2021-11-20T08:30:00Z");
    expect(await slotsOf(held)).toEqual(["2021-11-19T08:00:00Z", "2021-11-20T08:00:00Z"]);
    expect(box.telegram.sent).toHaveLength(2);
  });
});
