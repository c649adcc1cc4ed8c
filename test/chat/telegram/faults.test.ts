// Every way the connection to Telegram breaks × a reply, an edit, a button: the bot goes on, and the person has one
// answer or a clear word.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Post } from "../../../src/model/post.ts";
import { bringUp, post, type Up } from "../../support/telegram/bot.ts";
import { BLOCKED, type Fault, KICKED, NOT_FOUND, TOO_LONG, TOPIC_GONE } from "../../support/telegram/faults.ts";
import { FORUM, GROUP, OLD_GROUP, privateChat, READER } from "../../support/telegram/world.ts";

const HOME = privateChat(READER);
let up: Up;

beforeEach(async () => {
  up = await bringUp({ tempo: { callSeconds: 0.6 } });
  await up.bot.start();
});

afterEach(async () => {
  await up.down();
  expect(up.fake.breaches).toEqual([]);
  expect(up.log.lines.join("\n")).not.toContain(up.fake.token);
});

const texts = () => up.fake.seen.map((seen) => seen.text);
const answers = () => texts().filter((text) => text === "the answer");
const words = () => texts().filter((text) => /did not confirm|would not take/.test(text));

/** The bot still answers. */
async function goesOn(): Promise<void> {
  up.desk.say = () => post("still here");
  up.fake.say(privateChat({ ...READER, id: 999 }), { ...READER, id: 999 }, "/quote again");
  await up.fake.until(() => texts().includes("still here"));
}

const BROKEN: readonly (readonly [string, Fault])[] = [
  ["dropped before the request was taken", { kind: "drop before" }],
  ["dropped after", { kind: "drop after" }],
  ["half an answer", { kind: "half" }],
  ["slower than the time-out", { kind: "slow", ms: 2_000 }],
  ["500", { kind: "error 500" }],
  ["HTML 502", { kind: "html 502" }],
];

describe("a reply", () => {
  test.each(BROKEN)("%s: never twice, and a word about it", async (_, fault) => {
    up.desk.say = () => post("the answer");
    up.fake.fail("sendMessage", fault);
    up.fake.say(HOME, READER, "/quote putin");
    await up.fake.until(() => words().length === 1);
    expect(answers().length).toBeLessThanOrEqual(1);
    await goesOn();
    expect(texts().length).toBe(answers().length + 2);
  });

  test("a slow answer within the time-out is one answer", async () => {
    up.desk.say = () => post("the answer");
    up.fake.fail("sendMessage", { kind: "slow", ms: 50 });
    up.fake.say(HOME, READER, "/quote putin");
    await up.fake.until(() => answers().length === 1);
    await goesOn();
    expect(words()).toEqual([]);
  });

  test("a short flood wait is waited", async () => {
    up.desk.say = () => post("the answer");
    up.fake.fail("sendMessage", { kind: "flood", seconds: 1 });
    const started = performance.now();
    up.fake.say(HOME, READER, "/quote putin");
    await up.fake.until(() => answers().length === 1);
    expect(performance.now() - started).toBeGreaterThan(950);
  });

  test("a long flood wait holds that chat alone", async () => {
    up.desk.say = () => post("the answer");
    up.fake.fail("sendMessage", { kind: "flood", seconds: 43_200 });
    up.fake.say(HOME, READER, "/quote putin");
    await up.fake.until(() => up.log.lines.some((line) => line.includes("did not arrive")));
    await goesOn();
    const chat = { platform: "telegram", id: String(HOME.id), thread: null } as const;
    const outcome = await up.bot.send(chat, post("digest"), "n");
    expect(outcome).toMatchObject({ kind: "later" });
    const wait = Temporal.Instant.from((outcome as { retryAt: string }).retryAt).since(Temporal.Now.instant());
    expect(Math.round(wait.total("hours"))).toBe(12);
    expect(answers()).toEqual([]);
  });

  test.each([
    ["blocked", BLOCKED, HOME],
    ["kicked", KICKED, GROUP],
    ["chat not found", NOT_FOUND, GROUP],
  ] as const)("%s: the chat is known to be gone", async (_, fault, chat) => {
    up.fake.fail("sendMessage", fault);
    up.fake.say(chat, READER, "/quote putin");
    await up.fake.until(() => up.events.length === 1);
    expect(up.events[0]).toMatchObject({ kind: "gone", chat: { id: String(chat.id), thread: null } });
    await goesOn();
    expect(texts()).toEqual(["still here"]);
  });

  test("a topic gone", async () => {
    up.fake.fail("sendMessage", TOPIC_GONE);
    up.fake.say(FORUM, READER, "/quote putin", { thread: 7 });
    await up.fake.until(() => up.events.length === 1);
    expect(up.events).toEqual([
      { kind: "topic gone", chat: { platform: "telegram", id: String(FORUM.id), thread: "7" } },
    ]);
    await goesOn();
  });

  test("a group upgraded: the answer follows it", async () => {
    up.desk.say = () => post("the answer");
    up.fake.fail("sendMessage", { kind: "upgraded", to: GROUP.id });
    up.fake.say(OLD_GROUP, READER, "/quote putin");
    await up.fake.until(() => answers().length === 1);
    expect(up.fake.seen[0]!.chat).toBe(String(GROUP.id));
    expect(up.events).toMatchObject([
      { kind: "moved", from: { id: String(OLD_GROUP.id) }, to: { id: String(GROUP.id) } },
    ]);
  });

  test("what Telegram will not take is said and logged, once", async () => {
    up.fake.fail("sendMessage", TOO_LONG);
    up.fake.say(HOME, READER, "/quote putin");
    await up.fake.until(() => words().length === 1);
    await goesOn();
    expect(up.log.lines.filter((line) => line.includes("too long"))).toHaveLength(1);
  });
});

