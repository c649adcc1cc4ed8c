// What people do on Discord, and what they see.
import { describe, expect, it } from "vitest";
import type { Access, AccessAnswer } from "../../../src/model/chat.ts";
import { say } from "../../support/discord/desk.ts";
import { buttonsOf, shownOf } from "../../support/discord/fake.ts";
import { IDS } from "../../support/discord/places.ts";
import { startBot as start } from "./bot.ts";

/** Here the fake proves its own payloads too: every kind of interaction is among them. */
const startBot: typeof start = (options) => start(options, { provesItself: true });

/** A promise that is kept when told. */
function later<T>(): { readonly promise: Promise<T>; keep(value: T): void } {
  let keep!: (value: T) => void;
  const promise = new Promise<T>((resolve) => {
    keep = resolve;
  });
  return { promise, keep };
}

describe("a slash command", () => {
  it("reaches the desk with its values and is answered in the channel", async () => {
    const { fake, desk } = await startBot();
    desk.respond = (request) => say(`looked for ${JSON.stringify(request.arguments)}`);
    const message = await fake.slash("quote", { speaker: "putin", about: "red lines" }).answer();
    expect(shownOf(message)).toBe('looked for {"speaker":"putin","about":"red lines"}');
    expect(message.ephemeral).toBe(false);
    expect(desk.requests[0]).toMatchObject({
      chat: { platform: "discord", id: IDS.channel, thread: null },
      person: { platform: "discord", id: IDS.member, name: "member" },
      isPrivate: false,
      name: "quote",
      page: 1,
    });
  });

  it("knows threads by their channel, forum posts by their forum, and private chats", async () => {
    const { fake, desk } = await startBot();
    for (const place of [IDS.thread, IDS.forumPost, IDS.privateChannel]) {
      await fake.slash("search", { words: "x" }, { in: place }).answer();
    }
    expect(desk.requests.map((request) => request.chat)).toEqual([
      { platform: "discord", id: IDS.channel, thread: IDS.thread },
      { platform: "discord", id: IDS.forum, thread: IDS.forumPost },
      { platform: "discord", id: IDS.privateChannel, thread: null },
    ]);
    expect(desk.requests.map((request) => request.isPrivate)).toEqual([false, false, true]);
  });

  it("says that it is thinking when the answer takes long, and then answers", async () => {
    const slow = later<ReturnType<typeof say>>();
    const { fake, desk } = await startBot({ tempo: { patienceMs: 20 } });
    desk.respond = () => slow.promise;
    const asked = fake.slash("search", { words: "x" });
    await fake.until(() => asked.interaction.acknowledged === 5, "a sign of life");
    expect(fake.visible()[0]?.thinking).toBe(true);
    slow.keep(say("found it"));
    const message = await asked.answer();
    expect(shownOf(message)).toBe("found it");
    expect(fake.visible()).toHaveLength(1);
  });

  it("shows quiet answers to the asker alone, also when they took long", async () => {
    const slow = later<ReturnType<typeof say>>();
    const { fake, desk } = await startBot({ tempo: { patienceMs: 20 } });
    desk.respond = (request) => (request.arguments === "" ? say("x") : say("mind your spelling", { quiet: true }));
    expect((await fake.slash("search", { words: "x" }).answer()).ephemeral).toBe(true);
    desk.respond = () => slow.promise;
    const asked = fake.slash("search", { words: "y" });
    await fake.until(() => asked.interaction.acknowledged === 5, "a sign of life");
    slow.keep(say("not found", { quiet: true }));
    const message = await asked.answer();
    expect(message.ephemeral).toBe(true);
    expect(shownOf(message)).toBe("not found");
    expect(fake.visible().filter((one) => !one.ephemeral)).toEqual([]);
  });

  it("sends a long answer whole, in several messages", async () => {
    const { fake, desk } = await startBot();
    const sentences = Array.from({ length: 400 }, (_, index) => `This is sentence number ${index} of the answer.`);
    desk.respond = () => ({ blocks: [{ kind: "paragraph", spans: [{ text: sentences.join(" ") }] }] });
    await fake.slash("search", { words: "x" }).answer();
    await fake.until(() => fake.visible().map(shownOf).join(" ").includes("number 399"), "the last sentence");
    const shown = fake.visible().map(shownOf).join(" ");
    expect(sentences.filter((sentence) => !shown.includes(sentence))).toEqual([]);
  });

  it("counts the drawing of a picture as part of the making", async () => {
    const slow = later<Uint8Array>();
    const { fake, desk } = await startBot({ tempo: { patienceMs: 20 }, drawPicture: () => slow.promise });
    const picture = { kind: "chart", alt: "Bars", title: "t", bars: [] } as const;
    desk.respond = () => ({ blocks: [{ kind: "picture", picture }] });
    const asked = fake.slash("search", { words: "x" });
    await fake.until(() => asked.interaction.acknowledged === 5, "a sign of life");
    slow.keep(new Uint8Array([1]));
    expect((await asked.answer()).files).toHaveLength(1);
  });

  it("says so when something broke, and logs it", async () => {
    const { fake, desk, logged } = await startBot();
    desk.respond = () => Promise.reject(new Error("the store is on fire"));
    const message = await fake.slash("search", { words: "x" }).answer();
    expect(shownOf(message)).toContain("Something went wrong on my side");
    expect(message.ephemeral).toBe(true);
    expect(logged.join("\n")).toContain("the store is on fire");
  });
});

