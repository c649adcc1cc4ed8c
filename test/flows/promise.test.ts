// The two promises, over every command: whatever stands between quotation marks is verbatim, and no date is invented.
import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Inline, Post } from "../../src/model/post.ts";
import type { Store } from "../../src/store/store.ts";
import { importedDesk, ROOT, sampleDesk, type TestDesk } from "../support/desk.ts";

const SEEDS = join(ROOT, "../shared/seeds");

function spansOf(post: Post): readonly Inline[] {
  return post.blocks.flatMap((block) => {
    if (block.kind === "list") return block.items.flat();
    return block.kind === "picture" ? pictured(block.picture) : block.spans;
  });
}

function pictured(picture: Extract<Post["blocks"][number], { kind: "picture" }>["picture"]): readonly Inline[] {
  return picture.kind === "quote-card" ? picture.words.map((text) => ({ text, is: "words" as const })) : [];
}

async function storedTexts(store: Store): Promise<readonly string[]> {
  const { items } = await store.articles.latest("terminal:local", { offset: 0, limit: 1_000 });
  const texts: string[] = [];
  for (const { id } of items) {
    const article = await store.articles.byId(id, "terminal:local");
    if (article !== null) texts.push(article.body, ...article.posts.map((post) => post.text), article.title ?? "");
  }
  return texts;
}

/** Every `words` and `stored` span is in some stored text; nothing else has double quotation marks in it. */
function broken(post: Post, texts: readonly string[], asked: string): readonly string[] {
  return spansOf(post)
    .filter((span) => {
      if (span.is === "words" || span.is === "headline" || span.is === "stored")
        return !texts.some((text) => text.replace(/\s+/g, " ").includes(span.text.replace(/\s+/g, " ").trim()));
      return /[“”„«»]/.test(span.text) && !asked.includes(span.text);
    })
    .map(({ text, is }) => `${asked} → ${is ?? "ours"}: ${text}`);
}

async function everyLine({ store, desk }: TestDesk): Promise<readonly string[]> {
  const speakers = (await store.speakers.top(30)).map(({ name }) => name);
  const articles = (await store.articles.latest(null, { offset: 0, limit: 50 })).items;
  const days = (await store.quotes.nearestMonthDays("11-18", null, 10)).map(({ monthDay }) => monthDay);
  return [
    ...desk.commands.map(({ name }) => `/${name}`),
    ...speakers.flatMap((name) => [`/quote ${name}`, `/who ${name}`, `/quote ${name} red lines`]),
    ...articles.flatMap(({ id }) => [`/summary ${id}`]),
    ...days.map((day) => `/today ${day.split("-").reverse().join("/")}`),
    ...Array.from({ length: 30 }, (_, at) => [
      `/quote #${at + 1}`,
      `/quote #${at + 1} card`,
      `/story #${at + 1}`,
    ]).flat(),
    "/search red lines",
    "/search NATO",
    "/story red lines",
    "/story nato",
    "/digest daily",
    "/digest weekly",
    "/digest on-this-date",
  ];
}

async function expectPromisesKept(desk: TestDesk): Promise<void> {
  const texts = await storedTexts(desk.store);
  const lines = await everyLine(desk);
  const faults: string[] = [];
  for (const line of lines)
    for (const page of [1, 2, 3]) {
      const post = await desk.ask(line, page);
      faults.push(...broken(post, texts, line));
    }
  const asked = fc.sample(fc.constantFrom(...texts.flatMap((text) => text.split(/\s+/)).filter(Boolean)), {
    numRuns: 60,
    seed: 7,
  });
  for (const word of asked)
    for (const name of ["quote", "search", "story"])
      faults.push(...broken(await desk.ask(`/${name} ${word}`), texts, word));
  expect(faults).toEqual([]);
  expect(desk.surprises).toEqual([]);
}

describe("a quotation mark is a promise", () => {
  it("over the sample corpus, for every command", async () => {
    await expectPromisesKept(await sampleDesk());
  }, 120_000);

  it("over the articles the product started from, where they are at hand", async () => {
    if (!existsSync(SEEDS)) return console.info("The seed articles are not here: only the sample was checked.");
    await expectPromisesKept(await importedDesk([SEEDS]));
  }, 120_000);
});
