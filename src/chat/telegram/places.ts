// What Telegram tells of a chat: let in or put out, upgraded, a topic closed or open again.
import type { ChatMember, Message, Update } from "grammy/types";
import type { Chat } from "../../model/chat.ts";
import type { ChatEvent } from "../../model/event.ts";
import { chatOf } from "./incoming.ts";

/** The event in an update; null when there is none. */
export function eventIn(update: Update): ChatEvent | null {
  if (update.my_chat_member !== undefined) {
    const { chat, old_chat_member: before, new_chat_member: after } = update.my_chat_member;
    const place: Chat = { platform: "telegram", id: String(chat.id), thread: null };
    const reason = unreachable(after, chat.type);
    if (reason !== null) return { kind: "gone", chat: place, reason };
    return unreachable(before, chat.type) === null ? null : { kind: "back", chat: place };
  }
  return update.message === undefined ? null : eventInMessage(update.message);
}

function eventInMessage(message: Message): ChatEvent | null {
  const chat = chatOf(message);
  const whole: Chat = { ...chat, thread: null };
  if (message.migrate_to_chat_id !== undefined) {
    return { kind: "moved", from: whole, to: { ...whole, id: String(message.migrate_to_chat_id) } };
  }
  if (message.migrate_from_chat_id !== undefined) {
    return { kind: "moved", from: { ...whole, id: String(message.migrate_from_chat_id) }, to: whole };
  }
  if (chat.thread === null) return null;
  if (message.forum_topic_closed !== undefined) return { kind: "topic gone", chat };
  if (message.forum_topic_reopened !== undefined) return { kind: "back", chat };
  return null;
}

/** Why this membership leaves no way to post; null when there is one. */
function unreachable(member: ChatMember, chat: string): string | null {
  switch (member.status) {
    case "left":
      return "the bot left or was removed";
    case "kicked":
      return chat === "private" ? "the bot was blocked" : "the bot was kicked";
    case "restricted":
      return member.is_member && member.can_send_messages ? null : "the bot may not write there";
    case "administrator":
      return chat === "channel" && member.can_post_messages === false ? "the bot may not post in the channel" : null;
    default:
      return null;
  }
}
