// Several processes on one bot: one polls, another takes over, and nobody is answered twice or not at all.
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Terms } from "../../../src/chat/telegram/election.ts";
import { createTelegram, type Telegram, type TelegramOptions } from "../../../src/chat/telegram/telegram.ts";
import type { Claims, Lease } from "../../../src/model/processes.ts";
import { openStore } from "../../../src/store/open.ts";
import type { Store } from "../../../src/store/store.ts";
import { FAST, FakeDesk, KeptLog, post } from "../../support/telegram/bot.ts";
import { FakeTelegram } from "../../support/telegram/server.ts";
import { privateChat, READER } from "../../support/telegram/world.ts";

const HOME = privateChat(READER);
const TERMS: Terms = { leaseMs: 600, renewMs: 100, marginMs: 150, standbyMs: 50 };

let fake: FakeTelegram;
let store: Store;
let bots: Telegram[] = [];

beforeEach(async () => {
  fake = await new FakeTelegram().listen();
  store = await openStore(":memory:");
});

afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.stop()));
  bots = [];
  await fake.close();
  await store.close();
  expect(fake.breaches).toEqual([]);
});

interface Member {
  readonly bot: Telegram;
  readonly desk: FakeDesk;
  readonly log: KeptLog;
  /** The store is out of its reach: it neither says yes nor no. */
  cutOff: boolean;
}

async function join(owner: string, more: Partial<TelegramOptions> = {}): Promise<Member> {
  const member = { cutOff: false };
  const lease: Lease = {
    hold: (ms) => (member.cutOff ? new Promise(() => {}) : store.leases.hold("poller", owner, ms)),
    release: async () => void (await store.leases.release("poller", owner)),
  };
  const shared: Claims = {
    take: (id) => store.claims.take(id, owner, 1_000),
    done: async (id) => void (await store.claims.done(id, owner)),
  };
  const desk = new FakeDesk();
  const log = new KeptLog();
  const bot = createTelegram({
    ...{ token: fake.token, apiRoot: fake.root, desk, log, onEvent() {}, now: () => Temporal.Now.instant() },
    poller: lease,
    claims: shared,
    notes: store.notes,
    ...more,
    tempo: { callSeconds: 1, pollSeconds: 5, retryMs: 5, pace: FAST, terms: TERMS },
  });
  bots.push(bot);
  await bot.start();
  return Object.assign(member, { bot, desk, log });
}

const texts = (): string[] => fake.seen.map(({ text }) => text);
const polls = (): number => fake.asked.filter((method) => method === "getUpdates").length;
const say = async (text: string): Promise<void> => {
  fake.say(HOME, READER, `/quote ${text}`);
  await fake.until(() => texts().includes(`quote: ${text}`), `an answer to ${text}`);
};

test("one of two polls; when it stops in order the other takes over at once", async () => {
  const one = await join("one");
  await say("first");
  const other = await join("other");
  await fake.until(() => other.log.lines.join().includes("standing by"));
  await say("second");
  expect(other.desk.requests).toEqual([]);
  await one.bot.stop();
  const stopped = performance.now();
  await say("third");
  expect(performance.now() - stopped).toBeLessThan(TERMS.leaseMs);
  expect(other.desk.requests.map((request) => request.arguments)).toEqual(["third"]);
  expect(texts()).toHaveLength(3);
});

test("a poller that the store no longer hears stops before another begins", async () => {
  const one = await join("one");
  await say("first");
  const other = await join("other");
  one.cutOff = true;
  await fake.until(() => one.log.lines.join().includes("lease for polling was lost"));
  // Nobody was thrown out: the two never polled at once.
  await say("second");
  expect([...one.log.lines, ...other.log.lines].join()).not.toContain("Conflict");
  expect(other.desk.requests.map((request) => request.arguments)).toEqual(["second"]);
  one.cutOff = false;
  await other.bot.stop();
  await say("third");
  expect(one.desk.requests.map((request) => request.arguments)).toEqual(["first", "third"]);
});

