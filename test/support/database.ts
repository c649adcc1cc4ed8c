// A PostgreSQL server of one's own, which may be killed and started again.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface DatabaseServer {
  /** Of its own database, as its superuser. */
  readonly address: string;
  /** As the power would: connections break, what was committed stays. */
  kill(): Promise<void>;
  /** On the same port. */
  start(): Promise<void>;
  /** Takes everything away. */
  close(): Promise<void>;
}

export async function startDatabase(): Promise<DatabaseServer> {
  const keeper = spawn(process.execPath, [join(import.meta.dirname, "postgres-keeper.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: keeper.stdout })[Symbol.asyncIterator]();
  const ended = once(keeper, "exit");
  const said = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error("PostgreSQL did not start");
    return String(value);
  };
  const order = async (what: "kill" | "start"): Promise<void> => {
    keeper.stdin.write(`${what}\n`);
    await said();
  };
  return {
    address: await said(),
    kill: () => order("kill"),
    start: () => order("start"),
    async close() {
      keeper.stdin.end();
      await ended;
    },
  };
}
