// A PostgreSQL server of a test's own, to be stopped, killed and started again; and a line to a server that can be cut.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface PostgresServer {
  readonly address: string;
  /** `stop`: in order, open transactions are rolled back; `kill`: at once. */
  tell(what: "stop" | "kill" | "start"): Promise<void>;
  close(): Promise<void>;
}

/** `how`: words for the keeper, such as where data are kept. */
export async function startPostgres(how: readonly string[] = []): Promise<PostgresServer> {
  const keeper = spawn(process.execPath, [join(import.meta.dirname, "postgres-keeper.ts"), ...how], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: keeper.stdout })[Symbol.asyncIterator]();
  const said = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error("PostgreSQL did not start");
    return String(value);
  };
  return {
    address: await said(),
    tell: async (what) => {
      keeper.stdin.write(`${what}\n`);
      await said();
    },
    close: async () => {
      keeper.stdin.end();
      await once(keeper, "exit");
    },
  };
}

/** What becomes of bytes that a client sends: passed on, kept back, or the line is cut before or after them. */
export type Fate = "pass" | "swallow" | "cut before" | "cut after" | "cut, and pass late";

export interface Line {
  readonly address: string;
  /** Decides for each piece that a client sends. */
  judge: (piece: Buffer) => Fate;
  /** Passes on what is late. */
  release(): Promise<void>;
  close(): void;
}

/** A line to the server at `address`, on a port of its own. */
export async function openLine(address: string): Promise<Line> {
  const target = new URL(address);
  const sockets = new Set<Socket>();
  const late: (() => Promise<void>)[] = [];
  const line = { judge: (_: Buffer): Fate => "pass" };
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    const ends = [client, upstream];
    let isDeaf = false;
    for (const socket of ends) {
      sockets.add(socket);
      socket.on("error", () => {});
    }
    client.on("data", (piece: Buffer) => {
      const fate = line.judge(piece);
      if (fate === "pass") upstream.write(piece);
      if (fate === "cut before") for (const socket of ends) socket.destroy();
      if (fate === "cut after") {
        isDeaf = true;
        upstream.write(piece);
        upstream.once("data", () => client.destroy());
      }
      if (fate === "cut, and pass late") {
        isDeaf = true;
        client.destroy();
        late.push(async () => {
          upstream.end(piece);
          await once(upstream, "close");
        });
      }
    });
    upstream.on("data", (piece: Buffer) => {
      if (!isDeaf) client.write(piece);
    });
    client.on("close", () => {
      if (!isDeaf) upstream.destroy();
    });
    upstream.on("close", () => client.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const own = new URL(address);
  own.port = String((server.address() as AddressInfo).port);
  return Object.assign(line, {
    address: own.href,
    release: async () => {
      for (const pass of late.splice(0)) await pass();
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  });
}
