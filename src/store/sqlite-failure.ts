// What is wrong with a database file, in words for the operator.
import type { DatabaseSync } from "node:sqlite";
import { StoreError } from "./failure.ts";

export const BUSY = 5;

export function codeOf(error: unknown): number {
  const code = (error as { errcode?: unknown }).errcode;
  // The low byte is the primary code; the rest says more about it.
  return typeof code === "number" ? code & 0xff : 0;
}

/** Throws StoreError when another program made the database. */
export function refuseStrangers(database: DatabaseSync): void {
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  if (tables.length === 0 || tables.some((table) => table.name === "meta")) return;
  throw new StoreError(
    `the database holds another program's tables (${tables[0]?.name}, …). Name another file in DATABASE_URL.`,
  );
}

/** The error of opening `path`, explained. */
export function explained(path: string, error: unknown): StoreError {
  if (error instanceof StoreError) return new StoreError(`${path}: ${error.message}`);
  const options = { cause: error };
  const code = codeOf(error);
  const system = (error as { code?: unknown }).code;
  if (code === 26 || code === 11) {
    return new StoreError(
      `${path} is no OnRecord corpus (not a readable database). Name another file in DATABASE_URL, or restore a backup.`,
      options,
    );
  }
  if (code === BUSY || code === 6) {
    return new StoreError(`${path} is locked by another program. Close it and start again.`, options);
  }
  if (code === 8 || code === 23 || system === "EACCES" || system === "EROFS" || system === "EPERM") {
    return new StoreError(
      `${path} cannot be written. Give this user write permission to the file and its folder.`,
      options,
    );
  }
  if (code === 14 || system === "ENOTDIR" || system === "EEXIST" || system === "EISDIR") {
    return new StoreError(
      `${path} cannot be opened: it is a folder, or its folder cannot be used. Name a file in DATABASE_URL.`,
      options,
    );
  }
  if (code === 13 || system === "ENOSPC")
    return new StoreError(`${path}: the disk is full. Free some space and start again.`, options);
  return new StoreError(`${path} cannot be opened: ${error instanceof Error ? error.message : String(error)}`, options);
}
