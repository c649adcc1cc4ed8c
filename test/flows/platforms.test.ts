// The whole program as a process, with both platforms at once: what people type and press, and what they see.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../support/desk.ts";
import { buttonsOf, type FakeDiscord, shownOf, startFakeDiscord } from "../support/discord/fake.ts";
import { IDS } from "../support/discord/places.ts";
import { FakeTelegram } from "../support/telegram/server.ts";
import { privateChat, READER } from "../support/telegram/world.ts";

const PRIVATE = privateChat(READER);
const folder = mkdtempSync(join(tmpdir(), "onrecord-platforms-"));
const variables = { ...process.env, DATABASE_URL: join(folder, "corpus.db"), ROLES: "telegram,discord,delivery" };

let telegram: FakeTelegram;
let discord: FakeDiscord;
let bot: ChildProcess;
let log = "";

/** Every command, as somebody would type it, and what the answer must hold. */
const ASKED: readonly (readonly [line: string, holds: RegExp])[] = [
  ["/quote putin", /Vladimir Putin \(newest first\)[\s\S]*“/],
  ["/summary lavrov patience", /patience has come to an end/],
  ["/today 18 Nov", /18 November/],
  ["/search red lines", /best match first/],
  ["/story red lines", /outlets?/],
  ["/who merkel", /Angela Merkel/],
  ["/digest daily", /nothing new|Daily/i],
  ["/outlets", /Outlets/],
  ["/subscribe daily 08:00 Europe/Kyiv", /Subscribed|already/],
  ["/subscriptions", /daily, every day at 08:00 \(Europe\/Kyiv\)/],
  ["/settings", /Time zone/],
  ["/why", /due|planned/],
  ["/unsubscribe daily", /is removed|Which one|Nothing/],
  ["/help", /who said what/],
  ["/start", /who said what/],
  ["/feeds", /operators of this bot/],
];

beforeAll(async () => {
  telegram = await new FakeTelegram().listen();
  discord = await startFakeDiscord();
  await ended(
    spawn(process.execPath, [join(ROOT, "src/main.ts"), "import", join(ROOT, "config/sample")], { env: variables }),
  );
  bot = spawn(process.execPath, [join(ROOT, "src/main.ts"), "start"], {
    env: {
      ...variables,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_ROOT: discord.apiRoot,
    },
  });
  bot.stdout?.on("data", (chunk) => {
    log += chunk;
  });
  bot.stderr?.on("data", (chunk) => {
    log += chunk;
  });
  await telegram.until(() => telegram.asked.includes("getUpdates"));
  await discord.until(() => discord.state.commands.length > 0, "registered commands");
}, 90_000);

afterAll(async () => {
  await telegram.close();
  rmSync(folder, { recursive: true, force: true });
});

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on("close", resolve));
}

describe("the bot on both platforms", () => {
  it("answers every command on Telegram", async () => {
    for (const [line, holds] of ASKED) {
      const before = telegram.seen.length;
      telegram.say(PRIVATE, READER, line);
      await telegram.until(() => telegram.seen.length > before, `an answer to ${line}`);
      const text = telegram.seen
        .slice(before)
        .map((seen) => seen.text)
        .join("\n");
      expect(text, line).toMatch(holds);
    }
  }, 60_000);

  it("answers every command on Discord", async () => {
    const names = discord.state.commands.filter(({ type }) => type === 1).map(({ name }) => String(name));
    for (const [line, holds] of ASKED) {
      const [name = "", ...words] = line.slice(1).split(" ");
      expect(names, line).toContain(name);
      const command = discord.state.commands.find((one) => one.name === name && one.type === 1);
      const [option] = (command?.options ?? []) as { name: string }[];
      const values: Record<string, string> =
        name === "subscribe"
          ? { digest: "daily", schedule: "08:00", zone: "Europe/Kyiv" }
          : words.length > 0 && option !== undefined
            ? { [option.name]: words.join(" ") }
            : {};
      const message = await discord.slash(name, values, { person: IDS.manager }).answer();
      expect(shownOf(message), line).toMatch(holds);
    }
  }, 60_000);

  it("turns pages in place on both", async () => {
    const before = telegram.seen.length;
    telegram.say(PRIVATE, READER, "/quote putin");
    const seen = await telegram.until(() => telegram.seen[before]);
    telegram.press(seen, READER, "Next ›", PRIVATE);
    await telegram.until(() => seen.text.includes("page 2"), "the second page");
    const message = await discord.slash("quote", { speaker: "putin" }).answer();
    expect(buttonsOf(message).map(({ label }) => label)).toContain("Next ›");
    const turned = await discord.press(message, "Next ›").answer();
    expect(shownOf(turned)).toContain("page 2");
  }, 60_000);

  it("offers quotes while somebody types", async () => {
    const id = telegram.type(READER, "putin red lines");
    const answer = await telegram.until(() => telegram.inlineAnswers.get(id));
    const [first] = answer.results as { title: string; description: string }[];
    expect(first?.title).toContain("Vladimir Putin");
    const choices = await discord.type("quote", "speaker", "mer").choices();
    expect(choices.map(({ value }) => value)).toContain("Angela Merkel");
    const zones = await discord.type("subscribe", "zone", "kyi").choices();
    expect(zones.map(({ value }) => value)).toContain("Europe/Kyiv");
  }, 60_000);

  it("lists the same commands everywhere: typed, in both menus, and in the README", async () => {
    const asked = ASKED.map(([line]) => line.slice(1).split(" ")[0]!).sort();
    const registered = discord.state.commands.filter(({ type }) => type === 1).map(({ name }) => String(name));
    expect(registered.sort()).toEqual(asked);
    const menu = telegram.menus.of("all_private_chats").map(({ command }) => command);
    expect([...menu, "feeds"].sort()).toEqual(asked);
    const readme = readFileSync(join(ROOT, "README.md"), "utf8");
    const rows = [...readme.matchAll(/^\| `\/([a-z]+)/gm)].map(([, name]) => name!);
    expect([...new Set(rows)].sort()).toEqual(asked);
  });

  it("stops in order when told to, and no token was ever logged", async () => {
    const over = ended(bot);
    bot.kill("SIGTERM");
    expect(await over).toBe(0);
    await discord.close();
    expect(telegram.breaches).toEqual([]);
    const ours = ASKED.map(([line]) => line.split(" ")[0]);
    expect(telegram.linked.filter(({ token }) => !ours.includes(token))).toEqual([]);
    expect(log).not.toContain(telegram.token);
    expect(log).not.toContain(discord.token);
  }, 30_000);
});
