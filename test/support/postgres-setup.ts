// For a whole test run: a PostgreSQL server that starts when the first test asks for its address, and stops with the run.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A port on which this machine says the server's address. */
    readonly postgresPort: number;
    readonly engine: "sqlite" | "postgres";
  }
}

/** One for all projects of a run, each of which loads this file anew. */
interface Run {
  port: Promise<number> | null;
  users: number;
  stop: () => void;
}
const held = globalThis as { onrecordPostgres?: Run };
held.onrecordPostgres ??= { port: null, users: 0, stop: () => {} };
const run = held.onrecordPostgres;

export default async function setup(project: TestProject): Promise<() => void> {
  run.users += 1;
  run.port ??= listen();
  project.provide("postgresPort", await run.port);
  return () => {
    run.users -= 1;
    if (run.users === 0) run.stop();
  };
}

async function listen(): Promise<number> {
  let keeper: ChildProcess | null = null;
  let address: Promise<string> | null = null;
  const start = async (): Promise<string> => {
    const given = process.env.TEST_DATABASE_URL;
    if (given !== undefined && given !== "") return given;
    keeper = spawn(process.execPath, [join(import.meta.dirname, "postgres-keeper.ts")], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const lines = createInterface({ input: keeper.stdout! });
    const [line] = await Promise.race([once(lines, "line"), once(keeper, "exit").then(() => [""])]);
    return String(line);
  };
  const server = createServer((socket) => {
    socket.on("error", () => {});
    address ??= start();
    void address.then((text) => socket.end(text));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  run.stop = () => {
    server.close();
    // The keeper takes the server down when its input ends, as it does should this process be killed.
    keeper?.stdin?.end();
  };
  return (server.address() as AddressInfo).port;
}
