import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { openCorpus } from "../support/engines.ts";
import { type ArticleIdea, annotationOf, at, day, linksOf, save, textOf } from "./writing.ts";

let store: Store;
beforeEach(async () => {
  store = await openCorpus();
});
afterEach(() => store.close());

const LONG = "The council met in the old town hall and spoke of the bridge for three hours before it voted. ".repeat(5);

const BRIDGE: ArticleIdea = {
  title: "Council votes for the bridge",
  outlet: "The Herald",
  url: "https://herald.example/bridge",
  published: "2026-01-01",
  body: `${LONG}\n\n“We will build it,” the mayor said.\n\n“Not with our money,” the treasurer said.`,
  quotes: [
    { content: "“We will build it,”", speaker: "Anne Hidalgo", said: day("2026-01-01") },
    { content: "“Not with our money,”", speaker: "Bruno Le Maire" },
  ],
};

test("an article comes back as it was saved, under a small number and every address", async () => {
  const result = await save(store, { ...BRIDGE, addresses: ["https://herald.example/amp/bridge"] });
  expect(result).toEqual({ kind: "new", id: 1 });
  const article = await store.articles.byId(1, null);
  expect(article).toMatchObject({
    title: BRIDGE.title,
    outlet: "The Herald",
    body: BRIDGE.body,
    published: { value: "2026-01-01", precision: "day" },
    firstStored: "2026-01-01T08:00:00Z",
    revision: 1,
    audience: "everyone",
  });
  expect(article?.summary.map((sentence) => sentence.text)).toEqual(["The council met in t"]);
  expect((await store.articles.byUrl("https://herald.example/amp/bridge", null))?.id).toBe(1);
  expect(await store.articles.byUrl("https://herald.example/other", null)).toBeNull();
  expect(await store.articles.count()).toBe(1);
  expect(await store.meta.isEmpty()).toBe(false);
});

test("saving twice changes nothing", async () => {
  await save(store, BRIDGE);
  expect(await save(store, BRIDGE)).toEqual({ kind: "unchanged", id: 1 });
  expect(await save(store, { ...BRIDGE, url: null })).toEqual({ kind: "unchanged", id: 1 });
  expect(await store.articles.count()).toBe(1);
  expect(await store.quotes.count()).toBe(2);
  expect(await store.articles.known(textOf(BRIDGE), "everyone", [])).toEqual({ kind: "unchanged", id: 1 });
});

test("the same text at another address is the same article", async () => {
  await save(store, BRIDGE);
  const copy = await save(store, { ...BRIDGE, url: "https://herald.example/2026/bridge" });
  expect(copy).toEqual({ kind: "duplicate", id: 1 });
  expect((await store.articles.byUrl("https://herald.example/2026/bridge", null))?.id).toBe(1);
});

test("a near copy that the newsroom recognised only adds its address", async () => {
  await save(store, { ...BRIDGE, bands: [11, 22, 33] });
  await save(store, { ...BRIDGE, url: "https://a.example/1", body: `${LONG} Other.`, quotes: [], bands: [44] });
  await save(store, { ...BRIDGE, url: "https://c.example/1", outlet: "The Echo", quotes: [], bands: [11, 22] });
  const near = (outlet: string | null) => store.articles.nearDuplicates([22, 33, 99], outlet, null);
  expect(await near("The Post")).toEqual([]);
  expect(await near("THE HERALD")).toEqual([{ id: 1, shared: 2 }]);
  const copy = { ...BRIDGE, url: "https://b.example/1", body: `${BRIDGE.body}!`, duplicateOf: 1 };
  expect(await save(store, copy)).toEqual({ kind: "duplicate", id: 1 });
});

test("short texts with different titles are different articles", async () => {
  await save(store, { title: "Storm in pictures", body: "Watch the video." });
  expect((await save(store, { title: "Flood in pictures", body: "Watch the video." })).kind).toBe("new");
});