describe("an edit", () => {
  const paged = (page: number): Post => ({
    ...post(`page ${page}`),
    actions: [[{ label: "Next", name: "quote", arguments: "putin", page: page + 1, inPlace: true }]],
  });

  async function pressNext(): Promise<string> {
    up.desk.say = ({ page }) => paged(page);
    up.fake.say(HOME, READER, "/quote putin");
    const [seen] = await up.fake.until(() => up.fake.seen.length === 1 && up.fake.seen);
    return up.fake.press(seen!, READER, "Next", HOME);
  }

  test.each([...BROKEN, ["a short flood wait", { kind: "flood", seconds: 1 }] as const])(
    "%s: tried again, the page turned once",
    async (_, fault) => {
      up.fake.fail("editMessageText", fault);
      const press = await pressNext();
      await up.fake.until(() => up.fake.pressAnswers.has(press));
      expect(up.fake.seen).toMatchObject([{ text: "page 2", edits: 1 }]);
      expect(up.fake.pressAnswers.get(press)).not.toHaveProperty("text");
    },
  );

  test.each([
    ["for good", { kind: "drop before" }, 10, "press again"],
    ["a long flood wait", { kind: "flood", seconds: 600 }, 1, "10 minutes"],
  ] as const)("%s: the person is told", async (_, fault, times, told) => {
    up.fake.fail("editMessageText", fault, times);
    const press = await pressNext();
    await up.fake.until(() => up.fake.pressAnswers.has(press));
    expect(up.fake.pressAnswers.get(press)).toMatchObject({ show_alert: true, text: expect.stringContaining(told) });
    expect(up.fake.seen).toMatchObject([{ text: "page 1", edits: 0 }]);
    await goesOn();
  });

  test("kicked meanwhile: the bot goes on", async () => {
    up.fake.fail("editMessageText", KICKED);
    const press = await pressNext();
    up.fake.fail("sendMessage", KICKED);
    await up.fake.until(() => up.fake.pressAnswers.has(press));
    expect(up.events).toMatchObject([{ kind: "gone", chat: { id: String(HOME.id) } }]);
    await goesOn();
  });

  test("a group upgraded: the page comes in the new one", async () => {
    up.fake.fail("editMessageText", { kind: "upgraded", to: GROUP.id });
    const press = await pressNext();
    await up.fake.until(() => up.fake.pressAnswers.has(press));
    expect(up.fake.seen.map(({ chat, text }) => [chat, text])).toEqual([
      [String(HOME.id), "page 1"],
      [String(GROUP.id), "page 2"],
    ]);
    expect(up.events).toMatchObject([{ kind: "moved", to: { id: String(GROUP.id) } }]);
  });
});

describe("a button's answer", () => {
  test.each(BROKEN)("%s: tried again", async (_, fault) => {
    up.desk.say = ({ page }) => ({
      ...post(`page ${page}`),
      actions: [[{ label: "Go", name: "quote", arguments: "a", page: 2 }]],
    });
    up.fake.say(HOME, READER, "/quote putin");
    const [seen] = await up.fake.until(() => up.fake.seen.length === 1 && up.fake.seen);
    up.fake.fail("answerCallbackQuery", fault);
    const press = up.fake.press(seen!, READER, "Go", HOME);
    await up.fake.until(() => up.fake.pressAnswers.has(press) && up.fake.seen.length === 2);
  });
});

describe("an inline query", () => {
  test.each(BROKEN)("%s: tried again", async (_, fault) => {
    up.desk.offers = [{ id: "1", title: "Putin, 18 Nov 2021", description: "words", post: post("words") }];
    up.fake.fail("answerInlineQuery", fault);
    const query = up.fake.type(READER, "red lines");
    await up.fake.until(() => up.fake.inlineAnswers.has(query));
    await goesOn();
  });
});

describe("updates", () => {
  test.each([...BROKEN, ["a short flood wait", { kind: "flood", seconds: 1 }] as const])(
    "%s: fetched again",
    async (_, fault) => {
      up.fake.fail("getUpdates", fault);
      up.fake.say(HOME, READER, "/quote one");
      up.fake.say(HOME, READER, "/quote two");
      await up.fake.until(() => texts().includes("quote: two"));
      expect(texts()).toEqual(["quote: one", "quote: two"]);
    },
  );
});
