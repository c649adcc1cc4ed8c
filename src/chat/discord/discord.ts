// Discord: a client on the gateway that answers what people ask and sends what the courier brings.
import {
  type APIInteraction,
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  Routes,
} from "discord.js";
import type { Desk } from "../../commands/desk.ts";
import type { ChatEvent } from "../../model/event.ts";
import type { Log } from "../../model/log.ts";
import type { Messenger } from "../../model/messenger.ts";
import { drawPicture as draw } from "../picture.ts";
import type { DrawPicture } from "./attachments.ts";
import { watchPlaces } from "./events.ts";
import { handleInteraction, type Interacting } from "./interactions.ts";
import { DiscordMessenger } from "./messenger.ts";
import { Buttons } from "./pressed.ts";
import { applicationCommands, differ } from "./registration.ts";
import { failureOf, PAUSES_MS } from "./wire.ts";

export interface DiscordOptions {
  readonly token: string;
  /** Another server that speaks Discord's REST, "http://127.0.0.1:4000/api"; Discord itself unless given. */
  readonly apiRoot?: string | null;
  readonly desk: Desk;
  readonly log: Log;
  readonly onEvent: (event: ChatEvent) => void | Promise<void>;
  readonly now: () => Temporal.Instant;
  /** Discord ids of the people named in ADMINS. */
  readonly operators?: readonly string[];
  readonly drawPicture?: DrawPicture;
  /** How many gateway connections; as many as Discord recommends unless given. */
  readonly shards?: number;
  /** Milliseconds before an answer still in the making is announced; Discord waits 3,000 in all. */
  readonly patienceMs?: number;
  /** Milliseconds to wait before each further try after a failure that a further try may mend. */
  readonly pausesMs?: readonly number[];
}

export interface Discord extends Messenger {
  /** Connects and registers the commands. Rejects with a clear error when the token is wrong. */
  start(): Promise<void>;
  /** Takes nothing new, finishes what is in flight within 10 s, and leaves. */
  stop(): Promise<void>;
  /** Resolves after `stop`; rejects when Discord ends it for good: the process should then end, saying why. */
  readonly done: Promise<void>;
}

const FINISH_MS = 10_000;
/** Waits longer than this are the courier's, not the client's. */
const SHORT_WAIT_MS = 2_000;
/** Discord bans a host for an hour at 10,000 refused requests in ten minutes. */
const INVALID_BUDGET = 5_000;
const SEEN = 1_000;
const REGISTER_AGAIN_MS = 60_000;

