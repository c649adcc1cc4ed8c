// Discord's REST routes that the bot may use. Each answers as Discord would; any other is a violation.
import { channelOf, GUILD, IDS, isThread, member, PERMISSIONS, permissionsOf, USERS } from "./places.ts";
import { type FakeFile, type FakeInteraction, type FakeState, snowflake } from "./state.ts";
import { checkCallback, checkCommands, checkMessage, isSnowflake } from "./validate.ts";

/** What a route is for: faults are aimed by it. */
export type RouteKind = "gateway" | "commands" | "callback" | "edit" | "delete" | "follow-up" | "send" | "look-up";

export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly files: readonly FakeFile[];
  readonly authorised: boolean;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface World {
  readonly state: FakeState;
  readonly port: number;
  readonly shards: number;
  /** Milliseconds within which Discord wants a sign of life. */
  readonly acknowledgeWithinMs: number;
  /** Channels the bot may not post in, by the error code Discord gives. */
  readonly refusals: ReadonlyMap<string, number>;
  /** What the server's admin granted, by command id. */
  readonly grants: ReadonlyMap<string, readonly { id: string; type: number; permission: boolean }[]>;
  readonly strangers: ReadonlySet<string>;
  violation(what: string): void;
}

interface Route {
  readonly kind: RouteKind;
  readonly method: string;
  readonly pattern: RegExp;
  /** Does the route want the bot's token? An interaction's own token is enough for its routes. */
  readonly open?: boolean;
  answer(parts: readonly string[], incoming: Incoming, world: World): Answer;
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const error = (status: number, code: number, message: string): Answer => ({ status, body: { message, code } });

function formError(found: readonly string[], world: World, what: string): Answer | null {
  if (found.length === 0) return null;
  for (const one of found) world.violation(`${what}: ${one}`);
  return { status: 400, body: { message: "Invalid Form Body", code: 50035, errors: { _errors: found } } };
}

const names = (files: readonly FakeFile[]) => files.map((file) => file.name);

const ROUTES: readonly Route[] = [
  {
    kind: "gateway",
    method: "GET",
    pattern: /^\/gateway\/bot$/,
    answer: (_, __, { port, shards }) =>
      ok({
        url: `ws://127.0.0.1:${port}/`,
        shards,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 16 },
      }),
  },
  {
    kind: "look-up",
    method: "GET",
    pattern: /^\/applications\/@me$/,
    answer: () => ok({ id: IDS.application, name: "OnRecord" }),
  },
  {
    kind: "commands",
    method: "GET",
    pattern: /^\/applications\/(\d+)\/commands$/,
    answer: (_, __, { state }) => ok(state.commands),
  },
  {
    kind: "commands",
    method: "PUT",
    pattern: /^\/applications\/(\d+)\/commands$/,
    answer(_, { body }, world) {
      const bad = formError(checkCommands(body), world, "commands");
      if (bad !== null) return bad;
      world.state.commands = (body as Record<string, unknown>[]).map((command) => held(command, world.state));
      return ok(world.state.commands);
    },
  },
  {
    kind: "look-up",
    method: "GET",
    pattern: /^\/applications\/(\d+)\/guilds\/(\d+)\/commands\/(\d+)\/permissions$/,
    answer([application, guild, command], _, { grants }) {
      const permissions = grants.get(command!);
      if (permissions === undefined) return error(404, 10066, "Unknown application command permissions");
      return ok({ id: command, application_id: application, guild_id: guild, permissions });
    },
  },
  {
    kind: "look-up",
    method: "GET",
    pattern: /^\/channels\/(\d+)$/,
    answer([id]) {
      const channel = channelOf(id!);
      if (channel === undefined) return error(404, 10003, "Unknown Channel");
      return mayView(id!) ? ok(channel) : error(403, 50001, "Missing Access");
    },
  },
  { kind: "look-up", method: "GET", pattern: /^\/guilds\/(\d+)$/, answer: () => ok(GUILD) },
  {
    kind: "look-up",
    method: "GET",
    pattern: /^\/guilds\/(\d+)\/members\/(\d+)$/,
    answer: ([, id], _, { strangers }) => (strangers.has(id!) ? error(404, 10007, "Unknown Member") : ok(member(id!))),
  },
  { kind: "look-up", method: "GET", pattern: /^\/users\/@me$/, answer: () => ok(USERS[IDS.bot]) },
  {
    kind: "send",
    method: "POST",
    pattern: /^\/channels\/(\d+)\/messages$/,
    answer([id], { body, files }, world) {
      const bad = formError(checkMessage(body, "create", names(files)), world, "message");
      if (bad !== null) return bad;
      const refusal = world.refusals.get(id!);
      if (refusal !== undefined) return error(refusal === 10003 ? 404 : 403, refusal, "Refused by the test");
      const channel = channelOf(id!);
      if (channel === undefined) return error(404, 10003, "Unknown Channel");
      if (channel.type === 15) return error(400, 50008, "Cannot send messages in a non-text channel");
      if (!mayView(id!)) return error(403, 50001, "Missing Access");
      return ok(world.state.shown(world.state.post(id!, body as Record<string, unknown>, files)));
    },
  },
  {
    kind: "callback",
    method: "POST",
    pattern: /^\/interactions\/(\d+)\/([\w-]+)\/callback$/,
    open: true,
    answer([id, token], { body, files }, world) {
      const bad = formError(checkCallback(body, names(files)), world, "callback");
      if (bad !== null) return bad;
      const interaction = world.state.interactions.get(token!);
      const late = interaction !== undefined && Date.now() - interaction.born > world.acknowledgeWithinMs;
      if (interaction === undefined || interaction.id !== id || (late && interaction.acknowledged === null)) {
        return error(404, 10062, "Unknown interaction");
      }
      if (interaction.acknowledged !== null) return error(400, 40060, "Interaction has already been acknowledged.");
      acknowledge(interaction, body as Callback, files, world.state);
      return { status: 204 };
    },
  },
  {
    kind: "edit",
    method: "PATCH",
    pattern: /^\/webhooks\/(\d+)\/([\w-]+)\/messages\/@original$/,
    open: true,
    answer([, token], { body, files }, world) {
      const bad = formError(checkMessage(body, "edit", names(files)), world, "edit");
      if (bad !== null) return bad;
      const interaction = world.state.interactions.get(token!);
      if (interaction?.original == null || interaction.original.deleted) return error(404, 10008, "Unknown Message");
      world.state.edit(interaction.original, body as Record<string, unknown>, files);
      interaction.settled = true;
      return ok(world.state.shown(interaction.original));
    },
  },
  {
    kind: "delete",
    method: "DELETE",
    pattern: /^\/webhooks\/(\d+)\/([\w-]+)\/messages\/@original$/,
    open: true,
    answer([, token], _, { state }) {
      const original = state.interactions.get(token!)?.original;
      if (original == null || original.deleted) return error(404, 10008, "Unknown Message");
      original.deleted = true;
      return { status: 204 };
    },
  },
  {
    kind: "follow-up",
    method: "POST",
    pattern: /^\/webhooks\/(\d+)\/([\w-]+)$/,
    open: true,
    answer([, token], { body, files }, world) {
      const bad = formError(checkMessage(body, "webhook", names(files)), world, "follow-up");
      if (bad !== null) return bad;
      const interaction = world.state.interactions.get(token!);
      if (interaction === undefined || interaction.acknowledged === null) return error(404, 10015, "Unknown Webhook");
      const message = world.state.post(interaction.channel, body as Record<string, unknown>, files);
      interaction.followUps.push(message);
      interaction.settled = true;
      return ok(world.state.shown(message));
    },
  },
];

