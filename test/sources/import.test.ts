import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ImportItem, readPaths } from "../../src/sources/import.ts";

const BODY =
  "The council voted on Monday to keep the library open.\n\n“It is the heart of the town,” the mayor said after the vote.";
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "onrecord-import-"));
  await mkdir(join(folder, "more"));
  await writeFile(join(folder, "a.txt"), `Library stays open\n\n${BODY}`);
  await writeFile(
    join(folder, "b.md"),
    `---\ntitle: "Library stays open"\ndate: 2021-11-18\n---\n\n**The council** voted on [Monday](https://x.example) to keep the library open.\n\nThe mayor welcomed the vote, he said.\n`,
  );
  await writeFile(
    join(folder, "c.html"),
    `<html><head><title>Library stays open</title></head><body><article><h1>Library stays open</h1><p>${BODY.replace("\n\n", "</p><p>")}</p></article></body></html>`,
  );
  await writeFile(
    join(folder, "d.jsonl"),
    `${JSON.stringify({ title: "One", text: BODY, published: "2021-11-18", url: "https://a.example/one" })}\n{broken\n\n${JSON.stringify({ title: "Two" })}\n`,
  );
  await writeFile(
    join(folder, "e.opml"),
    '<opml version="2.0"><body><outline text="News"><outline text="A paper" type="rss" xmlUrl="https://a.example/feed"/></outline></body></opml>',
  );
  await writeFile(join(folder, "more", "f.txt"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 1]));
  await writeFile(join(folder, "more", "g.txt"), Buffer.from(`\ufeff${BODY}`, "utf16le"));
  await writeFile(
    join(folder, "more", "h.txt"),
    Buffer.concat([
      Buffer.from("The caf"),
      Buffer.from([0xe9]),
      Buffer.from(" by the harbour will close in spring, its owner said on Friday."),
    ]),
  );
  await writeFile(join(folder, "picture.png"), "");
});

afterAll(() => rm(folder, { recursive: true }));

async function all(...paths: string[]): Promise<ImportItem[]> {
  return Array.fromAsync(
    readPaths(
      paths.map((path) => join(folder, path)),
      [],
    ),
  );
}

test("a folder is read file by file, and a bad file never stops the rest", async () => {
  const items = await all(".");
  expect(items.map((item) => [item.name.slice(folder.length + 1), item.result.kind])).toEqual([
    ["a.txt", "article"],
    ["b.md", "article"],
    ["c.html", "article"],
    ["d.jsonl, line 1", "article"],
    ["d.jsonl, line 2", "refused"],
    ["d.jsonl, line 4", "refused"],
    ["e.opml", "refused"],
    ["more/f.txt", "refused"],
    ["more/g.txt", "article"],
    ["more/h.txt", "article"],
  ]);
  expect(items.find((item) => item.feeds)?.feeds).toEqual([{ outlet: "A paper", url: "https://a.example/feed" }]);
});

test("each kind gives the same body", async () => {
  const items = await all("a.txt", "c.html", "more/g.txt");
  for (const { result } of items) expect(result.kind === "article" && result.article.body).toBe(BODY);
});

test("Markdown loses its marks and gives its front matter", async () => {
  const [item] = await all("b.md");
  expect(item?.result).toMatchObject({
    article: {
      title: "Library stays open",
      published: { value: "2021-11-18", precision: "day" },
      body: expect.stringMatching(/^The council voted on Monday/),
    },
  });
});

test("text that is no UTF-8 is read as windows-1252", async () => {
  const [item] = await all("more/h.txt");
  expect(item?.result.kind === "article" && item.result.article.body).toContain("café");
});

test("a path that is not there and a kind that is not read are told", async () => {
  const items = await all("none.txt", "picture.png");
  expect(items.map((item) => item.result.kind === "refused" && item.result.why)).toEqual([
    "There is no such file or folder.",
    expect.stringContaining("not read"),
  ]);
});

test("standard input is read as what it looks like", async () => {
  const from = async (text: string): Promise<string> => {
    const [item] = await Array.fromAsync(
      readPaths(
        ["-"],
        [],
        (async function* () {
          yield Buffer.from(text);
        })(),
      ),
    );
    return item?.result.kind === "article" ? item.result.article.body : "refused";
  };
  expect(await from(BODY)).toBe(BODY);
  expect(await from(`<!doctype html><body><p>${BODY}</p></body>`)).toContain("The council voted");
  expect(await from(JSON.stringify({ text: BODY }))).toBe(BODY);
});
