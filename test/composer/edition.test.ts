// What an edition tells, what it leaves out, and when it stays silent.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeEdition, editionVariant } from "../../src/composer/edition.ts";
import type { Digest } from "../../src/model/digest.ts";
import { NO_FILTERS } from "../../src/model/digest.ts";
import { plainText } from "../../src/model/post.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { day } from "../store/writing.ts";
import { ALL_SECTIONS, dailyDigest } from "../support/digest.ts";
import { bodies, filled, inlines, NOW, report, WINDOW } from "./desk.ts";

const DAILY = dailyDigest({ sections: ALL_SECTIONS });

let store: Store;
beforeAll(async () => {
  store = await filled();
});
afterAll(() => store.close());

describe("a daily edition", () => {
  it("reads as an editor would have it", async () => {
    const next = NOW.add({ hours: 24 });
    const edition = await composeEdition(store, DAILY, WINDOW, NO_FILTERS, NOW, { zone: "Europe/Berlin", next });
    expect(edition.kind).toBe("edition");
    expect(plainText(edition.post!)).toMatchInlineSnapshot(`
      "Daily digest · 6 Mar 2024
      Harbour to be rebuilt without a toll
      The harbour minister promised on Tuesday to rebuild the burnt harbour of Port Example within five years and to abolish its toll. The harbour burned in January, when sparks from a grain store set the northern quay on fire. (The Lantern)
      “We will rebuild the harbour stone by stone, and nobody will pay a toll for crossing it again”
      Marie Curie, the harbour minister · said 5 Mar 2024 · The Lantern · 2 outlets, 2 wordings
      2 outlets: The Lantern, Gazette · /story 1
      Rain until Friday
      Rain will fall on the whole coast until Friday evening, the weather office said on Tuesday.
      The Lantern · /story 2
      On this date
      2019, 5 years ago
      “A harbour is a promise that a town makes to strangers, and it must be kept.”
      Niels Bohr · said 6 Mar 2019 · Gazette
      Most quoted: Marie Curie 2, Niels Bohr 1
      Next edition Thu 7 Mar, 09:00 · /subscriptions for settings · /why for how this was chosen"
    `);
  });

  it("tells of what it chose and left out", async () => {
    const edition = await composeEdition(store, DAILY, WINDOW, NO_FILTERS, NOW);
    expect(edition.chosen.map(({ section, what, why }) => `${section} ${what}: ${why}`)).toMatchInlineSnapshot(`
      [
        "stories story: reported by 2 outlets",
        "stories quote: words of story 1",
        "stories story: reported by 1 outlet",
        "on-this-date quote: said on this day in 2019",
        "most-quoted speaker: 2 quotes",
        "most-quoted speaker: 1 quote",
      ]
    `);
    expect(JSON.parse(JSON.stringify(edition.chosen))).toEqual(edition.chosen);
  });

  it("is empty when nothing new came in, whatever was said on this date", async () => {
    const quiet = { from: "2024-03-06T07:00:00Z", until: "2024-03-06T08:00:00Z" };
    const silent = await composeEdition(store, DAILY, quiet, NO_FILTERS, NOW);
    expect(silent).toMatchObject({ kind: "empty", post: null });
    const line = await composeEdition(store, { ...DAILY, whenEmpty: "line" }, quiet, NO_FILTERS, NOW);
    expect(line.kind).toBe("empty");
    expect(plainText(line.post!)).toBe("Daily digest: nothing new since the last one.");
  });

  it("shows this date alone where a digest is about nothing else", async () => {
    const digest: Digest = { ...DAILY, sections: [{ section: "on-this-date", limit: 3, card: true }] };
    const edition = await composeEdition(store, digest, WINDOW, NO_FILTERS, NOW);
    expect(edition.kind).toBe("edition");
    expect(plainText(edition.post!)).toContain("2019, 5 years ago");
    expect(edition.post!.blocks.some((block) => block.kind === "picture")).toBe(true);
    const other = await composeEdition(store, digest, WINDOW, NO_FILTERS, NOW.add({ hours: 24 * 3 }));
    expect(other.kind).toBe("empty");
  });

  it("takes the local day for this date", () => {
    const midnight = Temporal.Instant.from("2024-03-05T23:30:00Z");
    expect(editionVariant(midnight, "UTC", null)).toBe("2024-03-05");
    expect(editionVariant(midnight, "Asia/Tokyo", null)).toBe("2024-03-06");
  });

  it("follows one speaker, reported speech told by its whole sentence", async () => {
    const digest: Digest = { ...DAILY, title: "Following", sections: [{ section: "speaker-quotes", limit: 5 }] };
    const filters = { ...NO_FILTERS, speakers: ["Niels Bohr"] };
    const edition = await composeEdition(store, digest, WINDOW, filters, NOW);
    const text = plainText(edition.post!);
    expect(text).toContain("Following: Niels Bohr");
    expect(text).toContain("the opposition denied that the harbour could be rebuilt “without a single loan”");
    expect(text).not.toContain("Marie Curie");
  });
});

describe("a promise kept", () => {
  it("puts nothing between marks that is not verbatim, and interface text uses no marks", async () => {
    const held = await bodies(store);
    const edition = await composeEdition(store, DAILY, WINDOW, NO_FILTERS, NOW);
    for (const span of inlines(edition.post!)) {
      if (span.is === "words") expect(held.some((body) => body.includes(span.text))).toBe(true);
      if (span.is === undefined) expect(span.text).not.toMatch(/["“”„«»]/);
    }
  });

  it("holds for any words, however odd", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme", minLength: 30, maxLength: 120 }), { minLength: 1, maxLength: 4 }),
        async (texts) => {
          const own = await openStore(":memory:");
          const clean = texts.map((text) => text.replace(/[“”\n]/g, "x").toWellFormed());
          const quotes = clean.map((text) => ({
            content: `“${text}”`,
            speaker: "Marie Curie",
            said: day("2024-03-05"),
          }));
          const body = quotes.map(({ content }) => `${content} she said.`).join("\n\n");
          await report(own, {
            title: "Odd",
            outlet: "Odd",
            published: "2024-03-05",
            stored: "2024-03-05T18:00:00Z",
            body,
            quotes,
          });
          const edition = await composeEdition(own, DAILY, WINDOW, NO_FILTERS, NOW);
          if (edition.post !== null)
            for (const span of inlines(edition.post)) if (span.is === "words") expect(body).toContain(span.text);
          await own.close();
        },
      ),
      { numRuns: 15, seed: 7 },
    );
  });
});

describe("variety", () => {
  it("quotes no speaker more than twice and no statement twice", async () => {
    const own = await openStore(":memory:");
    const quotes = Array.from({ length: 6 }, (_, index) => ({
      content: `“Promise number ${index}: we will never close the northern quay again, whatever it costs.”`,
      speaker: "Marie Curie",
      said: day("2024-03-05"),
    }));
    await report(own, {
      title: "Six promises",
      outlet: "Gazette",
      stored: "2024-03-05T18:00:00Z",
      published: "2024-03-05",
      quotes,
    });
    const digest: Digest = { ...DAILY, sections: [{ section: "key-quotes", limit: 6 }] };
    const edition = await composeEdition(own, digest, WINDOW, NO_FILTERS, NOW);
    expect(edition.chosen).toHaveLength(2);
    expect(edition.leftOut[0]?.why).toBe("Marie Curie is quoted 2 times already");
    await own.close();
  });
});
