// What an operator does with a corpus from the command line: check it, copy it, bring it up to date.
import { StoreError } from "./failure.ts";
import { NEWEST_SCHEMA } from "./migrate.ts";
import type { Store } from "./store.ts";

/** Lines to print, and whether all is well. */
export interface Tended {
  readonly lines: readonly string[];
  readonly sound: boolean;
}

const USAGE = ["Say what to do with the corpus:", "  store check", "  store backup FILE", "  store migrate"];

/** Carries out `check`, `backup FILE` or `migrate` (which opening the store has done already). Expected failures are lines, not throws. */
export async function tendStore(store: Store, words: readonly string[]): Promise<Tended> {
  const [task, file] = words;
  if (task === "check") return check(store);
  if (task === "backup" && file !== undefined) return backup(store, file);
  if (task === "migrate") return { lines: [`The corpus has schema ${NEWEST_SCHEMA}, the newest.`], sound: true };
  return { lines: task === "backup" ? ["Name the file to write: store backup FILE"] : USAGE, sound: false };
}

async function check(store: Store): Promise<Tended> {
  const problems = await store.meta.check();
  const held = `${await store.articles.count()} articles, ${await store.quotes.count()} quotes`;
  if (problems.length === 0) return { lines: [`The corpus is sound: ${held}.`], sound: true };
  return { lines: [`The corpus (${held}) is damaged:`, ...problems.map((problem) => `  ${problem}`)], sound: false };
}

async function backup(store: Store, file: string): Promise<Tended> {
  try {
    await store.meta.backup(file);
    return { lines: [`Copied the corpus to ${file}.`], sound: true };
  } catch (error) {
    if (error instanceof StoreError) return { lines: [error.message], sound: false };
    throw error;
  }
}
