// What people see when they talk to the bot on Telegram.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bringUp, post, type Up } from "../../support/telegram/bot.ts";
import {
  ANONYMOUS,
  administrator,
  CHANNEL,
  EDITOR,
  FORUM,
  GROUP,
  left,
  member,
  OWNER,
  owner,
  privateChat,
  READER,
} from "../../support/telegram/world.ts";

const HOME = privateChat(READER);
let up: Up;

beforeEach(async () => {
  up = await bringUp();
  await up.bot.start();
});

afterEach(async () => {
  await up.down();
  expect(up.fake.breaches).toEqual([]);
});

const texts = () => up.fake.seen.map((seen) => seen.text);

describe("commands", () => {
  test.each([
    ["/quote putin", "quote", "putin"],
    ["/quote@onrecord_bot putin", "quote", "putin"],
    ["/QUOTE Putin", "quote", "Putin"],
    ["/quote\nputin\nred lines", "quote", "putin\nred lines"],
    ["/nosuch thing", "nosuch", "thing"],
    ["/start quote-putin", "start", "quote-putin"],
    ["red lines", "search", "red lines"],
    ["https://example.org/a", "summary", "https://example.org/a"],
  ])("%j in a private chat", async (text, name, given) => {
    up.fake.say(HOME, READER, text);
    await up.fake.until(() => up.fake.seen.length === 1);
    expect(up.desk.requests[0]).toMatchObject({
      name,
      arguments: given,
      page: 1,
      isPrivate: true,
      chat: { platform: "telegram", id: "501", thread: null },
      person: { platform: "telegram", id: "501", name: "A Reader" },
    });
    expect(up.fake.seen[0]).toMatchObject({ chat: "501", replyTo: null });
  });

  test("a group is answered only where the bot is addressed, as a reply", async () => {
    for (const text of ["hello all", "/quote@other_bot putin", "/nosuch", "https://example.org/", "and/quote"]) {
      up.fake.say(GROUP, READER, text);
    }
    const id = up.fake.say(GROUP, READER, "/quote putin");
    up.fake.say(GROUP, READER, "/nosuch@onrecord_bot putin");
    await up.fake.until(() => up.fake.seen.length === 2);
    expect(texts()).toEqual(["quote: putin", "nosuch: putin"]);
    expect(up.fake.seen[0]).toMatchObject({ chat: String(GROUP.id), replyTo: id, thread: null });
  });

  test("other bots, automatic forwards and its own inline messages are not answered", async () => {
    up.fake.say(GROUP, { id: 9, is_bot: true, first_name: "Bot" }, "/quote a");
    up.fake.say(GROUP, READER, "/quote b", { sender: CHANNEL, extra: { is_automatic_forward: true } });
    up.fake.say(GROUP, READER, "/quote c", { extra: { via_bot: up.fake.me } });
    up.fake.say(GROUP, READER, "/quote d");
    await up.fake.until(() => up.fake.seen.length === 1);
    expect(texts()).toEqual(["quote: d"]);
  });

  test("the topic is kept", async () => {
    up.fake.say(FORUM, READER, "/quote putin", { thread: 7 });
    up.fake.say(GROUP, READER, "/quote lavrov", { extra: { message_thread_id: 55 } });
    await up.fake.until(() => up.fake.seen.length === 2);
    const [topic, reply] = [...up.fake.seen].sort((a, b) => Number(b.thread) - Number(a.thread));
    expect(topic).toMatchObject({ thread: 7, chat: String(FORUM.id) });
    // Replies make threads in ordinary groups too, and those cannot be posted to.
    expect(reply).toMatchObject({ thread: null, chat: String(GROUP.id) });
    expect(up.desk.requests.find(({ chat }) => chat.thread !== null)!.chat.thread).toBe("7");
  });

  test("one chat is answered in order, another beside it", async () => {
    const gate = Promise.withResolvers<void>();
    up.desk.say = async (request) => {
      if (request.arguments === "first") await gate.promise;
      return post(String(request.arguments));
    };
    up.fake.say(HOME, READER, "/quote first");
    up.fake.say(HOME, READER, "/quote second");
    up.fake.say(privateChat(EDITOR), EDITOR, "/quote elsewhere");
    await up.fake.until(() => up.fake.seen.length === 1);
    expect(texts()).toEqual(["elsewhere"]);
    gate.resolve();
    await up.fake.until(() => up.fake.seen.length === 3);
    expect(texts()).toEqual(["elsewhere", "first", "second"]);
  });

  test("an update seen twice is answered once", async () => {
    const base = { message_id: 77, date: 1, chat: HOME, from: READER };
    up.fake.happen({ message: { ...base, text: "/quote once" } } as never, true);
    up.fake.say(HOME, READER, "/quote after");
    await up.fake.until(() => texts().includes("quote: after"));
    expect(texts()).toEqual(["quote: once", "quote: after"]);
  });

  test("who asks faster than can be answered loses what is too much, and nobody else anything", async () => {
    const gate = Promise.withResolvers<void>();
    up.desk.say = async (request) => {
      if (request.chat.id === String(HOME.id)) await gate.promise;
      return post(String(request.arguments));
    };
    for (let index = 0; index < 40; index++) up.fake.say(HOME, READER, `/quote ${index}`);
    up.fake.say(privateChat(EDITOR), EDITOR, "/quote elsewhere");
    await up.fake.until(() => texts().includes("elsewhere"));
    gate.resolve();
    await up.fake.until(() => up.fake.seen.length === 31);
    expect(texts()).toEqual(["elsewhere", ...Array.from({ length: 30 }, (_, index) => String(index))]);
  });

  test("a long answer comes in several messages, its buttons under the last", async () => {
    const text = "One sentence of the answer stands here. ".repeat(250).trim();
    up.desk.say = () => ({ ...post(text), actions: [[{ label: "Open", href: "https://example.org/a" }]] });
    up.fake.say(HOME, READER, "/quote putin");
    await up.fake.until(() => up.fake.seen.length === 3);
    expect(texts().join(" ")).toBe(text);
    expect(up.fake.seen.map((seen) => seen.buttons.length)).toEqual([0, 0, 1]);
    expect(
      up.fake
        .of("sendMessage")
        .every(({ params }) => (params.link_preview_options as { is_disabled: boolean }).is_disabled),
    ).toBe(true);
  });

  test("a desk that fails leaves a kind word", async () => {
    up.desk.say = () => {
      throw new Error("boom");
    };
    up.fake.say(HOME, READER, "/quote putin");
    await up.fake.until(() => up.fake.seen.length === 1);
    expect(texts()[0]).toContain("went wrong");
    expect(up.log.lines.join()).toContain("boom");
  });
});

