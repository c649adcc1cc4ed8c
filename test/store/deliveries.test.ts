import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Chat } from "../../src/model/chat.ts";
import { NO_FILTERS, type Subscription } from "../../src/model/digest.ts";
import type { Plan } from "../../src/store/contract/deliveries.ts";
import type { Store } from "../../src/store/store.ts";
import { openCorpus } from "../support/engines.ts";
import { at } from "./writing.ts";

let store: Store;
beforeEach(async () => {
  store = await openCorpus();
});
afterEach(() => store.close());

const EIGHT = "2026-03-01T08:00:00Z";
const NOW = at("2026-03-01T08:00:30Z");
const MINUTE = 60_000;

function chat(id: string, thread: string | null = null): Chat {
  return { platform: "telegram", id, thread };
}

async function subscribe(to: Chat, digest = "daily"): Promise<Subscription> {
  const made = await store.subscriptions.create(
    {
      chat: to,
      digest,
      schedule: { every: "day", at: "08:00", days: [1, 2, 3, 4, 5, 6, 7] },
      zone: "UTC",
      filters: NO_FILTERS,
      nextDue: at(EIGHT),
      createdBy: "telegram:42",
    },
    10,
  );
  if (made.kind !== "created") throw new Error(made.kind);
  return made.subscription;
}

async function edition(): Promise<number> {
  const window = { from: "2026-02-28T08:00:00Z", until: EIGHT };
  const post = { blocks: [] };
  const key = { digest: "daily", window, filters: NO_FILTERS, variant: "" };
  return (await store.editions.save({ ...key, post, account: { chosen: 0 } }, NOW)).id;
}

function plan(subscription: Subscription, made: number, slot = EIGHT): Plan {
  return { subscription: subscription.id, slot, nextDue: at(slot).add({ hours: 24 }), state: "planned", edition: made };
}

async function planned(...chats: Chat[]): Promise<number[]> {
  const made = await edition();
  const plans: Plan[] = [];
  for (const to of chats) plans.push(plan(await subscribe(to), made));
  return (await store.deliveries.plan(plans, NOW)).map((id) => id ?? -1);
}

const claim = (owner: string, now = NOW, limit = 10) => store.deliveries.claim({ owner, now, leaseMs: MINUTE, limit });

describe("subscriptions", () => {
  test("come due, are paused and resumed, changed and removed", async () => {
    const mine = await subscribe(chat("1"));
    const topic = await subscribe(chat("1", "7"), "weekly");
    expect(mine).toMatchObject({ nextDue: EIGHT, lastSlot: null, state: { kind: "active" }, zone: "UTC" });
    expect(await store.subscriptions.due(at("2026-03-01T07:59:59Z"), 10)).toEqual([]);
    expect((await store.subscriptions.due(NOW, 10)).map((due) => due.id)).toEqual([mine.id, topic.id]);
    expect(await store.subscriptions.ofChat(chat("1"))).toEqual([mine]);
    expect(await store.subscriptions.ofChat(chat("1"), "place")).toHaveLength(2);

    await store.subscriptions.pause(chat("1", "7"), "the topic is gone", "platform", "chat");
    expect((await store.subscriptions.due(NOW, 10)).map((due) => due.id)).toEqual([mine.id]);
    expect(await store.subscriptions.byId(topic.id)).toMatchObject({
      state: { kind: "paused", reason: "the topic is gone", by: "platform" },
    });
    await store.subscriptions.change(mine.id, { state: { kind: "paused", reason: "asked", by: "person" } });
    expect((await store.subscriptions.resume(chat("1"), "place")).map((back) => back.id)).toEqual([topic.id]);
    expect(await store.subscriptions.count()).toEqual({ active: 1, paused: 1 });

    expect(await store.subscriptions.change(topic.id, { zone: "Europe/Kyiv" }, "2020-01-01T00:00:00Z")).toBeNull();
    expect((await store.subscriptions.change(topic.id, { zone: "Europe/Kyiv" }, EIGHT))?.zone).toBe("Europe/Kyiv");
    expect(await store.subscriptions.remove(topic.id)).toBe(true);
    expect(await store.subscriptions.remove(topic.id)).toBe(false);
    expect(await store.subscriptions.byId(topic.id)).toBeNull();
  });

  test("a place has so many at most, and none twice", async () => {
    const mine = await subscribe(chat("1"));
    const again = { ...mine, nextDue: NOW, filters: NO_FILTERS };
    expect(await store.subscriptions.create(again, 10)).toMatchObject({
      kind: "exists",
      subscription: { id: mine.id },
    });
    expect(await store.subscriptions.create({ ...again, digest: "weekly" }, 1)).toEqual({
      kind: "over the cap",
      held: 1,
    });
    const filtered = { ...again, filters: { ...NO_FILTERS, about: ["NATO"] } };
    expect((await store.subscriptions.create(filtered, 10)).kind).toBe("created");
    const same = { ...again, filters: { ...NO_FILTERS, about: ["nato"] } };
    expect((await store.subscriptions.create(same, 10)).kind).toBe("exists");
  });
});

