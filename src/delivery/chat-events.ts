// What a platform tells of a chat: kicked, let back, moved, topic gone. Nothing is deleted: what was paused can resume.
import type { ChatEvent } from "../model/event.ts";
import type { Log } from "../model/log.ts";
import type { Store } from "../store/store.ts";

/** Applies one event to the subscriptions of its chat. */
export async function takeChatEvent(store: Store, event: ChatEvent, now: Temporal.Instant, log: Log): Promise<void> {
  switch (event.kind) {
    case "gone": {
      await store.chats.setState(event.chat, { kind: "gone", reason: event.reason, since: now.toString() });
      const paused = await store.subscriptions.pause(event.chat, event.reason, "platform", "place");
      return log.info({ platform: event.chat.platform, paused: paused.length, reason: event.reason }, "a chat is gone");
    }
    case "back": {
      await store.chats.setState(event.chat, { kind: "reachable" });
      const resumed = await store.subscriptions.resume(event.chat, "place");
      return log.info({ platform: event.chat.platform, resumed: resumed.length }, "a chat let the bot back in");
    }
    case "moved":
      await store.chats.moved(event.from, event.to);
      return log.info({ platform: event.from.platform }, "a chat has a new id");
    case "topic gone":
      await store.subscriptions.pause(event.chat, "its topic was deleted", "platform", "chat");
      return log.info({ platform: event.chat.platform }, "a topic is gone");
  }
}
