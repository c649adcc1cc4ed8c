// The platforms of a process: those that it takes commands from, those that it only sends to, or the terminal.
import { lookOf } from "../chat/terminal/look.ts";
import { createTerminal } from "../chat/terminal/terminal.ts";
import type { Desk } from "../commands/desk.ts";
import type { ChatEvent } from "../model/event.ts";
import type { Log } from "../model/log.ts";
import type { Messenger } from "../model/messenger.ts";
import type { Post } from "../model/post.ts";
import type { WebhookHandler } from "../server.ts";
import type { Environment } from "../settings/environment.ts";
import type { Processes } from "./processes.ts";

export interface PlatformOptions {
  readonly environment: Environment;
  readonly desk: Desk;
  readonly log: Log;
  readonly now: () => Temporal.Instant;
  readonly onEvent: (event: ChatEvent) => Promise<void>;
  readonly processes: Processes;
}

/** A platform at work: it sends, it runs until stopped, and it may end by itself. */
export interface Platform {
  readonly messenger: Messenger;
  start(): Promise<void>;
  readonly done: Promise<void>;
  stop(): Promise<void> | void;
  /** Where and how its updates are posted to this process; null when they are not. */
  readonly webhook: { readonly path: string; readonly handle: WebhookHandler } | null;
}

/** Whatever the settings give this process to do on platforms, not started yet. */
export async function openPlatforms(options: PlatformOptions): Promise<readonly Platform[]> {
  if (options.environment.isTerminal) return [terminalOf(options)];
  const platforms = await Promise.all([telegramOf(options), discordOf(options)]);
  return platforms.filter((platform) => platform !== null);
}

/** Deliveries go to every platform there is a token for, whoever takes the commands there. */
function isOurs({ roles }: Environment, platform: "telegram" | "discord"): boolean {
  return roles.has(platform) || roles.has("delivery");
}

// A platform's client is loaded only when it is used: the terminal need not wait for it.

async function telegramOf(options: PlatformOptions): Promise<Platform | null> {
  const { environment, processes, desk, log, now, onEvent } = options;
  const { telegram: settings, roles } = environment;
  if (settings === null || !isOurs(environment, "telegram")) return null;
  const { createTelegram } = await import("../chat/telegram/telegram.ts");
  const { drawPicture } = await import("../chat/picture.ts");
  const receives = roles.has("telegram");
  const telegram = createTelegram({
    ...settings,
    ...{ desk, log, now, onEvent, drawPicture, receives },
    operators: operatorsOn(environment, "telegram"),
    poller: processes.leaseOn("telegram poller"),
    claims: processes.claims,
    notes: processes.notes,
  });
  const { webhook } = settings;
  if (webhook === null || !receives) return platformOf(telegram);
  const handle = telegram.handleWebhook.bind(telegram);
  return platformOf(telegram, { path: new URL(webhook.url).pathname, handle });
}

async function discordOf(options: PlatformOptions): Promise<Platform | null> {
  const { environment, processes, desk, log, now, onEvent } = options;
  const { discord: settings, roles } = environment;
  if (settings === null || !isOurs(environment, "discord")) return null;
  const { createDiscord } = await import("../chat/discord/discord.ts");
  const { drawPicture } = await import("../chat/picture.ts");
  const discord = createDiscord({
    ...settings,
    ...{ desk, log, now, onEvent, drawPicture },
    receives: roles.has("discord"),
    operators: operatorsOn(environment, "discord"),
    claims: processes.claims,
    notes: processes.notes,
  });
  return platformOf(discord);
}

function platformOf(
  messenger: Messenger & Pick<Platform, "start" | "done" | "stop">,
  webhook: Platform["webhook"] = null,
): Platform {
  return { messenger, start: () => messenger.start(), done: messenger.done, stop: () => messenger.stop(), webhook };
}

function operatorsOn({ operators }: Environment, platform: "telegram" | "discord"): readonly string[] {
  return operators.filter((operator) => operator.platform === platform).map(({ id }) => id);
}

function terminalOf({ desk, now }: PlatformOptions): Platform {
  const { stdin: input, stdout: output } = process;
  const terminal = createTerminal({ desk, input, output, look: () => lookOf(output), now });
  const over = Promise.withResolvers<void>();
  return {
    messenger: terminal,
    // It runs until somebody leaves.
    async start() {
      terminal.run(WELCOME).then(over.resolve, over.reject);
    },
    done: over.promise,
    stop: () => terminal.stop(),
    webhook: null,
  };
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