describe("planning", () => {
  test("holds once for a slot, whoever plans it, and moves the next due on", async () => {
    const mine = await subscribe(chat("1"));
    const made = await edition();
    const both = await Promise.all([
      store.deliveries.plan([plan(mine, made)], NOW),
      store.deliveries.plan([plan(mine, made)], NOW),
    ]);
    expect(both.flat().filter((id) => id !== null)).toHaveLength(1);
    expect(await store.subscriptions.byId(mine.id)).toMatchObject({ nextDue: "2026-03-02T08:00:00Z", lastSlot: EIGHT });
    expect(await store.subscriptions.due(NOW, 10)).toEqual([]);
  });

  test("a clock set back repeats no slot", async () => {
    const mine = await subscribe(chat("1"));
    const made = await edition();
    await store.deliveries.plan([plan(mine, made)], NOW);
    await store.subscriptions.change(mine.id, { nextDue: at(EIGHT) });
    expect(await store.deliveries.plan([plan(mine, made)], NOW)).toEqual([null]);
    expect((await store.subscriptions.byId(mine.id))?.nextDue).toBe("2026-03-02T08:00:00Z");
  });

  test("a slot missed without an edition leaves its news to the next", async () => {
    const mine = await subscribe(chat("1"));
    const missed = { subscription: mine.id, slot: EIGHT, nextDue: at(EIGHT).add({ hours: 24 }), reason: "asleep" };
    await store.deliveries.plan([{ ...missed, state: "skipped", edition: null }], NOW);
    expect((await store.subscriptions.byId(mine.id))?.lastSlot).toBeNull();
    await store.subscriptions.change(mine.id, { nextDue: at(EIGHT) });
    expect(await store.deliveries.plan([plan(mine, await edition())], NOW)).toEqual([null]);
    const empty: Plan = {
      ...missed,
      slot: "2026-03-02T08:00:00Z",
      nextDue: at("2026-03-03T08:00:00Z"),
      state: "skipped",
      edition: 1,
    };
    await store.deliveries.plan([empty], NOW);
    expect((await store.subscriptions.byId(mine.id))?.lastSlot).toBe("2026-03-02T08:00:00Z");
  });

  test("skipped slots say why", async () => {
    const mine = await subscribe(chat("1"));
    const skip: Plan = {
      subscription: mine.id,
      slot: EIGHT,
      nextDue: at(EIGHT).add({ hours: 24 }),
      state: "skipped",
      edition: null,
      reason: "asleep",
    };
    const next = plan(mine, await edition(), "2026-03-02T08:00:00Z");
    const ids = await store.deliveries.plan([skip, next], NOW);
    expect(ids).not.toContain(null);
    const told = await store.deliveries.ofSubscription(mine.id, 5);
    expect(told.map((row) => [row.state, row.reason])).toEqual([
      ["planned", null],
      ["skipped", "asleep"],
    ]);
    expect(await claim("a", at("2026-03-02T07:00:00Z"))).toEqual([]);
  });

  test("an edition is stored once, whatever the order of its filters", async () => {
    const first = await edition();
    expect(await edition()).toBe(first);
    const stored = await store.editions.byId(first);
    expect(stored).toMatchObject({ digest: "daily", account: { chosen: 0 }, post: { blocks: [] } });
    const key = { digest: "daily", window: { from: EIGHT, until: EIGHT }, variant: "" };
    const one = await store.editions.save(
      { ...key, filters: { ...NO_FILTERS, about: ["a", "B"] }, post: null, account: null },
      NOW,
    );
    expect((await store.editions.find({ ...key, filters: { ...NO_FILTERS, about: ["b", "a"] } }))?.id).toBe(one.id);
    expect(await store.editions.find({ ...key, variant: "2026-03-02", filters: NO_FILTERS })).toBeNull();
  });
});

