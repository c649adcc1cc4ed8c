// The answers composed for one article, one story, one speaker and one date.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeOnThisDate } from "../../src/composer/on-this-date.ts";
import { composeSpeaker } from "../../src/composer/speaker.ts";
import { composeStory } from "../../src/composer/story.ts";
import { composeSummary } from "../../src/composer/summary.ts";
import { plainText } from "../../src/model/post.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { day } from "../store/writing.ts";
import { bodies, filled, inlines, report } from "./desk.ts";

let store: Store;
beforeAll(async () => {
  store = await filled();
});
afterAll(() => store.close());

describe("an article's summary", () => {
  it("gives verbatim sentences in their order, key quotes, who else is quoted, and links to the sentence", async () => {
    const article = await store.articles.byUrl("https://lantern.example/harbour", null);
    const post = await composeSummary(store, article!, null);
    expect(plainText(post)).toMatchInlineSnapshot(`
      "Harbour to be rebuilt without a toll
      The Lantern · 5 Mar 2024 · article 1
      • The harbour minister promised on Tuesday to rebuild the burnt harbour of Port Example within five years and to abolish its toll. ↗
      • The harbour burned in January, when sparks from a grain store set the northern quay on fire. ↗
      Key quotes
      “We will rebuild the harbour stone by stone, and nobody will pay a toll for crossing it again”
      Marie Curie, the harbour minister · said 5 Mar 2024 · The Lantern · also reported by Gazette · 2 outlets, 2 wordings
      Also quoted: Niels Bohr"
    `);
    const stored = inlines(post).filter((span) => span.is === "stored" && span.text.endsWith("."));
    for (const span of stored) expect(article!.body).toContain(span.text);
    expect(inlines(post).some((span) => span.href?.includes("#:~:text=The%20harbour%20minister"))).toBe(true);
  });

  it("says so when no sentence can be read alone", async () => {
    const own = await openStore(":memory:");
    const id = await report(own, { title: "Nothing", outlet: "Gazette", body: "X\n\nY" });
    const post = await composeSummary(own, (await own.articles.byId(id, null))!, null);
    expect(plainText(post)).toContain("No sentence of it can be read alone.");
    await own.close();
  });
});

describe("a story", () => {
  it("tells what is agreed, then what only some report, then who reported it", async () => {
    const post = await composeStory(store, (await store.stories.byId(1))!);
    expect(plainText(post)).toMatchInlineSnapshot(`
      "Harbour to be rebuilt without a toll
      2 outlets, 2 articles · story 1
      The harbour minister promised on Tuesday to rebuild the burnt harbour of Port Example within five years and to abolish its toll. (The Lantern)
      Only some report
      The harbour burned in January, when sparks from a grain store set the northern quay on fire. (The Lantern)
      Fishing crews have paid the toll since the northern quay was widened forty years ago. (Gazette)
      Key quotes
      “We will rebuild the harbour stone by stone, and nobody will pay a toll for crossing it again”
      Marie Curie, the harbour minister · said 5 Mar 2024 · The Lantern · also reported by Gazette · 2 outlets, 2 wordings
      Who reported it
      • Harbour to be rebuilt without a toll · The Lantern · 5 Mar 2024
      • Minister: no toll in the new harbour · Gazette · 5 Mar 2024"
    `);
  });
});

describe("a speaker's page", () => {
  it("shows roles, months, phrases, outlets, first and latest quote", async () => {
    const own = await filled();
    for (const [month, words] of [
      ["04", "“There will be no toll on bread in this harbour while I hold this office.”"],
      ["05", "“No toll on bread: that is what I promised, and that is what you have.”"],
    ] as const) {
      const date = `2024-${month}-10`;
      await report(own, {
        title: `Toll, month ${month}`,
        outlet: "Gazette",
        published: date,
        stored: `${date}T12:00:00Z`,
        body: `${words} harbour minister Marie Curie said.`,
        quotes: [{ content: words, speaker: "Marie Curie", role: "harbour minister", said: day(date) }],
      });
    }
    const found = await own.speakers.find("curie", null);
    if (found.kind !== "one") throw new Error(found.kind);
    const page = (await own.speakers.page(found.speaker.id, null))!;
    const known = {
      name: "Marie Curie",
      kind: "person",
      gender: "female",
      aliases: [],
      descriptions: [],
      roles: [{ title: "Harbour minister", from: "2023-01-01", until: null }],
    } as const;
    const post = await composeSpeaker(own, page, null, { known, chart: false });
    expect(plainText(post)).toMatchInlineSnapshot(`
      "Marie Curie
      4 quotes
      Roles
      • Harbour minister, since 2023
      Quotes by month: Mar 2024 (2), Apr 2024 (1), May 2024 (1)
      Comes back to
      • “toll on bread” 2 times, first said 10 Apr 2024, latest said 10 May 2024
      Reported most by: Gazette 3, The Lantern 1
      First quote held
      “We will rebuild the harbour stone by stone, and nobody will pay a toll for crossing it again”
      said 5 Mar 2024 · The Lantern · also reported by Gazette · 2 outlets, 2 wordings
      Latest quote
      “No toll on bread: that is what I promised, and that is what you have.”
      said 10 May 2024 · Gazette
      Key quote
      “There will be no toll on bread in this harbour while I hold this office.”
      said 10 Apr 2024 · Gazette"
    `);
    const held = await bodies(own);
    for (const span of inlines(post))
      if (span.is === "words") expect(held.some((body) => body.includes(span.text))).toBe(true);

    const pictured = await composeSpeaker(own, page, null, { chart: true });
    const picture = pictured.blocks.find((block) => block.kind === "picture");
    expect(picture?.picture).toMatchObject({ kind: "chart", bars: expect.any(Array) });
    await own.close();
  });
});

describe("this date", () => {
  const asked = { viewer: null, offset: 0, limit: 5, year: 2024 };
  it("shows what was said, by year", async () => {
    const { post, more } = await composeOnThisDate(store, { ...asked, monthDay: "03-06" });
    expect(plainText(post)).toContain("Said on 6 March\n2019, 5 years ago\n“A harbour is a promise");
    expect(more).toBe(false);
  });

  it("offers the nearest dates where nothing was said", async () => {
    const { post } = await composeOnThisDate(store, { ...asked, monthDay: "03-09" });
    expect(plainText(post)).toBe(
      "Nothing in the corpus was said on 9 March, as far as the texts tell.\nNearest: /today 6 March (1 quote), /today 5 March (3 quotes)",
    );
  });

  it("says so of an empty corpus", async () => {
    const own = await openStore(":memory:");
    const { post } = await composeOnThisDate(own, { ...asked, monthDay: "02-29" });
    expect(plainText(post)).toBe("Nothing in the corpus was said on 29 February, as far as the texts tell.");
    await own.close();
  });
});
