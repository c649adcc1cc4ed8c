// Starts the bot against the fake, for the tests beside this file.
import { onTestFinished } from "vitest";
import { createDiscord, type Discord, type DiscordOptions } from "../../../src/chat/discord/discord.ts";
import type { ChatEvent } from "../../../src/model/event.ts";
import type { Log } from "../../../src/model/log.ts";
import { type FakeDesk, fakeDesk } from "../../support/discord/desk.ts";
import { type FakeDiscord, type FakeOptions, startFakeDiscord, TOKEN } from "../../support/discord/fake.ts";

export interface Running {
  readonly fake: FakeDiscord;
  readonly bot: Discord;
  readonly desk: FakeDesk;
  readonly events: ChatEvent[];
  /** Every line logged, as text: to look for secrets. */
  readonly logged: string[];
}

/** A log that keeps its lines as the real one would write them, but unredacted. */
export function keptLog(lines: string[]): Log {
  const write = (level: string) => (fields: object, message: string) => {
    lines.push(
      `${level} ${message} ${JSON.stringify(fields, (_, value) => (value instanceof Error ? `${value.message} ${value.stack}` : value))}`,
    );
  };
  const log: Log = {
    debug: write("debug"),
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
    child: () => log,
    within: (_, work) => work(),
  };
  return log;
}

/** Starts fake and bot; both stop with the test, which fails on any breach of Discord's rules or any token logged. */
export async function startBot(options: Partial<DiscordOptions> = {}, fakeOptions: FakeOptions = {}): Promise<Running> {
  const fake = await startFakeDiscord(fakeOptions);
  const desk = fakeDesk();
  const events: ChatEvent[] = [];
  const logged: string[] = [];
  const bot = createDiscord({
    token: fake.token,
    apiRoot: fake.apiRoot,
    desk,
    log: keptLog(logged),
    onEvent: (event) => void events.push(event),
    now: () => Temporal.Now.instant(),
    drawPicture: async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    ...options,
    tempo: { patienceMs: 300, pausesMs: [5, 20, 40], ...options.tempo },
  });
  onTestFinished(async () => {
    await bot.stop();
    await fake.close();
    const leaks = logged.filter((line) => line.includes(TOKEN) || line.includes("-secret"));
    if (leaks.length > 0) throw new Error(`a token in the log: ${leaks[0]}`);
  });
  await bot.start();
  return { fake, bot, desk, events, logged };
}
