// Digests on their way, over a real store and a messenger that answers as it is told.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takeChatEvent } from "../../src/delivery/chat-events.ts";
import { createCourier } from "../../src/delivery/courier.ts";
import { createLostTopics, type LostTopics } from "../../src/delivery/lost-topics.ts";
import { planDue } from "../../src/delivery/planner.ts";
import { nextSlot } from "../../src/delivery/schedule.ts";
import type { Chat, PlatformName } from "../../src/model/chat.ts";
import { type Digest, NO_FILTERS, type Subscription } from "../../src/model/digest.ts";
import type { Log } from "../../src/model/log.ts";
import type { Messenger, SendOutcome } from "../../src/model/messenger.ts";
import { plainText } from "../../src/model/post.ts";
import type { Store } from "../../src/store/store.ts";
import { type CorpusCopies, corpusCopies } from "../support/corpus-copy.ts";

const log: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => log };
const MORNING = Temporal.Instant.from("2021-11-19T08:00:00Z");

const DAILY: Digest = {
  name: "daily",
  title: "Daily",
  summary: "A day",
  window: "P2D",
  schedule: { every: "day", at: "08:00", days: [1, 2, 3, 4, 5, 6, 7] },
  sections: [
    { section: "stories", limit: 3, sentences: 2, quotes: 1 },
    { section: "key-quotes", limit: 3 },
  ],
  filters: NO_FILTERS,
  needs: null,
  whenEmpty: "silent",
};

/** A platform as told: the outcomes of its next sends, "sent" when none is left. */
class Scripted implements Messenger {
  readonly sent: { chat: Chat; text: string; nonce: string; silent: boolean }[] = [];
  readonly script: SendOutcome[] = [];
  readonly platform: PlatformName;
  constructor(platform: PlatformName) {
    this.platform = platform;
  }
  parts(post: Parameters<Messenger["parts"]>[0]) {
    return [{ blocks: post.blocks.slice(0, 2) }, { blocks: post.blocks.slice(2) }];
  }
  async send(...[chat, part, nonce, how]: Parameters<Messenger["send"]>): Promise<SendOutcome> {
    if (how?.begin !== undefined && !(await how.begin()))
      return { kind: "later", retryAt: now.toString(), detail: "taken" };
    const silent = how?.silent === true;
    const outcome = this.script.shift() ?? { kind: "sent", messageId: String(this.sent.length + 1) };
    if (outcome.kind === "sent" || outcome.kind === "in doubt")
      this.sent.push({ chat, text: plainText(part), nonce, silent });
    return outcome;
  }
}

let store: Store;
let now: Temporal.Instant;
let lostTopics: LostTopics;
let telegram: Scripted;
let discord: Scripted;
const here: Chat = { platform: "telegram", id: "-100", thread: null };
const other: Chat = { platform: "telegram", id: "-300", thread: null };

let copies: CorpusCopies;

beforeAll(async () => {
  copies = await corpusCopies(Temporal.Instant.from("2021-11-18T20:00:00Z"));
}, 60_000);

afterAll(() => copies.remove());

beforeEach(async () => {
  store = await copies.open();
  now = MORNING;
  lostTopics = createLostTopics({ store, log });
  telegram = new Scripted("telegram");
  discord = new Scripted("discord");
});

interface Wished {
  readonly at?: string;
  readonly zone?: string;
  /** The first slot is the first after this moment; without it, MORNING. */
  readonly from?: string;
}

async function subscribe(chat: Chat, { at = "08:00", zone = "UTC", from }: Wished = {}): Promise<Subscription> {
  const schedule = { every: "day", at, days: [1, 2, 3, 4, 5, 6, 7] } as const;
  const nextDue = from === undefined ? MORNING : nextSlot(schedule, zone, Temporal.Instant.from(from));
  const made = await store.subscriptions.create(
    {
      chat,
      digest: "daily",
      schedule,
      zone,
      filters: NO_FILTERS,
      nextDue,
      createdBy: "telegram:1",
    },
    10,
  );
  if (made.kind !== "created") throw new Error(made.kind);
  return made.subscription;
}

async function tick(owner = "one"): Promise<void> {
  await planDue({ store, digests: [DAILY], log }, now);
  await createCourier({ store, messengers: [telegram, discord], lostTopics, log, owner, now: () => now }).run();
}

async function stateOf(subscription: Subscription): Promise<string> {
  const [last] = await store.deliveries.ofSubscription(subscription.id, 1);
  return last === undefined ? "none" : `${last.state}${last.reason === null ? "" : `: ${last.reason}`}`;
}

