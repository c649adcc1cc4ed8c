// What Discord's menu shows, and that it is sent only when it differs.
import { describe, expect, it } from "vitest";
import { createDiscord } from "../../../src/chat/discord/discord.ts";
import { applicationCommands, differ } from "../../../src/chat/discord/registration.ts";
import type { Command } from "../../../src/commands/command.ts";
import { fakeDesk } from "../../support/discord/desk.ts";
import { shownOf, startFakeDiscord } from "../../support/discord/fake.ts";
import type { Fault } from "../../support/discord/faults.ts";
import { keptLog, startBot } from "./bot.ts";

const registered = () => applicationCommands(fakeDesk().commands) as unknown as Record<string, unknown>[];
const named = (name: string) => registered().find((command) => command.name === name)!;

describe("the registered commands", () => {
  it("are the desk's, in its order, and two on messages", () => {
    expect(registered().map((command) => command.name)).toEqual([
      ...fakeDesk().commands.map((command) => command.name),
      "Find quotes",
      "Summarise links",
    ]);
  });

  it("reach servers, private chats and people's own installations, as far as each may be used there", () => {
    expect(named("quote")).toMatchObject({
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      default_member_permissions: null,
    });
    expect(named("subscribe")).toMatchObject({
      contexts: [0, 1],
      integration_types: [0],
      default_member_permissions: "32",
    });
    expect(named("feeds")).toMatchObject({ contexts: [0], integration_types: [0], default_member_permissions: "0" });
  });

  it("type their options: completion, choices, channels; required ones first", () => {
    expect(named("quote").options).toMatchObject([
      { name: "speaker", type: 3, required: true, autocomplete: true },
      { name: "about", type: 3, required: false },
    ]);
    expect(named("subscribe").options).toMatchObject([
      { name: "digest", autocomplete: true },
      {
        name: "days",
        choices: [
          { name: "daily", value: "daily" },
          { name: "weekly", value: "weekly" },
        ],
      },
      { name: "in", type: 7, channel_types: [0, 5, 10, 11, 12] },
    ]);
  });

  it("are not sent again at the next start, unless one changed", async () => {
    const { fake, desk, bot } = await startBot();
    const puts = () => fake.requests.filter((request) => request.method === "PUT").length;
    expect(puts()).toBe(1);
    await bot.stop();
    const options = {
      token: fake.token,
      apiRoot: fake.apiRoot,
      log: keptLog([]),
      onEvent: () => {},
      now: () => Temporal.Now.instant(),
    };
    const again = createDiscord({ ...options, desk });
    await again.start();
    await again.stop();
    expect(puts()).toBe(1);
    const changed: Command[] = desk.commands.map((command) => ({ ...command, summary: `${command.summary}!` }));
    const different = createDiscord({ ...options, desk: { ...desk, commands: changed } });
    await different.start();
    await different.stop();
    expect(puts()).toBe(2);
  });

  it("differ in anything said, and in nothing that Discord adds", () => {
    const [quote] = registered();
    const held = {
      ...quote,
      id: "1",
      version: "2",
      nsfw: false,
      dm_permission: true,
      contexts: [2, 1, 0],
      description_localizations: null,
    };
    expect(differ([quote!], [held])).toBe(false);
    expect(differ([quote!], [{ ...held, contexts: [0] }])).toBe(true);
    expect(differ([quote!], [held, held])).toBe(true);
    expect(differ([quote!], [{ ...held, options: [] }])).toBe(true);
  });

  it("become tappable in answers", async () => {
    const { fake, desk } = await startBot();
    desk.respond = () => ({
      blocks: [{ kind: "paragraph", spans: [{ text: "Try " }, { text: "/quote putin", is: "command" }] }],
    });
    const message = await fake.slash("search", { words: "x" }).answer();
    const id = fake.state.commands.find((command) => command.name === "quote")?.id;
    expect(JSON.stringify(message.body)).toContain(`</quote:${id}>`);
    expect(shownOf(message)).toBe("Try /quote putin");
  });
});

describe("starting", () => {
  const now = () => Temporal.Now.instant();

  it.each<[string, Fault]>([
    ["a dropped connection", { kind: "drop before" }],
    ["an error of Discord's", { kind: "status", status: 500 }],
  ])("outlasts %s", async (_, fault) => {
    const fake = await startFakeDiscord();
    fake.fail("gateway", fault, 2);
    const options = { token: fake.token, apiRoot: fake.apiRoot, desk: fakeDesk(), log: keptLog([]), onEvent: () => {} };
    const bot = createDiscord({ ...options, now, tempo: { startPausesMs: [5, 5, 5] } });
    await bot.start();
    expect(fake.gateway.counts.identifies).toBe(1);
    await bot.stop();
    await fake.close();
  });

  it("gives up in the end, and says that Discord could not be reached", async () => {
    const options = {
      token: "x.y.z",
      apiRoot: "http://127.0.0.1:9/api",
      desk: fakeDesk(),
      log: keptLog([]),
      onEvent: () => {},
    };
    const bot = createDiscord({ ...options, now, tempo: { startPausesMs: [5] } });
    await expect(bot.start()).rejects.toThrow("Discord could not be reached");
  });

  it("says what is wrong with a wrong token, without showing it", async () => {
    const { fake } = await startBot();
    const wrong = "OTAwMDAwMDAwMDAwMDAwMDAx.XXXXXX.this-is-the-wrong-token-000000000";
    const bot = createDiscord({
      token: wrong,
      apiRoot: fake.apiRoot,
      desk: fakeDesk(),
      log: keptLog([]),
      onEvent: () => {},
      now: () => Temporal.Now.instant(),
    });
    const error = await bot.start().catch((one: Error) => one);
    expect(String(error)).toContain("Discord refused the token");
    expect(`${String(error)} ${(error as Error).stack}`).not.toContain("wrong-token");
  });
});