describe("a slow answer", () => {
  test("to a press: the press is answered first, a mistake then stands below", async () => {
    await up.down();
    up = await bringUp({ tempo: { patienceMs: 1 } });
    await up.bot.start();
    const gate = Promise.withResolvers<void>();
    up.desk.say = async ({ page }) => {
      if (page === 1)
        return {
          ...post("page 1"),
          actions: [[{ label: "Next", name: "quote", arguments: "", page: 2, inPlace: true }]],
        };
      await gate.promise;
      return { ...post("There is no such page."), quiet: true };
    };
    up.fake.say(HOME, READER, "/quote putin");
    const seen = await up.fake.until(() => up.fake.seen[0]);
    const press = up.fake.press(seen, READER, "Next", HOME);
    await up.fake.until(() => up.fake.pressAnswers.has(press));
    gate.resolve();
    await up.fake.until(() => up.fake.seen.length === 2);
    expect(up.fake.seen).toMatchObject([{ text: "page 1", edits: 0 }, { text: "There is no such page." }]);
    expect(up.fake.of("sendMessage")[1]!.params).toMatchObject({ disable_notification: true });
  });

  test("shows that it is being typed", async () => {
    await up.down();
    up = await bringUp({ tempo: { patienceMs: 1 } });
    await up.bot.start();
    const gate = Promise.withResolvers<void>();
    up.desk.say = () => gate.promise.then(() => post("done"));
    up.fake.say(FORUM, READER, "/quote putin", { thread: 7 });
    const [typing] = await up.fake.until(() => up.fake.of("sendChatAction").length > 0 && up.fake.of("sendChatAction"));
    expect(typing!.params).toEqual({ chat_id: FORUM.id, action: "typing", message_thread_id: 7 });
    gate.resolve();
    await up.fake.until(() => up.fake.seen.length === 1);
  });
});

