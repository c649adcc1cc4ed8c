// Discord: a client on the gateway that answers what people ask and sends what the courier brings.
import { type APIInteraction, type Client, Events, GatewayDispatchEvents, InteractionType } from "discord.js";
import type { Desk } from "../../commands/desk.ts";
import type { ChatEvent } from "../../model/event.ts";
import type { Log } from "../../model/log.ts";
import type { Messenger } from "../../model/messenger.ts";
import type { Claims, Notes } from "../../model/processes.ts";
import { once } from "../once.ts";
import { drawPicture as draw } from "../picture.ts";
import type { DrawPicture } from "./attachments.ts";
import { applicationOf, createClient, fatalClose, logIn, type Shards } from "./client.ts";
import { mayPost, watchPlaces } from "./events.ts";
import { Flight } from "./flight.ts";
import { handleInteraction, type Interacting } from "./interactions.ts";
import { Menu } from "./menu.ts";
import { DiscordMessenger } from "./messenger.ts";
import { Buttons } from "./pressed.ts";
import { failureOf } from "./wire.ts";

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
  /** As Discord recommends unless given. The process with shard 0 registers the commands. */
  readonly shards?: Shards;
  /** False: it only sends, and stays away from the gateway. */
  readonly receives?: boolean;
  /** Against answering twice what comes to two processes; absent: there is no other. */
  readonly claims?: Claims;
  /** What buttons mean, for whichever process is told of the press. */
  readonly notes?: Notes;
  readonly tempo?: Partial<Tempo>;
}

/** How long things may take, in milliseconds. */
export interface Tempo {
  /** Before an answer still in the making is announced; Discord waits 3,000 in all. */
  readonly patienceMs: number;
  /** Before each further try after a failure that a further try may mend. */
  readonly pausesMs: readonly number[];
  /** The same, while Discord cannot be reached at the start. */
  readonly startPausesMs: readonly number[];
  /** How long a stop waits for what is in flight. */
  readonly finishMs: number;
}

const TEMPO: Tempo = {
  patienceMs: 1_500,
  pausesMs: [250, 1_000, 2_500],
  startPausesMs: [1_000, 2_000, 5_000, 10_000, 20_000],
  finishMs: 9_500,
};

export interface Discord extends Messenger {
  /** Connects and registers the commands. Rejects with a clear error when the token is refused. */
  start(): Promise<void>;
  /** Takes nothing new, finishes what is in flight within 10 s, and leaves. */
  stop(): Promise<void>;
  /** Resolves after `stop`; rejects when Discord ends it for good: the process should then end, saying why. */
  readonly done: Promise<void>;
}

/** Discord bans an address for an hour at 10,000 refused requests in ten minutes. */
const INVALID_BUDGET = 5_000;
/** Interactions remembered, so that one that comes twice is answered once. */
const SEEN = 1_000;
/** Discord waits three seconds for a sign of life: to wait for anybody else would be to miss them. */
const CLAIMING = { patienceMs: 1_000, watchMs: 0 };

