// A week of news from a web of feeds that behave, move, vanish, re-date, lie and attack.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFeed } from "../../src/newsroom/find-feed.ts";
import { takeLink } from "../../src/newsroom/link.ts";
import { createPoller } from "../../src/newsroom/poll.ts";
import type { Store } from "../../src/store/store.ts";
import { silentLog as log } from "../support/log.ts";
import { newsroomOn, type TestNewsroom } from "../support/newsroom.ts";
import { type Answer, type Site, startWeb, type Web } from "../support/web.ts";

const MONDAY = Temporal.Instant.from("2021-11-15T00:00:00Z");
const PAPERS = 12;

let now = MONDAY;
let web: Web;
let store: Store;
let room: TestNewsroom;

const dayOf = (moment: Temporal.Instant): number => Math.floor(moment.since(MONDAY).total("hours") / 24);
const rfc822 = (day: number): string => new Date(MONDAY.epochMilliseconds + (day * 24 + 6) * 3_600_000).toUTCString();

function item(host: string, day: number, dated = rfc822(day)): string {
  return `<item><title>${host} on day ${day}</title><link>${web.url(host, `/news/${day}`)}</link><guid>${host}-${day}</guid><pubDate>${dated}</pubDate></item>`;
}

function feedOf(host: string, options: { redated?: boolean } = {}): string {
  const items = Array.from({ length: dayOf(now) + 1 }, (_, day) =>
    item(host, day, options.redated === true ? new Date(now.epochMilliseconds).toUTCString() : rfc822(day)),
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title><link>http://${host}/</link>${items.reverse().join("")}</channel></rss>`;
}

function article(host: string, day: number): string {
  const words = Array.from({ length: 60 }, (_, at) => `${host.split(".")[0]}${day}word${at}`).join(" ");
  return `<!doctype html><html><head><title>${host} on day ${day}</title><meta property="article:published_time" content="${new Date(MONDAY.epochMilliseconds + day * 86_400_000 + 6 * 3_600_000).toISOString()}"></head><body><article><h1>${host} on day ${day}</h1><p>The council met again and went through a long list of matters, among them ${words}.</p><p>“The matter of day ${day} is settled for ${host}, and it will stay settled,” said Chancellor Olaf Scholz.</p></article></body></html>`;
}

const html = (body: string): Answer => ({ headers: { "content-type": "text/html; charset=utf-8" }, body });
const rss = (body: string | Uint8Array, type = "application/rss+xml"): Answer => ({
  headers: { "content-type": type },
  body,
});

function paper(host: string): Site {
  return (path) => {
    const day = /^\/news\/(\d+)/.exec(path);
    if (day !== null) return html(article(host, Number(day[1])));
    if (path === "/feed") return rss(feedOf(host));
    if (path === "/")
      return html(
        `<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>Welcome</body></html>`,
      );
    return { status: 404 };
  };
}

const sites: Record<string, Site> = {
  ...Object.fromEntries(Array.from({ length: PAPERS }, (_, at) => [`paper${at}.example`, paper(`paper${at}.example`)])),
  "moved.example": (path) =>
    path === "/feed" ? { status: 301, headers: { location: web.url("paper0.example", "/feed") } } : { status: 404 },
  "gone.example": () => ({ status: 410 }),
  "slow.example": () => ({ status: 503, headers: { "retry-after": "7200" } }),
  "redates.example": (path) =>
    path === "/feed"
      ? rss(feedOf("redates.example", { redated: true }))
      : paper("redates.example")(path, undefined as never),
  "cyrillic.example": (path) =>
    path === "/feed"
      ? rss(
          Buffer.concat([
            Buffer.from(
              `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>x</title><item><link>${web.url("cyrillic.example", "/news/0")}</link><title>`,
            ),
            Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]),
            Buffer.from("</title></item></channel></rss>"),
          ]),
        )
      : html(
          article("cyrillic.example", 0)
            .replace(/<title>.*?<\/title>/, "")
            .replace(/<h1>.*?<\/h1>/, ""),
        ),
  "traitor.example": () => ({ status: 302, headers: { location: "http://169.254.169.254/latest/meta-data" } }),
  "bomb.example": () =>
    rss(
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${"&a;".repeat(500)}"><!ENTITY c "${"&b;".repeat(500)}">]><rss version="2.0"><channel><title>&c;</title></channel></rss>`,
    ),
  "broken.example": () => rss("<rss><channel><item><title>no end"),
  "stranger.example": paper("stranger.example"),
  "guest.example": paper("guest.example"),
  "wire.example": (path) =>
    path === "/feed"
      ? rss(
          `<rss version="2.0"><channel><title>w</title>${item("wire.example", 0)}${item("guest.example", 0)}</channel></rss>`,
        )
      : paper("wire.example")(path, undefined as never),
};

