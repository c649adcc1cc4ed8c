// A corpus that was in use for days lies in memory: what is asked of it now is not what a disk takes to find it.
import { createReadStream } from "node:fs";
import pg from "pg";

/** Relations that questions walk through; the texts themselves, and their words, are read here and there. */
const WALKED = `select c.oid from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'i')
  order by pg_relation_size(c.oid)`;

export async function warm(address: string): Promise<void> {
  if (!address.startsWith("postgres:")) {
    for await (const _ of createReadStream(address, { highWaterMark: 1 << 24 }));
    return;
  }
  const client = new pg.Client(address);
  await client.connect();
  try {
    await client.query("create extension if not exists pg_prewarm");
    for (const { oid } of (await client.query(WALKED)).rows)
      await client.query("select pg_prewarm($1::regclass)", [oid]);
  } finally {
    await client.end();
  }
}