test("a changed text at the same address is a new revision; words once shown stay findable", async () => {
  await save(store, BRIDGE);
  const later: ArticleIdea = {
    ...BRIDGE,
    stored: "2026-01-02T08:00:00Z",
    body: `${LONG}\n\n“We will build it,” the mayor said.\n\n“Not with our city's money,” the treasurer said.`,
    quotes: [
      { content: "“We will build it,”", speaker: "Anne Hidalgo", said: day("2026-01-01") },
      { content: "“Not with our city's money,”", speaker: "Bruno Le Maire" },
    ],
  };
  expect(await save(store, later)).toEqual({ kind: "revised", id: 1 });
  const article = await store.articles.byId(1, null);
  expect(article).toMatchObject({ revision: 2, firstStored: "2026-01-01T08:00:00Z", body: later.body });
  const quotes = await store.quotes.ofArticle(1, null);
  expect(quotes.map((quote) => [quote.id, quote.words[0], quote.state])).toEqual([
    [1, "We will build it,", "current"],
    [3, "Not with our city's money,", "current"],
    [2, "Not with our money,", "changed"],
  ]);
  const gone = { ...later, body: LONG, quotes: [] };
  await save(store, gone);
  expect((await store.quotes.ofArticle(1, null)).map((quote) => quote.state)).toEqual([
    "withdrawn",
    "changed",
    "withdrawn",
  ]);
  await save(store, later);
  expect((await store.quotes.ofArticle(1, null)).map((quote) => [quote.id, quote.state])).toEqual([
    [1, "current"],
    [3, "current"],
    [2, "changed"],
  ]);
  await save(store, gone);
  const revisions = (await store.articles.revisions(1, null)).slice(0, 3);
  expect(revisions.map((revision) => revision.body)).toEqual([BRIDGE.body, later.body, LONG]);
  expect((await store.quotes.find({ words: "money", viewer: null, offset: 0, limit: 5 })).items).toHaveLength(2);
});

test("an update is never announced anew", async () => {
  await save(store, BRIDGE);
  await save(store, {
    ...BRIDGE,
    stored: "2026-01-03T08:00:00Z",
    body: `${BRIDGE.body}\n\n“Wait,” a voice said.`,
    quotes: [...(BRIDGE.quotes ?? []), { content: "“Wait,”", speaker: null }],
  });
  const window = { from: "2026-01-02T00:00:00Z", until: "2026-01-04T00:00:00Z" };
  const none = { about: [], without: [], outlets: [], speakers: [] };
  expect(await store.articles.inWindow(window, none, 10)).toEqual([]);
  expect(await store.quotes.inWindow(window, none, 10)).toEqual([]);
});

test("a page linked in one chat shows to that chat alone", async () => {
  const chat = "telegram:-100:7";
  await save(store, BRIDGE);
  const linked = await save(store, {
    title: "Planted claims",
    outlet: "Nowhere",
    url: "https://nowhere.example/x",
    published: "2026-01-01",
    chat,
    story: { to: "new", title: "Planted", terms: [["planted", 1]] },
    quotes: [
      {
        content: "“I never said that,”",
        speaker: "Anne Hidalgo",
        said: day("2026-01-01"),
        link: { to: "statement", id: 1, said: day("1999-01-01") },
      },
    ],
  });
  expect(linked.kind).toBe("new");
  for (const viewer of [null, "telegram:-100:8", "telegram:-100", "discord:1"]) {
    expect(await store.articles.byId(linked.id, viewer)).toBeNull();
    expect(await store.articles.byUrl("https://nowhere.example/x", viewer)).toBeNull();
    expect((await store.articles.search("planted claims", viewer, { offset: 0, limit: 9 })).items).toEqual([]);
    expect((await store.articles.byTitleWords("planted", viewer, { offset: 0, limit: 9 })).items).toEqual([]);
    expect((await store.articles.latest(viewer, { offset: 0, limit: 9 })).items).toHaveLength(1);
    expect((await store.quotes.find({ words: "never said", viewer, offset: 0, limit: 9 })).items).toEqual([]);
    expect((await store.quotes.find({ speaker: 1, viewer, offset: 0, limit: 9 })).items).toHaveLength(1);
    expect((await store.quotes.onMonthDay("01-01", { viewer, offset: 0, limit: 9 })).items).toHaveLength(1);
    expect((await store.statements.byId(1, viewer))?.wordings).toHaveLength(1);
    expect(await store.articles.revisions(linked.id, viewer)).toEqual([]);
  }
  expect((await store.statements.byId(1, null))?.said).toEqual(day("2026-01-01"));
  expect(await store.quotes.byId(1, null)).toMatchObject({ alsoReportedBy: [], outlets: 1, wordings: 1 });
  expect((await store.stories.latest({ offset: 0, limit: 9 })).items).toEqual([]);
  expect(await store.articles.count()).toBe(1);
  expect((await store.articles.outlets()).map((outlet) => outlet.outlet)).toEqual(["The Herald"]);
  expect((await store.speakers.top(9))[0]?.quotes).toBe(1);

  expect((await store.articles.byId(linked.id, chat))?.title).toBe("Planted claims");
  expect((await store.articles.forAnnotation(linked.id))?.audience).toEqual({ chat });
  expect((await store.quotes.find({ speaker: 1, viewer: chat, offset: 0, limit: 9 })).items).toHaveLength(1);
  expect((await store.quotes.find({ words: "never said", viewer: chat, offset: 0, limit: 9 })).items).toHaveLength(1);
});

