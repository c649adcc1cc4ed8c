import { afterAll, expect, test } from "vitest";
import { openReader } from "../../src/sources/reader.ts";

const reader = openReader({ timeLimitMs: 20_000 });
afterAll(() => reader.close());

const TEXT = "The transport minister told parliament on Tuesday that the northern port would close for three weeks.";

test("pages and feeds are read in a thread of their own", async () => {
  const page = await reader.readPage(
    Buffer.from(`<article><h1>Port to close</h1><p>${TEXT}</p></article>`),
    "text/html",
    "https://a.example/1",
    [],
  );
  expect(page).toMatchObject({ kind: "article", article: { body: TEXT } });
  const feed = await reader.readFeed(Buffer.from("<rss><channel><title>Paper</title></channel></rss>"), {}, null);
  expect(feed).toMatchObject({ kind: "feed", feed: { title: "Paper" } });
});

test("what takes too long is given up, and the next is read", async () => {
  const hasty = openReader({ timeLimitMs: 1 });
  const slow = await hasty.readPage(Buffer.from(`<p>${TEXT}</p>`.repeat(5_000)), null, null, []);
  expect(slow).toMatchObject({ kind: "refused", why: expect.stringContaining("too long") });
  await hasty.close();
  expect(await hasty.readFeed(Buffer.from("<rss/>"), {}, null)).toMatchObject({ kind: "refused" });
});