function mayView(channel: string): boolean {
  return (permissionsOf(IDS.bot, isThread(channelOf(channel)) ? IDS.channel : channel) & PERMISSIONS.view) !== 0n;
}

interface Callback {
  readonly type: number;
  readonly data?: Record<string, unknown>;
}

function acknowledge(
  interaction: FakeInteraction,
  { type, data }: Callback,
  files: readonly FakeFile[],
  state: FakeState,
): void {
  interaction.acknowledged = type;
  interaction.settled = type === 4 || type === 7 || type === 8;
  if (type === 4) interaction.original = state.post(interaction.channel, data ?? {}, files);
  if (type === 5) interaction.original = state.post(interaction.channel, data ?? {}, files, true);
  if (type === 6 || type === 7) interaction.original = interaction.source;
  if (type === 7 && interaction.source !== null) state.edit(interaction.source, data ?? {}, files);
  if (type === 8) interaction.choices = (data?.choices ?? []) as FakeInteraction["choices"];
}

/** A command as Discord gives it back: with ids and defaults of its own. */
function held(command: Record<string, unknown>, state: FakeState): Record<string, unknown> {
  const before = state.commands.find((one) => one.name === command.name && one.type === (command.type ?? 1));
  const { options, ...rest } = command;
  return {
    id: before?.id ?? snowflake(),
    application_id: IDS.application,
    version: snowflake(),
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    contexts: null,
    integration_types: [0],
    description: "",
    ...rest,
    type: command.type ?? 1,
    ...(Array.isArray(options) && options.length > 0 ? { options: options.map(withoutDefaults) } : {}),
  };
}

function withoutDefaults(option: Record<string, unknown>): Record<string, unknown> {
  const { required, autocomplete, ...rest } = option;
  return { ...rest, ...(required === true ? { required } : {}), ...(autocomplete === true ? { autocomplete } : {}) };
}

/** The route a request is for; null when Discord, or this bot, has no business with it. */
export function routeOf(method: string, path: string): { route: Route; parts: string[] } | null {
  for (const route of ROUTES) {
    const match = route.method === method ? route.pattern.exec(path) : null;
    if (match === null) continue;
    const parts = match.slice(1);
    const ids = parts.filter((part) => /^\d+$/.test(part));
    return ids.every(isSnowflake) ? { route, parts } : null;
  }
  return null;
}
