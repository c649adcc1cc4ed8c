// The back room: what it reads and takes in is as if done at once, and what breaks it costs nothing.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { ArticleText } from "../../src/model/article.ts";
import { loadAnnotator } from "../../src/newsroom/annotator.ts";
import { openBackRoom } from "../../src/newsroom/back-room.ts";
import { openStore } from "../../src/store/open.ts";
import { nobodyWaiting, waitingAmong } from "../../src/store/waiting.ts";
import { silentLog } from "../support/log.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-back-room-"));
const SETTING = { database: join(folder, "corpus.db"), outlets: [], speakers: [], log: silentLog };
const backRoom = openBackRoom({ ...SETTING, timeLimitMs: 20_000 });
afterAll(async () => {
  await backRoom.close();
  rmSync(folder, { recursive: true, force: true });
});

const TEXT = "The transport minister told parliament on Tuesday that the northern port would close for three weeks.";
const ARTICLE: ArticleText = {
  title: "Port to close",
  outlet: null,
  author: null,
  url: "https://a.example/1",
  published: { value: "2021-11-18", precision: "day" },
  body: "“The northern port will close for three weeks,” Chancellor Olaf Scholz said on Tuesday.",
  posts: [],
};
const NEWS = { audience: "everyone", now: Temporal.Instant.from("2021-11-18T09:00:00Z"), isArchive: false } as const;

/** Longer than anybody should have to wait. */
async function longer(): Promise<void> {
  for (const until = performance.now() + 50; performance.now() < until; );
}

test("pages and feeds are read in a thread of their own", async () => {
  const page = await backRoom.readPage(
    Buffer.from(`<article><h1>Port to close</h1><p>${TEXT}</p></article>`),
    "text/html",
    "https://a.example/1",
  );
  expect(page).toMatchObject({ kind: "article", article: { body: TEXT } });
  const feed = await backRoom.readFeed(Buffer.from("<rss><channel><title>Paper</title></channel></rss>"), {}, null);
  expect(feed).toMatchObject({ kind: "feed", feed: { title: "Paper" } });
});

test.runIf(process.platform === "linux")("its thread gives way to all others of the process", () => {
  const niceOf = (thread: string): number =>
    Number(
      readFileSync(`/proc/self/task/${thread}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")[16],
    );
  const nices = readdirSync("/proc/self/task").map(niceOf);
  expect(niceOf(String(process.pid))).toBe(Math.min(...nices));
  expect(Math.max(...nices)).toBe(10);
});

test("what takes too long is given up, and the next is read", async () => {
  const hasty = openBackRoom({ ...SETTING, timeLimitMs: 1 });
  const slow = await hasty.readPage(Buffer.from(`<p>${TEXT}</p>`.repeat(5_000)), null, null);
  expect(slow).toMatchObject({ kind: "refused", why: expect.stringContaining("too long") });
  await hasty.close();
  expect(await hasty.readFeed(Buffer.from("<rss/>"), {}, null)).toMatchObject({ kind: "refused" });
});

test("an article taken in there is found here, under the version that is told", async () => {
  expect(backRoom.version).toBe(loadAnnotator([]).version);
  const taken = await backRoom.takeIn(ARTICLE, NEWS);
  expect(taken).toMatchObject({ kind: "new", quotes: 1 });
  const store = await openStore(SETTING.database);
  expect(await store.articles.byId(taken.id, null)).toMatchObject({
    firstStored: "2021-11-18T09:00:00Z",
    annotatorVersion: backRoom.version,
  });
  await store.close();
});

test.for([false, true])(
  "articles that come in at once are held against each other, others wait: %s",
  async (isAwaited) => {
    const database = join(folder, `at-once-${isAwaited}.db`);
    const waiting = nobodyWaiting();
    if (isAwaited) await waitingAmong(waiting, longer);
    const backRoom = openBackRoom({ ...SETTING, database, timeLimitMs: 20_000, waiting });
    const store = await openStore(database);
    const feed = await store.feeds.add("https://a.example/feed", null, NEWS.now);
    const said = (n: number, words: string): ArticleText => ({
      ...{ ...ARTICLE, outlet: `Paper ${n}`, url: `https://paper${n}.example/1`, title: `Bridge ${n}` },
      body: `“${words}” President Emmanuel Macron said on Tuesday, when the bridge was opened to the public.`,
    });
    const words = "This bridge will outlive every one of us who paid for it,";
    const texts = [
      said(1, "Nobody waits for the others,"),
      said(2, words),
      said(3, words),
      said(4, words),
      said(2, words),
    ];
    const taken = await Promise.all(
      texts.map((text, n) => backRoom.takeIn(text, NEWS, { feed: feed.id, key: `item ${n}` })),
    );
    expect(taken.map(({ kind }) => kind)).toEqual(["new", "new", "new", "new", "unchanged"]);
    expect(taken[4]?.id).toBe(taken[1]?.id);
    expect(await store.feeds.unseen(feed.id, ["item 0", "item 3", "item 4", "item 5"])).toEqual(["item 5"]);
    const [quote] = await store.quotes.ofArticle(taken[3]?.id ?? 0, null);
    expect(quote).toMatchObject({ outlets: 3 });
    await backRoom.close();
    await store.close();
  },
);

test("what breaks the thread costs nobody else, and an article that cannot be annotated is held and told of", async () => {
  const told: unknown[] = [];
  const log = { ...silentLog, error: (fields: object) => void told.push(fields) };
  // So small a heap that the long text ends the thread, and the short one does not.
  const weak = openBackRoom({ ...SETTING, database: join(folder, "weak.db"), log, memoryMb: 48 });
  const long = {
    ...ARTICLE,
    url: "https://a.example/2",
    body: "“It rains,” he said, and it rained. ".repeat(20_000),
  };
  const early = { ...ARTICLE, url: "https://a.example/0", body: "It rained.", outlet: "Early" };
  const [, broken, sound] = await Promise.all([early, long, ARTICLE].map((text) => weak.takeIn(text, NEWS)));
  expect(broken).toMatchObject({ kind: "new", quotes: 0 });
  expect(sound).toMatchObject({ kind: "new", quotes: 1 });
  expect(told).toMatchObject([{ article: "https://a.example/2" }]);
  await weak.close();
  const store = await openStore(join(folder, "weak.db"));
  // The next start tries it again.
  expect(await store.articles.outdated(weak.version, 0, 10)).toEqual([broken?.id]);
  await store.close();
});
