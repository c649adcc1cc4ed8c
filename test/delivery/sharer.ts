// One of several processes that share a store's deliveries: plans and sends into a file, a line a message.
// Started by sharing.ts with everything it needs in SHARE (JSON).
import { appendFileSync } from "node:fs";
import { createCourier } from "../../src/delivery/courier.ts";
import { createLostTopics } from "../../src/delivery/lost-topics.ts";
import { planDue } from "../../src/delivery/planner.ts";
import type { Digest } from "../../src/model/digest.ts";
import type { Log } from "../../src/model/log.ts";
import type { Messenger } from "../../src/model/messenger.ts";
import { openStore } from "../../src/store/open.ts";
import { silentLog } from "../support/log.ts";

export interface ShareOrders {
  readonly database: string;
  readonly out: string;
  readonly owner: string;
  readonly digest: Digest;
  readonly now: string;
}

const orders: ShareOrders = JSON.parse(process.env.SHARE ?? "{}");
const log: Log = { ...silentLog, warn: console.error, error: console.error };
const messenger: Messenger = {
  platform: "telegram",
  parts: (post) => [{ blocks: post.blocks.slice(0, 1) }, { blocks: post.blocks.slice(1) }],
  async send(chat, _part, nonce, how) {
    if (how?.begin !== undefined && !(await how.begin()))
      return { kind: "later", retryAt: orders.now, detail: "somebody else sends it" };
    appendFileSync(orders.out, `${orders.owner} ${chat.id} ${nonce}\n`);
    return { kind: "sent", messageId: nonce };
  },
};

const store = await openStore(orders.database);
// The lease runs on this clock: a slow machine must not look like a dead process.
const began = Date.now();
const now = (): Temporal.Instant => Temporal.Instant.from(orders.now).add({ milliseconds: Date.now() - began });
process.stdout.write("up\n");
await new Promise((resolve) => process.stdin.once("data", resolve));
await planDue({ store, digests: [orders.digest], log }, now());
const lostTopics = createLostTopics({ store, log });
await createCourier({ store, messengers: [messenger], lostTopics, log, owner: orders.owner, now }).run();
await store.close();
process.exit(0);
