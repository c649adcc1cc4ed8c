// An article that its outlet rewrites: a new revision, told to nobody anew, its old words findable and marked.
import { afterAll, beforeAll, expect, it } from "vitest";
import { NO_FILTERS } from "../../src/model/digest.ts";
import { createPoller } from "../../src/newsroom/poll.ts";
import { silentLog as log } from "../support/log.ts";
import { newsroomOn, type TestNewsroom } from "../support/newsroom.ts";
import { startWeb, type Web } from "../support/web.ts";

const MORNING = Temporal.Instant.from("2021-11-18T09:00:00Z");
const KEPT = "The plan will go to the chamber before the winter, and the chamber will decide on it";
const DROPPED = "The harbour will be sold to the city by the end of this year, whatever it costs";

let web: Web;
let room: TestNewsroom;
let said = [KEPT, DROPPED];
let items: readonly string[] = [];
let isDown = false;

const item = (nr: number, guid: string, date: string): string =>
  `<item><title>Report ${nr}</title><link>${web.url("paper.example", `/${nr}`)}</link><guid isPermaLink="false">${guid}</guid><pubDate>${date}</pubDate></item>`;

beforeAll(async () => {
  web = await startWeb({
    "paper.example": (path) => {
      if (path === "/feed")
        return {
          headers: { "content-type": "application/rss+xml", etag: `"${items.length}"` },
          body: `<rss version="2.0"><channel><title>A paper</title>${items.join("")}</channel></rss>`,
        };
      if (path === "/robots.txt") return { status: 404 };
      if (isDown) return { status: 500 };
      const words = path === "/1" ? said : [`Number ${path.slice(1)} of our plans will be settled in the spring`];
      const quotes = words.map((one) => `<p>“${one},” said Chancellor Olaf Scholz on Thursday.</p>`).join("");
      const matters = Array.from({ length: 40 }, (_, at) => `matter${path.slice(1)}x${at}`).join(" ");
      return {
        headers: { "content-type": "text/html; charset=utf-8" },
        body: `<html><head><title>Report ${path.slice(1)}</title></head><body><article><p>The council met again and spoke of ${matters}.</p>${quotes}</article></body></html>`,
      };
    },
  });
  room = await newsroomOn(web, ["paper.example"]);
  await room.store.feeds.add(web.url("paper.example", "/feed"), "A paper", MORNING);
});

afterAll(() => room.close());

/** A round at that hour of the day. */
async function round(hour: number): Promise<number> {
  const now = MORNING.add({ hours: hour });
  return createPoller({ room, log, owner: "test", now: () => now, random: () => 0 }).run();
}

it("is a new revision, and its withdrawn words are marked", async () => {
  const first = "Thu, 18 Nov 2021 06:00:00 GMT";
  items = [1, 2, 3, 4].map((nr) => item(nr, `g${nr}`, first));
  expect(await round(0)).toBe(4);
  const before = await room.store.articles.byUrl(web.url("paper.example", "/1"), null);
  expect((await room.store.quotes.ofArticle(before!.id, null)).map(({ state }) => state)).toEqual([
    "current",
    "current",
  ]);

  said = [KEPT];
  items = [item(1, "g1-again", "Thu, 18 Nov 2021 15:00:00 GMT"), ...items.slice(1)];
  expect(await round(8)).toBe(0);
  const after = await room.store.articles.byUrl(web.url("paper.example", "/1"), null);
  expect(after).toMatchObject({ id: before!.id, revision: 2, firstStored: before!.firstStored });
  const quotes = await room.store.quotes.ofArticle(before!.id, null);
  expect(quotes.map(({ words, state }) => [words.join(" ").slice(0, 10), state])).toEqual([
    [KEPT.slice(0, 10), "current"],
    [DROPPED.slice(0, 10), "withdrawn"],
  ]);
  const window = { from: MORNING.add({ hours: 1 }).toString(), until: MORNING.add({ hours: 24 }).toString() };
  expect(await room.store.articles.inWindow(window, NO_FILTERS, 10)).toEqual([]);
});

it("reads nothing anew for a feed that dates everything anew", async () => {
  const asked = web.asked.length;
  items = [1, 2, 3, 4].map((nr) => item(nr, `g${nr}-third`, "Fri, 19 Nov 2021 03:00:00 GMT"));
  expect(await round(18)).toBe(0);
  expect(web.asked.slice(asked)).toEqual(["paper.example/feed"]);
});

it("comes back for an article whose page could not be had", async () => {
  isDown = true;
  items = [item(5, "g5", "Fri, 19 Nov 2021 03:00:00 GMT"), ...items];
  expect(await round(30)).toBe(0);
  isDown = false;
  expect(await round(42)).toBe(1);
});