describe("buttons", () => {
  const paged = (page: number) => ({
    ...post(`page ${page}`),
    actions: [
      [
        { label: "Next", name: "quote", arguments: "putin", page: page + 1, inPlace: true },
        { label: "Wordings", name: "search", arguments: "x".repeat(80) },
        { label: "Open", href: "https://example.org/a" },
      ],
    ],
  });

  test("a page is turned in place and the press answered", async () => {
    up.desk.say = ({ page }) => paged(page);
    up.fake.say(HOME, READER, "/quote putin");
    const [seen] = await up.fake.until(() => up.fake.seen.length === 1 && up.fake.seen);
    const press = up.fake.press(seen!, READER, "Next", HOME);
    await up.fake.until(() => up.fake.pressAnswers.has(press));
    expect(up.fake.seen).toMatchObject([{ text: "page 2", edits: 1 }]);
    expect(up.desk.requests.at(-1)).toMatchObject({ name: "quote", arguments: "putin", page: 2 });
    expect(up.fake.pressAnswers.get(press)).toEqual({ callback_query_id: press });
  });

  test("one not in place answers below, in the topic; long arguments are kept", async () => {
    up.desk.say = (request) => (request.name === "search" ? post("wordings") : paged(1));
    up.fake.say(FORUM, READER, "/quote putin", { thread: 7 });
    const [seen] = await up.fake.until(() => up.fake.seen.length === 1 && up.fake.seen);
    up.fake.press(seen!, READER, "Wordings", FORUM);
    await up.fake.until(() => up.fake.seen.length === 2 && up.fake.pressAnswers.size === 1);
    expect(up.desk.requests.at(-1)!.arguments).toBe("x".repeat(80));
    expect(up.fake.seen[1]).toMatchObject({ text: "wordings", thread: 7, edits: 0 });
  });

  test("a stale button says so", async () => {
    up.desk.say = () => paged(1);
    up.fake.say(HOME, READER, "/quote putin");
    const [seen] = await up.fake.until(() => up.fake.seen.length === 1 && up.fake.seen);
    const press = up.fake.press(seen!, READER, "#a-key-of-another-life", HOME);
    await up.fake.until(() => up.fake.pressAnswers.has(press));
    expect(up.fake.pressAnswers.get(press)).toMatchObject({
      show_alert: true,
      text: expect.stringContaining("too old"),
    });
    expect(up.fake.seen[0]!.edits).toBe(0);
  });

  test("a mistake pops up and leaves the message as it is", async () => {
    up.desk.say = ({ page }) => (page === 1 ? paged(1) : { ...post("There is no such page."), quiet: true });
    up.fake.say(HOME, READER, "/quote putin");
    const [seen] = await up.fake.until(() => up.fake.seen.length === 1 && up.fake.seen);
    const press = up.fake.press(seen!, READER, "Next", HOME);
    await up.fake.until(() => up.fake.pressAnswers.has(press));
    expect(up.fake.pressAnswers.get(press)).toMatchObject({ text: "There is no such page.", show_alert: true });
    expect(up.fake.seen).toMatchObject([{ text: "page 1", edits: 0 }]);
  });

  test("in a channel a reader's press opens a private chat; an administrator's command goes through", async () => {
    up.desk.say = ({ name }) => (name === "subscribe" ? { ...post("Paused."), quiet: true } : paged(1));
    const row = (name: string, given: string) => ({ label: `${name} ${given}`, name, arguments: given });
    const actions = [[row("quote", "putin nato"), row("quote", "путин"), row("subscribe", "pause 1")]];
    await up.bot.send(
      { platform: "telegram", id: String(CHANNEL.id), thread: null },
      { ...post("digest"), actions },
      "n",
    );
    const [seen] = up.fake.seen;
    const answerTo = async (label: string) => {
      const press = up.fake.press(seen!, READER, label, CHANNEL);
      return up.fake.until(() => up.fake.pressAnswers.get(press));
    };
    expect(await answerTo("quote putin nato")).toMatchObject({
      url: "https://t.me/onrecord_bot?start=quote-putin-nato",
    });
    expect(await answerTo("quote путин")).toMatchObject({
      show_alert: true,
      text: expect.stringContaining("Open a chat"),
    });
    expect(await answerTo("subscribe pause 1")).toMatchObject({ show_alert: true, text: "Paused." });
    expect(up.fake.seen).toHaveLength(1);
    expect(up.desk.requests.map(({ name }) => name)).toEqual(["subscribe"]);
  });

  test("an answer unchanged, a message gone, a message too old to be seen", async () => {
    up.desk.say = () => paged(1);
    up.fake.say(HOME, READER, "/quote putin");
    const [seen] = await up.fake.until(() => up.fake.seen.length === 1 && up.fake.seen);
    const same = up.fake.press(seen!, READER, "Next", HOME);
    await up.fake.until(() => up.fake.pressAnswers.has(same));
    expect(up.fake.seen).toHaveLength(1);
    const gone = up.fake.press({ ...seen!, id: 1 }, READER, "Next", HOME);
    await up.fake.until(() => up.fake.pressAnswers.has(gone));
    expect(up.fake.seen).toHaveLength(2);
    const old = { message: { message_id: seen!.id, chat: HOME, date: 0 } };
    const unseen = up.fake.press(seen!, READER, "Next", HOME, old);
    await up.fake.until(() => up.fake.pressAnswers.has(unseen) && up.fake.seen.length === 3);
    const nowhere = up.fake.press(seen!, READER, "Next", HOME, { message: undefined, inline_message_id: "i" });
    await up.fake.until(() => up.fake.pressAnswers.has(nowhere));
    expect(up.fake.pressAnswers.get(nowhere)).toMatchObject({ show_alert: true });
  });
});

