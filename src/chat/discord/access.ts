// Who may administer a place on Discord, asked afresh at every command and every button.
import { type APIInteraction, ChannelType, type Client, PermissionFlagsBits, Routes } from "discord.js";
import type { Access, AccessAnswer, Chat } from "../../model/chat.ts";
import { chatOf, isInPrivate } from "./place.ts";
import { failureOf } from "./wire.ts";

const YES: AccessAnswer = { kind: "yes" };
const no = (reason: string): AccessAnswer => ({ kind: "no", reason });

const NOT_A_MEMBER = "I am not a member of this place. Add me to the server, then ask again there.";
const NEEDS_MANAGE_SERVER =
  "That needs the permission Manage Server, or a grant for this command under Server Settings, Integrations.";

export interface AccessParts {
  readonly client: Client;
  readonly isOperator: boolean;
  /** The id of the command that asks, for what the server's admin granted. */
  readonly commandId: string | null;
}

export function accessOf(interaction: APIInteraction, { client, isOperator, commandId }: AccessParts): Access {
  const here = chatOf(interaction);
  return {
    isOperator,
    async mayAdminister(chat = here) {
      if (chat.platform !== "discord") return no("That place is on another platform: ask there.");
      const isHere = chat.id === here.id && chat.thread === here.thread;
      if (isHere && isInPrivate(interaction)) return YES;
      if (!isHere) return elsewhere(client, chat, personOf(interaction));
      return inServer(interaction, (guild) => grantedByAdmin(client, interaction, guild, commandId));
    },
  };
}

function personOf(interaction: APIInteraction): string {
  return (interaction.member?.user ?? interaction.user)!.id;
}

/** In the server itself: Discord sends the person's and my own permissions along with each interaction. */
async function inServer(
  interaction: APIInteraction,
  granted: (guild: string) => Promise<boolean>,
): Promise<AccessAnswer> {
  const guild = interaction.guild_id;
  // "0" is the key of an installation in the server; a person's own installation makes me no member of the place.
  const isInstalled = "0" in (interaction.authorizing_integration_owners ?? {});
  if (guild === undefined || !isInstalled || interaction.member === undefined) return no(NOT_A_MEMBER);
  const mine = BigInt(interaction.app_permissions ?? "0");
  const wanted = isThread(interaction.channel?.type)
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  if (!has(mine, PermissionFlagsBits.ViewChannel) || !has(mine, wanted)) {
    return no("I may not write in this channel. Give me View Channel and Send Messages here first.");
  }
  const theirs = BigInt(interaction.member.permissions);
  if (!has(theirs, wanted)) return no("You may not write in this channel yourself.");
  if (has(theirs, PermissionFlagsBits.ManageGuild)) return YES;
  return (await granted(guild)) ? YES : no(NEEDS_MANAGE_SERVER);
}

function has(permissions: bigint, flag: bigint): boolean {
  return (permissions & PermissionFlagsBits.Administrator) !== 0n || (permissions & flag) === flag;
}

function isThread(type: ChannelType | undefined): boolean {
  return (
    type === ChannelType.PublicThread || type === ChannelType.PrivateThread || type === ChannelType.AnnouncementThread
  );
}

interface CommandPermissions {
  readonly id: string;
  readonly permissions: readonly { readonly id: string; readonly type: number; readonly permission: boolean }[];
}

/** What the server's admin set for this command under Integrations: a person's entry wins over roles, roles over all. */
async function grantedByAdmin(
  client: Client,
  interaction: APIInteraction,
  guild: string,
  commandId: string | null,
): Promise<boolean> {
  if (commandId === null || interaction.member === undefined) return false;
  try {
    const route = Routes.applicationCommandPermissions(interaction.application_id, guild, commandId);
    const { permissions } = (await client.rest.get(route)) as CommandPermissions;
    const entry = (id: string) => permissions.find((one) => one.id === id && one.type !== 3)?.permission;
    const personal = entry(interaction.member.user.id);
    if (personal !== undefined) return personal;
    const roles = interaction.member.roles.map(entry).filter((one) => one !== undefined);
    return roles.length > 0 ? roles.includes(true) : (entry(guild) ?? false);
  } catch {
    // Nothing set for the command is a 404; anything else must not open a door.
    return false;
  }
}

/** Another place, named from here or from a private chat: the person's and my permissions are looked up there. */
async function elsewhere(client: Client, chat: Chat, person: string): Promise<AccessAnswer> {
  try {
    const channel = await client.channels.fetch(chat.thread ?? chat.id, { force: true });
    if (channel === null || channel.isDMBased() || !("guild" in channel)) return no("I cannot see that channel.");
    const member = await channel.guild.members.fetch({ user: person, force: true });
    const me = await channel.guild.members.fetchMe();
    const send = channel.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
    const post = [PermissionFlagsBits.ViewChannel, send];
    if (!channel.permissionsFor(me).has(post)) {
      return no("I may not write in that channel. Give me View Channel and Send Messages there first.");
    }
    if (!member.permissions.has(PermissionFlagsBits.ManageGuild)) return no(NEEDS_MANAGE_SERVER);
    if (!channel.permissionsFor(member).has(post)) return no("You may not write in that channel yourself.");
    const parent = channel.isThread() ? channel.parentId : null;
    return { kind: "yes", chat: parent === null ? chat : { ...chat, id: parent, thread: channel.id } };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== "refused") return no("Discord did not answer when I asked who may do that. Please try again.");
    const isStranger = failure.code === 10007 || failure.code === 10013;
    return no(isStranger ? "You are not a member of that server." : "I cannot see that channel.");
  }
}
