// The bot under test, brought up against the fake, with a desk that says what the test tells it to.
import { createTelegram, type Telegram, type TelegramOptions } from "../../../src/chat/telegram/telegram.ts";
import type { Command } from "../../../src/commands/command.ts";
import type { Desk, Offer } from "../../../src/commands/desk.ts";
import type { Request } from "../../../src/model/chat.ts";
import type { ChatEvent } from "../../../src/model/event.ts";
import type { Log } from "../../../src/model/log.ts";
import type { Inline, Post } from "../../../src/model/post.ts";
import { FakeTelegram } from "./server.ts";

export function post(...spans: readonly (string | Inline)[]): Post {
  return {
    blocks: [{ kind: "paragraph", spans: spans.map((span) => (typeof span === "string" ? { text: span } : span)) }],
  };
}

function command(name: string, access: Command["access"] = "everyone"): Command {
  return {
    name,
    summary: `What ${name} does`,
    arguments: [],
    access,
    examples: async () => [],
    run: async () => post(name),
  };
}

export class FakeDesk implements Desk {
  readonly commands: readonly Command[] = [
    command("quote"),
    command("search"),
    command("summary"),
    command("help"),
    command("subscribe", "administrators"),
    command("health", "operators"),
  ];
  readonly requests: Request[] = [];
  offers: readonly Offer[] = [];

  /** What it answers; echoes the request unless the test says otherwise. */
  say: (request: Request) => Post | Promise<Post> = (request) => post(`${request.name}: ${String(request.arguments)}`);

  async answer(request: Request): Promise<Post> {
    this.requests.push(request);
    return this.say(request);
  }

  async complete(): Promise<[]> {
    return [];
  }

  async offer(_words: string, offset: number): Promise<{ offers: readonly Offer[]; next: number | null }> {
    const offers = this.offers.slice(offset, offset + 3);
    return { offers, next: offset + 3 < this.offers.length ? offset + 3 : null };
  }
}

/** Keeps every line, to look for what must not be there. */
export class KeptLog implements Log {
  readonly lines: string[] = [];
  debug = (fields: object, message: string) => this.#keep("debug", fields, message);
  info = (fields: object, message: string) => this.#keep("info", fields, message);
  warn = (fields: object, message: string) => this.#keep("warn", fields, message);
  error = (fields: object, message: string) => this.#keep("error", fields, message);
  child(): Log {
    return this;
  }
  within<T>(_: string, work: () => T): T {
    return work();
  }
  #keep(level: string, fields: object, message: string): void {
    const whole = (_: string, value: unknown) =>
      value instanceof Error ? { message: value.message, stack: value.stack, cause: value.cause } : value;
    this.lines.push(`${level} ${message} ${JSON.stringify(fields, whole)}`);
  }
}

export interface Up {
  readonly fake: FakeTelegram;
  readonly bot: Telegram;
  readonly desk: FakeDesk;
  readonly log: KeptLog;
  readonly events: ChatEvent[];
  down(): Promise<void>;
}

/** Limits wide enough not to be felt. */
export const FAST = { overall: 10_000, chatMs: 0, group: 100_000 };

/** A bot on a fake Telegram, not started. */
export async function bringUp(options: Partial<TelegramOptions> = {}): Promise<Up> {
  const fake = await new FakeTelegram().listen();
  const desk = new FakeDesk();
  const log = new KeptLog();
  const events: ChatEvent[] = [];
  const bot = createTelegram({
    token: fake.token,
    apiRoot: fake.root,
    desk,
    log,
    onEvent: (event) => void events.push(event),
    now: () => Temporal.Now.instant(),
    ...options,
    tempo: { callSeconds: 1, pollSeconds: 5, patienceMs: 5_000, retryMs: 5, pace: FAST, ...options.tempo },
  });
  const down = async () => {
    await bot.stop();
    await fake.close();
  };
  return { fake, bot, desk, log, events, down };
}
