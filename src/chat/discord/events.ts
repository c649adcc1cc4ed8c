// What Discord tells of places besides commands, as ChatEvents.
import {
  type Channel,
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayGuildDeleteDispatch,
  type GatewayThreadDeleteDispatch,
  type Guild,
  PermissionFlagsBits,
} from "discord.js";
import type { Chat } from "../../model/chat.ts";
import type { ChatEvent } from "../../model/event.ts";

/** Calls `on` for every place that goes away or comes back, and `changed` when what the bot may do somewhere may have. */
export function watchPlaces(client: Client, on: (event: ChatEvent) => void, changed: () => void): void {
  client.on(Events.Raw, (packet: Packet) => {
    for (const event of goneBy(packet, client)) on(event);
  });
  client.on(Events.GuildCreate, (guild) => {
    changed();
    for (const chat of placesOf(guild)) on({ kind: "back", chat });
  });
  client.on(Events.ChannelDelete, (channel) => {
    if (!channel.isDMBased() && !isWritable(channel)) return;
    on({
      kind: "gone",
      chat: { platform: "discord", id: channel.id, thread: null },
      reason: "the channel was deleted",
    });
  });
  client.on(Events.ChannelUpdate, changed);
  client.on(Events.ThreadUpdate, changed);
  client.on(Events.GuildRoleUpdate, changed);
  client.on(Events.GuildMemberUpdate, changed);
}

type Packet = GatewayGuildDeleteDispatch | GatewayThreadDeleteDispatch | { readonly t: "another" };

/**
 * What a packet takes away. Read before the library does: by the time it tells of a removal it has forgotten the
 * server's channels, and it tells of no thread that was archived.
 */
function goneBy(packet: Packet, client: Client): ChatEvent[] {
  if (packet.t === GatewayDispatchEvents.ThreadDelete) {
    const { id, parent_id: parent } = packet.d;
    return [{ kind: "topic gone", chat: { platform: "discord", id: parent, thread: id } }];
  }
  if (packet.t !== GatewayDispatchEvents.GuildDelete || packet.d.unavailable === true) return [];
  const guild = client.guilds.cache.get(packet.d.id);
  const places = guild === undefined ? [] : placesOf(guild);
  return places.map((chat) => ({ kind: "gone", chat, reason: "I was removed from the server" }));
}

/** May the bot post there, as far as the gateway has told? */
export function mayPost(client: Client, chat: Chat): boolean {
  const channel = client.channels.cache.get(chat.thread ?? chat.id);
  if (channel === undefined || channel.isDMBased()) return false;
  const me = channel.guild.members.me;
  if (me === null || (channel.isThread() && channel.locked === true)) return false;
  const send = channel.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  return channel.permissionsFor(me)?.has([PermissionFlagsBits.ViewChannel, send]) ?? false;
}

function placesOf(guild: Guild): { platform: "discord"; id: string; thread: string | null }[] {
  return [...guild.channels.cache.values()]
    .filter(isWritable)
    .map((channel) =>
      channel.isThread() && channel.parentId !== null
        ? { platform: "discord", id: channel.parentId, thread: channel.id }
        : { platform: "discord", id: channel.id, thread: null },
    );
}

/** Could a digest be posted there, in the channel or (a forum) in a thread of it? */
function isWritable(channel: Channel): boolean {
  return channel.isTextBased() || channel.isThreadOnly();
}