export function createDiscord(options: DiscordOptions): Discord {
  const { token, desk, now, drawPicture = draw, operators = [], shards = "auto", receives = true } = options;
  const tempo = { ...TEMPO, ...options.tempo };
  const log = options.log.child({ platform: "discord" });
  const client = createClient(options.apiRoot ?? null, shards);
  const rest = client.rest.setToken(token);
  const menu = new Menu(rest, desk.commands, log);
  const buttons = new Buttons(options.notes === undefined ? null : { notes: options.notes, log });
  const rendering = { buttons, commandId: (name: string) => menu.idOf(name) };
  const flight = new Flight();
  const over = Promise.withResolvers<void>();
  // Whoever does not wait for the end must not be ended by it.
  over.promise.catch(() => undefined);
  let stopping = false;

  let spentUntil = 0;
  rest.on("invalidRequestWarning", ({ count, remainingTime }) => {
    if (count >= INVALID_BUDGET) spentUntil = now().epochMilliseconds + remainingTime;
  });
  const messenger = new DiscordMessenger({
    ...{ rest, rendering, drawPicture, log, now, pausesMs: tempo.pausesMs },
    budgetSpentUntil: () => spentUntil,
    renewToken: () => void rest.setToken(token),
  });

  const told = (event: ChatEvent) => void flight.watch(tell(event, options, log));
  watchPlaces(client, told, () => {
    for (const chat of messenger.reopened((one) => mayPost(client, one))) told({ kind: "back", chat });
  });
  watchInteractions(client, (interaction) => {
    if (stopping) return;
    const { application_id: applicationId } = interaction;
    const interacting: Interacting = {
      ...{ client, desk, now, isOperator: (id) => operators.includes(id) },
      answering: { rest, applicationId, rendering, drawPicture, log, ...tempo },
    };
    const id = `discord:${interaction.id}`;
    const claims = isTyping(interaction) ? null : (options.claims ?? null);
    const handle = () => handleInteraction(interaction, interacting);
    const handled = log.within(id, () =>
      once(id, handle, { claims, log, ...CLAIMING }).catch((error: unknown) => {
        log.error({ err: error }, "an interaction could not be handled");
      }),
    );
    void flight.watch(handled);
  });
  watchConnection(client, log, (why) => {
    if (!stopping) over.reject(new Error(why));
  });

  return {
    platform: "discord",
    done: over.promise,
    parts: messenger.parts,
    send: (chat, part, nonce, how) => flight.watch(messenger.send(chat, part, nonce, how)),
    async start() {
      if (!receives) {
        await menu.update(await applicationOf(rest, tempo.startPausesMs), false, tempo.pausesMs);
        return log.info({}, "on Discord, only to send");
      }
      const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
      await logIn(client, token, tempo.startPausesMs);
      await ready;
      const registers = shards === "auto" || shards.ids.includes(0);
      await menu.update(client.application!.id, registers, tempo.pausesMs);
      log.info({ servers: client.guilds.cache.size, shards: [...client.ws.shards.keys()] }, "on Discord");
    },
    async stop() {
      stopping = true;
      menu.stop();
      await flight.landed(tempo.finishMs);
      await client.destroy();
      over.resolve();
    },
  };
}

/** Completions are offered while somebody types: to offer them twice does no harm, and a claim would cost time. */
function isTyping({ type }: APIInteraction): boolean {
  return type === InteractionType.ApplicationCommandAutocomplete;
}

async function tell(event: ChatEvent, { onEvent }: DiscordOptions, log: Log): Promise<void> {
  try {
    await onEvent(event);
  } catch (error) {
    log.error({ err: error, event }, "an event could not be handled");
  }
}

/** Calls `on` once for each interaction; a resumed session may bring again what came before the break. */
function watchInteractions(client: Client, on: (interaction: APIInteraction) => void): void {
  const seen = new Set<string>();
  client.on(Events.Raw, (packet: { readonly t: string; readonly d: unknown }) => {
    if (packet.t !== GatewayDispatchEvents.InteractionCreate) return;
    const interaction = packet.d as APIInteraction;
    if (seen.has(interaction.id)) return;
    seen.add(interaction.id);
    if (seen.size > SEEN) seen.delete(seen.values().next().value!);
    on(interaction);
  });
}

function watchConnection(client: Client, log: Log, ended: (why: string) => void): void {
  client.on(Events.Error, (error) => log.warn({ failure: failureOf(error) }, "the client had an error"));
  client.on(Events.ShardError, (error) => log.warn({ failure: failureOf(error) }, "the gateway had an error"));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, "reconnecting to the gateway"));
  client.on(Events.ShardDisconnect, ({ code }) => {
    const why = fatalClose(code);
    if (why !== null) ended(why);
  });
}
