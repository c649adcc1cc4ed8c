// Tells a place, once, that a topic its digests went to is gone: in its main chat, which the digests never spill into.
import type { Chat } from "../model/chat.ts";
import type { Log } from "../model/log.ts";
import type { Messenger } from "../model/messenger.ts";
import type { Post } from "../model/post.ts";
import type { Store } from "../store/store.ts";

export interface LostTopics {
  /** Notes that digests bound for this topic were paused because it is gone. */
  note(topic: Chat): void;
  /** The topic is open again: if it goes once more, that is told once more. */
  found(topic: Chat): Promise<void>;
  /** Tells of those noted. What a platform puts off stays noted for the next time. */
  tell(messengers: readonly Messenger[], now: Temporal.Instant): Promise<void>;
}

/** Notes are kept in memory: one lost in a crash is no harm, since `/subscriptions` shows the pause. */
export function createLostTopics({ store, log }: { readonly store: Store; readonly log: Log }): LostTopics {
  const noted = new Map<string, Chat>();

  const tellOne = async (topic: Chat, messenger: Messenger, now: Temporal.Instant): Promise<"done" | "later"> => {
    const main: Chat = { ...topic, thread: null };
    if (!(await store.chats.once(main, keyOf(topic), now))) return "done";
    const [part] = messenger.parts(NOTICE);
    const outcome = await messenger.send(main, part!, `or-topic-${topic.thread}`.slice(0, 25));
    if (outcome.kind === "later") {
      await store.chats.forget(main, keyOf(topic));
      return "later";
    }
    log.info({ platform: topic.platform, outcome: outcome.kind }, "a place was told of a topic that is gone");
    return "done";
  };

  return {
    note(topic) {
      if (topic.thread !== null) noted.set(`${topic.platform}:${topic.id}:${topic.thread}`, topic);
    },
    async found(topic) {
      await store.chats.forget({ ...topic, thread: null }, keyOf(topic));
    },
    async tell(messengers, now) {
      for (const [key, topic] of noted) {
        const messenger = messengers.find(({ platform }) => platform === topic.platform);
        if (messenger === undefined || (await tellOne(topic, messenger, now)) === "done") noted.delete(key);
      }
    },
  };
}

function keyOf({ thread }: Chat): string {
  return `topic gone ${thread}`;
}

const NOTICE: Post = {
  blocks: [
    {
      kind: "paragraph",
      spans: [
        {
          text: "A topic that digests were posted to is closed or deleted, so those digests are paused; they go nowhere else. ",
        },
        { text: "/subscriptions", is: "command" },
        { text: " lists them, to resume or remove." },
      ],
    },
  ],
};
