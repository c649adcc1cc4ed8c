// Start, stop, menus, webhooks, what Telegram tells of chats, and the ends Telegram puts to a bot.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { menus } from "../../../src/chat/telegram/menu.ts";
import type { Offer } from "../../../src/commands/desk.ts";
import { bringUp, FakeDesk, post, type Up } from "../../support/telegram/bot.ts";
import { CONFLICT, UNAUTHORIZED } from "../../support/telegram/faults.ts";
import { breachOfWhole, hasWholeSchema } from "../../support/telegram/schema.ts";
import {
  administrator,
  banned,
  CHANNEL,
  FORUM,
  GROUP,
  left,
  member,
  membership,
  OLD_GROUP,
  OWNER,
  privateChat,
  READER,
} from "../../support/telegram/world.ts";

const HOME = privateChat(READER);
let up: Up;

afterEach(async () => {
  await up.down();
  expect(up.fake.breaches).toEqual([]);
  expect(up.log.lines.join("\n")).not.toContain(up.fake.token);
});

const texts = () => up.fake.seen.map((seen) => seen.text);
const menusSet = () => up.fake.until(() => up.fake.of("getMyShortDescription").length === 1);

describe("menus and descriptions", () => {
  test("each scope has what may be asked there; name and descriptions are set", async () => {
    up = await bringUp({ operators: ["502"] });
    await up.bot.start();
    await up.fake.until(() => up.fake.of("setMyShortDescription").length === 1);
    const names = (type: string) => up.fake.menus.of(type).map(({ command }) => command);
    const everyone = ["quote", "search", "summary", "help"];
    expect(names("default")).toEqual(everyone);
    expect(names("all_group_chats")).toEqual(everyone);
    expect(names("all_private_chats")).toEqual([...everyone, "subscribe"]);
    expect(names("all_chat_administrators")).toEqual([...everyone, "subscribe"]);
    const operators = up.fake
      .of("setMyCommands")
      .find(({ params }) => (params.scope as { type: string }).type === "chat");
    expect(operators!.params).toMatchObject({ scope: { type: "chat", chat_id: 502 } });
    expect(up.fake.of("setMyName")[0]!.params).toEqual({ name: "OnRecord" });
    expect(up.fake.of("setMyDescription")).toHaveLength(1);
  });

  test("are left alone where they are right", async () => {
    up = await bringUp();
    await up.bot.start();
    await up.fake.until(() => up.fake.of("setMyShortDescription").length === 1);
    const set = () => up.fake.taken.filter(({ method }) => method.startsWith("setMy")).length;
    const before = set();
    await up.bot.stop();
    const again = await bringUp();
    for (const { scope, list } of menus(new FakeDesk().commands, [])) again.fake.menus.hold(scope, list);
    await again.bot.start();
    await again.fake.until(() => again.fake.of("setMyShortDescription").length === 1);
    expect(before).toBe(7);
    expect(again.fake.of("setMyCommands")).toEqual([]);
    await again.down();
  });

  test("that cannot be set stop nothing", async () => {
    up = await bringUp();
    up.fake.fail("setMyCommands", { kind: "flood", seconds: 86_400 }, 9);
    up.fake.fail("setMyName", { kind: "refuse", code: 400, description: "Bad Request: can't change name" });
    await up.bot.start();
    await menusSet();
    up.fake.say(HOME, READER, "/quote putin");
    await up.fake.until(() => texts().length === 1);
    expect(up.log.lines.filter((line) => line.includes("could not be set"))).toHaveLength(5);
  });
});

