// Articles that come in together: each as if those before it had long been held.
import { expect, it } from "vitest";
import type { ArticleText } from "../../src/model/article.ts";
import { loadAnnotator } from "../../src/newsroom/annotator.ts";
import { takeInAll } from "../../src/newsroom/intake.ts";
import { openCorpus } from "../support/engines.ts";

const PARAGRAPHS = [
  "The council of Bergen met on Thursday to speak of the old harbour and of what is to become of its cranes.",
  "“The cranes will stay where they are,” said Chancellor Olaf Scholz, who had come to see them for himself.",
  "Nobody in the room spoke against it, and the vote was over before the coffee that had been made was cold.",
  "“We will come back in the spring and look again,” Scholz said at the door, with his coat already on.",
];
const ARTICLE: ArticleText = {
  ...{ title: "The cranes stay", outlet: "A paper", author: null, posts: [] },
  ...{ url: "https://paper.example/cranes", published: { value: "2021-11-18", precision: "day" } },
  body: PARAGRAPHS.join("\n\n"),
};
const NEWS = { audience: "everyone", now: Temporal.Instant.from("2021-11-18T20:00:00Z"), isArchive: false } as const;

it("a newer text of an article that came with it is read for its quotes, alike as the two are", async () => {
  const store = await openCorpus();
  const annotator = loadAnnotator([]);
  const newer = { ...ARTICLE, body: [...PARAGRAPHS, "“And that is all,” Scholz said."].join("\n\n") };
  const [first, second] = await takeInAll(
    [ARTICLE, newer].map((article) => ({ article, options: NEWS })),
    { store, annotator },
  );
  expect([first?.kind, second?.kind]).toEqual(["new", "revised"]);
  const quotes = await store.quotes.ofArticle(first!.id, null);
  expect(quotes.map(({ words, state }) => `${words.join(" ")} ${state}`)).toEqual([
    "The cranes will stay where they are, current",
    "We will come back in the spring and look again, current",
    "And that is all, current",
  ]);
  expect((await store.articles.byId(first!.id, null))?.annotatorVersion).toBe(annotator.version);
  await store.close();
});

it("a copy that came with it only adds its address", async () => {
  const store = await openCorpus();
  const copy = { ...ARTICLE, url: "https://paper.example/again", body: PARAGRAPHS.slice(0, 3).join("\n\n") };
  const taken = await takeInAll(
    [ARTICLE, copy].map((article) => ({ article, options: NEWS })),
    { store, annotator: loadAnnotator([]) },
  );
  expect(taken.map(({ kind }) => kind)).toEqual(["new", "duplicate"]);
  expect((await store.articles.byUrl(copy.url, null))?.body).toBe(ARTICLE.body);
  expect(await store.quotes.count()).toBe(2);
  await store.close();
});
