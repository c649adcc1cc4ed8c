// The bot as a process that follows feeds: the program's own parts on a clock that its parent sets, hour by hour.
// Started by feeds.ts with a file of orders (JSON); a message {now} begins a round, {round} tells it is over.
import { readFileSync } from "node:fs";
import { startBot } from "../../src/app/bot.ts";
import { openNewsroom } from "../../src/app/newsroom.ts";
import { allCommands } from "../../src/commands/all.ts";
import { createCompleter } from "../../src/commands/completion.ts";
import { createFrontDesk } from "../../src/commands/front-desk.ts";
import { createLog } from "../../src/log.ts";
import { loadAnnotator } from "../../src/newsroom/annotator.ts";
import { findFeed } from "../../src/newsroom/find-feed.ts";
import { takeLink } from "../../src/newsroom/link.ts";
import { createPoller } from "../../src/newsroom/poll.ts";
import { environmentFrom } from "../../src/settings/environment.ts";
import { writeFeedList } from "../../src/sources/feed-list.ts";
import { openStore } from "../../src/store/open.ts";

/** What the parent orders. */
export interface FeedOrders {
  readonly database: string;
  readonly variables: Record<string, string>;
  readonly feeds: readonly string[];
  readonly from: string;
  readonly spacingMs: number;
  readonly timeoutMs: number;
}

/** What it tells after each round. Bytes. */
export interface FeedRound {
  readonly round: string;
  readonly articles: number;
  readonly resident: number;
  readonly peak: number;
}

const orders: FeedOrders = JSON.parse(readFileSync(process.argv[2]!, "utf8"));
let now = Temporal.Instant.from(orders.from);

const stopping = new AbortController();
const environment = environmentFrom(orders.variables, "the soak");
const log = createLog({ level: "error", secrets: [] });
const store = await openStore(orders.database);
const annotator = loadAnnotator([]);
const room = await openNewsroom({
  store,
  annotator,
  outlets: [],
  allowedHosts: environment.allowedHosts,
  fetching: {
    spacingMs: orders.spacingMs,
    timeoutMs: orders.timeoutMs,
    // Every name of this web is loopback: those that nobody opened are refused for it.
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
  },
});
const commands = allCommands({
  digests: [],
  speakers: [],
  takeLink: (url, chat, at) => takeLink(room, url, chat, at),
  feedRoom: {
    findFeed: (typed, at) => findFeed(room, typed, at),
    exportFeeds: async (feeds) => writeFeedList(feeds, "OnRecord"),
  },
});
const desk = createFrontDesk({
  commands,
  corpus: async () => ({ store, isSample: false, own: store }),
  complete: createCompleter([], () => commands),
  log,
});
await store.feeds.sync(
  orders.feeds.map((url) => ({ url, outlet: null })),
  now,
);
const bot = await startBot({ environment, digests: [], store, desk, log, now: () => now, signal: stopping.signal });
const poller = createPoller({ room, log, owner: "soak", now: () => now });

process.on("message", async (order: { readonly now: string } | "stop") => {
  if (order === "stop") return void (await stop());
  now = Temporal.Instant.from(order.now);
  const articles = await poller.run();
  const round: FeedRound = {
    round: order.now,
    articles,
    resident: process.memoryUsage().rss,
    peak: process.resourceUsage().maxRSS * 1024,
  };
  process.send?.(round);
});
process.send?.("up");

async function stop(): Promise<void> {
  stopping.abort();
  await poller.stop();
  await bot.done;
  await Promise.all([room.fetcher.close(), room.reader.close()]);
  await store.close();
  process.disconnect?.();
}
