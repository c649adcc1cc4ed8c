// Opens a corpus by its address.
import type { Store } from "./store.ts";

/**
 * Opens (and creates or migrates) the corpus at a path, a `sqlite:` URL, or ":memory:".
 * Throws StoreError, in words for the operator: not a database, made by a newer program, locked, read-only, or PostgreSQL (not yet).
 */
export async function openStore(databaseUrl: string): Promise<Store> {
  throw new Error(`The store is being written: ${databaseUrl}`);
}
