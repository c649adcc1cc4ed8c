// Trouble with one chat, one platform or one digest, and how far it reaches.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takeChatEvent } from "../../src/delivery/chat-events.ts";
import type { Chat } from "../../src/model/chat.ts";
import { type CorpusCopies, corpusCopies } from "../support/corpus-copy.ts";
import { here, IMPORTED, MORNING, Outbox, other } from "./outbox.ts";

let copies: CorpusCopies;
let box: Outbox;

beforeAll(async () => {
  copies = await corpusCopies(IMPORTED);
}, 60_000);

afterAll(() => copies.remove());

beforeEach(async () => {
  box = new Outbox(await copies.open());
});

describe("trouble", () => {
  it("of one chat for twelve hours is that chat's alone, even over a restart", async () => {
    const slow = await box.subscribe(here);
    const fine = await box.subscribe(other);
    box.telegram.script.push({ kind: "later", retryAt: box.now.add({ hours: 12 }).toString(), detail: "429" });
    await box.tick("one");
    expect(await box.stateOf(slow)).toBe("planned: 429");
    expect(await box.stateOf(fine)).toBe("sent");
    box.now = MORNING.add({ hours: 11 });
    await box.tick("two");
    expect(await box.stateOf(slow)).toBe("planned: 429");
    box.now = MORNING.add({ hours: 12, minutes: 1 });
    await box.tick("two");
    expect(await box.stateOf(slow)).toBe("sent");
  });

  it("before anything is sent is tried again, further and further apart", async () => {
    const held = await box.subscribe(here);
    const waits: number[] = [];
    for (let n = 0; n < 4; n++) {
      const retryAt = box.now.add({ seconds: 1 }).toString();
      box.telegram.script.push({ kind: "later", retryAt, detail: "cannot be reached" });
      await box.tick();
      const [row] = await box.store.deliveries.ofSubscription(held.id, 1);
      const next = Temporal.Instant.from(row!.retryAt!);
      waits.push(next.since(box.now).total("seconds"));
      box.now = next;
    }
    expect(waits).toEqual([1, 5, 10, 20]);
    await box.tick();
    expect(await box.stateOf(held)).toBe("sent");
  });

  it("with a text that is too long is told in the log and never loops", async () => {
    const held = await box.subscribe(here);
    box.telegram.script.push({ kind: "refused", reason: "too long", detail: "message is too long", pauses: false });
    await box.tick();
    box.now = box.now.add({ minutes: 1 });
    await box.tick();
    expect(box.telegram.sent).toHaveLength(0);
    expect(await box.stateOf(held)).toBe("refused: too long: message is too long");
    expect((await box.store.subscriptions.byId(held.id))?.state.kind).toBe("active");
  });

  it("with a topic that is gone is told once in the main chat, where the digest never goes", async () => {
    const topic: Chat = { ...here, thread: "7" };
    const neighbour = await box.subscribe({ ...here, thread: "8" });
    const held = await box.subscribe(topic);
    await takeChatEvent(box.room, { kind: "topic gone", chat: topic }, box.now);
    await takeChatEvent(box.room, { kind: "topic gone", chat: topic }, box.now);
    await box.tick();
    await box.tick();
    const inMain = box.telegram.sent.filter(({ chat }) => chat.thread === null);
    expect(inMain.map(({ text }) => text)).toEqual([expect.stringContaining("closed or deleted")]);
    expect(await box.stateOf(neighbour)).toBe("sent");
    await takeChatEvent(box.room, { kind: "back", chat: topic }, box.now);
    expect((await box.store.subscriptions.byId(held.id))?.state.kind).toBe("active");
  });

  it("names the permission that is missing", async () => {
    const held = await box.subscribe(here);
    const detail = "not enough rights to send text messages";
    box.telegram.script.push({ kind: "refused", reason: "no permission", detail, pauses: true });
    await box.tick();
    expect((await box.store.subscriptions.byId(held.id))?.state).toMatchObject({ reason: `no permission: ${detail}` });
  });

  it("with an earlier try on Discord does not outlive the nonce", async () => {
    const held = await box.subscribe({ platform: "discord", id: "7", thread: null });
    box.discord.script.push({ kind: "in doubt", detail: "time-out" });
    await box.tick("one");
    box.now = box.now.add({ seconds: 40 });
    box.discord.script.push({ kind: "later", retryAt: box.now.add({ minutes: 5 }).toString(), detail: "slow down" });
    await box.tick("two");
    expect(await box.stateOf(held)).toBe("in doubt: slow down");
    box.now = box.now.add({ minutes: 6 });
    await box.tick("two");
    expect(box.discord.sent).toHaveLength(1);
  });

  it("with one digest's composing leaves the others be", async () => {
    const held = await box.subscribe(here, { zone: "Nowhere/AtAll" });
    const fine = await box.subscribe(other);
    await box.tick();
    expect(await box.stateOf(held)).toContain("composing it failed");
    expect(await box.stateOf(fine)).toBe("sent");
  });
});
