// The real program as a process in a world of the test's making: its clock goes and its tick comes when the test says so.
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../desk.ts";
import type { Carried, Order, World } from "./simulation.ts";
import { startScript } from "./start-script.ts";

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Program {
  readonly child: ChildProcess;
  /** Resolves when the program has set its minute tick: it is up. */
  readonly up: Promise<void>;
  readonly ended: Promise<Ended>;
  /** Everything it wrote, standard error included. */
  output(): string;
  /** Sets the clock; it stands still or goes on as before. */
  set(now: Temporal.Instant, speed?: number): Promise<Carried>;
  /** Sets the clock if told to, lets the tick come, and resolves when all that it began is over. */
  tick(now?: Temporal.Instant): Promise<Carried>;
  /** How it fares. */
  fare(): Promise<Carried>;
  /** SIGTERM, and how it ended. */
  stop(): Promise<Ended>;
}

const PRELOAD = join(import.meta.dirname, "simulation.ts");
const { variables: SET, flags: FLAGS } = startScript();

/** Starts `main.ts` with these words ("start") and environment variables, in such a world. */
export function startProgram(
  words: readonly string[],
  variables: Readonly<Record<string, string>>,
  world: World,
): Program {
  const child = fork(join(ROOT, "src/main.ts"), [...words], {
    execArgv: [...FLAGS, "--import", PRELOAD],
    env: {
      ...process.env,
      ...SET,
      NO_COLOR: "1",
      TELEGRAM_TOKEN: "",
      DISCORD_TOKEN: "",
      ...variables,
      WORLD: JSON.stringify(world),
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  const waiting = new Map<number, { resolve(told: Carried): void; reject(error: Error): void }>();
  const ended = new Promise<Ended>((resolve) => child.once("close", (code, signal) => resolve({ code, signal })));
  void ended.then(({ code, signal }) => {
    for (const { reject } of waiting.values())
      reject(new Error(`The program ended early (${signal ?? code}): ${output.slice(-2_000)}`));
    waiting.clear();
  });
  child.on("message", (told: Carried) => {
    waiting.get(told.id)?.resolve(told);
    waiting.delete(told.id);
  });
  const heard = (id: number): Promise<Carried> =>
    new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  let orders = 0;
  const order = (wish: Omit<Order, "id">): Promise<Carried> => {
    orders += 1;
    const carried = heard(orders);
    child.send({ ...wish, id: orders } satisfies Order);
    return carried;
  };
  const up = heard(0).then(() => undefined);
  // Who only kills it need not ask whether it came up.
  up.catch(() => undefined);
  return {
    child,
    up,
    ended,
    output: () => output,
    set: (now, speed) => order({ now: now.toString(), ...(speed === undefined ? {} : { speed }) }),
    tick: (now) => order({ tick: true, ...(now === undefined ? {} : { now: now.toString() }) }),
    fare: () => order({}),
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
