// The payloads Discord sends when people type, press and right-click.
import { channelOf, GUILD, IDS, isThread, member, permissionsOf, USERS, user } from "./places.ts";
import { snowflake } from "./state.ts";

/** Who does it and where. */
export interface By {
  readonly person?: string;
  /** A channel's id. */
  readonly in?: string;
  /** The app is installed by the person, not in the server. */
  readonly userInstalled?: boolean;
  /** Overrides what the bot may do in the channel. */
  readonly botPermissions?: bigint;
}

interface Base {
  readonly id: string;
  readonly token: string;
}

/** What every interaction carries. */
function common(base: Base, by: By): Record<string, unknown> {
  const person = by.person ?? IDS.member;
  const place = by.in ?? IDS.channel;
  const channel = channelOf(place) ?? { id: place, type: 0, name: "somewhere", guild_id: IDS.guild };
  const isServer = channel.type !== 1 && channel.type !== 3;
  const guild = "guild_id" in channel ? channel.guild_id : IDS.guild;
  const permissionsIn = isThread(channelOf(place)) ? IDS.channel : place;
  const account = USERS[person] ?? user(person, `person-${person.slice(-4)}`);
  const shared = {
    ...base,
    application_id: IDS.application,
    version: 1,
    locale: "en-GB",
    entitlements: [],
    attachment_size_limit: 10_485_760,
    channel_id: place,
    app_permissions: (by.botPermissions ?? permissionsOf(IDS.bot, permissionsIn)).toString(),
    authorizing_integration_owners: by.userInstalled === true ? { 1: person } : { 0: isServer ? guild : "0" },
  };
  if (!isServer) {
    return { ...shared, context: channel.type === 1 && by.userInstalled !== true ? 1 : 2, channel, user: account };
  }
  return {
    ...shared,
    context: 0,
    guild_id: guild,
    guild_locale: "en-US",
    guild: { id: guild, features: GUILD.features, locale: "en-US" },
    channel: { ...channel, permissions: permissionsOf(person, permissionsIn).toString() },
    member: { ...member(person), user: account, permissions: permissionsOf(person, permissionsIn).toString() },
  };
}

type Command = Readonly<Record<string, unknown>>;

function optionsOf(command: Command): readonly { readonly name: string; readonly type: number }[] {
  return (command.options ?? []) as never;
}

function typeOf(command: Command, option: string): number {
  const found = optionsOf(command).find((one) => one.name === option);
  if (found === undefined) throw new Error(`${String(command.name)} has no option ${option}`);
  return found.type;
}

export function slashPayload(base: Base, command: Command, values: Readonly<Record<string, string>>, by: By): object {
  const options = Object.entries(values).map(([name, value]) => ({ name, type: typeOf(command, name), value }));
  const channels = options.filter((option) => option.type === 7).map(({ value }) => [value, channelOf(value)] as const);
  const resolved = channels.length > 0 ? { resolved: { channels: Object.fromEntries(channels) } } : {};
  const data = { id: command.id, name: command.name, type: 1, options, ...resolved };
  return { ...common(base, by), type: 2, data };
}

export function typingPayload(base: Base, command: Command, option: string, typed: string, by: By): object {
  const options = [{ name: option, type: typeOf(command, option), value: typed, focused: true }];
  return { ...common(base, by), type: 4, data: { id: command.id, name: command.name, type: 1, options } };
}

export function pressPayload(base: Base, customId: string, message: object, by: By): object {
  const data = { component_type: 2, custom_id: customId };
  return { ...common(base, by), type: 3, message, data };
}

export function messageCommandPayload(base: Base, command: Command, content: string, by: By): object {
  const id = snowflake();
  const message = {
    id,
    channel_id: by.in ?? IDS.channel,
    author: USERS[IDS.owner],
    content,
    timestamp: "2024-06-01T12:00:00.000000+00:00",
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    flags: 0,
    components: [],
  };
  const data = {
    id: command.id,
    name: command.name,
    type: 3,
    target_id: id,
    resolved: { messages: { [id]: message } },
  };
  return { ...common(base, by), type: 2, data };
}
