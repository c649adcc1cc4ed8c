// What the rest of the house is told of places that go away and come back; and leaving in good order.
import { describe, expect, it } from "vitest";
import { say } from "../../support/discord/desk.ts";
import { shownOf } from "../../support/discord/fake.ts";
import { guildCreate, IDS } from "../../support/discord/places.ts";
import { startBot } from "./bot.ts";

const channel = { platform: "discord", id: IDS.channel, thread: null } as const;
const thread = { platform: "discord", id: IDS.channel, thread: IDS.thread } as const;
const post = { platform: "discord", id: IDS.forum, thread: IDS.forumPost } as const;

describe("places", () => {
  it("are gone when the bot is removed from the server, and back when it returns", async () => {
    const { fake, events } = await startBot();
    fake.gateway.dispatch("GUILD_DELETE", { id: IDS.guild, unavailable: false });
    await fake.until(() => events.length >= 4, "the events");
    for (const chat of [channel, thread, post])
      expect(events).toContainEqual(expect.objectContaining({ kind: "gone", chat }));
    events.length = 0;
    fake.gateway.dispatch("GUILD_CREATE", guildCreate());
    await fake.until(() => events.length >= 4, "the events");
    for (const chat of [channel, thread, post]) expect(events).toContainEqual({ kind: "back", chat });
  });

  it("are not gone when Discord has an outage", async () => {
    const { fake, events } = await startBot();
    fake.gateway.dispatch("GUILD_DELETE", { id: IDS.guild, unavailable: true });
    fake.gateway.dispatch("GUILD_CREATE", guildCreate());
    await fake.slash("search", { words: "x" }).answer();
    expect(events).toEqual([]);
  });

  it("are gone when the channel or thread is deleted", async () => {
    const { fake, events } = await startBot();
    fake.gateway.dispatch("THREAD_DELETE", { id: IDS.thread, guild_id: IDS.guild, parent_id: IDS.channel, type: 11 });
    fake.gateway.dispatch("CHANNEL_DELETE", {
      id: IDS.channel,
      guild_id: IDS.guild,
      type: 0,
      name: "news",
      position: 0,
      permission_overwrites: [],
    });
    await fake.until(() => events.length === 2, "the events");
    expect(events).toEqual([
      { kind: "topic gone", chat: thread },
      { kind: "gone", chat: channel, reason: "the channel was deleted" },
    ]);
  });
});

describe("stopping", () => {
  it("finishes what is in flight and takes nothing new", async () => {
    const slow = Promise.withResolvers<ReturnType<typeof say>>();
    const { fake, bot, desk } = await startBot({ tempo: { patienceMs: 10 } });
    desk.respond = () => slow.promise;
    const asked = fake.slash("search", { words: "x" });
    await fake.until(() => asked.interaction.acknowledged !== null, "a sign of life");
    const stopped = bot.stop();
    fake.slash("search", { words: "too late" });
    slow.resolve(say("just in time"));
    await stopped;
    expect(shownOf(await asked.answer())).toBe("just in time");
    expect(desk.requests).toHaveLength(1);
    await expect(bot.done).resolves.toBeUndefined();
  });
});

describe("an interaction that another process has answered", () => {
  it("is left be: no second answer, no edit of the first", async () => {
    const { fake, desk } = await startBot();
    const long = Array.from({ length: 1_500 }, (_, index) => `word${index}`).join(" ");
    desk.respond = () => say(long);
    fake.fail("callback", { kind: "status", status: 400, code: 40060 });
    fake.slash("search", { words: "x" });
    await fake.until(() => fake.requests.some((request) => request.kind === "callback"), "the callback");
    desk.respond = () => say("fine");
    expect(shownOf(await fake.slash("search", { words: "y" }).answer())).toBe("fine");
    expect(fake.visible()).toHaveLength(1);
    expect(fake.requests.filter(({ kind }) => kind === "edit" || kind === "follow-up")).toEqual([]);
  });
});

describe("an interaction that comes twice", () => {
  it("is answered once", async () => {
    const { fake, desk } = await startBot();
    const asked = fake.slash("search", { words: "x" });
    fake.gateway.repeatLast();
    await asked.answer();
    await fake.slash("search", { words: "y" }).answer();
    expect(desk.requests).toHaveLength(2);
    expect(fake.visible()).toHaveLength(2);
  });
});