describe("who may", () => {
  /** The answer to mayAdminister, asked for a request that just came. */
  const may = async (what: () => void, chat?: string) => {
    const before = up.desk.requests.length;
    what();
    await up.fake.until(() => up.desk.requests.length > before);
    const place = chat === undefined ? undefined : { platform: "telegram" as const, id: chat, thread: null };
    return up.desk.requests.at(-1)!.access.mayAdminister(place);
  };

  test("in a private chat its person", async () => {
    expect(await may(() => up.fake.say(HOME, READER, "/subscribe daily"))).toEqual({ kind: "yes" });
  });

  test("in a group its administrators, while the bot may write", async () => {
    up.fake.setMember(GROUP, member(READER));
    up.fake.setMember(GROUP, administrator(EDITOR));
    up.fake.setMember(GROUP, owner(OWNER));
    up.fake.setMember(GROUP, member(up.fake.me));
    expect(await may(() => up.fake.say(GROUP, READER, "/subscribe daily"))).toMatchObject({ kind: "no" });
    expect(await may(() => up.fake.say(GROUP, EDITOR, "/subscribe daily"))).toEqual({ kind: "yes" });
    expect(await may(() => up.fake.say(GROUP, OWNER, "/subscribe daily"))).toEqual({ kind: "yes" });
    up.fake.setMember(GROUP, left(up.fake.me));
    expect(await may(() => up.fake.say(GROUP, OWNER, "/subscribe daily"))).toMatchObject({
      kind: "no",
      reason: expect.stringContaining("add me"),
    });
  });

  test("an anonymous administrator, but nobody in another chat's name", async () => {
    up.fake.setMember(GROUP, administrator(up.fake.me));
    expect(await may(() => up.fake.say(GROUP, ANONYMOUS, "/subscribe daily", { sender: GROUP }))).toEqual({
      kind: "yes",
    });
    expect(await may(() => up.fake.say(GROUP, ANONYMOUS, "/subscribe daily", { sender: CHANNEL }))).toMatchObject({
      kind: "no",
    });
    expect(
      await may(() => up.fake.say(GROUP, ANONYMOUS, "/subscribe daily", { sender: GROUP }), String(FORUM.id)),
    ).toMatchObject({ kind: "no" });
  });

  test("a channel by its name, for those who may post there as the bot may", async () => {
    const channel = "@a_channel";
    up.fake.setMember(CHANNEL, administrator(EDITOR, { can_post_messages: true }));
    up.fake.setMember(CHANNEL, administrator(READER, { can_post_messages: false }));
    up.fake.setMember(CHANNEL, administrator(up.fake.me, { can_post_messages: true }));
    const asks = (user: typeof EDITOR) => () => up.fake.say(privateChat(user), user, "/subscribe daily in @a_channel");
    // The name may change hands; the id is what is kept.
    const chat = { platform: "telegram", id: String(CHANNEL.id), thread: null };
    expect(await may(asks(EDITOR), channel)).toEqual({ kind: "yes", chat });
    expect(await may(asks(EDITOR), chat.id)).toEqual({ kind: "yes" });
    expect(await may(asks(READER), channel)).toMatchObject({ kind: "no" });
    expect(await may(asks(OWNER), channel)).toMatchObject({ kind: "no" });
    expect(await may(asks(EDITOR), "@no_such_channel")).toMatchObject({
      kind: "no",
      reason: expect.stringContaining("cannot see"),
    });
    up.fake.setMember(CHANNEL, administrator(up.fake.me, { can_post_messages: false }));
    expect(await may(asks(EDITOR), channel)).toMatchObject({ kind: "no" });
    expect(await may(asks(EDITOR), String(READER.id))).toMatchObject({ kind: "no" });
  });

  test("a button's press is judged by who presses it, afresh", async () => {
    up.desk.say = () => ({
      ...post("subscribed"),
      actions: [[{ label: "Pause", name: "subscribe", arguments: "pause 1" }]],
    });
    up.fake.setMember(GROUP, administrator(EDITOR));
    up.fake.setMember(GROUP, member(READER));
    up.fake.setMember(GROUP, member(up.fake.me));
    expect(await may(() => up.fake.say(GROUP, EDITOR, "/subscribe daily"))).toEqual({ kind: "yes" });
    const [seen] = await up.fake.until(() => up.fake.seen.length === 1 && up.fake.seen);
    expect(await may(() => up.fake.press(seen!, READER, "Pause", GROUP))).toMatchObject({ kind: "no" });
    expect(await may(() => up.fake.press(seen!, EDITOR, "Pause", GROUP))).toEqual({ kind: "yes" });
    up.fake.setMember(GROUP, member(EDITOR));
    expect(await may(() => up.fake.press(seen!, EDITOR, "Pause", GROUP))).toMatchObject({ kind: "no" });
    await up.fake.until(() => up.fake.pressAnswers.size === 3);
  });

  test("when Telegram does not say, nobody", async () => {
    up.fake.fail("getChatMember", { kind: "html 502" }, 5);
    expect(await may(() => up.fake.say(GROUP, EDITOR, "/subscribe daily"))).toMatchObject({
      kind: "no",
      reason: expect.stringContaining("try again"),
    });
  });

  test("operators are those named", async () => {
    await up.down();
    up = await bringUp({ operators: [String(EDITOR.id)] });
    await up.bot.start();
    up.fake.say(HOME, READER, "/health");
    up.fake.say(privateChat(EDITOR), EDITOR, "/health");
    await up.fake.until(() => up.desk.requests.length === 2);
    const operators = up.desk.requests.filter(({ access }) => access.isOperator).map(({ person }) => person.id);
    expect(operators).toEqual([String(EDITOR.id)]);
  });
});