describe("inline mode", () => {
  const offers = Array.from(
    { length: 7 },
    (_, index): Offer => ({
      id: `quote-${index}`,
      title: `Putin, ${index + 1} Nov 2021`,
      description: `the words of ${index}`,
      post: {
        blocks: [
          { kind: "quote", spans: [{ text: `the words of ${index}, seen by @name`, is: "words" }] },
          { kind: "source", spans: [{ text: "The Hill", href: "https://thehill.com/a" }] },
        ],
        actions: [
          [
            { label: "Open", href: "https://thehill.com/a" },
            { label: "More", name: "quote", arguments: "putin" },
          ],
        ],
      },
    }),
  );

  test("offers quotes, page by page", async () => {
    up = await bringUp();
    up.desk.offers = offers;
    await up.bot.start();
    const pages = [];
    for (let offset: string | null = ""; offset !== null; ) {
      const query: string = up.fake.type(READER, "putin red lines", offset);
      const answer = await up.fake.until(() => up.fake.inlineAnswers.get(query));
      pages.push(answer.results as { id: string; title: string; description: string }[]);
      expect(answer).toMatchObject({ cache_time: 60, is_personal: false });
      offset = answer.next_offset === "" ? null : String(answer.next_offset);
    }
    expect(pages.map((page) => page.map(({ id }) => id).join())).toEqual([
      "quote-0,quote-1,quote-2",
      "quote-3,quote-4,quote-5",
      "quote-6",
    ]);
    expect(pages[0]![0]).toEqual({
      type: "article",
      id: "quote-0",
      title: "Putin, 1 Nov 2021",
      description: "the words of 0",
      input_message_content: {
        message_text: "“the words of 0, seen by @name”\nThe Hill",
        entities: [
          { type: "blockquote", offset: 0, length: 31 },
          { type: "code", offset: 25, length: 5 },
          { type: "text_link", offset: 32, length: 8, url: "https://thehill.com/a" },
          { type: "italic", offset: 32, length: 8 },
        ],
        link_preview_options: { is_disabled: true },
      },
      // A command's button would ask it in a chat the bot may not be in.
      reply_markup: { inline_keyboard: [[{ text: "Open", url: "https://thehill.com/a" }]] },
    });
    expect(up.fake.linked).toEqual([]);
  });

  test("of a quote longer than a message the beginning, with its source", async () => {
    up = await bringUp();
    const words = "We have said so before and say so again. ".repeat(200).trim();
    const source = { kind: "source" as const, spans: [{ text: "The Hill", href: "https://thehill.com/a" }] };
    up.desk.offers = [
      { ...offers[0]!, post: { blocks: [{ kind: "quote", spans: [{ text: words, is: "words" }] }, source] } },
    ];
    await up.bot.start();
    const query = up.fake.type(READER, "again");
    const answer = await up.fake.until(() => up.fake.inlineAnswers.get(query));
    const [result] = answer.results as { input_message_content: { message_text: string } }[];
    const text = result!.input_message_content.message_text;
    expect(text.length).toBeGreaterThan(4000);
    expect(text).toMatch(/^“We have[^”]*again\.” ?\n\n…\nThe Hill$/);
  });

  test("an offset that is not ours, a desk that fails", async () => {
    up = await bringUp();
    up.desk.offers = offers;
    await up.bot.start();
    const odd = up.fake.type(READER, "putin", "x'); --");
    await up.fake.until(() => up.fake.inlineAnswers.has(odd));
    expect(up.fake.inlineAnswers.get(odd)).toMatchObject({ results: [], next_offset: "" });
    up.desk.offer = async () => {
      throw new Error("boom");
    };
    const failing = up.fake.type(READER, "putin");
    await up.fake.until(() => up.fake.inlineAnswers.has(failing));
    expect(up.fake.inlineAnswers.get(failing)).toMatchObject({ results: [], cache_time: 0 });
  });
});

describe("what Telegram tells of chats", () => {
  const place = (chat: { id: number }, thread: string | null = null) => ({
    platform: "telegram",
    id: String(chat.id),
    thread,
  });

  test("gone, back, moved, topics", async () => {
    up = await bringUp();
    await up.bot.start();
    const { me } = up.fake;
    const tell = (
      chat: typeof GROUP | typeof HOME | typeof CHANNEL,
      before: ReturnType<typeof member>,
      after: ReturnType<typeof member>,
    ) => up.fake.happen(membership(chat, OWNER, before, after, 1));
    tell(HOME, member(me), banned(me));
    tell(HOME, banned(me), member(me));
    tell(GROUP, member(me), left(me));
    tell(GROUP, left(me), administrator(me));
    tell(GROUP, administrator(me), member(me));
    tell(CHANNEL, administrator(me, { can_post_messages: true }), administrator(me, { can_post_messages: false }));
    tell(CHANNEL, administrator(me, { can_post_messages: false }), administrator(me, { can_post_messages: true }));
    const service = { message_id: 5, date: 1, from: OWNER };
    const topic = { ...service, chat: FORUM, is_topic_message: true, message_thread_id: 7 };
    up.fake.happen({ message: { ...service, chat: OLD_GROUP, migrate_to_chat_id: GROUP.id } } as never);
    up.fake.happen({ message: { ...topic, forum_topic_closed: {} } } as never);
    up.fake.happen({ message: { ...topic, forum_topic_reopened: {} } } as never);
    await up.fake.until(() => up.events.length === 9);
    const of = (chat: { id: number }) =>
      up.events.filter((event) => ("chat" in event ? event.chat.id : event.from.id) === String(chat.id));
    expect(of(HOME)).toEqual([
      { kind: "gone", chat: place(HOME), reason: "the bot was blocked" },
      { kind: "back", chat: place(HOME) },
    ]);
    expect(of(GROUP).map(({ kind }) => kind)).toEqual(["gone", "back"]);
    expect(of(CHANNEL).map(({ kind }) => kind)).toEqual(["gone", "back"]);
    expect(of(OLD_GROUP)).toEqual([{ kind: "moved", from: place(OLD_GROUP), to: place(GROUP) }]);
    expect(of(FORUM)).toEqual([
      { kind: "topic gone", chat: place(FORUM, "7") },
      { kind: "back", chat: place(FORUM, "7") },
    ]);
  });
});

