// Who is in which chat with what rights, and which chats have a public name.
import type { Chat, ChatMember } from "grammy/types";
import { type Refusal, refused } from "./faults.ts";
import type { Params } from "./messages.ts";
import { CHANNEL } from "./world.ts";

const PUBLIC = [CHANNEL];

const NO_GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

export class People {
  readonly #members = new Map<string, ChatMember>();

  set(chat: Chat, member: ChatMember): void {
    this.#members.set(`${chat.id} ${member.user.id}`, member);
  }

  /** Takes getChatMember. A chat of which nobody is a known member is not known at all. */
  memberOf(params: Params): ChatMember | Refusal {
    const chat = String(params.chat_id);
    const member = this.#members.get(`${chat} ${String(params.user_id)}`);
    if (member !== undefined) return member;
    const isKnown = [...this.#members.keys()].some((key) => key.startsWith(`${chat} `));
    return refused(400, isKnown ? "Bad Request: user not found" : "Bad Request: chat not found");
  }

  /** Takes getChat, by name. */
  chatOf(params: Params): object | Refusal {
    const chat = PUBLIC.find(({ username }) => `@${username}` === params.chat_id);
    if (chat === undefined) return refused(400, "Bad Request: chat not found");
    return { ...chat, accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: NO_GIFTS };
  }
}
