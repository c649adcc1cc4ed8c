// One server with its channels, people and roles, as Discord's API shows them: where the fake's people are.
import type {
  APIChannel,
  APIGuild,
  APIGuildMember,
  APIRole,
  APIUser,
  GatewayGuildCreateDispatchData,
  GuildMemberFlags,
  RoleFlags,
} from "discord-api-types/v10";

/** Permission bits the tests speak of. */
export const PERMISSIONS = {
  administrator: 1n << 3n,
  manageServer: 1n << 5n,
  view: 1n << 10n,
  send: 1n << 11n,
  embed: 1n << 14n,
  attach: 1n << 15n,
  sendInThreads: 1n << 38n,
} as const;

const EVERYDAY =
  PERMISSIONS.view | PERMISSIONS.send | PERMISSIONS.embed | PERMISSIONS.attach | PERMISSIONS.sendInThreads;

export const IDS = {
  application: "900000000000000001",
  bot: "900000000000000001",
  guild: "910000000000000001",
  /** On another shard, where there are several. */
  otherGuild: "910000000004194305",
  owner: "920000000000000001",
  manager: "920000000000000002",
  member: "920000000000000003",
  stranger: "920000000000000004",
  managerRole: "930000000000000001",
  channel: "940000000000000001",
  otherChannel: "940000000004194305",
  hidden: "940000000000000002",
  forum: "940000000000000003",
  thread: "950000000000000001",
  forumPost: "950000000000000002",
  privateChannel: "960000000000000001",
  groupChannel: "960000000000000002",
} as const;

export function user(id: string, username: string, bot = false): APIUser {
  return { id, username, discriminator: "0", global_name: null, avatar: null, ...(bot ? { bot } : {}) };
}

export const USERS: Readonly<Record<string, APIUser>> = {
  [IDS.bot]: user(IDS.bot, "onrecord", true),
  [IDS.owner]: user(IDS.owner, "owner"),
  [IDS.manager]: user(IDS.manager, "manager"),
  [IDS.member]: user(IDS.member, "member"),
  [IDS.stranger]: user(IDS.stranger, "stranger"),
};

function role(id: string, name: string, permissions: bigint, position: number): APIRole {
  return {
    id,
    name,
    permissions: permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0 as RoleFlags,
  };
}

const ROLES: readonly APIRole[] = [
  role(IDS.guild, "@everyone", EVERYDAY, 0),
  role(IDS.managerRole, "managers", EVERYDAY | PERMISSIONS.manageServer, 1),
];

export function member(id: string): APIGuildMember {
  return {
    user: USERS[id] ?? user(id, `person-${id.slice(-4)}`),
    roles: id === IDS.manager ? [IDS.managerRole] : [],
    joined_at: "2024-01-01T00:00:00.000000+00:00",
    deaf: false,
    mute: false,
    flags: 0 as GuildMemberFlags,
  };
}

const text = { permission_overwrites: [], nsfw: false, rate_limit_per_user: 0, guild_id: IDS.guild };
const threadBase = {
  guild_id: IDS.guild,
  type: 11,
  owner_id: IDS.owner,
  message_count: 0,
  member_count: 1,
  total_message_sent: 0,
  rate_limit_per_user: 0,
  thread_metadata: {
    archived: false,
    auto_archive_duration: 1440,
    archive_timestamp: "2024-01-01T00:00:00.000000+00:00",
    locked: false,
  },
};

const CHANNELS: Readonly<Record<string, APIChannel>> = Object.fromEntries(
  [
    { ...text, id: IDS.channel, type: 0, name: "news", position: 0, topic: null },
    {
      ...text,
      id: IDS.hidden,
      type: 0,
      name: "hidden",
      position: 1,
      topic: null,
      permission_overwrites: [{ id: IDS.guild, type: 0, allow: "0", deny: PERMISSIONS.view.toString() }],
    },
    {
      ...text,
      id: IDS.forum,
      type: 15,
      name: "forum",
      position: 2,
      topic: null,
      available_tags: [],
      default_reaction_emoji: null,
      default_sort_order: null,
      default_forum_layout: 0,
    },
    { ...threadBase, id: IDS.thread, name: "a thread", parent_id: IDS.channel },
    { ...threadBase, id: IDS.forumPost, name: "a post", parent_id: IDS.forum },
    { ...text, guild_id: IDS.otherGuild, id: IDS.otherChannel, type: 0, name: "elsewhere", position: 0, topic: null },
    { id: IDS.privateChannel, type: 1, last_message_id: null, recipients: [USERS[IDS.member]] },
    { id: IDS.groupChannel, type: 3, name: "friends", last_message_id: null, recipients: [USERS[IDS.member]] },
  ].map((channel) => [channel.id, channel as unknown as APIChannel]),
);

/** A channel of the server by its id; besides those above, a thousand and more that differ in nothing but theirs. */
export function channelOf(id: string): APIChannel | undefined {
  if (!id.startsWith("97")) return CHANNELS[id];
  return { ...text, id, type: 0, name: `news-${id.slice(-4)}`, position: 9, topic: null } as unknown as APIChannel;
}

/** The id of the n-th further channel. */
export function furtherChannel(n: number): string {
  return `97${String(n).padStart(16, "0")}`;
}

export function isThread(channel: APIChannel | undefined): boolean {
  return channel !== undefined && [10, 11, 12].includes(channel.type);
}

const base = {
  id: IDS.guild,
  name: "The Newsroom",
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: IDS.owner,
  region: "",
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  roles: ROLES,
  emojis: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  max_members: 500_000,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: "en-US",
  public_updates_channel_id: null,
  nsfw_level: 0,
  stickers: [],
  premium_progress_bar_enabled: false,
  safety_alerts_channel_id: null,
  hub_type: null,
  incidents_data: null,
};

/** The server as REST gives it. */
export const GUILD = base as unknown as APIGuild;

/** A server as the gateway brings it. */
export function guildCreate(id: string = IDS.guild): GatewayGuildCreateDispatchData {
  const channels = Object.values(CHANNELS).filter((channel) => "guild_id" in channel && channel.guild_id === id);
  return {
    ...base,
    id,
    joined_at: "2024-01-01T00:00:00.000000+00:00",
    large: false,
    unavailable: false,
    member_count: 4,
    voice_states: [],
    members: [member(IDS.bot)],
    channels: channels.filter((channel) => !isThread(channel)),
    threads: channels.filter(isThread),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  } as unknown as GatewayGuildCreateDispatchData;
}

/** What somebody may do in a channel of the server, as Discord computes it for the payloads it sends. */
export function permissionsOf(person: string, channel: string): bigint {
  if (person === IDS.owner) return (1n << 50n) - 1n;
  const held = member(person).roles.reduce(
    (all, id) => all | BigInt(ROLES.find((one) => one.id === id)?.permissions ?? 0),
    EVERYDAY,
  );
  return channel === IDS.hidden ? held & ~PERMISSIONS.view : held;
}
