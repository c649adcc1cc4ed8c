// What the courier is told of each Part it sends.
import { REST } from "discord.js";
import { describe, expect, it } from "vitest";
import { DiscordMessenger } from "../../../src/chat/discord/messenger.ts";
import { Buttons } from "../../../src/chat/discord/pressed.ts";
import type { Chat } from "../../../src/model/chat.ts";
import { say } from "../../support/discord/desk.ts";
import { shownOf } from "../../support/discord/fake.ts";
import type { Fault } from "../../support/discord/faults.ts";
import { furtherChannel, IDS, PERMISSIONS } from "../../support/discord/places.ts";
import { keptLog, startBot } from "./bot.ts";

const channel: Chat = { platform: "discord", id: IDS.channel, thread: null };
const thread: Chat = { platform: "discord", id: IDS.channel, thread: IDS.thread };
const digest = say("the digest");

describe("sending a Part", () => {
  it("gives the message's id back, from channels, threads, forum posts and private chats", async () => {
    const { fake, bot } = await startBot();
    const places: Chat[] = [
      channel,
      thread,
      { ...thread, id: IDS.forum, thread: IDS.forumPost },
      { ...channel, id: IDS.privateChannel },
    ];
    for (const [index, chat] of places.entries()) {
      const outcome = await bot.send(chat, digest, `nonce-${index}`);
      const [message] = fake.visible(chat.thread ?? chat.id);
      expect(outcome).toEqual({ kind: "sent", messageId: message?.id });
      expect(message?.ephemeral).toBe(false);
    }
  });

  it("rings no phone where it is to be silent", async () => {
    const { fake, bot } = await startBot();
    expect((await bot.send(channel, digest, "a", { silent: true })).kind).toBe("sent");
    expect((await bot.send(channel, digest, "b")).kind).toBe("sent");
    expect(fake.visible().map((message) => Number(message.body.flags) & (1 << 12))).toEqual([1 << 12, 0]);
  });

  it("sends pictures with what they show", async () => {
    const { fake, bot } = await startBot();
    const picture = { kind: "chart", alt: "Two bars", title: "t", bars: [] } as const;
    const part = { blocks: [{ kind: "picture", picture }, ...digest.blocks] } as const;
    expect((await bot.send(channel, part, "n")).kind).toBe("sent");
    const [message] = fake.visible();
    expect(message?.files.map((file) => file.name)).toEqual(["picture-1.png"]);
    expect(JSON.stringify(message?.body)).toContain("Two bars");
  });

  it("tells a picture that cannot be drawn in words", async () => {
    const { fake, bot } = await startBot({ drawPicture: () => Promise.reject(new Error("no such letters")) });
    const picture = { kind: "chart", alt: "Two bars", title: "t", bars: [] } as const;
    expect((await bot.send(channel, { blocks: [{ kind: "picture", picture }] }, "n")).kind).toBe("sent");
    expect(shownOf(fake.visible()[0]!)).toBe("Two bars");
  });

  it.each<[string, Fault]>([
    ["dropped before it was taken", { kind: "drop before" }],
    ["dropped after it was taken", { kind: "drop after" }],
    ["answered by half", { kind: "half" }],
    ["answered by an error of Discord's", { kind: "status", status: 500 }],
    ["taken, and answered by an error", { kind: "status", status: 500, taken: true }],
    ["answered by a gateway's page", { kind: "status", status: 502, html: true, taken: true }],
    ["limited for a moment", { kind: "limit", seconds: 0.2 }],
    ["answered late", { kind: "slow", ms: 200 }],
  ])("puts exactly one message up when it was %s", async (_, fault) => {
    const { fake, bot } = await startBot();
    fake.fail("send", fault);
    expect((await bot.send(channel, digest, "nonce")).kind).toBe("sent");
    expect(fake.visible()).toHaveLength(1);
  });

  it("is in doubt while Discord will not say, and safe to try again", async () => {
    const { fake, bot } = await startBot();
    fake.fail("send", { kind: "drop after" }, 4);
    expect((await bot.send(channel, digest, "nonce")).kind).toBe("in doubt");
    expect((await bot.send(channel, digest, "nonce")).kind).toBe("sent");
    expect(fake.visible()).toHaveLength(1);
  });

  it("sends nothing under a nonce that Discord has forgotten", async () => {
    let clock = Temporal.Instant.from("2026-01-01T00:00:00Z");
    const { fake, bot } = await startBot({ now: () => clock });
    fake.fail("send", { kind: "drop after" }, 4);
    await bot.send(channel, digest, "nonce");
    fake.fail("send", { kind: "limit", seconds: 600 });
    expect((await bot.send(channel, digest, "nonce")).kind).toBe("in doubt");
    clock = clock.add({ minutes: 3 });
    expect((await bot.send(channel, digest, "nonce")).kind).toBe("in doubt");
    expect(fake.visible()).toHaveLength(1);
  });

  it("hands a long wait back to the courier, and holds up nobody else", async () => {
    const clock = Temporal.Instant.from("2026-01-01T00:00:00Z");
    const { fake, bot } = await startBot({ now: () => clock });
    fake.fail("send", { kind: "limit", seconds: 43_200 });
    const outcome = await bot.send(channel, digest, "a");
    expect(
      outcome.kind === "later" && Temporal.Instant.from(outcome.retryAt).since(clock).total("seconds"),
    ).toBeCloseTo(43_200, -1);
    const others = Array.from({ length: 20 }, (_, index) => ({ ...channel, id: furtherChannel(index) }));
    const outcomes = await Promise.all(others.map((chat) => bot.send(chat, digest, chat.id)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(others.map(() => "sent"));
  });

  it.each([
    [50001, "no permission", true],
    [50013, "no permission", true],
    [10003, "chat not found", true],
    [50007, "blocked", true],
    [160005, "no permission", true],
    [50083, "no permission", true],
    [200000, "bad request", false],
  ])("reads Discord's refusal %d as %s", async (code, reason, pauses) => {
    const { fake, bot } = await startBot();
    fake.refusals.set(IDS.channel, code);
    expect(await bot.send(channel, digest, "n")).toMatchObject({ kind: "refused", reason, pauses });
  });

  it("knows a deleted thread, and a forum that takes no messages of its own", async () => {
    const { fake, bot } = await startBot();
    fake.refusals.set(IDS.thread, 10003);
    expect(await bot.send(thread, digest, "a")).toMatchObject({ reason: "topic gone" });
    expect(await bot.send({ ...channel, id: IDS.forum }, digest, "b")).toMatchObject({
      reason: "bad request",
      detail: expect.stringContaining("inside a post"),
    });
  });

  it("does not spend requests on a channel that forbids it, until it is open again: that is told too", async () => {
    const { fake, bot, events } = await startBot();
    const update = (deny: bigint) => {
      const permission_overwrites = [{ id: IDS.guild, type: 0, allow: "0", deny: deny.toString() }];
      const channel = {
        id: IDS.channel,
        type: 0,
        name: "news",
        guild_id: IDS.guild,
        position: 0,
        permission_overwrites,
      };
      fake.gateway.dispatch("CHANNEL_UPDATE", channel);
    };
    fake.refusals.set(IDS.channel, 50013);
    for (let index = 0; index < 5; index++) await bot.send(channel, digest, `n${index}`);
    expect(fake.requests.filter((request) => request.kind === "send")).toHaveLength(1);
    update(PERMISSIONS.send);
    fake.refusals.clear();
    update(0n);
    await fake.until(() => events.length > 0, "the event");
    expect(events).toEqual([{ kind: "back", chat: channel }]);
    expect((await bot.send(channel, digest, "again")).kind).toBe("sent");
  });

  it("sends nothing while too many requests were refused, and says when to try again", async () => {
    const { fake } = await startBot();
    const clock = Temporal.Instant.from("2026-01-01T00:00:00Z");
    const until = clock.add({ minutes: 4 });
    const messenger = new DiscordMessenger({
      rest: new REST({ api: fake.apiRoot }).setToken(fake.token),
      rendering: { buttons: new Buttons(), commandId: () => null },
      drawPicture: async () => new Uint8Array(),
      log: keptLog([]),
      now: () => clock,
      pausesMs: [],
      budgetSpentUntil: () => until.epochMilliseconds,
      renewToken: () => {},
    });
    expect(await messenger.send(channel, digest, "n")).toMatchObject({ kind: "later", retryAt: until.toString() });
    expect(fake.requests.filter((request) => request.kind === "send")).toEqual([]);
  });

  it("does not take a front that turns everybody away for a chat that forbids it", async () => {
    const { fake, bot } = await startBot();
    fake.fail("send", { kind: "status", status: 403, html: true });
    expect((await bot.send(channel, digest, "a")).kind).toBe("later");
    expect((await bot.send(channel, digest, "a")).kind).toBe("sent");
  });

  it("goes on sending after a stray 401", async () => {
    const { fake, bot } = await startBot();
    fake.fail("send", { kind: "status", status: 401 });
    expect((await bot.send(channel, digest, "a")).kind).toBe("later");
    expect((await bot.send(channel, digest, "b")).kind).toBe("sent");
  });

  it("tells what cannot have been taken from what may have been", async () => {
    const { fake, bot } = await startBot();
    await fake.shut();
    // The first try goes into a connection that just broke: that one may have been taken.
    await bot.send(channel, digest, "a");
    const outcome = await bot.send(channel, digest, "b");
    expect(outcome).toMatchObject({ kind: "later", detail: expect.stringContaining("ECONNREFUSED") });
  });
});