test("a linked page cannot touch a public article of the same address or text", async () => {
  await save(store, BRIDGE);
  const same = await save(store, { ...BRIDGE, chat: "telegram:1", url: "https://evil.example/copy" });
  expect(same).toEqual({ kind: "duplicate", id: 1 });
  expect(await store.articles.byUrl("https://evil.example/copy", null)).toBeNull();
  expect((await store.articles.byUrl("https://evil.example/copy", "telegram:1"))?.id).toBe(1);
  const other = await save(store, { ...BRIDGE, chat: "telegram:1", body: "Quite another text.", quotes: [] });
  expect(other).toEqual({ kind: "unchanged", id: 1 });
  expect((await store.articles.byId(1, null))?.body).toBe(BRIDGE.body);
});

test("when everyone's article arrives, a copy linked before leads to it", async () => {
  const linked = await save(store, { ...BRIDGE, chat: "telegram:1" });
  const mine = { ...BRIDGE, outlet: "The Herald" };
  const arrived = await save(store, mine);
  expect(arrived).toEqual({ kind: "new", id: 2 });
  expect((await store.articles.byId(linked.id, "telegram:1"))?.id).toBe(2);
  expect((await store.quotes.find({ words: "build", viewer: "telegram:1", offset: 0, limit: 9 })).items).toHaveLength(
    1,
  );
  expect(await store.meta.check()).toEqual([]);
});

test("better rules re-annotate, resumably, and keep the ids of what stays", async () => {
  for (let i = 0; i < 5; i += 1)
    await save(store, { ...BRIDGE, url: `https://h.example/${i}`, body: `${BRIDGE.body} ${i}` });
  expect(await store.articles.outdated("v2", 0, 3)).toEqual([1, 2, 3]);
  const better: ArticleIdea = {
    ...BRIDGE,
    body: `${BRIDGE.body} 0`,
    version: "v2",
    quotes: [{ content: "“Not with our money,”", speaker: "Christine Lagarde" }],
  };
  expect(await store.articles.saveAnnotation(1, 1, annotationOf(better), linksOf(better))).toBe(true);
  expect(await store.articles.saveAnnotation(2, 7, annotationOf(better), linksOf(better))).toBe(false);
  expect(await store.articles.outdated("v2", 0, 3)).toEqual([2, 3, 4]);
  const quotes = await store.quotes.ofArticle(1, null);
  expect(quotes.map((quote) => [quote.id, quote.speaker?.name])).toEqual([[2, "Christine Lagarde"]]);
  expect(await store.quotes.count()).toBe(9);
  expect(await store.meta.check()).toEqual([]);
});

test("outlets are counted, and found by title and words", async () => {
  await save(store, BRIDGE);
  await save(store, {
    ...BRIDGE,
    outlet: "the herald",
    url: "https://herald.example/2",
    body: `${LONG} Snow fell.`,
    title: "Snow",
    quotes: [],
  });
  await save(store, {
    outlet: "Daily Café",
    title: "Trains stop",
    body: "Nothing moved in Zürich.",
    published: "2025-05-05",
  });
  expect(await store.articles.outlets()).toEqual([
    { outlet: "The Herald", articles: 2, quotes: 2, newest: "2026-01-01" },
    { outlet: "Daily Café", articles: 1, quotes: 0, newest: "2025-05-05" },
  ]);
  const hits = await store.articles.search("zurich moved", null, { offset: 0, limit: 5 });
  expect(hits.order).toBe("best");
  expect(hits.items[0]?.passage).toEqual({
    text: "Nothing moved in Zürich.",
    hits: [
      [8, 13],
      [17, 23],
    ],
  });
  expect((await store.articles.byTitleWords("council bridge", null, { offset: 0, limit: 5 })).items).toHaveLength(1);
  const page = await store.articles.latest(null, { offset: 1, limit: 1 });
  expect(page).toMatchObject({ more: true, order: "newest" });
});

