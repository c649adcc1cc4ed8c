import { afterAll, expect, test } from "vitest";
import type { ArticleText } from "../../src/model/article.ts";
import { loadAnnotator } from "../../src/newsroom/annotator.ts";
import { takeIn } from "../../src/newsroom/intake.ts";
import { openReader } from "../../src/newsroom/reader.ts";
import { openStore } from "../../src/store/open.ts";
import { SILENT } from "../support/log.ts";

const SETTING = { outlets: [], speakers: [], log: SILENT };
const reader = openReader({ ...SETTING, timeLimitMs: 20_000 });
afterAll(() => reader.close());

const TEXT = "The transport minister told parliament on Tuesday that the northern port would close for three weeks.";

test("pages and feeds are read in a thread of their own", async () => {
  const page = await reader.readPage(
    Buffer.from(`<article><h1>Port to close</h1><p>${TEXT}</p></article>`),
    "text/html",
    "https://a.example/1",
  );
  expect(page).toMatchObject({ kind: "article", article: { body: TEXT } });
  const feed = await reader.readFeed(Buffer.from("<rss><channel><title>Paper</title></channel></rss>"), {}, null);
  expect(feed).toMatchObject({ kind: "feed", feed: { title: "Paper" } });
});

test("what takes too long is given up, and the next is read", async () => {
  const hasty = openReader({ ...SETTING, timeLimitMs: 1 });
  const slow = await hasty.readPage(Buffer.from(`<p>${TEXT}</p>`.repeat(5_000)), null, null);
  expect(slow).toMatchObject({ kind: "refused", why: expect.stringContaining("too long") });
  await hasty.close();
  expect(await hasty.readFeed(Buffer.from("<rss/>"), {}, null)).toMatchObject({ kind: "refused" });
});

const ARTICLE: ArticleText = {
  title: "Port to close",
  outlet: null,
  author: null,
  url: "https://a.example/1",
  published: { value: "2021-11-18", precision: "day" },
  body: `“The northern port will close for three weeks,” Chancellor Olaf Scholz said on Tuesday.`,
  posts: [],
};

test("an article is annotated beside the program as it would be within", async () => {
  const within = loadAnnotator([]);
  const annotation = await reader.annotate(ARTICLE);
  expect(reader.version).toBe(within.version);
  expect(annotation).toEqual(within.annotate(ARTICLE));
  expect(annotation.quotes).toHaveLength(1);
});

test("what breaks the thread costs nobody else, and an article that cannot be annotated is stored and told of", async () => {
  const told: unknown[] = [];
  // So small a heap that the long text ends the thread, and the short ones do not.
  const log = { ...SILENT, error: (fields: object) => void told.push(fields) };
  const weak = openReader({ ...SETTING, log, memoryMb: 48 });
  const store = await openStore(":memory:");
  const room = { store, annotator: weak };
  const options = {
    audience: "everyone",
    now: Temporal.Instant.from("2021-11-18T09:00:00Z"),
    isArchive: false,
  } as const;
  const long = { ...ARTICLE, url: "https://a.example/2", body: "“It rains,” he said, and it rained. ".repeat(20_000) };
  const [broken, sound] = await Promise.all([takeIn(long, options, room), takeIn(ARTICLE, options, room)]);
  expect(broken).toMatchObject({ kind: "new", quotes: 0 });
  expect(sound).toMatchObject({ kind: "new", quotes: 1 });
  expect(told).toMatchObject([{ article: "https://a.example/2" }]);
  // The next start tries it again.
  expect(await store.articles.outdated(weak.version, 0, 10)).toEqual([broken.id]);
  await weak.close();
  await store.close();
});
