// What the courier learns of each Part it sends to Telegram.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Buttons } from "../../../src/chat/telegram/buttons.ts";
import { captionOf, partsOf, pictureOf, textMessage } from "../../../src/chat/telegram/message.ts";
import { createTelegram } from "../../../src/chat/telegram/telegram.ts";
import type { Block, Picture, Post } from "../../../src/model/post.ts";
import { bringUp, FAST, FakeDesk, KeptLog, post, type Up } from "../../support/telegram/bot.ts";
import { BLOCKED, type Fault, KICKED, NOT_FOUND, TOO_LONG, TOPIC_GONE } from "../../support/telegram/faults.ts";

const CHAT = { platform: "telegram", id: "-1001000000001", thread: "7" } as const;
let up: Up;

beforeEach(async () => {
  up = await bringUp({ tempo: { callSeconds: 0.3 } });
});

afterEach(async () => {
  await up.down();
  expect(up.fake.breaches).toEqual([]);
  expect(up.log.lines.join("\n")).not.toContain(up.fake.token);
});

const send = (part: Post = post("a digest")) => up.bot.send(CHAT, part, "nonce");
const refuse = (description: string, code = 400): Fault => ({ kind: "refuse", code, description });

test("sent, to the topic", async () => {
  expect(await send()).toEqual({ kind: "sent", messageId: String(up.fake.seen[0]!.id) });
  expect(up.fake.seen).toMatchObject([{ chat: CHAT.id, thread: 7, text: "a digest", replyTo: null }]);
});

test("to a channel by its name", async () => {
  expect(await up.bot.send({ ...CHAT, id: "@a_channel", thread: null }, post("x"), "n")).toMatchObject({
    kind: "sent",
  });
  expect(up.fake.seen[0]).toMatchObject({ chat: "@a_channel", thread: null });
});

describe("refused", () => {
  test.each([
    [BLOCKED, "blocked", true],
    [refuse("Forbidden: user is deactivated", 403), "blocked", true],
    [refuse("Forbidden: bot can't initiate conversation with a user", 403), "blocked", true],
    [KICKED, "kicked", true],
    [refuse("Forbidden: bot is not a member of the channel chat", 403), "kicked", true],
    [refuse("Forbidden: the group chat was deleted", 403), "kicked", true],
    [NOT_FOUND, "chat not found", true],
    [refuse("Bad Request: PEER_ID_INVALID"), "chat not found", true],
    [TOPIC_GONE, "topic gone", true],
    [refuse("Bad Request: TOPIC_CLOSED"), "topic gone", true],
    [refuse("Bad Request: not enough rights to send text messages to the chat"), "no permission", true],
    [refuse("Bad Request: need administrator rights in the channel chat"), "no permission", true],
    [refuse("Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN"), "no permission", true],
    [refuse("Forbidden", 403), "no permission", true],
    [TOO_LONG, "too long", false],
    [refuse("Bad Request: message caption is too long"), "too long", false],
    [refuse("Bad Request: BUTTON_URL_INVALID"), "bad request", false],
  ] as const)("%j", async (fault, reason, pauses) => {
    up.fake.fail("sendMessage", fault);
    expect(await send()).toMatchObject({ kind: "refused", reason, pauses });
    expect(up.fake.seen).toEqual([]);
    // A text that Telegram will not take is our bug, and shows.
    expect(up.log.lines.some((line) => line.startsWith("error"))).toBe(!pauses);
  });
});

test("moved", async () => {
  up.fake.fail("sendMessage", { kind: "upgraded", to: -100777 });
  expect(await send()).toEqual({ kind: "moved", to: { ...CHAT, id: "-100777" } });
});

test.each([
  ["drop before", { kind: "drop before" }, 0],
  ["drop after", { kind: "drop after" }, 1],
  ["half an answer", { kind: "half" }, 1],
  ["a time-out", { kind: "slow", ms: 2_000 }, 1],
  ["500", { kind: "error 500" }, 0],
  ["HTML 502", { kind: "html 502" }, 0],
] as const)("in doubt after %s, and sent once at most", async (_, fault, copies) => {
  up.fake.fail("sendMessage", fault);
  expect(await send()).toMatchObject({ kind: "in doubt" });
  expect(up.fake.seen).toHaveLength(copies);
  expect(up.fake.asked.filter((method) => method === "sendMessage")).toHaveLength(1);
});

test("later, when Telegram says so, and then without asking", async () => {
  up.fake.fail("sendMessage", { kind: "flood", seconds: 3_600 });
  for (let tries = 0; tries < 3; tries++) {
    const outcome = await send();
    expect(outcome.kind).toBe("later");
    const wait = Temporal.Instant.from((outcome as { retryAt: string }).retryAt).since(Temporal.Now.instant());
    expect(Math.round(wait.total("minutes"))).toBe(60);
  }
  expect(up.fake.asked).toEqual(["sendMessage"]);
  expect(await up.bot.send({ ...CHAT, id: "-100888" }, post("another chat"), "n")).toMatchObject({ kind: "sent" });
});

test("later, when there is no connection at all", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const log = new KeptLog();
  for (const apiRoot of [`http://127.0.0.1:${port}`, "http://no-such-host.invalid"]) {
    const bot = createTelegram({
      token: "1:secret",
      apiRoot,
      desk: new FakeDesk(),
      log,
      onEvent: () => {},
      now: () => Temporal.Now.instant(),
    });
    const outcome = await bot.send(CHAT, post("x"), "n");
    expect(outcome).toMatchObject({ kind: "later" });
    expect(JSON.stringify(outcome)).not.toContain("secret");
    await bot.stop();
  }
});