describe("a digest", () => {
  it("arrives once, part by part, and again only the next day", async () => {
    const subscription = await subscribe(here);
    await tick();
    await tick();
    expect(telegram.sent).toHaveLength(2);
    expect(await stateOf(subscription)).toBe("sent");
    now = now.add({ hours: 23 });
    await tick();
    expect(telegram.sent).toHaveLength(2);
  });

  it("is composed once for all who take it", async () => {
    for (let id = 1; id <= 30; id++) await subscribe({ platform: "discord", id: String(id), thread: null });
    await tick();
    expect(discord.sent).toHaveLength(60);
    expect(new Set(discord.sent.map(({ text }) => text)).size).toBe(2);
    const editions = new Set(
      (await store.deliveries.ofChat({ platform: "discord", id: "1", thread: null }, 5)).map(({ edition }) => edition),
    );
    expect(editions.size).toBe(1);
  });

  it("goes on after a refusal of the first part with what is left, never with what was sent", async () => {
    const subscription = await subscribe(here);
    telegram.script.push(
      { kind: "sent", messageId: "1" },
      { kind: "later", retryAt: now.add({ seconds: 30 }).toString(), detail: "429" },
    );
    await tick();
    expect(telegram.sent).toHaveLength(1);
    expect(await stateOf(subscription)).toBe("planned: 429");
    now = now.add({ seconds: 31 });
    await tick();
    expect(telegram.sent).toHaveLength(2);
    expect(new Set(telegram.sent.map(({ text }) => text)).size).toBe(2);
    expect(await stateOf(subscription)).toBe("sent");
  });

  it("in doubt on Telegram is never sent again in silence, only on an admin's word", async () => {
    const subscription = await subscribe(here);
    telegram.script.push({ kind: "in doubt", detail: "the connection was lost" });
    await tick();
    now = now.add({ minutes: 10 });
    await tick();
    expect(telegram.sent).toHaveLength(1);
    expect(await stateOf(subscription)).toBe("in doubt: the connection was lost");
    const [delivery] = await store.deliveries.ofSubscription(subscription.id, 1);
    expect(await store.deliveries.sendAgain(delivery!.id, now)).toBe(true);
    await tick();
    expect(await stateOf(subscription)).toBe("sent");
  });

  it("in doubt on Discord is tried again under the same nonce while that is safe", async () => {
    const subscription = await subscribe({ platform: "discord", id: "7", thread: null });
    discord.script.push({ kind: "in doubt", detail: "time-out" });
    await tick("one");
    now = now.add({ seconds: 70 });
    await tick("two");
    expect(await stateOf(subscription)).toBe("sent");
    expect(discord.sent.map(({ nonce }) => nonce)).toEqual([
      discord.sent[0]!.nonce,
      discord.sent[0]!.nonce,
      discord.sent[2]!.nonce,
    ]);
    expect(discord.sent[2]!.nonce).not.toBe(discord.sent[0]!.nonce);
  });

  it("pauses a chat that is out of reach, keeps its subscription, and resumes it when the bot is let back", async () => {
    const subscription = await subscribe(here);
    telegram.script.push({ kind: "refused", reason: "kicked", detail: "bot was kicked", pauses: true });
    await tick();
    expect((await store.subscriptions.byId(subscription.id))?.state).toMatchObject({ kind: "paused", by: "platform" });
    now = now.add({ hours: 24 });
    await tick();
    expect(telegram.sent).toHaveLength(0);
    await takeChatEvent({ store, log, lostTopics }, { kind: "back", chat: here }, now);
    expect((await store.subscriptions.byId(subscription.id))?.state).toEqual({ kind: "active" });
    await tick();
    expect(await stateOf(subscription)).toBe("skipped: nothing new to tell");
  });

  it("follows a group to its new id", async () => {
    const subscription = await subscribe(here);
    telegram.script.push({ kind: "moved", to: { platform: "telegram", id: "-200", thread: null } });
    await tick();
    await tick();
    expect(telegram.sent.map(({ chat }) => chat.id)).toEqual(["-200", "-200"]);
    expect((await store.subscriptions.byId(subscription.id))?.chat.id).toBe("-200");
  });

  it("is held or silent in quiet hours", async () => {
    await subscribe(here);
    await store.chats.setSettings(here, { zone: "UTC", quiet: { from: "07:00", until: "09:00", mode: "held" } });
    await tick();
    expect(telegram.sent).toHaveLength(0);
    now = MORNING.add({ hours: 1 });
    await tick();
    expect(telegram.sent.map(({ silent }) => silent)).toEqual([false, false]);
  });
});

