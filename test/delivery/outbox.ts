// Digests on their way in a test: a real store, the planner and the courier, messengers that answer as told, and a clock.
import { createCourier } from "../../src/delivery/courier.ts";
import { createLostTopics, type LostTopics } from "../../src/delivery/lost-topics.ts";
import { planDue } from "../../src/delivery/planner.ts";
import { nextSlot } from "../../src/delivery/schedule.ts";
import type { Chat, PlatformName } from "../../src/model/chat.ts";
import { type Digest, NO_FILTERS, type Subscription } from "../../src/model/digest.ts";
import type { Log } from "../../src/model/log.ts";
import type { Messenger, SendOutcome } from "../../src/model/messenger.ts";
import { plainText } from "../../src/model/post.ts";
import type { Store } from "../../src/store/store.ts";
import { SILENT as log } from "../support/log.ts";

export const MORNING = Temporal.Instant.from("2021-11-19T08:00:00Z");
/** When the articles of the test's corpus came in. */
export const IMPORTED = Temporal.Instant.from("2021-11-18T20:00:00Z");
export const here: Chat = { platform: "telegram", id: "-100", thread: null };
export const other: Chat = { platform: "telegram", id: "-300", thread: null };

const DAILY: Digest = {
  name: "daily",
  title: "Daily",
  summary: "A day",
  window: "P2D",
  schedule: { every: "day", at: "08:00", days: [1, 2, 3, 4, 5, 6, 7] },
  sections: [
    { section: "stories", limit: 3, sentences: 2, quotes: 1 },
    { section: "key-quotes", limit: 3 },
  ],
  filters: NO_FILTERS,
  needs: null,
  whenEmpty: "silent",
};

/** A platform as told: the outcomes of its next sends, "sent" when none is left. */
class Scripted implements Messenger {
  readonly sent: { chat: Chat; text: string; nonce: string; silent: boolean }[] = [];
  readonly script: SendOutcome[] = [];
  readonly platform: PlatformName;
  readonly #box: Outbox;
  constructor(platform: PlatformName, box: Outbox) {
    this.platform = platform;
    this.#box = box;
  }
  parts(post: Parameters<Messenger["parts"]>[0]) {
    return [{ blocks: post.blocks.slice(0, 2) }, { blocks: post.blocks.slice(2) }];
  }
  async send(...[chat, part, nonce, how]: Parameters<Messenger["send"]>): Promise<SendOutcome> {
    if (how?.begin !== undefined && !(await how.begin()))
      return { kind: "later", retryAt: this.#box.now.toString(), detail: "taken" };
    const silent = how?.silent === true;
    const outcome = this.script.shift() ?? { kind: "sent", messageId: String(this.sent.length + 1) };
    if (outcome.kind === "sent" || outcome.kind === "in doubt")
      this.sent.push({ chat, text: plainText(part), nonce, silent });
    return outcome;
  }
}

interface Wished {
  readonly at?: string;
  readonly zone?: string;
  /** The first slot is the first after this moment; without it, MORNING. */
  readonly from?: string;
}

export class Outbox {
  readonly store: Store;
  readonly telegram = new Scripted("telegram", this);
  readonly discord = new Scripted("discord", this);
  readonly room: { readonly store: Store; readonly log: Log; readonly lostTopics: LostTopics };
  now = MORNING;

  constructor(store: Store) {
    this.store = store;
    this.room = { store, log, lostTopics: createLostTopics({ store, log }) };
  }

  async subscribe(chat: Chat, { at = "08:00", zone = "UTC", from }: Wished = {}): Promise<Subscription> {
    const schedule = { every: "day", at, days: [1, 2, 3, 4, 5, 6, 7] } as const;
    const nextDue = from === undefined ? MORNING : nextSlot(schedule, zone, Temporal.Instant.from(from));
    const wish = { chat, digest: "daily", schedule, zone, filters: NO_FILTERS, nextDue, createdBy: "telegram:1" };
    const made = await this.store.subscriptions.create(wish, 10);
    if (made.kind !== "created") throw new Error(made.kind);
    return made.subscription;
  }

  async tick(owner = "one"): Promise<void> {
    await planDue({ ...this.room, digests: [DAILY] }, this.now);
    const messengers = [this.telegram, this.discord];
    await createCourier({ ...this.room, messengers, owner, now: () => this.now }).run();
  }

  /** The state of its last delivery, with the reason. */
  async stateOf(subscription: Subscription): Promise<string> {
    const [last] = await this.store.deliveries.ofSubscription(subscription.id, 1);
    return last === undefined ? "none" : `${last.state}${last.reason === null ? "" : `: ${last.reason}`}`;
  }
}
