// Corpora for tests, on the engine that the test run is for: SQLite, or PostgreSQL (vitest.config.ts runs the store's tests on both).
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import { afterAll, afterEach, inject } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";

export const ENGINE = inject("engine");

/** Opens an empty corpus that nobody else has. */
export async function openCorpus(): Promise<Store> {
  return openStore(ENGINE === "sqlite" ? ":memory:" : await corpusAddress());
}

/** Address of an empty corpus for this test alone, which several may open. */
export async function corpusAddress(engine = ENGINE): Promise<string> {
  return engine === "sqlite" ? join(temporaryFolder(), "corpus.db") : emptiedDatabase();
}

const folders: string[] = [];

/** Goes when the tests of the file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-store-"));
  folders.push(folder);
  return folder;
}

let server: Promise<string> | null = null;

/** Address of the server's own database, as its superuser. */
export function serverAddress(): Promise<string> {
  server ??= text(connect(inject("postgresPort"), "127.0.0.1"));
  return server;
}

/** Runs statements as the superuser, in one of the server's databases. */
export async function ask(address: string, ...statements: readonly string[]): Promise<pg.QueryResult> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    let result: pg.QueryResult | null = null;
    for (const statement of statements) result = await client.query(statement);
    return result as pg.QueryResult;
  } finally {
    await client.end();
  }
}

const databases: string[] = [];
let free: string[] = [];

/** A new database without any table. */
export async function newDatabase(): Promise<string> {
  const address = new URL(await serverAddress());
  const name = `onrecord_${randomUUID().replaceAll("-", "")}`;
  await ask(address.href, `create database ${name} encoding 'UTF8' template template0`);
  address.pathname = `/${name}`;
  databases.push(address.href);
  return address.href;
}

/** Deletes what there is, without asking who refers to it; every number begins with 1 again. */
const EMPTY = `do $$ declare one record; begin
  set local session_replication_role = replica;
  for one in select tablename from pg_tables where schemaname = 'public' and tablename <> 'meta' loop
    execute format('delete from %I', one.tablename);
  end loop;
  delete from meta where key <> 'schema';
  for one in select sequencename from pg_sequences where schemaname = 'public' and last_value is not null loop
    execute format('alter sequence %I restart', one.sequencename);
  end loop;
end $$`;

/** Making a database takes long beside emptying one: those of earlier tests are used again. */
async function emptiedDatabase(): Promise<string> {
  const held = free.pop();
  if (held === undefined) return newDatabase();
  await ask(held, EMPTY);
  return held;
}

afterEach(() => {
  free = [...databases];
});

afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  for (const address of databases) {
    const name = new URL(address).pathname.slice(1);
    await ask(await serverAddress(), `drop database if exists ${name} with (force)`);
  }
});
