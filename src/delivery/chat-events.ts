// What a platform tells of a chat: kicked, let back, moved, topic gone. Nothing is deleted: what was paused can resume.
import type { Chat } from "../model/chat.ts";
import type { ChatEvent } from "../model/event.ts";
import type { Log } from "../model/log.ts";
import type { Store } from "../store/store.ts";
import type { LostTopics } from "./lost-topics.ts";

export interface EventRoom {
  readonly store: Store;
  readonly lostTopics: LostTopics;
  readonly log: Log;
}

/** Applies one event to the subscriptions of its chat. */
export async function takeChatEvent(room: EventRoom, event: ChatEvent, now: Temporal.Instant): Promise<void> {
  const { store, lostTopics, log } = room;
  switch (event.kind) {
    case "gone": {
      const { chat, reason } = event;
      await store.chats.setState(chat, { kind: "gone", reason, since: now.toString() });
      const paused = await store.subscriptions.pause(chat, reason, "platform", reachOf(chat));
      return log.info({ platform: chat.platform, paused: paused.length, reason }, "a chat is gone");
    }
    case "back": {
      await store.chats.setState(event.chat, { kind: "reachable" });
      if (event.chat.thread !== null) await lostTopics.found(event.chat);
      const resumed = await store.subscriptions.resume(event.chat, reachOf(event.chat));
      return log.info({ platform: event.chat.platform, resumed: resumed.length }, "a chat let the bot back in");
    }
    case "moved":
      await store.chats.moved(event.from, event.to);
      return log.info({ platform: event.from.platform }, "a chat has a new id");
    case "topic gone": {
      const paused = await store.subscriptions.pause(event.chat, "its topic is closed or deleted", "platform", "chat");
      if (paused.length > 0) lostTopics.note(event.chat);
      return log.info({ platform: event.chat.platform, paused: paused.length }, "a topic is gone");
    }
  }
}

/** What happens to a topic says nothing of its neighbours. */
function reachOf({ thread }: Chat): "place" | "chat" {
  return thread === null ? "place" : "chat";
}
