// A corpus that was in use for days lies in memory: what is asked of it now is not what a disk takes to find it.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import pg from "pg";

/**
 * Relations that questions walk through, the largest first: what does not fit drives out what came before. The texts themselves, and
 * their words, are read here and there; fingerprints only when articles come in.
 */
const WALKED = `select c.oid from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'i')
  and c.relname not like 'article_band%' order by pg_relation_size(c.oid) desc`;

export async function warm(address: string): Promise<void> {
  if (!address.startsWith("postgres:")) {
    readBackwards(address);
    return;
  }
  await connected(address, async (client) => {
    await client.query("create extension if not exists pg_prewarm");
    for (const { oid } of (await client.query(WALKED)).rows)
      await client.query("select pg_prewarm($1::regclass)", [oid]);
  });
}

/**
 * A file read from its beginning to its end lies in memory in large pieces (Linux from 6.16 on), and each page that is written walks
 * through the whole piece it lies in. Days of use bring in a page here and a page there.
 */
function readBackwards(file: string): void {
  const descriptor = openSync(file, "r");
  const piece = Buffer.alloc(1 << 16);
  for (let at = fstatSync(descriptor).size; at > 0; ) {
    at = Math.max(0, at - piece.length);
    readSync(descriptor, piece, 0, piece.length, at);
  }
  closeSync(descriptor);
}

/** "on" where the machine gave PostgreSQL huge pages for its buffers; without them each connection finds its way to every page anew. */
export async function hugePages(address: string): Promise<string> {
  return connected(address, async (client) => (await client.query("show huge_pages_status")).rows[0].huge_pages_status);
}

async function connected<Result>(address: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
