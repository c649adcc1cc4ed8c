// What an update asks: from whom, where, which command.
import type { CallbackQuery, Message, User, UserFromGetMe } from "grammy/types";
import type { Chat, Person } from "../../model/chat.ts";

/** Who speaks, as far as Telegram tells. */
export interface Who {
  readonly person: Person;
  /** The account to ask rights for; null when somebody speaks in the name of a chat. */
  readonly userId: number | null;
  /** The group that an anonymous administrator speaks for. */
  readonly anonymousIn: string | null;
}

export interface Asked {
  readonly name: string;
  readonly arguments: string;
}

/** The place of a message; a topic only where the chat is a forum (replies make threads in other groups, too). */
export function chatOf(message: Pick<Message, "chat" | "is_topic_message" | "message_thread_id">): Chat {
  const thread = message.is_topic_message === true ? (message.message_thread_id ?? null) : null;
  return { platform: "telegram", id: String(message.chat.id), thread: thread === null ? null : String(thread) };
}

/** Who wrote a message; null for bots and for what a channel posts into its discussion group by itself. */
export function writerOf(message: Message): Who | null {
  const { from, sender_chat: sender } = message;
  if (message.is_automatic_forward === true) return null;
  if (sender !== undefined) {
    const name = "title" in sender ? (sender.title ?? "") : "";
    const person: Person = { platform: "telegram", id: String(sender.id), name };
    return { person, userId: null, anonymousIn: sender.id === message.chat.id ? String(sender.id) : null };
  }
  return from === undefined || from.is_bot ? null : userOf(from);
}

export function presserOf(query: CallbackQuery): Who {
  return userOf(query.from);
}

function userOf(user: User): Who {
  const name = [user.first_name, user.last_name].filter(Boolean).join(" ");
  return { person: { platform: "telegram", id: String(user.id), name }, userId: user.id, anonymousIn: null };
}

/**
 * The command in a message: "/quote putin", "/quote@bot putin", arguments over several lines. In a group only what is
 * addressed to this bot, by name or by being one of `names`. In a private chat a bare link asks for its summary and
 * bare words are searched for, where there are such commands. Null when nothing is asked.
 */
export function askedIn(message: Message, me: UserFromGetMe, names: ReadonlySet<string>): Asked | null {
  const text = message.text?.trim() ?? "";
  if (text === "" || message.via_bot?.id === me.id) return null;
  const isPrivate = message.chat.type === "private";
  const [, name, bot, rest = ""] = /^\/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]+))?(?:\s+([\s\S]*))?$/.exec(text) ?? [];
  if (name !== undefined) {
    const known = names.has(name.toLowerCase());
    const addressed = bot === undefined ? isPrivate || known : bot.toLowerCase() === me.username.toLowerCase();
    return addressed ? { name: name.toLowerCase(), arguments: rest.trim() } : null;
  }
  if (!isPrivate) return null;
  if (text.startsWith("/")) return { name: "help", arguments: "" };
  const plain = /^https?:\/\/\S+$/i.test(text) ? "summary" : "search";
  return names.has(plain) ? { name: plain, arguments: text } : { name: "help", arguments: "" };
}
