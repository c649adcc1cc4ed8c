// Digests on their way: once, part by part, caught up after downtime, shared by two.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takeChatEvent } from "../../src/delivery/chat-events.ts";
import { type CorpusCopies, corpusCopies } from "../support/corpus-copy.ts";
import { here, IMPORTED, MORNING, Outbox } from "./outbox.ts";

let copies: CorpusCopies;
let box: Outbox;

beforeAll(async () => {
  copies = await corpusCopies(IMPORTED);
}, 60_000);

afterAll(() => copies.remove());

beforeEach(async () => {
  box = new Outbox(await copies.open());
});

describe("a digest", () => {
  it("arrives once, part by part, and again only the next day", async () => {
    const subscription = await box.subscribe(here);
    await box.tick();
    await box.tick();
    expect(box.telegram.sent).toHaveLength(2);
    expect(await box.stateOf(subscription)).toBe("sent");
    box.now = box.now.add({ hours: 23 });
    await box.tick();
    expect(box.telegram.sent).toHaveLength(2);
  });

  it("is composed once for all who take it", async () => {
    for (let id = 1; id <= 30; id++) await box.subscribe({ platform: "discord", id: String(id), thread: null });
    await box.tick();
    expect(box.discord.sent).toHaveLength(60);
    expect(new Set(box.discord.sent.map(({ text }) => text)).size).toBe(2);
    const editions = new Set(
      (await box.store.deliveries.ofChat({ platform: "discord", id: "1", thread: null }, 5)).map(
        ({ edition }) => edition,
      ),
    );
    expect(editions.size).toBe(1);
  });

  it("goes on after a refusal of the first part with what is left, never with what was sent", async () => {
    const subscription = await box.subscribe(here);
    box.telegram.script.push(
      { kind: "sent", messageId: "1" },
      { kind: "later", retryAt: box.now.add({ seconds: 30 }).toString(), detail: "429" },
    );
    await box.tick();
    expect(box.telegram.sent).toHaveLength(1);
    expect(await box.stateOf(subscription)).toBe("planned: 429");
    box.now = box.now.add({ seconds: 31 });
    await box.tick();
    expect(box.telegram.sent).toHaveLength(2);
    expect(new Set(box.telegram.sent.map(({ text }) => text)).size).toBe(2);
    expect(await box.stateOf(subscription)).toBe("sent");
  });

  it("in doubt on Telegram is never sent again in silence, only on an admin's word", async () => {
    const subscription = await box.subscribe(here);
    box.telegram.script.push({ kind: "in doubt", detail: "the connection was lost" });
    await box.tick();
    box.now = box.now.add({ minutes: 10 });
    await box.tick();
    expect(box.telegram.sent).toHaveLength(1);
    expect(await box.stateOf(subscription)).toBe("in doubt: the connection was lost");
    const [delivery] = await box.store.deliveries.ofSubscription(subscription.id, 1);
    expect(await box.store.deliveries.sendAgain(delivery!.id, box.now)).toBe(true);
    await box.tick();
    expect(await box.stateOf(subscription)).toBe("sent");
  });

  it("in doubt on Discord is tried again under the same nonce while that is safe", async () => {
    const subscription = await box.subscribe({ platform: "discord", id: "7", thread: null });
    box.discord.script.push({ kind: "in doubt", detail: "time-out" });
    await box.tick("one");
    box.now = box.now.add({ seconds: 70 });
    await box.tick("two");
    expect(await box.stateOf(subscription)).toBe("sent");
    expect(box.discord.sent.map(({ nonce }) => nonce)).toEqual([
      box.discord.sent[0]!.nonce,
      box.discord.sent[0]!.nonce,
      box.discord.sent[2]!.nonce,
    ]);
    expect(box.discord.sent[2]!.nonce).not.toBe(box.discord.sent[0]!.nonce);
  });

  it("pauses a chat that is out of reach, keeps its subscription, and resumes it when the bot is let back", async () => {
    const subscription = await box.subscribe(here);
    box.telegram.script.push({ kind: "refused", reason: "kicked", detail: "bot was kicked", pauses: true });
    await box.tick();
    expect((await box.store.subscriptions.byId(subscription.id))?.state).toMatchObject({
      kind: "paused",
      by: "platform",
    });
    box.now = box.now.add({ hours: 24 });
    await box.tick();
    expect(box.telegram.sent).toHaveLength(0);
    await takeChatEvent(box.room, { kind: "back", chat: here }, box.now);
    expect((await box.store.subscriptions.byId(subscription.id))?.state).toEqual({ kind: "active" });
    await box.tick();
    expect(await box.stateOf(subscription)).toBe("skipped: nothing new to tell");
  });

  it("follows a group to its new id", async () => {
    const subscription = await box.subscribe(here);
    box.telegram.script.push({ kind: "moved", to: { platform: "telegram", id: "-200", thread: null } });
    await box.tick();
    await box.tick();
    expect(box.telegram.sent.map(({ chat }) => chat.id)).toEqual(["-200", "-200"]);
    expect((await box.store.subscriptions.byId(subscription.id))?.chat.id).toBe("-200");
  });

  it("is held or silent in quiet hours", async () => {
    await box.subscribe(here);
    await box.store.chats.setSettings(here, { zone: "UTC", quiet: { from: "07:00", until: "09:00", mode: "held" } });
    await box.tick();
    expect(box.telegram.sent).toHaveLength(0);
    box.now = MORNING.add({ hours: 1 });
    await box.tick();
    expect(box.telegram.sent.map(({ silent }) => silent)).toEqual([false, false]);
  });
});

describe("downtime", () => {
  it("of three hours is caught up", async () => {
    const subscription = await box.subscribe(here);
    box.now = MORNING.add({ hours: 3 });
    await box.tick();
    expect(await box.stateOf(subscription)).toBe("sent");
  });

  it("of three days sends the latest slot when it is young enough, and tells of the others", async () => {
    const subscription = await box.subscribe(here);
    box.now = MORNING.add({ hours: 72 + 2 });
    await box.tick();
    const rows = await box.store.deliveries.ofSubscription(subscription.id, 5);
    expect(rows.map(({ state }) => state)).toEqual([expect.stringMatching(/sent|skipped/), "skipped"]);
    expect(rows[0]!.slot).toBe("2021-11-22T08:00:00Z");
    expect(rows[1]!.reason).toContain("missed while the bot was away");
  });

  it("too long ago skips the slot and says so", async () => {
    const subscription = await box.subscribe(here);
    box.now = MORNING.add({ hours: 8 });
    await box.tick();
    expect(box.telegram.sent).toHaveLength(0);
    expect(await box.stateOf(subscription)).toContain("more than 6 hours late");
  });

  it("and a clock set back repeat no slot", async () => {
    await box.subscribe(here);
    await box.tick();
    box.now = MORNING.subtract({ hours: 1 });
    await box.tick();
    box.now = MORNING;
    await box.tick();
    expect(box.telegram.sent).toHaveLength(2);
  });
});

describe("two processes on one store", () => {
  it("share the deliveries and double none", async () => {
    for (let id = 1; id <= 60; id++) await box.subscribe({ platform: "discord", id: String(id), thread: null });
    await Promise.all([box.tick("one"), box.tick("two")]);
    expect(box.discord.sent).toHaveLength(120);
    expect(new Set(box.discord.sent.map(({ nonce }) => nonce)).size).toBe(120);
  });
});
