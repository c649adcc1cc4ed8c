import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { QuoteQuery } from "../../src/store/contract/quotes.ts";
import type { Store } from "../../src/store/store.ts";
import { ENGINE, openCorpus } from "../support/engines.ts";
import { day, save } from "./writing.ts";

let store: Store;
beforeEach(async () => {
  store = await openCorpus();
});
afterEach(() => store.close());

const PUTIN = "Vladimir Putin";

async function find(query: Partial<QuoteQuery>) {
  return store.quotes.find({ viewer: null, offset: 0, limit: 10, ...query });
}

/** Three outlets on one statement, in two wordings, and another quote. */
async function redLines(): Promise<void> {
  await save(store, {
    title: "First",
    outlet: "Alpha",
    url: "https://alpha.example/1",
    published: "2021-11-19",
    quotes: [{ content: "“Our lines are red,”", speaker: PUTIN, said: day("2021-11-18"), role: "President" }],
  });
  await save(store, {
    title: "Second",
    outlet: "Beta",
    url: "https://beta.example/1",
    published: "2021-11-20",
    quotes: [
      {
        content: "“The lines we draw are red,”",
        speaker: PUTIN,
        said: { value: "Thursday", precision: "weekday", evidence: "weekday" },
        link: { to: "statement", id: 1, said: day("2021-11-18") },
      },
      { content: "the talks would go on", speaker: PUTIN, said: day("2021-11-20", "published") },
    ],
  });
  await save(store, {
    title: "Third",
    outlet: "Gamma",
    published: "2021-11-21",
    quotes: [
      {
        content: "“Our lines are red”",
        speaker: PUTIN,
        link: { to: "statement", id: 1, said: day("2021-11-18") },
      },
    ],
  });
}

describe("a quote as shown", () => {
  test("carries words, speaker, role, article, and who else reported it", async () => {
    await redLines();
    expect(await store.quotes.byId(1, null)).toEqual({
      id: 1,
      kind: "direct",
      voice: "person",
      words: ["Our lines are red,"],
      content: [[{ text: "Our lines are red,", words: true }]],
      speaker: { id: 1, name: PUTIN },
      role: "President",
      said: day("2021-11-18"),
      article: {
        article: 1,
        outlet: "Alpha",
        title: "First",
        url: "https://alpha.example/1",
        published: { value: "2021-11-19", precision: "day" },
      },
      place: { in: "body" },
      statement: 1,
      outlets: 3,
      wordings: 2,
      alsoReportedBy: [
        expect.objectContaining({ article: 2, outlet: "Beta" }),
        expect.objectContaining({ article: 3, outlet: "Gamma" }),
      ],
      state: "current",
    });
  });

  test("shows a day its statement lends as inferred, and keeps a day of its own", async () => {
    await redLines();
    expect((await store.quotes.byId(2, null))?.said).toEqual(day("2021-11-18", "inferred"));
    expect((await store.quotes.byId(4, null))?.said).toEqual(day("2021-11-18", "inferred"));
    expect((await store.quotes.byId(3, null))?.said).toEqual(day("2021-11-20", "published"));
  });

  test("keeps what stood outside the marks apart from the words", async () => {
    await save(store, {
      body: "He called the plan “a gift” to “nobody at all” today.",
      quotes: [{ content: "the plan “a gift” to “nobody at all”", speaker: PUTIN }],
    });
    expect((await store.quotes.byId(1, null))?.content).toEqual([
      [
        { text: "the plan ", words: false },
        { text: "a gift", words: true },
        { text: " to ", words: false },
        { text: "nobody at all", words: true },
      ],
    ]);
  });
});

