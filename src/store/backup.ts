// A copy of a corpus in one file, whatever engine it is on: a SQLite corpus, which any OnRecord opens or restores from.
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { copyCorpus, type Progress } from "./copy.ts";
import type { Engine } from "./engine.ts";
import { StoreError } from "./failure.ts";
import { migrate } from "./migrate.ts";
import { openSqlite } from "./sqlite.ts";

/** Writes a copy to a file that does not exist yet. It gets its name when it is whole; one cut short is gone on with. */
export async function backupTo(engine: Engine, file: string, tell: Progress = () => {}): Promise<void> {
  if (engine.backup !== null) return engine.backup(file);
  if (existsSync(file)) throw new StoreError(`${file} exists already; name a file that does not`);
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.unfinished`;
  const target = openSqlite(unfinished);
  try {
    await migrate(target);
    await copyCorpus(engine, target, tell);
  } finally {
    await target.close();
  }
  renameSync(unfinished, file);
}