describe("the outbox", () => {
  test("two owners share the work and never the same delivery", async () => {
    const chats = Array.from({ length: 30 }, (_, i) => chat(String(i)));
    await planned(...chats);
    const [a, b] = await Promise.all([claim("a", NOW, 20), claim("b", NOW, 20)]);
    const ids = [...a, ...b].map((row) => row.id);
    expect(new Set(ids).size).toBe(30);
    expect(await claim("c")).toEqual([]);
    expect(await store.deliveries.counts()).toMatchObject({ sending: 30, planned: 0 });
  });

  test("a part has a receipt before the next is begun; then it is sent", async () => {
    const [id = -1] = await planned(chat("1"));
    await claim("a");
    expect(await store.deliveries.begin(id, "b", 0, NOW)).toBe(false);
    expect(await store.deliveries.begin(id, "a", 0, NOW)).toBe(true);
    expect(await store.deliveries.receipt(id, "a", 0, "m1", NOW)).toBe(true);
    expect(await store.deliveries.receipt(id, "a", 0, "m2", NOW)).toBe(false);
    expect(await store.deliveries.begin(id, "a", 0, NOW)).toBe(false);
    expect(await store.deliveries.finish(id, "b", "refused", "no", NOW)).toBe(false);
    expect(await store.deliveries.finish(id, "a", "sent", null, NOW)).toBe(true);
    expect(await store.deliveries.byId(id)).toMatchObject({
      state: "sent",
      digest: "daily",
      slot: EIGHT,
      parts: [{ part: 0, state: "sent", messageId: "m1" }],
      owner: null,
    });
    expect(await store.deliveries.finish(id, "a", "refused", "late", NOW)).toBe(false);
  });

  test("after a crash another takes over when the lease ends, and sees what was begun", async () => {
    const [id = -1] = await planned(chat("1"));
    await claim("a");
    await store.deliveries.begin(id, "a", 0, NOW);
    await store.deliveries.receipt(id, "a", 0, "m1", NOW);
    await store.deliveries.begin(id, "a", 1, NOW);
    expect(await claim("b", NOW.add({ seconds: 59 }))).toEqual([]);
    const later = NOW.add({ seconds: 61 });
    const [taken] = await claim("b", later);
    expect(taken).toMatchObject({
      id,
      tries: 1,
      owner: "b",
      parts: [{ state: "sent" }, { part: 1, state: "sending", begun: NOW.toString() }],
    });
    expect(await store.deliveries.begin(id, "a", 1, later)).toBe(false);
    expect(await store.deliveries.receipt(id, "a", 1, "m2", later)).toBe(false);
    expect(await store.deliveries.renew(id, "a", later, MINUTE)).toBe(false);
    expect(await store.deliveries.renew(id, "b", later, MINUTE)).toBe(true);
    expect(await store.deliveries.begin(id, "b", 1, later)).toBe(true);
    expect((await store.deliveries.byId(id))?.parts[1]?.begun).toBe(NOW.toString());
  });

  test("an expired lease sends nothing more, but its late receipt still counts", async () => {
    const [id = -1] = await planned(chat("1"));
    await claim("a");
    await store.deliveries.begin(id, "a", 0, NOW);
    const late = NOW.add({ minutes: 5 });
    expect(await store.deliveries.begin(id, "a", 1, late)).toBe(false);
    expect(await store.deliveries.receipt(id, "a", 0, "m1", late)).toBe(true);
  });

  test("put off until a moment; a begun part counts as never begun", async () => {
    const [id = -1] = await planned(chat("1"));
    await claim("a");
    await store.deliveries.begin(id, "a", 0, NOW);
    const retry = NOW.add({ minutes: 2 });
    expect(await store.deliveries.later(id, "a", retry, "429", NOW)).toBe(true);
    expect(await store.deliveries.byId(id)).toMatchObject({
      state: "planned",
      retryAt: retry.toString(),
      reason: "429",
      tries: 1,
      parts: [],
    });
    expect(await store.deliveries.nextWork()).toBe(retry.toString());
    expect(await claim("a", NOW.add({ minutes: 1 }))).toEqual([]);
    expect(await claim("a", retry)).toHaveLength(1);
  });

  test("one chat's wait stops that place only, threads included", async () => {
    await planned(chat("1"), chat("1", "7"), chat("2"));
    await store.chats.waitUntil(chat("1"), NOW.add({ hours: 12 }));
    await store.chats.waitUntil(chat("1"), NOW.add({ hours: 1 }));
    expect((await claim("a")).map((row) => row.chat.id)).toEqual(["2"]);
    const after = NOW.add({ hours: 12 });
    expect((await claim("a", after)).map((row) => row.chat)).toContainEqual(chat("1"));
    expect((await store.chats.get(chat("1", "9"))).waitUntil).toBe(after.toString());
  });

  test("one delivery at a time for a place", async () => {
    const [first = -1] = await planned(chat("1"), chat("1", "7"));
    expect((await claim("a")).map((row) => row.id)).toEqual([first]);
    expect(await claim("b")).toEqual([]);
    await store.deliveries.finish(first, "a", "sent", null, NOW);
    expect((await claim("b")).map((row) => row.chat.thread)).toEqual(["7"]);
  });

  test("a paused chat gets nothing of what was planned, nor of what is put off", async () => {
    const [, mine = -1] = await planned(chat("1"), chat("2"), chat("3"));
    expect(await claim("a", NOW, 2)).toHaveLength(2);
    await store.subscriptions.pause(chat("2"), "blocked", "platform", "place");
    await store.subscriptions.pause(chat("3"), "kicked", "platform", "place");
    await store.deliveries.later(mine, "a", NOW, "503", NOW);
    expect(await store.deliveries.counts()).toMatchObject({ sending: 1, planned: 0, skipped: 2 });
    expect((await store.deliveries.ofChat(chat("3"), 1))[0]).toMatchObject({ state: "skipped", reason: "kicked" });
  });

  test("in doubt is sent again only when asked, without the parts that arrived", async () => {
    const [id = -1] = await planned(chat("1"));
    await claim("a");
    await store.deliveries.begin(id, "a", 0, NOW);
    await store.deliveries.receipt(id, "a", 0, "m1", NOW);
    await store.deliveries.begin(id, "a", 1, NOW);
    await store.deliveries.finish(id, "a", "in doubt", "no answer", NOW);
    expect(await claim("a", NOW.add({ hours: 5 }))).toEqual([]);
    expect(await store.deliveries.sendAgain(id, NOW)).toBe(true);
    expect(await store.deliveries.sendAgain(id, NOW)).toBe(false);
    const [again] = await claim("a");
    expect(again?.parts.map((part) => part.messageId)).toEqual(["m1"]);
  });

  test("a shutdown gives back what was not begun", async () => {
    const [id = -1] = await planned(chat("1"), chat("2"));
    await claim("a");
    await store.deliveries.begin(id, "a", 0, NOW);
    expect(await store.deliveries.release("a", NOW)).toBe(1);
    expect((await claim("b")).map((row) => row.chat.id)).toEqual(["2"]);
  });

  test("old finished deliveries and their editions are forgotten, others kept", async () => {
    const [id = -1] = await planned(chat("1"), chat("2"));
    await claim("a", NOW, 1);
    await store.deliveries.finish(id, "a", "sent", null, NOW);
    expect(await store.deliveries.prune(NOW)).toBe(1);
    expect(await store.deliveries.byId(id)).toBeNull();
    expect(await store.editions.byId(1)).not.toBeNull();
    expect(await claim("b")).toHaveLength(1);
  });
});