test("what a poller was at when it was cut off is answered once", async () => {
  const one = await join("one");
  await fake.until(() => polls() > 0);
  const gate = Promise.withResolvers<void>();
  one.desk.say = async (request) => {
    await gate.promise;
    return post(`late: ${String(request.arguments)}`);
  };
  fake.say(HOME, READER, "/quote slow");
  await fake.until(() => one.desk.requests.length === 1);
  const other = await join("other");
  one.cutOff = true;
  await fake.until(() => other.log.lines.join().includes("polls Telegram now"));
  gate.resolve();
  await fake.until(() => texts().length === 1);
  await say("next");
  expect(texts()).toEqual(["late: slow", "quote: next"]);
  expect(other.desk.requests.map((request) => request.arguments)).toEqual(["next"]);
});

test("what a poller died over is answered by the one that takes over", async () => {
  // It took the command and its claim, and never comes back.
  await store.leases.hold("poller", "dead", TERMS.leaseMs);
  fake.say(HOME, READER, "/quote orphan");
  expect(await store.claims.take(`telegram:${fake.happened[0]!.update_id}`, "dead", 1_500)).toBe("ours");
  await join("one");
  await fake.until(() => texts().length === 1);
  expect(texts()).toEqual(["quote: orphan"]);
});

test("what was answered but not confirmed is not answered again", async () => {
  fake.say(HOME, READER, "/quote known");
  const id = `telegram:${fake.happened[0]!.update_id}`;
  await store.claims.take(id, "dead", 60_000);
  await store.claims.done(id, "dead");
  await join("one");
  await say("new");
  expect(texts()).toEqual(["quote: new"]);
});

test("Telegram is told of an update only when it is handled", async () => {
  const { bot, desk } = await join("one");
  const gate = Promise.withResolvers<void>();
  desk.say = async ({ arguments: given }) => {
    if (given === "slow") await gate.promise;
    return post(String(given));
  };
  fake.say(HOME, READER, "/quote slow");
  fake.say({ ...HOME, id: 777 }, { ...READER, id: 777 }, "/quote fast");
  await fake.until(() => texts().includes("fast"));
  const [slow] = fake.happened;
  await fake.until(() => fake.waiting === 2, "both still at Telegram");
  gate.resolve();
  await fake.until(() => texts().includes("slow") && fake.waiting === 0, "both confirmed");
  await bot.stop();
  expect(desk.requests).toHaveLength(2);
  expect(slow).toBeDefined();
});

test("by webhook any process takes any update: one that comes to two is answered once, and either knows every button", async () => {
  const webhook = { url: "http://127.0.0.1:1/hook", secret: "a-long_enough_secret" };
  const members = [await join("one", { webhook }), await join("other", { webhook })];
  const deliver = (member: Member, update: object): Promise<number> =>
    member.bot.handleWebhook(JSON.stringify(update), { "x-telegram-bot-api-secret-token": webhook.secret });
  const message = { message_id: 1, date: 1, chat: HOME, from: READER, text: "/quote putin" };
  for (const { desk } of members)
    desk.say = async ({ arguments: given }) => ({
      ...post(`answer: ${String(given).slice(0, 20)}`),
      actions: [[{ label: "More", name: "quote", arguments: "long words ".repeat(20).trim() }]],
    });
  const statuses = await Promise.all(members.map((member) => deliver(member, { update_id: 70, message })));
  expect(statuses).toEqual([200, 200]);
  expect(texts()).toEqual(["answer: putin"]);
  const [answered, other] = members[0]!.desk.requests.length === 1 ? members : members.toReversed();
  expect([answered!.desk.requests.length, other!.desk.requests.length]).toEqual([1, 0]);
  fake.press(fake.seen[0]!, READER, "More", HOME);
  const press = fake.happened.at(-1)!;
  expect(press.callback_query?.data).toMatch(/^#/);
  await deliver(other!, press);
  expect(texts()).toEqual(["answer: putin", "answer: long words long word"]);
  expect(other!.desk.requests).toHaveLength(1);
});