describe("completion", () => {
  it("offers what the desk knows, within Discord's limits", async () => {
    const { fake, desk } = await startBot();
    desk.completions = [
      { label: "x".repeat(140), value: "long label" },
      { label: "too long to send back", value: "v".repeat(101) },
      ...Array.from({ length: 40 }, (_, index) => ({ label: `Speaker ${index}`, value: `s${index}` })),
    ];
    const choices = await fake.type("quote", "speaker", "pu").choices();
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: `${"x".repeat(99)}…`, value: "long label" });
    expect(choices.some((choice) => choice.value.startsWith("v"))).toBe(false);
  });
});

describe("buttons", () => {
  const pages = (page: number) =>
    say(`page ${page}`, {
      actions: [
        [
          { label: "Next", name: "search", arguments: "x", page: page + 1, inPlace: true },
          { label: "Summary", name: "summary", arguments: "https://thehill.com/1" },
          { label: "Open", href: "https://thehill.com/1" },
        ],
      ],
    });

  it("turn the page in place, and answer beside it", async () => {
    const { fake, desk } = await startBot();
    desk.respond = (request) =>
      request.name === "summary" ? say(`summary of ${request.arguments}`) : pages(request.page);
    const message = await fake.slash("search", { words: "x" }).answer();
    await fake.press(message, "Next").answer();
    expect(shownOf(message)).toBe("page 2");
    await fake.press(message, "Next").answer();
    expect(shownOf(message)).toBe("page 3");
    const summary = await fake.press(message, "Summary").answer();
    expect(shownOf(summary)).toBe("summary of https://thehill.com/1");
    expect(fake.visible()).toHaveLength(2);
    expect(buttonsOf(message).find((button) => button.label === "Open")?.url).toBe("https://thehill.com/1");
  });

  it("turn a slow page in place too, and tell its errors to the presser alone", async () => {
    const { fake, desk } = await startBot({ tempo: { patienceMs: 20 } });
    desk.respond = (request) => pages(request.page);
    const message = await fake.slash("search", { words: "x" }).answer();
    const slow = later<ReturnType<typeof say>>();
    desk.respond = () => slow.promise;
    const pressed = fake.press(message, "Next");
    await fake.until(() => pressed.interaction.acknowledged === 6, "a sign of life");
    slow.keep(pages(2));
    await pressed.answer();
    expect(shownOf(message)).toBe("page 2");
    desk.respond = () => say("no such page", { quiet: true });
    const answer = await fake.press(message, "Next").answer();
    expect([shownOf(answer), answer.ephemeral, shownOf(message)]).toEqual(["no such page", true, "page 2"]);
  });

  it("carry arguments longer than Discord's hundred characters, and say so when they no longer can", async () => {
    const words = "who said what about ".repeat(20);
    const { fake, desk } = await startBot();
    desk.respond = () => say("hello", { actions: [[{ label: "More", name: "search", arguments: words }]] });
    const message = await fake.slash("search", { words: "x" }).answer();
    await fake.press(message, "More").answer();
    expect(desk.requests.at(-1)?.arguments).toBe(words);

    const stale = await fake.pressId(message, "0#search#AAAAAAAAAAAAAAAAAAAAAA").answer();
    expect(shownOf(stale)).toMatch(/too old.*\/search/s);
    const foreign = await fake.pressId(message, "made elsewhere").answer();
    expect(shownOf(foreign)).toContain("too old");
    expect([stale.ephemeral, foreign.ephemeral]).toEqual([true, true]);
  });
});

describe("commands on a message", () => {
  it("look for its words, for the asker alone", async () => {
    const { fake, desk } = await startBot();
    desk.respond = (request) => say(`found ${request.arguments}`);
    const message = await fake.rightClick("Find quotes", "<@1> **Red lines** matter https://example.org :)").answer();
    expect(shownOf(message)).toBe("found Red lines matter :)");
    expect(message.ephemeral).toBe(true);
    expect(desk.requests[0]?.name).toBe("quote");
  });

  it("ask for what finds something: the speaker with a word, or the speaker alone", async () => {
    const { fake, desk } = await startBot();
    desk.completions = [{ label: "Vladimir Putin", value: "Vladimir Putin" }];
    desk.known.add("putin lines").add("putin");
    await fake.rightClick("Find quotes", "what did putin say about red lines?").answer();
    desk.known.delete("putin lines");
    await fake.rightClick("Find quotes", "what did putin say about red lines?").answer();
    expect(desk.requests.map((request) => request.arguments)).toEqual(["putin lines", "putin"]);
  });

  it("summarise its first link, and say when there is none", async () => {
    const { fake, desk } = await startBot();
    await fake.rightClick("Summarise links", "read (https://thehill.com/a) and https://rt.com/b").answer();
    expect(desk.requests[0]).toMatchObject({ name: "summary", arguments: "https://thehill.com/a" });
    const none = await fake.rightClick("Summarise links", "nothing here").answer();
    expect(shownOf(none)).toContain("no link");
    const empty = await fake.rightClick("Find quotes", "").answer();
    expect(shownOf(empty)).toContain("no words");
  });
});

