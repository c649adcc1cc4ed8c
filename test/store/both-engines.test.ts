// Whatever is typed, both engines find the same.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NO_FILTERS } from "../../src/model/digest.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { corpusAddress } from "../support/engines.ts";
import { save } from "./writing.ts";

const WORDS = [
  ..."bridge bridges bridging the council votes voted money Zürich café naïve José O’Neill Lavrov's e-mail".split(" "),
  ..."санкции Ёлка й 中国 経済 مرحبا हिन्दी Σίσυφος U.S. 2021 Nov. 13 NATO don't İstanbul ﬁn x² ½ a_b a.b 👍 € #s1 ^bridge @0".split(
    " ",
  ),
];
const MARKS = ['"', "“", "”", "-", "'", "(", ")", ",", ".", "\n", "  ", "*", ":", "|", "&", "!", "<->", "\\"];

const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
const typed = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
      fc.constantFrom(...MARKS),
      fc.string({ unit: "grapheme", maxLength: 4 }),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .chain((parts) => fc.constantFrom(" ", "").map((between) => parts.join(between)));

let sqlite: Store;
let postgres: Store;
beforeAll(async () => {
  [sqlite, postgres] = [await openStore(":memory:"), await openStore(await corpusAddress("postgres"))];
  const ideas = fc.sample(fc.tuple(sentence, sentence, sentence), { numRuns: 60, seed: 7 });
  for (const [i, [title, body, words]] of ideas.entries()) {
    const quote = `“${words}”`;
    const idea = {
      title,
      url: `https://x.example/${i}`,
      body: `${body}.\n\n${quote} was said.`,
      quotes: [{ content: quote, speaker: `Speaker ${i % 3}` }],
      story: { to: "new", title, terms: [] } as const,
    };
    expect(await save(sqlite, idea)).toEqual(await save(postgres, idea));
  }
});
afterAll(async () => {
  await sqlite.close();
  await postgres.close();
});

const MANY = { offset: 0, limit: 100 };
const ids = (items: readonly { readonly id: number }[]): number[] =>
  items.map((item) => item.id).toSorted((a, b) => a - b);

async function found(store: Store, words: string): Promise<unknown> {
  const window = { from: "2020-01-01T00:00:00Z", until: "2030-01-01T00:00:00Z" };
  const filters = { ...NO_FILTERS, about: [words], without: ["votes"] };
  return {
    articles: ids((await store.articles.search(words, null, MANY)).items),
    titles: ids((await store.articles.byTitleWords(words, null, MANY)).items),
    quotes: ids((await store.quotes.find({ ...MANY, words, viewer: null })).items),
    oneSpeaker: ids((await store.quotes.find({ ...MANY, words, speaker: 2, viewer: null, order: "newest" })).items),
    stories: ids((await store.stories.find(words, MANY)).items),
    window: ids(await store.articles.inWindow(window, filters, 100)),
    speakers: await store.speakers.find(words, null),
  };
}

test("whatever is typed, the same is found", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(typed, async (words) => {
      expect(await found(postgres, words)).toEqual(await found(sqlite, words));
    }),
    { numRuns: 150 },
  );
});
