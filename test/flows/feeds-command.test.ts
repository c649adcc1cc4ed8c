// `/feeds` as an operator uses it, over a web of our own; the list goes out as OPML and comes back in.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PLAIN, renderPost } from "../../src/chat/terminal/render.ts";
import { terminalRequest } from "../../src/chat/terminal/terminal.ts";
import { feedsCommand } from "../../src/commands/feeds.ts";
import { createFrontDesk } from "../../src/commands/front-desk.ts";
import { loadAnnotator } from "../../src/newsroom/annotator.ts";
import { findFeed } from "../../src/newsroom/find-feed.ts";
import { importPaths } from "../../src/newsroom/import.ts";
import { createPoller } from "../../src/newsroom/poll.ts";
import { writeFeedList } from "../../src/sources/feed-list.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { silentLog as log } from "../support/log.ts";
import { newsroomOn, type TestNewsroom } from "../support/newsroom.ts";
import { startWeb, type Web } from "../support/web.ts";

const NOW = Temporal.Instant.from("2021-11-18T09:00:00Z");
const annotator = loadAnnotator([]);
const folder = mkdtempSync(join(tmpdir(), "onrecord-opml-"));

let web: Web;
let store: Store;
let room: TestNewsroom;

beforeAll(async () => {
  const html = { "content-type": "text/html; charset=utf-8" };
  web = await startWeb({
    "paper.example": (path) => {
      if (path === "/")
        return {
          headers: html,
          body: '<html><head><link rel="alternate" type="application/rss+xml" href="/news.xml">',
        };
      if (path === "/news.xml")
        return {
          headers: { "content-type": "application/rss+xml" },
          body: '<rss version="2.0"><channel><title>A paper</title><item><title>A council met</title><link>http://paper.example/1</link><pubDate>Thu, 18 Nov 2021 06:00:00 GMT</pubDate></item></channel></rss>',
        };
      return { status: 404 };
    },
    "gone.example": () => ({ status: 410 }),
  });
  room = await newsroomOn(web, ["paper.example", "gone.example"]);
  store = room.store;
});

afterAll(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

async function say(line: string, isOperator = true): Promise<string> {
  const commands = [
    feedsCommand({
      findFeed: (typed, now) => findFeed(room, typed, now),
      exportFeeds: async (feeds) => writeFeedList(feeds, "OnRecord"),
    }),
  ];
  const corpus = async () => ({ store, isSample: false, own: store });
  const desk = createFrontDesk({ commands, corpus, complete: async () => [], log });
  const request = terminalRequest({ name: "feeds", arguments: line }, 1);
  const asked = isOperator ? request : { ...request, access: { ...request.access, isOperator: false } };
  return renderPost(await desk.answer(asked, NOW), PLAIN);
}

describe("/feeds", () => {
  it("is for operators", async () => {
    expect(await say("", false)).toContain("operators of this bot");
    expect(await say(`add ${web.url("paper.example", "/")}`, false)).toContain("operators of this bot");
    expect(await store.feeds.list()).toEqual([]);
  });

  it("says what to type when there is none, or when a word is not known", async () => {
    expect(await say("")).toContain("/feeds add bbc.com");
    expect(await say("export")).toContain("/feeds add bbc.com");
    expect(await say("remvoe 3")).toContain("remove NUMBER");
    expect(await say("remove 99")).toContain("no feed of that number");
    expect(await say("add")).toContain("/feeds add bbc.com");
  });

  it("checks a site without keeping anything", async () => {
    const said = await say(`check ${web.url("paper.example", "/")}`);
    expect(said).toContain("A council met");
    expect(said).toContain("18 Nov 2021");
    expect(said).toContain("Nothing was kept");
    expect(await store.feeds.list()).toEqual([]);
  });

  it("finds the feed of a site, and says why there is none", async () => {
    expect(await say(`add ${web.url("paper.example", "/")}`)).toContain(web.url("paper.example", "/news.xml"));
    expect(await say(`add ${web.url("gone.example", "/")}`)).toContain("gone for good (410)");
    expect(await say("add http://127.0.0.1/feed")).toContain("private network");
    expect(await store.feeds.list()).toHaveLength(1);
  });

  it("lists their health", async () => {
    expect(await say("")).toContain("never fetched");
    await store.feeds.add(web.url("gone.example", "/feed"), "A lost paper", NOW);
    await createPoller({ room, log, owner: "test", now: () => NOW, random: () => 0 }).run();
    const said = await say("");
    expect(said).toContain("Feeds, 2 in all");
    expect(said).toMatch(/A lost paper[\s\S]*paused · fetched [\s\S]*failed once: It is gone for\s+good \(410\)/);
    expect(said).toMatch(/news\.xml[\s\S]*next /);
  });

  it("pauses, resumes and removes", async () => {
    const [feed] = (await store.feeds.list()).filter(({ url }) => url.includes("paper.example"));
    expect(await say(`pause ${feed!.id}`)).toContain("is paused");
    expect((await store.feeds.byId(feed!.id))?.state).toBe("paused");
    expect(await say(`resume #${feed!.id}`)).toContain("is active");
    expect((await store.feeds.byId(feed!.id))?.state).toBe("active");
    const lost = (await store.feeds.list()).find(({ url }) => url.includes("gone.example"))!;
    expect(await say(`remove ${lost.id}`)).toContain("is removed");
    expect(await store.feeds.list()).toHaveLength(1);
  });

  it("goes out as OPML that another bot takes in", async () => {
    await store.feeds.add("https://b.example/rss?a=1&b=2", "The “B” & <C>", NOW);
    const said = await say("export");
    const file = join(folder, "feeds.opml");
    writeFileSync(file, said.slice(said.indexOf("<?xml"), said.indexOf("</opml>") + 7));
    const other = await openStore(":memory:");
    for await (const { outcome, line } of importPaths([file], { store: other, annotator, outlets: [] }, NOW)) {
      expect(outcome).not.toBe("refused");
      expect(line).toContain("2 feeds are followed from now on");
    }
    const both = [await store.feeds.list(), await other.feeds.list()].map((feeds) =>
      feeds.map(({ url }) => url).sort(),
    );
    expect(both[1]).toEqual(both[0]);
    expect((await other.feeds.list()).map(({ outlet }) => outlet)).toContain("The “B” & <C>");
    await other.close();
  });
});