export function createDiscord(options: DiscordOptions): Discord {
  const { token, desk, now, onEvent } = options;
  const log = options.log.child({ platform: "discord" });
  const client = createClient(options);
  const { rest } = client;
  const ids = new Map<string, string>();
  const rendering = { buttons: new Buttons(), commandId: (name: string) => ids.get(name) ?? null };
  const drawPicture = options.drawPicture ?? draw;
  const flight = new Set<Promise<unknown>>();
  const seen = new Set<string>();
  let stopping = false;
  let spentUntil = 0;
  let registering: NodeJS.Timeout | undefined;

  rest.on("invalidRequestWarning", ({ count, remainingTime }) => {
    if (count >= INVALID_BUDGET) spentUntil = now().epochMilliseconds + remainingTime;
  });

  const over = Promise.withResolvers<void>();
  // Whoever does not wait for the end must not be ended by it.
  over.promise.catch(() => undefined);
  const messenger = new DiscordMessenger({
    rest,
    rendering,
    drawPicture,
    log,
    now,
    pausesMs: options.pausesMs ?? PAUSES_MS,
    budgetSpentUntil: () => spentUntil,
    renewToken: () => void rest.setToken(token),
  });
  const tell = async (event: ChatEvent): Promise<void> => {
    try {
      await onEvent(event);
    } catch (error) {
      log.error({ err: error, event }, "an event could not be handled");
    }
  };
  watchPlaces(
    client,
    (event) => void inFlight(tell(event)),
    (channel) => messenger.forgive(channel),
  );

  function inFlight<T>(work: Promise<T>): Promise<T> {
    flight.add(work);
    const done = () => flight.delete(work);
    work.then(done, done);
    return work;
  }

  function interacting(): Interacting {
    const patienceMs = options.patienceMs ?? 1_500;
    const pausesMs = options.pausesMs ?? PAUSES_MS;
    const answering = {
      rest,
      applicationId: client.application!.id,
      rendering,
      drawPicture,
      log,
      patienceMs,
      pausesMs,
    };
    const isOperator = (id: string) => options.operators?.includes(id) ?? false;
    return { client, desk, answering, now, isOperator };
  }

  client.on(Events.Raw, (packet: { t: string; d: unknown }) => {
    if (packet.t !== GatewayDispatchEvents.InteractionCreate || stopping) return;
    const interaction = packet.d as APIInteraction;
    // A resumed session may bring again what came before the break.
    if (seen.has(interaction.id)) return;
    seen.add(interaction.id);
    if (seen.size > SEEN) seen.delete(seen.values().next().value!);
    const handled = handleInteraction(interaction, interacting()).catch((error: unknown) => {
      log.error({ err: error }, "an interaction could not be handled");
    });
    void inFlight(handled);
  });
  client.on(Events.Error, (error) => log.warn({ failure: failureOf(error) }, "the client had an error"));
  client.on(Events.ShardError, (error) => log.warn({ failure: failureOf(error) }, "the gateway had an error"));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, "reconnecting to the gateway"));
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (!stopping) over.reject(new Error(fatalMessage(code)));
  });

  async function register(): Promise<void> {
    const application = client.application!.id;
    const wanted = applicationCommands(desk.commands);
    try {
      const route = Routes.applicationCommands(application);
      let held = (await rest.get(route)) as { id: string; name: string; type: number }[];
      if (differ(wanted, held)) {
        held = (await rest.put(route, { body: wanted })) as typeof held;
        log.info({ commands: wanted.length }, "commands registered");
      }
      ids.clear();
      for (const { id, name, type } of held) if (type === 1) ids.set(name, id);
    } catch (error) {
      log.warn({ failure: failureOf(error) }, "the commands could not be registered; trying again in a minute");
      registering = setTimeout(() => void inFlight(register()), REGISTER_AGAIN_MS).unref();
    }
  }

  return {
    platform: "discord",
    done: over.promise,
    parts: messenger.parts,
    send: (chat, part, nonce) => inFlight(messenger.send(chat, part, nonce)),
    async start() {
      const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
      try {
        await client.login(token);
      } catch (error) {
        await client.destroy();
        throw new Error(loginMessage(error));
      }
      await ready;
      await register();
      log.info({ servers: client.guilds.cache.size }, "on Discord");
    },
    async stop() {
      stopping = true;
      clearTimeout(registering);
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, FINISH_MS);
      });
      await Promise.race([Promise.allSettled(flight), enough]);
      clearTimeout(timer);
      await client.destroy();
      over.resolve();
    },
  };
}

/** Guilds alone: no message content, no members, and next to nothing kept of what is not needed. */
function createClient({ apiRoot, shards }: DiscordOptions): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    ...(shards === undefined ? { shards: "auto" as const } : { shardCount: shards }),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      StageInstanceManager: 0,
      GuildScheduledEventManager: 0,
      AutoModerationRuleManager: 0,
      UserManager: { maxSize: 50, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: 10, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    rest: {
      ...(apiRoot == null ? {} : { api: apiRoot.replace(/\/+$/, "") }),
      // Tries are made in wire.ts, which knows what may be repeated.
      retries: 0,
      timeout: 10_000,
      invalidRequestWarningInterval: 500,
      // Message sends come back to the courier, which holds that one chat; an answer waits its turn.
      rejectOnRateLimit: ({ route, method, retryAfter }) =>
        route === "/channels/:id/messages" && method.toLowerCase() === "post" && retryAfter > SHORT_WAIT_MS,
    },
  });
}

function loginMessage(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "TokenInvalid")
    return "Discord refused the token: copy it again from the application's Bot page into DISCORD_TOKEN.";
  const failure = failureOf(error);
  return `Discord could not be reached to log in: ${failure.detail}.`;
}

function fatalMessage(code: number): string {
  switch (code) {
    case 4004:
      return "Discord refused the token: it was reset or revoked. Put the new one into DISCORD_TOKEN.";
    case 4014:
      return "Discord refused the intents; the application's settings must allow what is asked (Guilds only).";
    default:
      return `Discord closed the gateway for good (code ${code}).`;
  }
}
