// The sample articles, imported once a test file and copied for each test: far quicker than to import them anew.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadAnnotator } from "../../src/newsroom/annotator.ts";
import { importPaths } from "../../src/newsroom/import.ts";
import { readCatalogue } from "../../src/settings/catalogue.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { ROOT } from "./desk.ts";

export interface CorpusCopies {
  /** A store of its own with the same articles. */
  open(): Promise<Store>;
  /** Closes and removes every copy. */
  remove(): Promise<void>;
}

/** Imports config/sample, first stored at `now`. */
export async function corpusCopies(now: Temporal.Instant): Promise<CorpusCopies> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-copies-"));
  const original = join(folder, "original.db");
  const { speakers, outlets } = readCatalogue(join(ROOT, "config"));
  const first = await openStore(original);
  await first.speakers.syncKnownSpeakers(speakers);
  const room = { store: first, annotator: loadAnnotator(speakers), outlets };
  for await (const _ of importPaths([join(ROOT, "config/sample")], room, now)) {
    // Each report is a line for a person; here nobody reads them.
  }
  await first.close();
  const copies: Store[] = [];
  return {
    async open() {
      const file = join(folder, `copy-${copies.length}.db`);
      copyFileSync(original, file);
      const store = await openStore(file);
      copies.push(store);
      return store;
    },
    async remove() {
      for (const store of copies) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
