// Several gateway connections, in one process or in several, and a process that only sends.
import { expect, onTestFinished, test } from "vitest";
import { createDiscord, type Discord, type DiscordOptions } from "../../../src/chat/discord/discord.ts";
import type { Claims } from "../../../src/model/processes.ts";
import { openStore } from "../../../src/store/open.ts";
import { type FakeDesk, fakeDesk } from "../../support/discord/desk.ts";
import { type FakeDiscord, type FakeOptions, shownOf, startFakeDiscord } from "../../support/discord/fake.ts";
import { IDS } from "../../support/discord/places.ts";
import { silentLog } from "../../support/log.ts";

async function upFake(options: FakeOptions): Promise<FakeDiscord> {
  const fake = await startFakeDiscord({ inOtherGuild: true, ...options });
  onTestFinished(() => fake.close());
  return fake;
}

async function upBot(
  fake: FakeDiscord,
  options: Partial<DiscordOptions>,
): Promise<{ readonly bot: Discord; readonly desk: FakeDesk }> {
  const desk = fakeDesk();
  const { token, apiRoot } = fake;
  const now = () => Temporal.Now.instant();
  const basis = { token, apiRoot, desk, log: silentLog, onEvent() {}, now, tempo: { pausesMs: [5] } };
  const bot = createDiscord({ ...basis, ...options });
  onTestFinished(() => bot.stop());
  await bot.start();
  return { bot, desk };
}

/** Claims of one more process on the same store. */
async function sharedClaims(): Promise<(owner: string) => Claims> {
  const store = await openStore(":memory:");
  onTestFinished(() => store.close());
  return (owner) => ({
    take: (id) => store.claims.take(id, owner, 60_000),
    done: async (id) => void (await store.claims.done(id, owner)),
  });
}

test("two processes with different shards answer different servers; private chats are the first shard's", async () => {
  const fake = await upFake({ shards: 2 });
  const first = await upBot(fake, { shards: { ids: [0], total: 2 } });
  const second = await upBot(fake, { shards: { ids: [1], total: 2 } });
  expect(fake.gateway.shards).toEqual([0, 1]);
  await fake.slash("quote", { speaker: "putin" }).answer();
  await fake.slash("quote", { speaker: "merkel" }, { in: IDS.otherChannel }).answer();
  await fake.slash("quote", { speaker: "lavrov" }, { in: IDS.privateChannel }).answer();
  const asked = ({ desk }: typeof first) => desk.requests.map((request) => Object.values(request.arguments).join());
  expect(asked(first)).toEqual(["putin", "lavrov"]);
  expect(asked(second)).toEqual(["merkel"]);
});

test("the process with the first shard registers the commands, and no other does", async () => {
  const fake = await upFake({ shards: 4 });
  await upBot(fake, { shards: { ids: [2, 3], total: 4 } });
  expect(fake.gateway.shards).toEqual([2, 3]);
  expect(fake.state.commands).toEqual([]);
  await upBot(fake, { shards: { ids: [0, 1], total: 4 } });
  expect(fake.state.commands.length).toBeGreaterThan(0);
  expect(fake.requests.filter(({ kind, method }) => kind === "commands" && method === "PUT")).toHaveLength(1);
});

test("auto runs as many as Discord recommends in one process", async () => {
  const fake = await upFake({ shards: 3 });
  const { desk } = await upBot(fake, {});
  expect(fake.gateway.shards).toEqual([0, 1, 2]);
  await fake.slash("quote", { speaker: "putin" }).answer();
  await fake.slash("quote", { speaker: "merkel" }, { in: IDS.otherChannel }).answer();
  expect(desk.requests).toHaveLength(2);
});

test("of two processes on the same shard one answers, once", async () => {
  const fake = await upFake({});
  const claimsOf = await sharedClaims();
  const one = await upBot(fake, { claims: claimsOf("one") });
  const other = await upBot(fake, { claims: claimsOf("other") });
  expect(fake.gateway.shards).toEqual([0, 0]);
  for (let at = 0; at < 20; at++) await fake.slash("quote", { speaker: `speaker ${at}` }).answer();
  await one.bot.stop();
  await fake.until(() => fake.gateway.shards.length === 1, "the other alone");
  expect(shownOf(await fake.slash("quote", { speaker: "the last" }).answer())).toBe("asked quote");
  expect(one.desk.requests.length + other.desk.requests.length).toBe(21);
  expect(fake.visible()).toHaveLength(21);
});

test("one that only sends stays away from the gateway, and mentions commands by their ids all the same", async () => {
  const fake = await upFake({});
  await upBot(fake, {});
  const sender = await upBot(fake, { receives: false });
  expect(fake.gateway.counts.identifies).toBe(1);
  const post = { blocks: [{ kind: "paragraph" as const, spans: [{ text: "/quote", is: "command" as const }] }] };
  const chat = { platform: "discord" as const, id: IDS.channel, thread: null };
  const [part] = sender.bot.parts(post);
  expect(await sender.bot.send(chat, part!, "nonce-1")).toMatchObject({ kind: "sent" });
  const quote = fake.state.commands.find(({ name }) => name === "quote");
  expect(JSON.stringify(fake.visible().at(-1)!.body)).toContain(`</quote:${String(quote!.id)}>`);
});

test("a refused token is told of by one that only sends, too", async () => {
  const fake = await upFake({});
  const basis = { apiRoot: fake.apiRoot, desk: fakeDesk(), log: silentLog, onEvent() {} };
  const token = `${"a".repeat(24)}.abcdef.${"b".repeat(30)}`;
  const bot = createDiscord({ ...basis, token, receives: false, now: () => Temporal.Now.instant() });
  await expect(bot.start()).rejects.toThrow(/Discord refused the token/);
  await bot.stop();
});
