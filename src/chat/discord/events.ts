// What Discord tells of places besides commands, as ChatEvents.
import { type Channel, type Client, Events, GatewayDispatchEvents, type Guild, PermissionFlagsBits } from "discord.js";
import type { Chat } from "../../model/chat.ts";
import type { ChatEvent } from "../../model/event.ts";

/** Calls `on` for every place that goes away or comes back, and `changed` when what the bot may do somewhere may have. */
export function watchPlaces(client: Client, on: (event: ChatEvent) => void, changed: () => void): void {
  // By the time the library tells of a removal it has forgotten the channels: the packet comes before.
  client.on(
    Events.Raw,
    (packet: { readonly t: string; readonly d: { readonly id: string; readonly unavailable?: boolean } }) => {
      if (packet.t !== GatewayDispatchEvents.GuildDelete || packet.d.unavailable === true) return;
      const guild = client.guilds.cache.get(packet.d.id);
      if (guild === undefined) return;
      for (const chat of placesOf(guild)) on({ kind: "gone", chat, reason: "I was removed from the server" });
    },
  );
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
  client.on(Events.ThreadDelete, (thread) => {
    if (thread.parentId === null) return;
    on({ kind: "topic gone", chat: { platform: "discord", id: thread.parentId, thread: thread.id } });
  });
  client.on(Events.ChannelUpdate, changed);
  client.on(Events.ThreadUpdate, changed);
  client.on(Events.GuildRoleUpdate, changed);
  client.on(Events.GuildMemberUpdate, changed);
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
