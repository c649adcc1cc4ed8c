// `/feeds`: where news comes from, for operators: health, add, remove, pause, resume, check, export.
import { showPublished } from "../model/dates.ts";
import type { Block, Inline, Post } from "../model/post.ts";
import type { FoundFeed } from "../newsroom/find-feed.ts";
import type { FeedRow } from "../store/contract/feeds.ts";
import type { Ask, Command } from "./command.ts";
import { wordsOf } from "./given.ts";
import { line, mistake, pageActions, said, typed } from "./reply.ts";
import { showMoment } from "./show-schedule.ts";

export interface FeedRoom {
  findFeed(typed: string, now: Temporal.Instant): Promise<FoundFeed>;
  /** The feeds as an OPML document. */
  exportFeeds(feeds: readonly { readonly url: string; readonly outlet: string }[]): Promise<string>;
}

const PER_PAGE = 10;
const ITEMS_SHOWN = 5;
const NONE_FOLLOWED = line("No feeds are followed. ", typed("/feeds add bbc.com"), " adds one.");
const HELP = "These can be done: add ADDRESS, remove NUMBER, pause NUMBER, resume NUMBER, check ADDRESS, export.";

/** `/feeds` over a room that can fetch. */
export function feedsCommand(room: FeedRoom): Command {
  return {
    name: "feeds",
    summary: "The feeds news comes from: health, add, remove, pause, check",
    arguments: [
      { name: "action", summary: "add bbc.com, remove 3, pause 3, resume 3, check bbc.com, export", kind: "action" },
    ],
    access: "operators",
    keeps: true,
    examples: async () => ["/feeds", "/feeds export"],
    async run(ask) {
      const [action = "", ...rest] = wordsOf(ask, "action").split(/\s+/u).filter(Boolean);
      const value = rest.join(" ");
      switch (action.toLowerCase()) {
        case "":
          return list(ask);
        case "add":
          return add(ask, room, value);
        case "check":
          return check(ask, room, value);
        case "export":
          return exported(ask, room);
        case "remove":
        case "pause":
        case "resume":
          return setState(ask, action.toLowerCase() as "remove" | "pause" | "resume", value);
        default:
          return mistake(HELP);
      }
    },
  };
}

async function list({ store, request, zone }: Ask): Promise<Post> {
  const feeds = await store.feeds.list();
  if (feeds.length === 0) return NONE_FOLLOWED;
  const shown = feeds.slice((request.page - 1) * PER_PAGE, request.page * PER_PAGE);
  const blocks = shown.flatMap((feed): Block[] => [
    {
      kind: "paragraph",
      spans: [
        { text: `#${feed.id} `, style: "bold" },
        said(`${feed.outlet ?? "outlet by host"} · `),
        { text: feed.url, is: "stored" },
      ],
    },
    { kind: "source", spans: [said(healthOf(feed, zone))] },
  ]);
  return {
    blocks: [{ kind: "heading", spans: [said(`Feeds, ${feeds.length} in all`)] }, ...blocks],
    actions: [pageActions("feeds", "", request.page, feeds.length > request.page * PER_PAGE)].filter(
      (row) => row.length > 0,
    ),
    quiet: true,
  };
}

function healthOf(feed: FeedRow, zone: string): string {
  const parts = [
    feed.state === "paused" ? "paused" : null,
    feed.lastFetched === null ? "never fetched" : `fetched ${showMoment(feed.lastFetched, zone)}`,
    feed.lastNew === null ? "nothing new yet" : `new ${showMoment(feed.lastNew, zone)}`,
    items(feed.items),
    feed.lastError === null ? null : `${failures(feed.errors)}: ${feed.lastError}`,
    feed.state === "active" ? `next ${showMoment(feed.nextPoll, zone)}` : null,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

function failures(errors: number): string {
  return errors === 1 ? "failed once" : `failed ${errors} times in a row`;
}

function items(many: number): string {
  return many === 1 ? "1 item" : `${many} items`;
}

async function add({ store, now }: Ask, room: FeedRoom, address: string): Promise<Post> {
  if (address === "") return mistake("Say which: ", typed("/feeds add bbc.com"), ".");
  const found = await room.findFeed(address, now);
  if (found.kind === "none") return mistake(found.why);
  const feed = await store.feeds.add(found.url, null, now);
  return line(`Followed as #${feed.id}, with ${items(found.feed.listed)} at the moment: `, {
    text: found.url,
    is: "stored",
  });
}

async function check({ now }: Ask, room: FeedRoom, address: string): Promise<Post> {
  if (address === "") return mistake("Say which: ", typed("/feeds check bbc.com"), ".");
  const found = await room.findFeed(address, now);
  if (found.kind === "none") return mistake(found.why);
  const shown = found.feed.items
    .slice(0, ITEMS_SHOWN)
    .map((item): Inline[] => [
      { text: item.title ?? "no title", is: "headline", ...(item.url === null ? {} : { href: item.url }) },
      said(` · ${showPublished(item.published)}`),
    ]);
  return {
    blocks: [
      { kind: "paragraph", spans: [said(`${items(found.feed.listed)} at `), { text: found.url, is: "stored" }] },
      { kind: "list", items: shown },
      { kind: "paragraph", spans: [said("Nothing was kept.")] },
    ],
    quiet: true,
  };
}

async function setState({ store, now }: Ask, action: "remove" | "pause" | "resume", value: string): Promise<Post> {
  const id = Number(/^#?(\d{1,9})$/.exec(value)?.[1] ?? Number.NaN);
  const feed = Number.isNaN(id) ? null : await store.feeds.byId(id);
  if (feed === null) return mistake("There is no feed of that number. ", typed("/feeds"), " lists them.");
  const state = action === "remove" ? "removed" : action === "pause" ? "paused" : "active";
  await store.feeds.setState(id, state, now);
  return line(`#${id} is ${state}: `, { text: feed.url, is: "stored" });
}

async function exported({ store }: Ask, room: FeedRoom): Promise<Post> {
  const feeds = await store.feeds.list();
  if (feeds.length === 0) return NONE_FOLLOWED;
  const opml = await room.exportFeeds(feeds.map(({ url, outlet }) => ({ url, outlet: outlet ?? url })));
  return { blocks: [{ kind: "paragraph", spans: [{ text: opml, is: "stored", style: "code" }] }], quiet: true };
}
