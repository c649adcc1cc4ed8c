// The sample corpus: a store of its own in memory, read from config/sample, so that it can never mix with a real corpus.

import type { KnownOutlet } from "../model/outlet.ts";
import type { KnownSpeaker } from "../model/speaker.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { importPaths } from "./import.ts";
import type { Newsroom } from "./intake.ts";

export interface SampleOptions extends Pick<Newsroom, "annotator"> {
  /** The folder with the sample's articles. */
  readonly folder: string;
  readonly outlets: readonly KnownOutlet[];
  readonly speakers: readonly KnownSpeaker[];
  readonly now: Temporal.Instant;
}

/** Reads the sample into a fresh store. @throws when an article of it cannot be read: it is part of the program. */
export async function openSample(options: SampleOptions): Promise<Store> {
  const store = await openStore(":memory:");
  await store.speakers.syncKnownSpeakers(options.speakers);
  const room = { store, annotator: options.annotator, outlets: options.outlets };
  for await (const { outcome, line } of importPaths([options.folder], room, options.now))
    if (outcome === "refused") throw new Error(`The sample corpus is damaged: ${line}`);
  return store;
}
