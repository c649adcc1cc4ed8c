// A small corpus of invented reports for the composer's tests: one event told by three outlets, and what surrounds it.
import { mergeTerms, storyTerms } from "../../src/language/stories.ts";
import { rankSentences } from "../../src/language/summary.ts";
import { readDocument } from "../../src/language/text/read.ts";
import type { Block, Inline, Post } from "../../src/model/post.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { type ArticleIdea, annotationOf, bodyOf, day, optionsOf, textOf } from "../store/writing.ts";

export const WINDOW = { from: "2024-03-05T08:00:00Z", until: "2024-03-06T08:00:00Z" };
export const NOW = Temporal.Instant.from("2024-03-06T08:00:00Z");

/** Saves an article with the summary and terms that the language room gives it. */
export async function report(store: Store, idea: ArticleIdea): Promise<number> {
  const document = readDocument(bodyOf(idea));
  const annotation = {
    ...annotationOf(idea),
    summary: rankSentences(document),
    terms: storyTerms(idea.title ?? null, document),
  };
  const { id } = await store.articles.save(textOf(idea), annotation, optionsOf(idea));
  return id;
}

const TOLL = "“We will rebuild the harbour stone by stone, and nobody will pay a toll for crossing it again,”";
const TOLL_CUT = "“We will rebuild the harbour stone by stone,”";

/** Three outlets on the harbour, one on the weather, and a speech of an earlier year. */
export async function filled(): Promise<Store> {
  const store = await openStore(":memory:");
  const minister = { speaker: "Marie Curie", role: "the harbour minister", said: day("2024-03-05") };
  await report(store, {
    title: "Harbour to be rebuilt without a toll",
    outlet: "The Lantern",
    url: "https://lantern.example/harbour",
    published: "2024-03-05",
    stored: "2024-03-05T18:00:00Z",
    body: [
      "The harbour minister promised on Tuesday to rebuild the burnt harbour of Port Example within five years and to abolish its toll.",
      `${TOLL} Marie Curie told the assembly in Port Example.`,
      "The harbour burned in January, when sparks from a grain store set the northern quay on fire.",
      "But the opposition denied that the harbour could be rebuilt “without a single loan” in five years.",
    ].join("\n\n"),
    quotes: [
      { content: TOLL, ...minister },
      {
        content: "the harbour could be rebuilt “without a single loan” in five years",
        speaker: "Niels Bohr",
        said: day("2024-03-05"),
      },
    ],
    story: { to: "new", title: "Harbour to be rebuilt without a toll", terms: [["Harbour", 3]] },
  });
  await report(store, {
    title: "Minister: no toll in the new harbour",
    outlet: "Gazette",
    url: "https://gazette.example/a?b=1",
    published: "2024-03-05",
    stored: "2024-03-05T20:00:00Z",
    body: [
      `${TOLL_CUT} harbour minister Marie Curie said in Port Example on Tuesday as she promised to abolish the toll.`,
      "Fishing crews have paid the toll since the northern quay was widened forty years ago.",
    ].join("\n\n"),
    quotes: [{ content: TOLL_CUT, ...minister, link: { to: "statement", id: 1, said: day("2024-03-05") } }],
    story: { to: "story", id: 1, terms: mergeTerms([["Harbour", 3]], 1, [["Toll", 2]]) },
  });
  await report(store, {
    title: "Rain until Friday",
    outlet: "The Lantern",
    url: "https://lantern.example/rain",
    published: "2024-03-05",
    stored: "2024-03-05T21:00:00Z",
    body: "Rain will fall on the whole coast until Friday evening, the weather office said on Tuesday.",
    story: { to: "new", title: "Rain until Friday", terms: [["rain", 3]] },
  });
  const speech = "“A harbour is a promise that a town makes to strangers, and it must be kept.”";
  await report(store, {
    title: "A speech at the quay",
    outlet: "Gazette",
    published: "2019-03-06",
    stored: "2019-03-06T12:00:00Z",
    body: `${speech} Niels Bohr said on Wednesday.`,
    quotes: [{ content: speech, speaker: "Niels Bohr", said: day("2019-03-06", "weekday") }],
  });
  return store;
}

/** Every text of the corpus: what may be shown between marks is somewhere in here. */
export async function bodies(store: Store): Promise<readonly string[]> {
  const page = await store.articles.latest(null, { offset: 0, limit: 1000 });
  const articles = await Promise.all(page.items.map(({ id }) => store.articles.byId(id, null)));
  return articles.map((article) => article?.body ?? "");
}

export function inlines(post: Post): readonly Inline[] {
  return post.blocks.flatMap((block: Block) =>
    block.kind === "picture" ? [] : block.kind === "list" ? block.items.flat() : block.spans,
  );
}
