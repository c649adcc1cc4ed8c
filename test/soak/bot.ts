// The bot as a process to be killed: the program's own wiring on a clock that runs fast, so that leases end in seconds.
// Started by crash.ts with everything it needs in SOAK (JSON).
import { setTimeout as pause } from "node:timers/promises";
import { startBot } from "../../src/app/bot.ts";
import { createLog } from "../../src/log.ts";
import { readDigests } from "../../src/settings/digests.ts";
import { environmentFrom } from "../../src/settings/environment.ts";
import { openStore } from "../../src/store/open.ts";

interface Orders {
  readonly database: string;
  readonly digests: string;
  readonly variables: Record<string, string>;
  /** The clock: `from` at the real millisecond `began`, and `speed` times as fast. */
  readonly from: string;
  readonly began: number;
  readonly speed: number;
}

const orders: Orders = JSON.parse(process.env.SOAK ?? "{}");
const now = (): Temporal.Instant =>
  Temporal.Instant.from(orders.from).add({ milliseconds: Math.round((Date.now() - orders.began) * orders.speed) });

const stopping = new AbortController();
process.on("SIGTERM", () => stopping.abort());
const log = createLog({ level: "error", secrets: [] });
const store = await openStore(orders.database);
const bot = await startBot({
  environment: environmentFrom(orders.variables, "the soak"),
  digests: readDigests(orders.digests),
  store,
  desk: {
    commands: [],
    answer: async () => ({ blocks: [] }),
    complete: async () => [],
    offer: async () => ({ offers: [], next: null }),
  },
  log,
  now,
  signal: stopping.signal,
});
process.stdout.write("up\n");
while (!stopping.signal.aborted) {
  await bot.tick();
  await pause(100);
}
await bot.done;
await store.close();