describe("who may administer", () => {
  const answers: AccessAnswer[] = [];
  async function asked(
    by: Parameters<Awaited<ReturnType<typeof startBot>>["fake"]["slash"]>[2],
    ask = (access: Access) => access.mayAdminister(),
  ) {
    const running = await startBot({ operators: [IDS.owner] });
    running.desk.respond = async (request) => {
      answers.push(await ask(request.access));
      return say("ok", { quiet: true });
    };
    await running.fake.slash("subscribe", { digest: "daily" }, by).answer();
    return { ...running, may: answers.at(-1)! };
  }
  const channel = { platform: "discord", id: IDS.channel, thread: null } as const;

  it("lets those with Manage Server, and nobody else", async () => {
    expect((await asked({ person: IDS.manager })).may.kind).toBe("yes");
    expect((await asked({ person: IDS.owner })).may.kind).toBe("yes");
    expect((await asked({ person: IDS.manager, in: IDS.thread })).may.kind).toBe("yes");
    const { may } = await asked({ person: IDS.member });
    expect(may).toMatchObject({ kind: "no", reason: expect.stringContaining("Manage Server") });
  });

  it("lets everybody in their own private chat", async () => {
    expect((await asked({ in: IDS.privateChannel })).may.kind).toBe("yes");
  });

  it("wants the bot to be a member that may write", async () => {
    expect((await asked({ person: IDS.manager, userInstalled: true })).may).toMatchObject({
      reason: expect.stringContaining("not a member"),
    });
    expect((await asked({ in: IDS.groupChannel, userInstalled: true })).may.kind).toBe("no");
    expect((await asked({ person: IDS.manager, botPermissions: 0n })).may).toMatchObject({
      reason: expect.stringContaining("View Channel"),
    });
  });

  it("looks another place up there: the person's rights and the bot's", async () => {
    const there = (access: Access) => access.mayAdminister(channel);
    expect((await asked({ person: IDS.manager, in: IDS.privateChannel }, there)).may.kind).toBe("yes");
    expect((await asked({ person: IDS.member, in: IDS.privateChannel }, there)).may).toMatchObject({
      reason: expect.stringContaining("Manage Server"),
    });
    expect((await asked({ person: IDS.stranger, in: IDS.privateChannel }, there)).may).toMatchObject({
      reason: expect.stringContaining("not a member of that server"),
    });
    const named = await asked({ person: IDS.manager }, (access) =>
      access.mayAdminister({ ...channel, id: IDS.thread }),
    );
    expect(named.may).toEqual({ kind: "yes", chat: { ...channel, thread: IDS.thread } });
    const hidden = (access: Access) => access.mayAdminister({ ...channel, id: IDS.hidden });
    expect((await asked({ person: IDS.manager }, hidden)).may).toMatchObject({
      reason: expect.stringContaining("cannot see"),
    });
    const nowhere = (access: Access) => access.mayAdminister({ ...channel, id: "940000000000000099" });
    expect((await asked({ person: IDS.manager }, nowhere)).may.kind).toBe("no");
  });

  it("heeds what the server's admin granted", async () => {
    const { fake, desk } = await startBot();
    const id = String(fake.state.commands.find((command) => command.name === "subscribe")?.id);
    desk.respond = async (request) => say((await request.access.mayAdminister()).kind, { quiet: true });
    const ask = async () =>
      shownOf(await fake.slash("subscribe", { digest: "daily" }, { person: IDS.member }).answer());
    expect(await ask()).toBe("no");
    fake.grants.set(id, [{ id: IDS.member, type: 2, permission: true }]);
    expect(await ask()).toBe("yes");
    fake.grants.set(id, [
      { id: IDS.guild, type: 1, permission: true },
      { id: IDS.member, type: 2, permission: false },
    ]);
    expect(await ask()).toBe("no");
  });

  it("knows the operators", async () => {
    const seen: boolean[] = [];
    const { fake, desk } = await startBot({ operators: [IDS.owner] });
    desk.respond = (request) => {
      seen.push(request.access.isOperator);
      return say("ok");
    };
    await fake.slash("search", { words: "x" }, { person: IDS.owner }).answer();
    await fake.slash("search", { words: "x" }, { person: IDS.member }).answer();
    expect(seen).toEqual([true, false]);
  });
});
