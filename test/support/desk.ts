// A desk over a real store, put together as the program does, without its processes.
import { join } from "node:path";
import { PLAIN, renderPost } from "../../src/chat/terminal/render.ts";
import { terminalRequest } from "../../src/chat/terminal/terminal.ts";
import { allCommands } from "../../src/commands/all.ts";
import { createCompleter } from "../../src/commands/completion.ts";
import type { Desk } from "../../src/commands/desk.ts";
import { createFrontDesk } from "../../src/commands/front-desk.ts";
import type { Log } from "../../src/model/log.ts";
import type { Post } from "../../src/model/post.ts";
import { loadAnnotator } from "../../src/newsroom/annotator.ts";
import { importPaths } from "../../src/newsroom/import.ts";
import { openSample } from "../../src/newsroom/sample.ts";
import { readCatalogue, readOutlets } from "../../src/settings/catalogue.ts";
import { readDigests } from "../../src/settings/digests.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";

export const ROOT = join(import.meta.dirname, "../..");
export const NOW = Temporal.Instant.from("2022-11-18T09:00:00Z");

const SAMPLE = join(ROOT, "config/sample");
const catalogue = readCatalogue(join(ROOT, "config"));
const digests = readDigests(join(ROOT, "digests"));
const annotator = loadAnnotator(catalogue.speakers);

/** Surprises that the desk caught and logged: a test that expects none looks here. */
export interface TestDesk {
  readonly desk: Desk;
  readonly store: Store;
  readonly surprises: unknown[];
  /** Asks as a person at a terminal would. */
  ask(line: string, page?: number, now?: Temporal.Instant): Promise<Post>;
  /** The answer as plain terminal text. */
  say(line: string, page?: number, now?: Temporal.Instant): Promise<string>;
}

/** The sample corpus behind a desk. */
export async function sampleDesk(): Promise<TestDesk> {
  const outlets = readOutlets(join(SAMPLE, "outlets.yaml"));
  const store = await openSample({ folder: SAMPLE, outlets, annotator, speakers: catalogue.speakers, now: NOW });
  return deskOver(store, true);
}

/** A corpus imported from the given paths behind a desk. */
export async function importedDesk(paths: readonly string[], now = NOW): Promise<TestDesk & { lines: string[] }> {
  const store = await openStore(":memory:");
  await store.speakers.syncKnownSpeakers(catalogue.speakers);
  const lines: string[] = [];
  const room = { store, annotator, outlets: catalogue.outlets };
  for await (const { line } of importPaths(paths, room, now)) lines.push(line);
  return { ...deskOver(store, false), lines };
}

/** Any store behind a desk. */
export function deskOver(store: Store, isSample: boolean): TestDesk {
  const surprises: unknown[] = [];
  const log: Log = {
    debug() {},
    info() {},
    warn() {},
    error: (fields) => void surprises.push((fields as { err?: unknown }).err ?? fields),
    child: () => log,
    within: (_, work) => work(),
  };
  const commands = allCommands({
    digests,
    speakers: catalogue.speakers,
    takeLink: async () => ({ kind: "refused", why: "Nothing is fetched here." }),
    feedRoom: {
      findFeed: async () => ({ kind: "none", why: "Nothing is fetched here." }),
      exportFeeds: async () => "<opml/>",
    },
  });
  const corpus = async () => ({ store, isSample, own: store });
  const desk = createFrontDesk({ commands, corpus, complete: createCompleter(digests, () => commands), log });
  const ask = (line: string, page = 1, now = NOW): Promise<Post> => {
    const [, name = "", given = ""] = /^\/(\S*)\s*([\s\S]*)$/u.exec(line) ?? [];
    return desk.answer(terminalRequest({ name: name.toLowerCase(), arguments: given }, page), now);
  };
  return { desk, store, surprises, ask, say: async (...asked) => renderPost(await ask(...asked), PLAIN) };
}