describe("downtime", () => {
  it("of three hours is caught up", async () => {
    const subscription = await subscribe(here);
    now = MORNING.add({ hours: 3 });
    await tick();
    expect(await stateOf(subscription)).toBe("sent");
  });

  it("of three days sends the latest slot when it is young enough, and tells of the others", async () => {
    const subscription = await subscribe(here);
    now = MORNING.add({ hours: 72 + 2 });
    await tick();
    const rows = await store.deliveries.ofSubscription(subscription.id, 5);
    expect(rows.map(({ state }) => state)).toEqual([expect.stringMatching(/sent|skipped/), "skipped"]);
    expect(rows[0]!.slot).toBe("2021-11-22T08:00:00Z");
    expect(rows[1]!.reason).toContain("missed while the bot was away");
  });

  it("too long ago skips the slot and says so", async () => {
    const subscription = await subscribe(here);
    now = MORNING.add({ hours: 8 });
    await tick();
    expect(telegram.sent).toHaveLength(0);
    expect(await stateOf(subscription)).toContain("more than 6 hours late");
  });

  it("and a clock set back repeat no slot", async () => {
    await subscribe(here);
    await tick();
    now = MORNING.subtract({ hours: 1 });
    await tick();
    now = MORNING;
    await tick();
    expect(telegram.sent).toHaveLength(2);
  });
});

describe("the clocks", () => {
  /** The first instants of the slots that were sent or planned, oldest first. */
  async function slotsOf(subscription: Subscription): Promise<string[]> {
    return (await store.deliveries.ofSubscription(subscription.id, 20)).map(({ slot }) => slot).reverse();
  }

  /** Ticks every half hour, as a machine that is awake does. */
  async function live(from: string, until: string): Promise<void> {
    const end = Temporal.Instant.from(until);
    for (now = Temporal.Instant.from(from); Temporal.Instant.compare(now, end) <= 0; now = now.add({ minutes: 30 }))
      await tick();
  }

  it("go forward in spring: one sending a day, at the same wall time, or just after the gap", async () => {
    const eight = await subscribe(here, { at: "08:00", zone: "Europe/Berlin", from: "2022-03-26T00:00:00Z" });
    const gap = await subscribe(other, { at: "02:30", zone: "Europe/Berlin", from: "2022-03-26T00:00:00Z" });
    await live("2022-03-26T00:00:00Z", "2022-03-28T08:00:00Z");
    expect(await slotsOf(eight)).toEqual(["2022-03-26T07:00:00Z", "2022-03-27T06:00:00Z", "2022-03-28T06:00:00Z"]);
    expect(await slotsOf(gap)).toEqual(["2022-03-26T01:30:00Z", "2022-03-27T01:00:00Z", "2022-03-28T00:30:00Z"]);
  });

  it("go back in autumn: the hour that comes twice has one sending", async () => {
    const twice = await subscribe(here, { at: "02:30", zone: "Europe/Berlin", from: "2022-10-29T12:00:00Z" });
    await live("2022-10-29T22:00:00Z", "2022-10-31T02:00:00Z");
    expect(await slotsOf(twice)).toEqual(["2022-10-30T00:30:00Z", "2022-10-31T01:30:00Z"]);
  });

  it("are another zone's from now on: the next slot is on the new clocks, and nothing is told twice", async () => {
    const held = await subscribe(here, { at: "08:00", zone: "Europe/Kyiv", from: "2021-11-19T00:00:00Z" });
    await live("2021-11-19T06:00:00Z", "2021-11-19T07:00:00Z");
    const nextDue = nextSlot(held.schedule, "America/New_York", now);
    await store.subscriptions.change(held.id, { zone: "America/New_York", nextDue });
    await live("2021-11-19T07:00:00Z", "2021-11-19T14:00:00Z");
    const rows = await store.deliveries.ofSubscription(held.id, 5);
    expect(rows.map(({ slot, state }) => [slot, state])).toEqual([
      ["2021-11-19T13:00:00Z", "skipped"],
      ["2021-11-19T06:00:00Z", "sent"],
    ]);
    expect(rows[0]!.reason).toBe("nothing new to tell");
  });

  it("set back by a day while a slot was sent repeat nothing, and go on afterwards", async () => {
    const held = await subscribe(here);
    await live("2021-11-19T07:30:00Z", "2021-11-19T08:30:00Z");
    await live("2021-11-18T08:00:00Z", "2021-11-20T08:30:00Z");
    expect(await slotsOf(held)).toEqual(["2021-11-19T08:00:00Z", "2021-11-20T08:00:00Z"]);
    expect(telegram.sent).toHaveLength(2);
  });
});

