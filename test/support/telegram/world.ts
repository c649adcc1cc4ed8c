// The chats and people of the fake Telegram, and the updates that happen among them.
import type { Chat, ChatMember, ChatMemberAdministrator, Message, Update, User } from "grammy/types";

export const BOT: User & { username: string } = {
  id: 4242,
  is_bot: true,
  first_name: "OnRecord",
  username: "onrecord_bot",
};
export const ANONYMOUS: User = { id: 1087968824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };

/** People of the tests, by their part. */
export const READER: User = { id: 501, is_bot: false, first_name: "A", last_name: "Reader", language_code: "en" };
export const EDITOR: User = { id: 502, is_bot: false, first_name: "An", last_name: "Editor" };
export const OWNER: User = { id: 503, is_bot: false, first_name: "The", last_name: "Owner" };

export function privateChat(user: User): Chat.PrivateChat {
  return { id: user.id, type: "private", first_name: user.first_name };
}

export const GROUP: Chat.SupergroupChat = { id: -1001000000001, type: "supergroup", title: "A group" };
export const FORUM: Chat.SupergroupChat = { id: -1001000000002, type: "supergroup", title: "A forum", is_forum: true };
export const OLD_GROUP: Chat.GroupChat = { id: -2000003, type: "group", title: "A small group" };
export const CHANNEL: Chat.ChannelChat = {
  id: -1001000000004,
  type: "channel",
  title: "A channel",
  username: "a_channel",
};

const RIGHTS = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_manage_direct_messages: false,
  can_manage_tags: false,
  can_send_welcome_messages: false,
} as const;

export function administrator(user: User, rights: Partial<ChatMemberAdministrator> = {}): ChatMember {
  return { status: "administrator", user, ...RIGHTS, ...rights } as ChatMember;
}

export function member(user: User): ChatMember {
  return { status: "member", user };
}

export function owner(user: User): ChatMember {
  return { status: "creator", user, is_anonymous: false };
}

export function left(user: User): ChatMember {
  return { status: "left", user };
}

export function banned(user: User): ChatMember {
  return { status: "kicked", user, until_date: 0 };
}

/** The time as Telegram writes it. */
export function seconds(): number {
  return Math.floor(Date.now() / 1_000);
}

export interface Saying {
  readonly thread?: number;
  /** The chat in whose name it is said. */
  readonly sender?: Chat;
  readonly extra?: Partial<Message>;
}

/** A message as it comes to a bot. */
export function messageOf(
  id: number,
  date: number,
  chat: Chat,
  from: User,
  text: string,
  saying: Saying = {},
): Message {
  const command = /^\/\w+(?:@\w+)?/.exec(text)?.[0];
  return {
    message_id: id,
    date,
    chat,
    from,
    text,
    ...(command === undefined ? {} : { entities: [{ type: "bot_command", offset: 0, length: command.length }] }),
    ...(saying.thread === undefined ? {} : { message_thread_id: saying.thread, is_topic_message: true }),
    ...(saying.sender === undefined ? {} : { sender_chat: saying.sender }),
    ...saying.extra,
  } as Message;
}

export type Happening = Omit<Update, "update_id">;

export function membership(chat: Chat, from: User, before: ChatMember, after: ChatMember, date: number): Happening {
  return { my_chat_member: { chat, from, date, old_chat_member: before, new_chat_member: after } } as Happening;
}
