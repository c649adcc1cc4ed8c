// A network between a process and a server, which can be cut: connections break, or nothing gets through any more.
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface Network {
  readonly port: number;
  /** Connections break, and new ones are refused as soon as they come, until `heal`. */
  cut(): void;
  /** Nothing gets through, and nobody is told, until `heal`. */
  freeze(): void;
  /** All is well again; what was held back goes on. */
  heal(): void;
  close(): Promise<void>;
}

/** Passes everything on to a port of this machine. */
export async function startNetwork(to: number): Promise<Network> {
  const sockets = new Set<Socket>();
  let state: "well" | "cut" | "frozen" = "well";
  const join = (from: Socket, other: Socket): void => {
    sockets.add(from);
    if (state === "frozen") from.pause();
    from.on("data", (chunk) => {
      other.write(chunk);
    });
    from.on("error", () => other.destroy());
    from.on("close", () => {
      sockets.delete(from);
      other.destroy();
    });
  };
  const server = createServer((near) => {
    if (state === "cut") return void near.destroy();
    const far = connect(to, "127.0.0.1");
    join(near, far);
    join(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const destroyAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      state = "cut";
      destroyAll();
    },
    freeze() {
      state = "frozen";
      for (const socket of sockets) socket.pause();
    },
    heal() {
      state = "well";
      for (const socket of sockets) socket.resume();
    },
    close() {
      destroyAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