describe("the pace", () => {
  test("one a second in a chat, without holding up another", async () => {
    await up.down();
    up = await bringUp({ tempo: { pace: { overall: 30, chatMs: 200, group: 20 } } });
    const started = performance.now();
    const slow = Promise.all(Array.from({ length: 4 }, () => send()));
    const others = Array.from({ length: 5 }, (_, index) =>
      up.bot.send({ ...CHAT, id: String(index + 1) }, post("x"), "n"),
    );
    await Promise.all(others);
    expect(performance.now() - started).toBeLessThan(550);
    await slow;
    const times = up.fake.of("sendMessage").filter(({ params }) => String(params.chat_id) === CHAT.id);
    for (let index = 1; index < times.length; index++)
      expect(times[index]!.at - times[index - 1]!.at).toBeGreaterThan(150);
  });

  test("thirty a second overall", async () => {
    await up.down();
    up = await bringUp({ tempo: { pace: { ...FAST, overall: 30 } } });
    const started = performance.now();
    await Promise.all(
      Array.from({ length: 16 }, (_, index) => up.bot.send({ ...CHAT, id: String(index + 1) }, post("x"), "n")),
    );
    expect(performance.now() - started).toBeGreaterThan(480);
  });

  test("twenty a minute in a group: the rest is for later", async () => {
    await up.down();
    up = await bringUp({ tempo: { pace: { ...FAST, group: 3 } } });
    const outcomes = [];
    for (let index = 0; index < 4; index++) outcomes.push((await send()).kind);
    expect(outcomes).toEqual(["sent", "sent", "sent", "later"]);
    expect(await up.bot.send({ ...CHAT, id: "5" }, post("x"), "n")).toMatchObject({ kind: "sent" });
  });
});

describe("pictures", () => {
  const picture: Picture = { kind: "chart", alt: "Quotes a month: 3 in May, 5 in June", title: "Quotes", bars: [] };
  const withPicture: Post = { blocks: [{ kind: "picture", picture }, ...post("below it").blocks] };

  test("go as photos with the text below as their caption", async () => {
    await up.down();
    up = await bringUp({ drawPicture: async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff]) });
    for (const part of up.bot.parts(withPicture)) expect(await send(part)).toMatchObject({ kind: "sent" });
    expect(up.fake.seen).toMatchObject([
      { text: "below it", photo: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff]), thread: 7 },
    ]);
    await send({ blocks: [{ kind: "picture", picture }] });
    expect(up.fake.seen[1]!.text).toBe(picture.alt);
  });

  test("a text longer than a caption goes on in a message of its own", async () => {
    await up.down();
    up = await bringUp({ drawPicture: async () => new Uint8Array([1]) });
    const long = "A sentence of the text stands here. ".repeat(60).trim();
    for (const part of up.bot.parts({ blocks: [{ kind: "picture", picture }, ...post(long).blocks] })) await send(part);
    expect(up.fake.seen.map((seen) => seen.photo !== null)).toEqual([true, false]);
    expect(up.fake.seen.map((seen) => seen.text).join(" ")).toContain(long);
  });

  test("whatever stands around them, each message holds one and a caption's worth of text", () => {
    const block = fc.oneof(
      fc.constant<Block>({ kind: "picture", picture }),
      fc.lorem({ maxCount: 200 }).map((text): Block => ({ kind: "paragraph", spans: [{ text }] })),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const parts = partsOf({ blocks }, true);
        expect(parts.flatMap((part) => part.blocks).filter(({ kind }) => kind === "picture")).toHaveLength(
          blocks.filter(({ kind }) => kind === "picture").length,
        );
        for (const part of parts) {
          if (pictureOf(part) !== null) expect(captionOf(part).text.length).toBeLessThanOrEqual(1024);
          expect(part.blocks.filter(({ kind }) => kind === "picture").length).toBeLessThanOrEqual(1);
          expect(textMessage(part, new Buttons()).text.length).toBeLessThanOrEqual(4096);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(["Bad Request: PHOTO_INVALID_DIMENSIONS", "Bad Request: not enough rights to send photos to the chat"])(
    "are described where they are refused: %s",
    async (description) => {
      await up.down();
      up = await bringUp({ drawPicture: async () => new Uint8Array([1]) });
      up.fake.fail("sendPhoto", refuse(description));
      expect(await send(withPicture)).toMatchObject({ kind: "sent" });
      expect(up.fake.seen).toMatchObject([{ text: `[${picture.alt}]\n\nbelow it`, photo: null }]);
    },
  );

  test("are described where they cannot be drawn", async () => {
    for (const part of up.bot.parts(withPicture)) await send(part);
    expect(up.fake.seen).toMatchObject([{ text: `${picture.alt}\n\nbelow it`, photo: null }]);
    await up.down();
    up = await bringUp({
      drawPicture: async () => {
        throw new Error("no font");
      },
    });
    for (const part of up.bot.parts(withPicture)) await send(part);
    expect(up.fake.seen).toMatchObject([{ text: `[${picture.alt}]\n\nbelow it`, photo: null }]);
  });
});