describe("chats", () => {
  test("keep settings and state", async () => {
    expect(await store.chats.get(chat("1"))).toEqual({
      chat: chat("1"),
      settings: { zone: null, quiet: null },
      state: { kind: "reachable" },
      waitUntil: null,
    });
    const settings = { zone: "Asia/Tokyo", quiet: { from: "22:00", until: "07:00", mode: "held" as const } };
    await store.chats.setSettings(chat("1"), settings);
    await store.chats.setState(chat("1"), { kind: "gone", reason: "kicked", since: EIGHT });
    expect(await store.chats.get(chat("1"))).toMatchObject({ settings, state: { kind: "gone" } });
    expect((await store.chats.get(chat("1", "7"))).settings.zone).toBeNull();
  });

  test("are told something once", async () => {
    expect(await store.chats.once(chat("1"), "topic 7 gone", NOW)).toBe(true);
    expect(await store.chats.once(chat("1"), "topic 7 gone", NOW)).toBe(false);
    await store.chats.forget(chat("1"), "topic 7 gone");
    expect(await store.chats.once(chat("1"), "topic 7 gone", NOW)).toBe(true);
  });

  test("a group's new id takes everything along", async () => {
    const old = chat("-5", "7");
    const [id = -1] = await planned(old);
    await store.chats.setSettings(old, { zone: "Asia/Tokyo", quiet: null });
    await store.articles.save(
      {
        title: "T",
        outlet: null,
        author: null,
        url: "https://x.example/1",
        published: { value: null, precision: "unknown" },
        body: "Linked words here.",
        posts: [],
      },
      { version: "1", quotes: [], summary: [], terms: [] },
      { audience: { chat: "telegram:-5:7" }, addresses: [], firstStored: NOW, links: { statements: [], story: null } },
    );
    await store.chats.moved(chat("-5"), chat("-100500"));
    const now = chat("-100500", "7");
    expect((await store.chats.get(now)).settings.zone).toBe("Asia/Tokyo");
    expect((await store.chats.get(old)).settings.zone).toBeNull();
    expect((await store.subscriptions.ofChat(now)).map((one) => one.chat)).toEqual([now]);
    expect((await store.deliveries.byId(id))?.chat).toEqual(now);
    expect(await store.articles.byUrl("https://x.example/1", "telegram:-5:7")).toBeNull();
    expect((await store.articles.byUrl("https://x.example/1", "telegram:-100500:7"))?.title).toBe("T");
    expect((await store.articles.search("linked", "telegram:-100500:7", { offset: 0, limit: 1 })).items).toHaveLength(
      1,
    );
  });

  test("a group that keeps its id keeps everything", async () => {
    await store.chats.setSettings(chat("-5", "7"), { zone: "Asia/Tokyo", quiet: null });
    await store.chats.moved(chat("-5"), chat("-5"));
    expect((await store.chats.get(chat("-5", "7"))).settings.zone).toBe("Asia/Tokyo");
  });
});
