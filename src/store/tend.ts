// What an operator does to a corpus by hand: check it, copy it, bring its schema up to date.
import type { Store } from "./store.ts";

export interface Tended {
  readonly lines: readonly string[];
  /** False when something is wrong, or was asked wrongly. */
  readonly sound: boolean;
}

const USAGE = "One of: check, backup FILE, migrate.";

/** Runs `check`, `backup FILE` or `migrate` on an open store. */
export async function tendStore(store: Store, [task, file]: readonly string[]): Promise<Tended> {
  switch (task) {
    case "check": {
      const problems = await store.meta.check();
      const counted = `${await store.articles.count()} articles, ${await store.quotes.count()} quotes`;
      return problems.length === 0
        ? { lines: [`Sound: ${counted}.`], sound: true }
        : { lines: [...problems], sound: false };
    }
    case "backup":
      if (file === undefined) return { lines: ["Name the file to write, which must not exist yet."], sound: false };
      await store.meta.backup(file);
      return { lines: [`Copied to ${file}.`], sound: true };
    case "migrate":
      // Opening migrates; here it only remains to be said.
      return { lines: [`The schema is version ${await store.meta.schemaVersion()}, up to date.`], sound: true };
    default:
      return { lines: [USAGE], sound: false };
  }
}