describe("trouble", () => {
  it("of one chat for twelve hours is that chat's alone, even over a restart", async () => {
    const slow = await subscribe(here);
    const fine = await subscribe(other);
    telegram.script.push({ kind: "later", retryAt: now.add({ hours: 12 }).toString(), detail: "429" });
    await tick("one");
    expect(await stateOf(slow)).toBe("planned: 429");
    expect(await stateOf(fine)).toBe("sent");
    now = MORNING.add({ hours: 11 });
    await tick("two");
    expect(await stateOf(slow)).toBe("planned: 429");
    now = MORNING.add({ hours: 12, minutes: 1 });
    await tick("two");
    expect(await stateOf(slow)).toBe("sent");
  });

  it("before anything is sent is tried again, further and further apart", async () => {
    const held = await subscribe(here);
    const waits: number[] = [];
    for (let n = 0; n < 4; n++) {
      const retryAt = now.add({ seconds: 1 }).toString();
      telegram.script.push({ kind: "later", retryAt, detail: "cannot be reached" });
      await tick();
      const [row] = await store.deliveries.ofSubscription(held.id, 1);
      const next = Temporal.Instant.from(row!.retryAt!);
      waits.push(next.since(now).total("seconds"));
      now = next;
    }
    expect(waits).toEqual([1, 5, 10, 20]);
    await tick();
    expect(await stateOf(held)).toBe("sent");
  });

  it("with a text that is too long is told in the log and never loops", async () => {
    const held = await subscribe(here);
    telegram.script.push({ kind: "refused", reason: "too long", detail: "message is too long", pauses: false });
    await tick();
    now = now.add({ minutes: 1 });
    await tick();
    expect(telegram.sent).toHaveLength(0);
    expect(await stateOf(held)).toBe("refused: too long: message is too long");
    expect((await store.subscriptions.byId(held.id))?.state.kind).toBe("active");
  });

  it("with a topic that is gone is told once in the main chat, where the digest never goes", async () => {
    const topic: Chat = { ...here, thread: "7" };
    const neighbour = await subscribe({ ...here, thread: "8" });
    const held = await subscribe(topic);
    await takeChatEvent({ store, log, lostTopics }, { kind: "topic gone", chat: topic }, now);
    await takeChatEvent({ store, log, lostTopics }, { kind: "topic gone", chat: topic }, now);
    await tick();
    await tick();
    const inMain = telegram.sent.filter(({ chat }) => chat.thread === null);
    expect(inMain.map(({ text }) => text)).toEqual([expect.stringContaining("closed or deleted")]);
    expect(await stateOf(neighbour)).toBe("sent");
    await takeChatEvent({ store, log, lostTopics }, { kind: "back", chat: topic }, now);
    expect((await store.subscriptions.byId(held.id))?.state.kind).toBe("active");
  });

  it("names the permission that is missing", async () => {
    const held = await subscribe(here);
    const detail = "not enough rights to send text messages";
    telegram.script.push({ kind: "refused", reason: "no permission", detail, pauses: true });
    await tick();
    expect((await store.subscriptions.byId(held.id))?.state).toMatchObject({ reason: `no permission: ${detail}` });
  });

  it("with an earlier try on Discord does not outlive the nonce", async () => {
    const held = await subscribe({ platform: "discord", id: "7", thread: null });
    discord.script.push({ kind: "in doubt", detail: "time-out" });
    await tick("one");
    now = now.add({ seconds: 40 });
    discord.script.push({ kind: "later", retryAt: now.add({ minutes: 5 }).toString(), detail: "slow down" });
    await tick("two");
    expect(await stateOf(held)).toBe("in doubt: slow down");
    now = now.add({ minutes: 6 });
    await tick("two");
    expect(discord.sent).toHaveLength(1);
  });

  it("with one digest's composing leaves the others be", async () => {
    const held = await subscribe(here, { zone: "Nowhere/AtAll" });
    const fine = await subscribe(other);
    await tick();
    expect(await stateOf(held)).toContain("composing it failed");
    expect(await stateOf(fine)).toBe("sent");
  });
});

describe("two processes on one store", () => {
  it("share the deliveries and double none", async () => {
    for (let id = 1; id <= 60; id++) await subscribe({ platform: "discord", id: String(id), thread: null });
    await Promise.all([tick("one"), tick("two")]);
    expect(discord.sent).toHaveLength(120);
    expect(new Set(discord.sent.map(({ nonce }) => nonce)).size).toBe(120);
  });
});
