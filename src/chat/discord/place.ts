// Where an interaction came from, as a Chat.
import { type APIInteraction, ChannelType, InteractionContextType } from "discord.js";
import type { Chat } from "../../model/chat.ts";

/** A thread is kept under its channel, so that what happens to either can be told apart. */
export function chatOf(interaction: APIInteraction): Chat {
  const channel = interaction.channel;
  const id = channel?.id ?? interaction.channel_id ?? "0";
  const parent = channel !== undefined && "parent_id" in channel ? channel.parent_id : null;
  const isThread =
    channel?.type === ChannelType.PublicThread ||
    channel?.type === ChannelType.PrivateThread ||
    channel?.type === ChannelType.AnnouncementThread;
  return isThread && parent != null
    ? { platform: "discord", id: parent, thread: id }
    : { platform: "discord", id, thread: null };
}

/** One-to-one with the bot itself. */
export function isInPrivate(interaction: APIInteraction): boolean {
  if (interaction.context !== undefined && interaction.context !== null) {
    return interaction.context === InteractionContextType.BotDM;
  }
  return interaction.guild_id === undefined && interaction.channel?.type === ChannelType.DM;
}
