// Loaded before the program (`node --import`): its clock, its minute tick, its pauses and its name resolution are then
// its parent's, over IPC. The program itself is the real one, and knows nothing of it.
import dns from "node:dns";
import { registerHooks, syncBuiltinESMExports } from "node:module";
import { monitorEventLoopDelay } from "node:perf_hooks";
import timers from "node:timers/promises";
import { isMainThread } from "node:worker_threads";

/** How the world of the process differs from the real one. */
export interface World {
  /** Where its clock stands at the start. */
  readonly now: string;
  /** How fast the clock goes on from there: 1 is real time, 0 (the default) stands still until it is set. */
  readonly speed?: number;
  /** Factors on the pauses the program makes and on the deadlines it sets. */
  readonly pauses?: number;
  readonly deadlines?: number;
  /** Every name leads to this machine. */
  readonly isLoopback?: boolean;
}

/** What the parent orders: another moment, and perhaps a tick. */
export interface Order {
  readonly id: number;
  readonly now?: string;
  readonly speed?: number;
  readonly tick?: boolean;
}

/** What it hears: the tick is set (id 0), or an order is carried out. */
export interface Carried {
  readonly id: number;
  /** Memory, now and at most so far. Bytes. */
  readonly resident: number;
  readonly peak: number;
  /** The longest that the process answered nobody, since the last time this was told. Milliseconds. */
  readonly deafMs: number;
}

type Task = () => unknown;

function simulate({ now, speed = 0, pauses = 1, deadlines = 1, isLoopback = false }: World): void {
  let clock = { from: Temporal.Instant.from(now), began: performance.now(), speed };
  Temporal.Now.instant = () =>
    clock.from.add({ milliseconds: Math.round((performance.now() - clock.began) * clock.speed) });

  const pause = timers.setTimeout;
  timers.setTimeout = ((milliseconds: number, ...rest: []) => pause(milliseconds * pauses, ...rest)) as typeof pause;
  const deadline = AbortSignal.timeout;
  AbortSignal.timeout = (milliseconds) => deadline.call(AbortSignal, Math.ceil(milliseconds * deadlines));
  if (isLoopback)
    dns.lookup = ((_host: string, _options: object, done: (error: null, addresses: object[]) => void) =>
      done(null, [{ address: "127.0.0.1", family: 4 }])) as unknown as typeof dns.lookup;
  syncBuiltinESMExports();

  const tasks: Task[] = [];
  Object.assign(globalThis, {
    scheduleSimulated(_when: string, task: Task) {
      tasks.push(task);
      tell(0);
      // A schedule keeps its process alive, like the real one's timer.
      const alive = setInterval(() => {}, 2 ** 30);
      return {
        destroy() {
          tasks.splice(tasks.indexOf(task), 1);
          clearInterval(alive);
        },
      };
    },
  });
  registerHooks({
    resolve: (name, context, next) =>
      name === "node-cron"
        ? { url: "data:text/javascript,export const schedule = globalThis.scheduleSimulated;", shortCircuit: true }
        : next(name, context),
  });
  process.on("message", async (order: Order) => {
    clock = {
      from: order.now === undefined ? Temporal.Now.instant() : Temporal.Instant.from(order.now),
      began: performance.now(),
      speed: order.speed ?? clock.speed,
    };
    if (order.tick === true) await Promise.all(tasks.map((task) => task()));
    tell(order.id);
  });
  loop.enable();
  // Whoever started it is gone: nobody would end it.
  process.on("disconnect", () => process.exit(1));
  // The listener alone must not keep the program from ending.
  process.channel?.unref();
}

const loop = monitorEventLoopDelay({ resolution: 2 });

function tell(id: number): void {
  const { rss } = process.memoryUsage();
  // A parent that is gone wants to hear nothing.
  if (process.connected === true)
    process.send?.(
      { id, resident: rss, peak: process.resourceUsage().maxRSS * 1024, deafMs: loop.max / 1e6 } satisfies Carried,
      () => {},
    );
  loop.reset();
}

// A worker thread gets the same flags, and takes all time from the program.
if (isMainThread) simulate(JSON.parse(process.env.WORLD ?? "{}") as World);
