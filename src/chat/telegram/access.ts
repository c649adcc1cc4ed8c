// Who may administer a place on Telegram: asked of Telegram afresh at every command, button and deep link.
import type { ChatMember, UserFromGetMe } from "grammy/types";
import type { Access, AccessAnswer, Chat } from "../../model/chat.ts";
import { type Calls, chatIdOf } from "./calls.ts";
import type { Failure } from "./failure.ts";
import type { Who } from "./incoming.ts";

const YES: AccessAnswer = { kind: "yes" };
const no = (reason: string): AccessAnswer => ({ kind: "no", reason });

export interface AccessParts {
  readonly calls: Calls;
  readonly me: UserFromGetMe;
  readonly who: Who;
  readonly here: Chat;
  readonly isPrivate: boolean;
  readonly isOperator: boolean;
}

export function accessOf({ calls, me, who, here, isPrivate, isOperator }: AccessParts): Access {
  const memberOf = (chat: Chat, user: number) => calls.ask(() => calls.api.getChatMember(chatIdOf(chat), user));

  const person = async (chat: Chat): Promise<AccessAnswer> => {
    if (who.anonymousIn !== null && who.anonymousIn === chat.id) return YES;
    if (who.userId === null) return no("Write from your own account, so that I can see whether you may do that.");
    const member = await memberOf(chat, who.userId);
    return member.kind === "ok" ? mayManage(member.result) : unanswered(member);
  };

  const bot = async (chat: Chat): Promise<AccessAnswer> => {
    const member = await memberOf(chat, me.id);
    return member.kind === "ok" ? mayPost(member.result) : unanswered(member);
  };

  /** The chat behind a public name, which may change, under its id, which does not. */
  const named = async (chat: Chat): Promise<Chat | Failure> => {
    const found = await calls.ask(() => calls.api.getChat(chat.id));
    return found.kind === "ok" ? { ...chat, id: String(found.result.id) } : found;
  };

  return {
    isOperator,
    async mayAdminister(asked = here) {
      if (asked.platform !== "telegram") return no("That place is on another platform: ask there.");
      if ((isPrivate && asked.id === here.id) || asked.id === String(who.userId)) return YES;
      const chat = asked.id.startsWith("@") ? await named(asked) : asked;
      if ("kind" in chat) return unanswered(chat);
      if (!chat.id.startsWith("-")) return no("That is not a group or channel I know: write its @name, or ask there.");
      const answer = await person(chat);
      const both = answer.kind === "yes" ? await bot(chat) : answer;
      return both.kind === "yes" && chat !== asked ? { kind: "yes", chat } : both;
    },
  };
}

function mayManage(member: ChatMember): AccessAnswer {
  if (member.status === "creator") return YES;
  if (member.status !== "administrator") return no("Only administrators of that place may do this.");
  // Told of channels only.
  return member.can_post_messages === false ? no("You may not post in that channel yourself.") : YES;
}

function mayPost(member: ChatMember): AccessAnswer {
  switch (member.status) {
    case "creator":
    case "member":
      return YES;
    case "administrator":
      return member.can_post_messages === false
        ? no("I may not post in that channel: give me the right to post messages, then try again.")
        : YES;
    case "restricted":
      return member.is_member && member.can_send_messages
        ? YES
        : no("I may not write there: let me send messages, then try again.");
    default:
      return no("I am not in that place: add me, then try again.");
  }
}

function unanswered(failure: Failure): AccessAnswer {
  if (failure.kind !== "refused") return no("Telegram did not say who may do that. Please try again in a moment.");
  return /user not found|PARTICIPANT_ID_INVALID|USER_ID_INVALID/i.test(failure.detail)
    ? no("Only administrators of that place may do this.")
    : no("I cannot see that place: add me there (to a channel as an administrator), then try again.");
}