beforeAll(async () => {
  web = await startWeb(sites);
  const hosts = Object.keys(sites);
  const outlets = Array.from({ length: PAPERS }, (_, at) => ({
    name: `Paper ${at}`,
    hosts: [`paper${at}.example`],
    aliases: [],
    signs: [],
  }));
  room = await newsroomOn(web, hosts, outlets);
  store = room.store;
  const followed = hosts.filter((host) => host !== "stranger.example" && host !== "guest.example");
  await store.feeds.sync(
    followed.map((host) => ({ url: web.url(host, "/feed"), outlet: host === "wire.example" ? "The Wire" : null })),
    now,
  );
  for (now = MONDAY.add({ hours: 8 }); dayOf(now) < 7; now = now.add({ hours: 4 })) {
    const poller = createPoller({ room, log, owner: "test", now: () => now, random: () => 0.5 });
    await poller.run();
    await poller.stop();
  }
}, 120_000);

afterAll(() => room.close());

describe("a week of feeds", () => {
  it("brings each article once, on its own day, under the outlet of its host", async () => {
    const outlets = await store.articles.outlets();
    const papers = outlets.filter(({ outlet }) => outlet.startsWith("Paper "));
    expect(papers).toHaveLength(PAPERS);
    for (const { outlet, articles } of papers) expect(articles, outlet).toBe(7);
    const { items } = await store.articles.latest(null, { offset: 0, limit: 500 });
    for (const { title, published } of items.filter(({ outlet }) => outlet?.startsWith("Paper ")))
      expect(published.value?.slice(0, 10), title ?? "").toBe(
        MONDAY.add({ hours: 24 * Number(/day (\d)/.exec(title ?? "")?.[1]) })
          .toString()
          .slice(0, 10),
      );
  });

  it("asks each host for one thing at a time, and for each article once", () => {
    expect(web.mostAtOnce()).toBe(1);
    // A feed of one item that dates it anew is taken at its word: that page is asked for once a change.
    const pages = web.asked.filter((address) => address.includes("/news/") && !address.startsWith("redates."));
    // The feed that moved is a second feed until its new address turns out to be held: one page is read by both.
    expect(pages.length - new Set(pages).size).toBeLessThanOrEqual(1);
  });

  it("announces nothing anew when a feed dates everything anew", async () => {
    const { items } = await store.articles.search("redates", null, { offset: 0, limit: 100 });
    expect(items.length).toBe(7);
  });

  it("keeps to a feed's new address, stops at one that is gone, and waits where it is told to", async () => {
    const feeds = await store.feeds.list();
    const of = (host: string) => feeds.find(({ url }) => url.includes(`//${host}:`));
    expect(of("moved.example")).toBeUndefined();
    expect(of("gone.example")?.state).toBe("paused");
    const slow = web.asked.filter((address) => address.startsWith("slow.example"));
    expect(slow.length).toBeLessThan(45);
    expect(of("broken.example")?.items).toBe(0);
    expect(of("bomb.example")?.items).toBe(0);
  });

  it("gives a feed's outlet what is on its own domain, and nobody else's pages", async () => {
    const outletOf = async (host: string) => (await store.articles.byUrl(web.url(host, "/news/0"), null))?.outlet;
    expect(await outletOf("wire.example")).toBe("The Wire");
    expect(await outletOf("guest.example")).toBe("guest.example");
  });

  it("reads old encodings", async () => {
    expect((await store.articles.byTitleWords("Москва", null, { offset: 0, limit: 5 })).items).toHaveLength(1);
  });

  it("never follows anybody to a private address", async () => {
    const feeds = await store.feeds.list();
    expect(feeds.find(({ url }) => url.includes("traitor"))?.lastError).toContain("private network");
  });
});

describe("a link somebody sent", () => {
  it("on a host nobody named serves that chat alone", async () => {
    const taken = await takeLink(room, web.url("stranger.example", "/news/3"), "telegram:7", now);
    expect(taken.kind).toBe("article");
    const words = { words: "stranger", offset: 0, limit: 5 };
    expect((await store.quotes.find({ viewer: "telegram:7", ...words })).items).toHaveLength(1);
    expect((await store.quotes.find({ viewer: "telegram:8", ...words })).items).toHaveLength(0);
    expect((await store.quotes.find({ viewer: null, ...words })).items).toHaveLength(0);
  });

  it("that leads nowhere is refused in words", async () => {
    const taken = await takeLink(room, "http://127.0.0.1/admin", "telegram:7", now);
    expect(taken).toMatchObject({ kind: "refused", why: expect.stringContaining("private network") });
  });
});

describe("finding a feed", () => {
  it("takes a site for its feed", async () => {
    const found = await findFeed(room, web.url("paper1.example", "/"), now);
    expect(found).toMatchObject({ kind: "feed", url: web.url("paper1.example", "/feed") });
  });

  it("says when there is none", async () => {
    expect(await findFeed(room, web.url("gone.example", "/"), now)).toMatchObject({ kind: "none" });
  });
});
