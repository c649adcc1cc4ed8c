// An edited speaker table reaches what is stored already: the corpus is annotated again, and may be interrupted.
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { KnownSpeaker } from "../../src/model/speaker.ts";
import { loadAnnotator } from "../../src/newsroom/annotator.ts";
import { importPaths } from "../../src/newsroom/import.ts";
import { takeIn } from "../../src/newsroom/intake.ts";
import { type Reannotating, reannotate, reannotateInTurn, reannotateOne } from "../../src/newsroom/reannotate.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { NOW, ROOT } from "../support/desk.ts";
import { silentLog as log } from "../support/log.ts";

const MERKEL: KnownSpeaker = {
  name: "Angela Dorothea Merkel",
  kind: "person",
  gender: "female",
  aliases: ["Merkel", "Angela Merkel"],
  descriptions: [],
  roles: [],
};

let store: Store;
beforeEach(async () => {
  store = await openStore(":memory:");
  const room = { store, annotator: loadAnnotator([]), outlets: [] };
  for await (const _ of importPaths([join(ROOT, "config/sample")], room, NOW)) {
    // Only the corpus is wanted.
  }
});

async function namesHeld(): Promise<readonly string[]> {
  return (await store.speakers.top(100)).map(({ name }) => name);
}

/** In this thread. */
function within(known: readonly KnownSpeaker[]): Reannotating {
  const annotator = loadAnnotator(known);
  return { version: annotator.version, reannotate: (id) => reannotateOne({ store, annotator }, id) };
}

describe("annotating again", () => {
  it("gives everybody the names of the edited table, and then has nothing left to do", async () => {
    expect(await namesHeld()).toContain("Angela Merkel");
    await store.speakers.syncKnownSpeakers([MERKEL]);
    const articles = await store.articles.count();
    expect(await reannotate(store, within([MERKEL]), log, new AbortController().signal)).toBe(articles);
    expect(await namesHeld()).toContain("Angela Dorothea Merkel");
    expect(await reannotate(store, within([MERKEL]), log, new AbortController().signal)).toBe(0);
  });

  it("goes on where it was stopped", async () => {
    const stop = new AbortController();
    const first = reannotate(store, within([MERKEL]), log, stop.signal);
    setImmediate(() => setImmediate(() => stop.abort()));
    const done = await first;
    const rest = await reannotate(store, within([MERKEL]), log, new AbortController().signal);
    expect(done + rest).toBe(await store.articles.count());
  });

  it("is one process's at a time, and goes on elsewhere when that one is gone", async () => {
    const annotator = within([MERKEL]);
    const left = async () => (await store.articles.outdated(annotator.version, 0, 100)).length;
    const articles = await left();
    expect(articles).toBeGreaterThan(0);
    const standing = new AbortController();
    await store.leases.hold("annotate again", "another", 60_000);
    const waiting = reannotateInTurn(store, annotator, "one", log, standing.signal);
    setImmediate(() => standing.abort());
    await waiting;
    expect(await left()).toBe(articles);
    await store.leases.release("annotate again", "another");
    await reannotateInTurn(store, annotator, "one", log, new AbortController().signal);
    expect(await left()).toBe(0);
    expect(await store.leases.hold("annotate again", "another", 60_000)).toBe(true);
  });

  it("keeps statements with their wordings, and private articles private", async () => {
    const before = (await store.quotes.find({ viewer: null, words: "superficially", offset: 0, limit: 5 })).items[0];
    const annotator = loadAnnotator([]);
    const text = {
      title: "Seen in one chat",
      outlet: null,
      author: null,
      url: "https://stranger.example/a",
      published: { value: "2021-11-18", precision: "day" as const },
      body: "A note about the talks.\n\n“Nobody else shall read this for now,” Chancellor Angela Merkel said on Thursday.",
      posts: [],
    };
    await takeIn(text, { audience: { chat: "telegram:7" }, now: NOW, isArchive: true }, { store, annotator });
    await store.speakers.syncKnownSpeakers([MERKEL]);
    await reannotate(store, within([MERKEL]), log, new AbortController().signal);
    const after = (await store.quotes.find({ viewer: null, words: "superficially", offset: 0, limit: 5 })).items[0];
    expect(after?.wordings).toBe(before?.wordings);
    const query = { words: "nobody else shall read", offset: 0, limit: 5 };
    expect((await store.quotes.find({ viewer: null, ...query })).items).toHaveLength(0);
    const [own] = (await store.quotes.find({ viewer: "telegram:7", ...query })).items;
    expect(own?.speaker?.name).toBe("Angela Dorothea Merkel");
  });
});
