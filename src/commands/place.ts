// The place a subscription is for: this chat, or another one that is named and that the person may administer.
import type { Chat, Request } from "../model/chat.ts";
import type { Post } from "../model/post.ts";
import { mistake } from "./reply.ts";

/** The chat meant, or a Post that says why not. Asked of the platform afresh at every command and button. */
export async function choosePlace(request: Request, place: string | null): Promise<Chat | Post> {
  if (place !== null && request.chat.platform === "terminal") return mistake("A terminal has no other places.");
  const wanted = place === null ? request.chat : named(request.chat, place);
  const answer = await request.access.mayAdminister(wanted);
  return answer.kind === "yes" ? (answer.chat ?? wanted) : mistake(answer.reason);
}

/** "@channel", an id, or what Discord writes for a channel: <#123>. */
function named(here: Chat, place: string): Chat {
  const mention = /^<#(\d+)>$/.exec(place);
  return { platform: here.platform, id: mention?.[1] ?? place, thread: null };
}
