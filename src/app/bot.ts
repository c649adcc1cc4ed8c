// The running bot: the platforms that are set (the terminal when none is), the courier, the tick, and HTTP.
import { randomUUID } from "node:crypto";
import type { Discord } from "../chat/discord/discord.ts";
import type { Telegram } from "../chat/telegram/telegram.ts";
import { lookOf } from "../chat/terminal/look.ts";
import { createTerminal } from "../chat/terminal/terminal.ts";
import type { Desk } from "../commands/desk.ts";
import { type EventRoom, takeChatEvent } from "../delivery/chat-events.ts";
import { createCourier } from "../delivery/courier.ts";
import { createLostTopics } from "../delivery/lost-topics.ts";
import { createRounds } from "../delivery/rounds.ts";
import type { Digest } from "../model/digest.ts";
import type { ChatEvent } from "../model/event.ts";
import type { Log } from "../model/log.ts";
import type { Messenger } from "../model/messenger.ts";
import type { Post } from "../model/post.ts";
import { startServer } from "../server.ts";
import type { Environment } from "../settings/environment.ts";
import type { Store } from "../store/store.ts";

export interface BotOptions {
  readonly environment: Environment;
  readonly digests: readonly Digest[];
  readonly store: Store;
  readonly desk: Desk;
  readonly log: Log;
  readonly now: () => Temporal.Instant;
  /** Aborted when the bot is to end in order. */
  readonly signal: AbortSignal;
}

export interface Bot {
  /** One tick: plans what is due and sends it. Ticks may overlap. */
  tick(): Promise<void>;
  /** Resolves when everything has ended in order; rejects when a platform ends it for good. */
  readonly done: Promise<void>;
}

/** A platform at work: it sends, it runs until stopped, and it may end by itself. */
interface Running {
  readonly messenger: Messenger;
  readonly done: Promise<void>;
  stop(): Promise<void> | void;
}

/** Starts everything that is set. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { environment, store, digests, log, now, signal } = options;
  const room: EventRoom = { store, log, lostTopics: createLostTopics({ store, log }) };
  const onEvent = (event: ChatEvent): Promise<void> => takeChatEvent(room, event, now());
  const telegram = await telegramOf(options, onEvent);
  const platforms = await startPlatforms(options, telegram, onEvent);
  const messengers = platforms.map(({ messenger }) => messenger);
  const courier = createCourier({ ...room, now, messengers, owner: randomUUID() });
  const rounds = createRounds({ store, digests, courier, log, now });
  const server =
    environment.http === null
      ? null
      : await startServer({
          ...environment.http,
          log,
          webhook: webhookOf(environment, telegram),
          ready: async () => (await store.meta.schemaVersion()) > 0,
        });

  const run = async (): Promise<void> => {
    try {
      await Promise.race([aborted(signal), ...platforms.map(({ done }) => done)]);
    } finally {
      await rounds.stop();
      await Promise.allSettled(platforms.map(({ stop }) => stop()));
      await server?.close();
    }
  };
  return { tick: rounds.tick, done: run() };
}

type OnEvent = (event: ChatEvent) => Promise<void>;

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

async function startPlatforms(
  options: BotOptions,
  telegram: Telegram | null,
  onEvent: OnEvent,
): Promise<readonly Running[]> {
  const discord = await discordOf(options, onEvent);
  if (telegram === null && discord === null) return [startTerminal(options)];
  const platforms = [telegram, discord].filter((platform) => platform !== null);
  await Promise.all(platforms.map((platform) => platform.start()));
  return platforms.map((platform) => ({
    messenger: platform,
    done: platform.done,
    stop: () => platform.stop(),
  }));
}

// A platform's client is loaded only when it is used: the terminal need not wait for it.

async function telegramOf({ environment, desk, log, now }: BotOptions, onEvent: OnEvent): Promise<Telegram | null> {
  if (environment.telegram === null) return null;
  const { createTelegram } = await import("../chat/telegram/telegram.ts");
  const { drawPicture } = await import("../chat/picture.ts");
  return createTelegram({
    ...environment.telegram,
    desk,
    log,
    now,
    drawPicture,
    operators: operatorsOn(environment, "telegram"),
    onEvent,
  });
}

async function discordOf({ environment, desk, log, now }: BotOptions, onEvent: OnEvent): Promise<Discord | null> {
  if (environment.discord === null) return null;
  const { createDiscord } = await import("../chat/discord/discord.ts");
  const { drawPicture } = await import("../chat/picture.ts");
  return createDiscord({
    ...environment.discord,
    desk,
    log,
    now,
    drawPicture,
    operators: operatorsOn(environment, "discord"),
    onEvent,
  });
}

function operatorsOn({ operators }: Environment, platform: "telegram" | "discord"): readonly string[] {
  return operators.filter((operator) => operator.platform === platform).map(({ id }) => id);
}

function webhookOf({ telegram: settings }: Environment, telegram: Telegram | null) {
  if (telegram === null || settings?.webhook === null || settings === null) return null;
  const { pathname } = new URL(settings.webhook.url);
  return { path: pathname, handle: telegram.handleWebhook.bind(telegram) };
}

function startTerminal({ desk, now }: BotOptions): Running {
  const { stdin: input, stdout: output } = process;
  const terminal = createTerminal({ desk, input, output, look: () => lookOf(output), now });
  return { messenger: terminal, done: terminal.run(WELCOME), stop: () => terminal.stop() };
}

const WELCOME: Post = {
  blocks: [
    { kind: "heading", spans: [{ text: "OnRecord" }] },
    {
      kind: "paragraph",
      spans: [
        { text: "Ask who said what, when, and who reported it: " },
        { text: "/quote putin", style: "code" },
        { text: ". Tab completes, " },
        { text: "/help", is: "command" },
        { text: " lists everything, exit leaves." },
      ],
    },
  ],
};
