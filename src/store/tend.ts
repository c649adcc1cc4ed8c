// What an operator does with a corpus from the command line: check it, back it up, restore it, move it to another engine.
import { existsSync } from "node:fs";
import { backupTo } from "./backup.ts";
import { type Counts, copyCorpus, type Progress } from "./copy.ts";
import type { Engine } from "./engine.ts";
import { StoreError } from "./failure.ts";
import { NEWEST_SCHEMA } from "./migrate.ts";
import { isFile, openEngine, openStore } from "./open.ts";

/** Lines to print, and whether all is well. */
export interface Tended {
  readonly lines: readonly string[];
  readonly sound: boolean;
}

const USAGE = [
  "Say what to do with the corpus:",
  "  store check           looks for damage",
  "  store migrate         brings it up to this program's schema",
  "  store backup FILE     copies it to a file, while it is in use",
  "  store restore FILE    copies such a file into the corpus, which must be empty",
  "  store copy FROM TO    copies a corpus into an empty one; each a file or postgres://…",
];

/**
 * Carries out `check`, `migrate`, `backup FILE`, `restore FILE` on the corpus at `address`, or `copy FROM TO`. All may be cut short
 * and run again. Expected failures are lines, not throws.
 */
export async function tendStore(address: string, words: readonly string[], tell: Progress = () => {}): Promise<Tended> {
  const [task = "", first, second] = words;
  try {
    if (task === "check") return await check(address);
    if (task === "migrate") return await migrated(address);
    if (task === "backup" && first !== undefined) return await backup(address, first, tell);
    if (task === "restore" && first !== undefined) return await copy(first, address, tell);
    if (task === "copy" && first !== undefined && second !== undefined) return await copy(first, second, tell);
  } catch (error) {
    if (error instanceof StoreError) return { lines: [error.message], sound: false };
    throw error;
  }
  return { lines: MISSING[task] ?? USAGE, sound: false };
}

const MISSING: Readonly<Record<string, readonly string[]>> = {
  backup: ["Name the file to write: store backup FILE"],
  restore: ["Name the file to restore from: store restore FILE"],
  copy: ["Name both corpora: store copy FROM TO"],
};

async function check(address: string): Promise<Tended> {
  const store = await openStore(address);
  try {
    const problems = await store.meta.check();
    const held = `${await store.articles.count()} articles, ${await store.quotes.count()} quotes`;
    if (problems.length === 0) return { lines: [`The corpus is sound: ${held}.`], sound: true };
    return { lines: [`The corpus (${held}) is damaged:`, ...problems.map((problem) => `  ${problem}`)], sound: false };
  } finally {
    await store.close();
  }
}

async function migrated(address: string): Promise<Tended> {
  await (await openStore(address)).close();
  return { lines: [`The corpus has schema ${NEWEST_SCHEMA}, the newest.`], sound: true };
}

async function backup(address: string, file: string, tell: Progress): Promise<Tended> {
  const engine = await openEngine(address);
  try {
    await backupTo(engine, file, tell);
    return { lines: [`Copied the corpus to ${file}.`], sound: true };
  } finally {
    await engine.close();
  }
}

async function copy(from: string, to: string, tell: Progress): Promise<Tended> {
  // Opening makes a file that is not there: a misspelt name would copy nothing.
  if (isFile(from) && !existsSync(from)) throw new StoreError(`There is no corpus at ${from}.`);
  const source = await openEngine(from);
  try {
    const target = await openUnfinished(to);
    try {
      return copied(await copyCorpus(source, target, tell));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function openUnfinished(address: string): Promise<Engine> {
  return openEngine(address, { unfinished: true });
}

function copied(counts: Counts): Tended {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const told = `${counts.article} articles, ${counts.quote} quotes, ${counts.subscription} subscriptions`;
  return { lines: [`Copied ${told}; all ${rows} rows are there, counted table by table.`], sound: true };
}
