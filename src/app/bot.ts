// The running bot: its platforms, the courier, the tick, and HTTP.
import { randomUUID } from "node:crypto";
import type { Desk } from "../commands/desk.ts";
import { type EventRoom, takeChatEvent } from "../delivery/chat-events.ts";
import { createCourier } from "../delivery/courier.ts";
import { createLostTopics } from "../delivery/lost-topics.ts";
import { createRounds } from "../delivery/rounds.ts";
import type { CountedMetrics } from "../metrics.ts";
import type { Digest } from "../model/digest.ts";
import type { Log } from "../model/log.ts";
import { type HttpServer, startServer } from "../server.ts";
import type { Environment } from "../settings/environment.ts";
import type { Store } from "../store/store.ts";
import { openPlatforms, type Platform } from "./platforms.ts";
import { processesOver } from "./processes.ts";

export interface BotOptions {
  readonly environment: Environment;
  readonly digests: readonly Digest[];
  readonly store: Store;
  readonly desk: Desk;
  readonly log: Log;
  /** Absent where nobody could read them. */
  readonly metrics?: CountedMetrics | undefined;
  readonly now: () => Temporal.Instant;
  /** Names this process among those that share the store; one of its own unless given. */
  readonly owner?: string;
  /** Aborted when the bot is to end in order. */
  readonly signal: AbortSignal;
}

export interface Bot {
  /** One tick: plans what is due and sends it. Ticks may overlap. */
  tick(): Promise<void>;
  /** Resolves when everything has ended in order; rejects when a platform ends it for good. */
  readonly done: Promise<void>;
}

/** Starts everything that is set. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { environment, store, digests, log, metrics, now, signal, owner = randomUUID() } = options;
  const room: EventRoom = { store, log, lostTopics: createLostTopics({ store, log }) };
  const platforms = await openPlatforms({
    ...{ environment, desk: options.desk, log, now },
    onEvent: (event) => takeChatEvent(room, event, now()),
    processes: processesOver(store, owner),
  });
  await Promise.all(platforms.map((platform) => platform.start()));
  const messengers = platforms.map(({ messenger }) => messenger);
  const counting = metrics === undefined ? {} : { metrics };
  const courier = createCourier({ ...room, ...counting, now, messengers, owner });
  const rounds = createRounds({ ...{ store, digests, courier, log, now }, ...counting });
  const server = await serve(options, platforms);

  const run = async (): Promise<void> => {
    try {
      await Promise.race([aborted(signal), ...platforms.map(({ done }) => done)]);
    } finally {
      await rounds.stop().catch((error: unknown) => log.error({ err: error }, "the deliveries did not end in order"));
      await Promise.allSettled(platforms.map(({ stop }) => stop()));
      await server?.close();
    }
  };
  const delivers = environment.roles.has("delivery");
  // Whoever hears of a topic that is gone tells of it, whoever delivers.
  const tellOnly = (): Promise<void> =>
    room.lostTopics
      .tell(messengers, now())
      .catch((error: unknown) => log.error({ err: error }, "a topic that is gone could not be told of"));
  return { tick: delivers ? rounds.tick : tellOnly, done: run() };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

async function serve(options: BotOptions, platforms: readonly Platform[]): Promise<HttpServer | null> {
  const { environment, store, log, metrics } = options;
  if (environment.http === null) return null;
  return startServer({
    ...environment.http,
    log,
    webhook: platforms.find(({ webhook }) => webhook !== null)?.webhook ?? null,
    ready: () =>
      store.meta.schemaVersion().then(
        (version) => version > 0,
        () => false,
      ),
    ...(metrics === undefined ? {} : { metrics: metrics.expose }),
  });
}