test("filters choose what a window shows", async () => {
  await save(store, BRIDGE);
  await save(store, {
    ...BRIDGE,
    outlet: "RT",
    url: "https://rt.example/1",
    body: `${LONG} NATO and sport.`,
    quotes: [],
  });
  await save(store, { ...BRIDGE, outlet: "RT", url: "https://rt.example/2", body: `${LONG} NATO only.`, quotes: [] });
  const window = { from: "2026-01-01T07:00:00Z", until: "2026-01-01T08:00:00Z" };
  const ids = async (filters: object): Promise<number[]> => {
    const all = { about: [], without: [], outlets: [], speakers: [], ...filters };
    return (await store.articles.inWindow(window, all, 10)).map((article) => article.id);
  };
  expect(await ids({})).toEqual([3, 2, 1]);
  expect(await ids({ about: ["nato"], without: ["sport"] })).toEqual([3]);
  expect(await ids({ outlets: ["rt"] })).toEqual([3, 2]);
  expect(await ids({ speakers: ["hidalgo"] })).toEqual([1]);
  expect(await ids({ outlets: ["unheard of"] })).toEqual([]);
  expect(await ids({ about: ["…"] })).toEqual([3, 2, 1]);
  expect(
    await store.articles.inWindow(
      { from: window.until, until: at("2027-01-01T00:00Z").toString() },
      { about: [], without: [], outlets: [], speakers: [] },
      10,
    ),
  ).toEqual([]);
});

test("lone surrogates and zero bytes in a text do no harm, and offsets hold", async () => {
  const body = "A\ud800B\u0000C “kept \udfffwords” here.";
  await save(store, {
    title: "Odd \ud800",
    body,
    quotes: [{ content: "“kept \udfffwords”", speaker: "Nobody\ud800 Known" }],
  });
  const [quote] = await store.quotes.ofArticle(1, null);
  const article = await store.articles.byId(1, null);
  expect(article?.body).toHaveLength(body.length);
  expect(quote?.words[0]).toBe("kept \ufffdwords");
  expect(article?.body).toContain(quote?.words[0]);
});

test("a last word of five letters may go on and finds what begins so, however many words do", async () => {
  const many = Array.from(
    { length: 400 },
    (_, n) => `solarq${n.toString(26).replaceAll(/\d/g, (digit) => "uvwxyzabcd"[Number(digit)]!)}`,
  );
  await save(store, { title: "Many", body: many.join(" ") });
  await save(store, { title: "Solar sails", body: "A quiet day." });
  await save(store, { title: "None", body: "Nothing of the kind." });
  const titles = async (words: string): Promise<(string | null)[]> =>
    (await store.articles.search(words, null, { offset: 0, limit: 9 })).items.map(({ title }) => title).toSorted();
  expect(await titles("solar")).toEqual(["Many", "Solar sails"]);
  expect(await titles("solarq")).toEqual(["Many"]);
  expect(await titles("sails")).toEqual(["Solar sails"]);
  expect(await titles("quiet sail")).toEqual([]);
  expect(await titles("quiet noth")).toEqual([]);
  expect(await titles("quiet solar")).toEqual(["Solar sails"]);
  expect(await titles("none nothi")).toEqual(["None"]);
  expect(await titles("nothi ")).toEqual([]);
  // A headline may still be being typed.
  const headed = await store.articles.byTitleWords("sol", null, { offset: 0, limit: 9 });
  expect(headed.items.map(({ title }) => title)).toEqual(["Solar sails"]);
  // Words that come with a newer text, and those that left with it.
  const { id } = await save(store, { title: "None", url: "https://a.example/s", body: "Solstice." });
  await save(store, { title: "None", url: "https://a.example/s", body: "Solitude." });
  expect((await store.articles.search("solit", null, { offset: 0, limit: 9 })).items.map((one) => one.id)).toEqual([
    id,
  ]);
  expect(await titles("solst")).toEqual([]);
});
