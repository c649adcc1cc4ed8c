// The client on Discord's gateway: what it asks for, what it keeps, how it gets in, and what puts it out for good.
import { Client, DiscordAPIError, GatewayIntentBits, Options, type REST, Routes } from "discord.js";
import { askAgain, failureOf } from "./wire.ts";

const REQUEST_MS = 10_000;
const MINUTE_MS = 60_000;

/**
 * The milliseconds to wait where Discord says to slow down. A message comes back to the courier, which holds that one
 * chat; an interaction's first answer would come too late; its later ones wait while its token lives.
 */
function longestWait(route: string): number {
  if (route === "/channels/:id/messages") return 2_000;
  if (route.startsWith("/interactions/")) return 2_500;
  return route.startsWith("/webhooks/") ? 14 * MINUTE_MS : MINUTE_MS;
}

/** Which of the gateway's connections are this process's: as many as Discord recommends, or those of a total. */
export type Shards = "auto" | { readonly ids: readonly number[]; readonly total: number };

/** Guilds alone: no message content, no members, and next to nothing kept of what is not needed. */
export function createClient(apiRoot: string | null, shards: Shards): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    ...(shards === "auto" ? { shards } : { shards: shards.ids, shardCount: shards.total }),
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
      ...(apiRoot === null ? {} : { api: apiRoot.replace(/\/+$/, "") }),
      // Tries are made in wire.ts, which knows what may be repeated.
      retries: 0,
      timeout: REQUEST_MS,
      invalidRequestWarningInterval: 500,
      rejectOnRateLimit: ({ route, retryAfter }) => retryAfter > longestWait(route),
    },
  });
}

/**
 * Logs in, trying again while Discord cannot be reached: a network that comes up late need not end the process.
 * @throws an error for people, without the token, when Discord refuses it or stays away
 */
export async function logIn(client: Client, token: string, pausesMs: readonly number[]): Promise<void> {
  try {
    await reach(client.rest, token, pausesMs);
    await client.login(token);
  } catch (error) {
    await client.destroy();
    // The cause is left out: it may hold the token.
    throw new Error(whyNot(error));
  }
}

async function reach(rest: REST, token: string, pausesMs: readonly number[]): Promise<void> {
  for (const pause of [...pausesMs, null]) {
    try {
      await rest.setToken(token).get(Routes.gatewayBot());
      return;
    } catch (error) {
      if (pause === null || failureOf(error).kind === "refused") throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** The application this token is for; asked where no gateway tells. @throws as `logIn` when the token is refused */
export async function applicationOf(rest: REST, pausesMs: readonly number[]): Promise<string> {
  try {
    const route = Routes.currentApplication();
    return ((await askAgain(rest, { method: "get", route }, pausesMs)) as { readonly id: string }).id;
  } catch (error) {
    throw new Error(whyNot(error));
  }
}

function whyNot(error: unknown): string {
  const isToken = error instanceof Error && "code" in error && error.code === "TokenInvalid";
  if (isToken || (error instanceof DiscordAPIError && error.status === 401)) {
    return "Discord refused the token: copy it again from the application's Bot page into DISCORD_TOKEN.";
  }
  return `Discord could not be reached to log in: ${failureOf(error).detail}.`;
}

const FATAL: Readonly<Record<number, string>> = {
  4004: "Discord refused the token: it was reset or revoked. Put the new one into DISCORD_TOKEN.",
  4010: "Discord refused the shard: check DISCORD_SHARDS, or leave it empty.",
  4011: "Discord wants more shards for this many servers: raise the total in DISCORD_SHARDS, or leave it empty.",
  4012: "Discord has retired the gateway version of this bot: update it.",
  4013: "Discord did not understand the intents: update the bot.",
  4014: "Discord refused the intents: the bot asks for Guilds only, which the application's settings must allow.",
};

/** Why a close code of the gateway is the end; null for those after which the client comes back by itself. */
export function fatalClose(code: number): string | null {
  return FATAL[code] ?? null;
}