describe("finding", () => {
  test("shows a statement once, newest said first", async () => {
    await redLines();
    const page = await find({ speaker: 1 });
    expect(page.items.map((quote) => quote.statement)).toEqual([2, 1]);
    expect(page).toMatchObject({ more: false, order: "newest" });
    expect((await find({ speaker: 1, limit: 1 })).more).toBe(true);
    expect((await find({ speaker: 1, limit: 1, offset: 1 })).items.map((quote) => quote.statement)).toEqual([1]);
    expect((await find({ speaker: 1, verbatim: true })).items.map((quote) => quote.statement)).toEqual([1]);
  });

  test("pages through many wordings of few statements", async () => {
    for (let i = 0; i < 60; i += 1) {
      const link = i < 2 ? { to: "new" as const, said: day(`2021-01-0${i + 1}`) } : undefined;
      const said = day(`2021-01-0${(i % 2) + 1}`);
      await save(store, {
        url: `https://a.example/${i}`,
        title: `No ${i}`,
        quotes: [
          { content: `“Word ${i}”`, speaker: PUTIN, said, link: link ?? { to: "statement", id: (i % 2) + 1, said } },
        ],
      });
    }
    const first = await find({ speaker: 1, limit: 1 });
    const second = await find({ speaker: 1, limit: 1, offset: 1 });
    expect([first.items[0]?.statement, first.more]).toEqual([2, true]);
    expect([second.items[0]?.statement, second.more]).toEqual([1, false]);
    expect(second.items[0]?.wordings).toBe(30);
  });

  test("keeps to dates, by saying date where known, else by publication", async () => {
    await redLines();
    await save(store, {
      title: "Old",
      published: "2020-02-02",
      quotes: [{ content: "“Undated words”", speaker: PUTIN }],
    });
    const statements = async (query: Partial<QuoteQuery>) =>
      (await find({ speaker: 1, ...query })).items.map((quote) => quote.statement);
    expect(await statements({ since: "2021-11", until: "2021-11-18" })).toEqual([1]);
    expect(await statements({ since: "2021-11-19" })).toEqual([2]);
    expect(await statements({ until: "2020" })).toEqual([3]);
    expect(await statements({ since: "2022" })).toEqual([]);
    expect(await statements({ since: "rubbish" })).toEqual([2, 1, 3]);
  });

  test("keeps to an outlet, however its name is typed", async () => {
    await redLines();
    expect((await find({ speaker: 1, outlet: "BETA" })).items.map((quote) => quote.article.outlet)).toEqual([
      "Beta",
      "Beta",
    ]);
    expect((await find({ outlet: "Nowhere" })).items).toEqual([]);
  });

  test("finds words best match first, with the last one still being typed, without accents", async () => {
    await redLines();
    await save(store, { title: "Café", quotes: [{ content: "“Señor, the naïve lines”", speaker: "José Mujica" }] });
    expect((await find({ words: "senor NAIV" })).items.map((quote) => quote.speaker?.name)).toEqual(["José Mujica"]);
    const page = await find({ speaker: 1, words: "red lin" });
    expect(page.order).toBe("best");
    expect(page.items).toHaveLength(1);
    expect((await find({ words: "lines", order: "newest" })).order).toBe("newest");
    expect((await find({ words: '"lines are"' })).items).toHaveLength(1);
    expect((await find({ words: "lines -naive" })).items).toHaveLength(1);
  });

  test("searches whatever is typed without an error", async () => {
    await redLines();
    const syntax = fc.constantFrom(
      '"',
      "'",
      "*",
      "(",
      ")",
      "AND",
      "OR",
      "NOT",
      "NEAR(",
      "words:",
      "{words}",
      "-",
      "+",
      "^",
      ":",
      ";--",
      "\u0000",
      "\ud800",
      "👩‍👩‍👧",
      "lines",
      "red",
      "%",
      "_",
      "\\",
      "\n",
      "\u202e",
      "facets:public",
      "s1",
      "“",
      "»",
    );
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(syntax).map((parts) => parts.join("")),
      fc.array(syntax).map((parts) => parts.join(" ")),
    );
    await fc.assert(
      fc.asyncProperty(typed, fc.boolean(), async (words, isOwn) => {
        const page = await find({ words, viewer: isOwn ? words : null });
        expect(page.items.length).toBeLessThanOrEqual(10);
        await store.articles.search(words, null, { offset: 0, limit: 3 });
        await store.articles.byTitleWords(words, null, { offset: 0, limit: 3 });
        await store.stories.find(words, { offset: 0, limit: 3 });
        await store.speakers.find(words, words);
        await store.speakers.complete(words, 5);
        await find({ outlet: words, since: words, until: words });
        await store.quotes.inWindow(
          { from: "2020-01-01T00:00Z", until: "2030-01-01T00:00Z" },
          { about: [words], without: [words, "x"], outlets: [], speakers: [words] },
          3,
        );
      }),
      // PostgreSQL is asked far more in both-engines.test.ts.
      { numRuns: ENGINE === "sqlite" ? 80 : 30 },
    );
  });

  test("a megabyte of typed text costs no time", async () => {
    await redLines();
    const begun = process.cpuUsage();
    await find({ words: "red lines ".repeat(100_000) });
    await store.speakers.find("putin ".repeat(200_000), null);
    const { user, system } = process.cpuUsage(begun);
    expect(user + system).toBeLessThan(1_000_000);
  });
});