describe("the end", () => {
  test.each([["401 at start", "getMe", UNAUTHORIZED, /refused the token/]] as const)(
    "%s: a clear message",
    async (_, method, fault, message) => {
      up = await bringUp();
      up.fake.fail(method, fault, 9);
      await expect(up.bot.start()).rejects.toThrow(message);
      await expect(up.bot.done).rejects.toThrow(message);
    },
  );

  test.each([["401 while polling", UNAUTHORIZED, /refused the token/]] as const)(
    "%s: a clear message, and no more requests for updates",
    async (_, fault, message) => {
      up = await bringUp();
      up.fake.fail("getUpdates", fault, 1);
      await up.bot.start();
      await expect(up.bot.done).rejects.toThrow(message);
      await menusSet();
      expect(up.fake.asked.filter((method) => method === "getUpdates")).toHaveLength(1);
    },
  );

  test("another program with the same token: it goes on, and says what is wrong", async () => {
    up = await bringUp();
    await up.bot.start();
    await up.fake.until(() => up.fake.asked.includes("getUpdates"));
    await fetch(`${up.fake.root}/bot${up.fake.token}/getUpdates`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ timeout: 0 }),
    });
    up.fake.fail("getUpdates", CONFLICT, 2);
    up.fake.say(HOME, READER, "/quote putin");
    await up.fake.until(() => texts().length === 1);
    expect(up.log.lines.join()).toContain("Another program uses this bot's token");
  });

  test("a token refused on a reply ends it too", async () => {
    up = await bringUp();
    await up.bot.start();
    up.fake.fail("sendMessage", UNAUTHORIZED);
    up.fake.say(HOME, READER, "/quote putin");
    await expect(up.bot.done).rejects.toThrow(/refused the token/);
  });

  test("an unreachable Telegram at start is waited for, without holding up the start", async () => {
    up = await bringUp();
    up.fake.fail("getMe", { kind: "drop before" }, 4);
    await up.bot.start();
    expect(up.log.lines.join()).toContain("could not be reached");
    expect(up.fake.of("getMe")).toEqual([]);
    up.fake.say(HOME, READER, "/quote putin");
    await up.fake.until(() => texts().length === 1);
  });

  test("a stop before Telegram could be reached, and a token refused once it can", async () => {
    up = await bringUp({ tempo: { retryMs: 20_000 } });
    up.fake.fail("getMe", { kind: "drop before" });
    await up.bot.start();
    await up.bot.stop();
    await up.bot.done;
    await up.down();
    up = await bringUp();
    up.fake.fail("getMe", { kind: "drop before" });
    up.fake.fail("getMe", UNAUTHORIZED);
    await up.bot.start();
    await expect(up.bot.done).rejects.toThrow(/refused the token/);
  });

  test("a stop finishes the answer in flight, tells Telegram what was taken, and takes nothing new", async () => {
    up = await bringUp();
    await up.bot.start();
    await menusSet();
    const gate = Promise.withResolvers<void>();
    up.desk.say = async () => {
      await gate.promise;
      return post("in time");
    };
    up.fake.say(HOME, READER, "/quote putin");
    await up.fake.until(() => up.desk.requests.length === 1);
    const stopped = up.bot.stop();
    gate.resolve();
    await stopped;
    await up.bot.done;
    expect(texts()).toEqual(["in time"]);
    const again = await fetch(`${up.fake.root}/bot${up.fake.token}/getUpdates`, { method: "POST" });
    expect(((await again.json()) as { result: unknown[] }).result.length).toBeLessThanOrEqual(1);
    await up.bot.stop();
  });

  test("a stop does not wait for ever", async () => {
    up = await bringUp({ tempo: { finishMs: 50 } });
    await up.bot.start();
    up.desk.say = () => new Promise(() => {});
    up.fake.say(HOME, READER, "/quote putin");
    await up.fake.until(() => up.desk.requests.length === 1);
    const started = performance.now();
    await up.bot.stop();
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("a webhook", () => {
  test("takes updates with the secret, and none without", async () => {
    const server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += String(chunk);
      response.writeHead(await up.bot.handleWebhook(body, request.headers)).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram`;
    up = await bringUp({ webhook: { url, secret: "a-long_secret" } });
    const secret = { "x-telegram-bot-api-secret-token": "a-long_secret" };
    expect(await up.bot.handleWebhook("{}", secret)).toBe(503);
    await up.bot.start();
    expect(up.fake.of("setWebhook")[0]!.params).toMatchObject({ url, secret_token: "a-long_secret" });
    up.fake.say(HOME, READER, "/quote putin");
    await up.fake.until(() => texts().length === 1);
    expect(up.fake.asked).not.toContain("getUpdates");

    const update = JSON.stringify({
      update_id: 1,
      message: { message_id: 1, date: 1, chat: HOME, from: READER, text: "/quote x" },
    });
    expect(await up.bot.handleWebhook(update, {})).toBe(401);
    expect(await up.bot.handleWebhook(update, { "x-telegram-bot-api-secret-token": "wrong" })).toBe(401);
    expect(await up.bot.handleWebhook("not json", secret)).toBe(400);
    expect(await up.bot.handleWebhook("{}", secret)).toBe(400);
    expect(await up.bot.handleWebhook(update, secret)).toBe(200);
    expect(await up.bot.handleWebhook(update, secret)).toBe(200);
    up.fake.say(HOME, READER, "/quote last");
    await up.fake.until(() => texts().includes("quote: last"));
    expect(texts()).toEqual(["quote: putin", "quote: x", "quote: last"]);
    await up.bot.stop();
    expect(await up.bot.handleWebhook(update.replace("1", "2"), secret)).toBe(503);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test("without a secret of its own has one nobody can guess; without a webhook nothing is taken", async () => {
    up = await bringUp({ webhook: { url: "http://127.0.0.1:1/", secret: "" } });
    await up.bot.start();
    const { secret_token } = up.fake.of("setWebhook")[0]!.params as { secret_token: string };
    expect(secret_token).toMatch(/^[\w-]{43}$/);
    expect(await up.bot.handleWebhook("{}", { "x-telegram-bot-api-secret-token": "" })).toBe(401);
    await up.down();
    up = await bringUp();
    expect(await up.bot.handleWebhook("{}", {})).toBe(404);
  });
});

describe("the wire", () => {
  // The whole schema is large and lies outside the repository; the committed one is checked with every request.
  test.runIf(hasWholeSchema())(
    "what the bot asks, and what the fake says, is what the whole schema says",
    { timeout: 60_000 },
    async () => {
      up = await bringUp({ tempo: { patienceMs: 1 }, drawPicture: async () => new Uint8Array([1]) });
      up.desk.offers = [{ id: "1", title: "t", description: "d", post: post("words") }];
      up.desk.say = async ({ page }) => ({
        blocks: [
          ...post("see @name").blocks,
          ...(page === 3
            ? [{ kind: "picture" as const, picture: { kind: "chart" as const, alt: "a", title: "t", bars: [] } }]
            : []),
        ],
        actions: [
          [
            { label: "Next", name: "quote", arguments: "a", page: page + 1, inPlace: true },
            { label: "Open", href: "https://example.org" },
          ],
        ],
      });
      up.fake.setMember(GROUP, administrator(READER));
      up.fake.setMember(GROUP, member(up.fake.me));
      await up.bot.start();
      up.fake.say(GROUP, READER, "/quote putin");
      const seen = await up.fake.until(() => up.fake.seen[0]);
      const { access } = up.desk.requests[0]!;
      await access.mayAdminister();
      await access.mayAdminister({ platform: "telegram", id: "@a_channel", thread: null });
      for (const expected of [1, 2]) {
        up.fake.press(up.fake.seen[0]!, READER, "Next", GROUP);
        await up.fake.until(() => up.fake.pressAnswers.size === expected);
      }
      up.fake.type(READER, "putin");
      up.fake.say(FORUM, READER, "/quote putin", { thread: 7 });
      up.fake.happen(membership(GROUP, OWNER, member(up.fake.me), left(up.fake.me), 1));
      await up.fake.until(
        () => up.fake.inlineAnswers.size === 1 && up.events.length === 1 && up.fake.seen.length === 3,
      );
      await up.fake.until(() => up.fake.of("setMyShortDescription").length === 1);
      expect(seen.text).toBe("see @name");

      const breaches = up.fake.taken.flatMap(({ method, params, result }) => [
        breachOfWhole("Calls", method, params),
        breachOfWhole("Results", method, result),
      ]);
      for (const { update_id: _, ...update } of up.fake.happened) {
        for (const [name, value] of Object.entries(update)) breaches.push(breachOfWhole("Incoming", name, value));
      }
      expect(breaches.filter((breach) => breach !== null)).toEqual([]);
      expect(new Set(up.fake.taken.map(({ method }) => method)).size).toBeGreaterThanOrEqual(15);
    },
  );
});