describe("on a day of the year", () => {
  test("shows what was said that day by the text's evidence, by year, never what was only published then", async () => {
    await redLines();
    const say = (content: string, said: ReturnType<typeof day>, n: number) =>
      save(store, {
        title: `${n}`,
        outlet: `O${n}`,
        published: said.value,
        quotes: [{ content, speaker: PUTIN, said }],
      });
    await say("“Published only”", day("2020-11-18", "published"), 1);
    await say("“Yesterday's words”", day("2019-11-18", "relative"), 2);
    await say("reported words", day("2021-11-18", "weekday"), 3);
    const page = await store.quotes.onMonthDay("11-18", { viewer: null, offset: 0, limit: 10 });
    expect(page.items.map((quote) => [quote.year, quote.content[0]?.[0]?.text])).toEqual([
      [2021, "Our lines are red,"],
      [2021, "reported words"],
      [2019, "Yesterday's words"],
    ]);
    const brief = await store.quotes.onMonthDay("11-18", { viewer: null, offset: 0, limit: 10, perYear: 1 });
    expect(brief.items.map((quote) => quote.year)).toEqual([2021, 2019]);
    const next = await store.quotes.onMonthDay("11-18", { viewer: null, offset: 2, limit: 1 });
    expect([next.items[0]?.year, next.more]).toEqual([2019, false]);
  });

  test("offers the nearest days, over the year's end too", async () => {
    await save(store, { title: "a", quotes: [{ content: "“New year”", speaker: PUTIN, said: day("2022-01-02") }] });
    await save(store, { title: "b", quotes: [{ content: "“Old year”", speaker: PUTIN, said: day("2020-12-29") }] });
    await save(store, { title: "c", quotes: [{ content: "“Leap”", speaker: PUTIN, said: day("2020-02-29") }] });
    const near = await store.quotes.nearestMonthDays("12-31", null, 5);
    expect(near).toEqual([
      { monthDay: "12-29", quotes: 1 },
      { monthDay: "01-02", quotes: 1 },
      { monthDay: "02-29", quotes: 1 },
    ]);
  });
});

test("a window's quotes come most widely reported first", async () => {
  await redLines();
  const window = { from: "2026-01-01T00:00:00Z", until: "2026-01-01T08:00:00Z" };
  const filters = { about: [], without: [], outlets: [], speakers: [] };
  expect((await store.quotes.inWindow(window, filters, 5)).map((quote) => quote.statement)).toEqual([1, 2]);
  expect((await store.quotes.inWindow(window, { ...filters, speakers: ["Putin"] }, 1)).length).toBe(1);
  expect(await store.quotes.inWindow(window, { ...filters, speakers: ["Nobody"] }, 5)).toEqual([]);
  expect((await store.speakers.mostQuoted(window, filters, 5)).map((speaker) => speaker.quotes)).toEqual([4]);
  const before = { from: "2025-01-01T00:00:00Z", until: "2026-01-01T07:59:59Z" };
  expect(await store.quotes.inWindow(before, filters, 5)).toEqual([]);
});
