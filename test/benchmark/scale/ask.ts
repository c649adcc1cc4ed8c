// A process that asks one corpus everything, and prints what it took as JSON: one engine a process, so that memory is its own.
//   node test/benchmark/scale/ask.ts DATABASE_URL
import { openStore } from "../../../src/store/open.ts";
import { type Timing, timed } from "./clock.ts";
import { drawing, questions } from "./questions.ts";
import { askRaw, openRaw } from "./raw.ts";
import { speakersIn } from "./vocabulary.ts";
import { warm } from "./warm.ts";

/** One question's times; `floor`: the raw statement's. */
export interface Asked {
  readonly name: string;
  readonly must: number | null;
  readonly p99: number | null;
  readonly loop: number | null;
  readonly timing: Timing;
  readonly floor: Timing | null;
}

const TRIES = 300;
/** The floor wants no more than its p99. */
const RAW_TRIES = 100;
/** Before the clock runs: machine code is made over the first hundreds, and a bot answers for days. Tries, and seconds if those come first. */
const WARMING = 1_000;
const WARMING_SECONDS = 30;

const [url = ""] = process.argv.slice(2);
await warm(url);
const store = await openStore(url);
const speakers = speakersIn(await store.articles.count());
const raw = await openRaw(url);
const draw = drawing(speakers, 11);
const asked: Asked[] = [];
for (const question of questions(store, drawing(speakers, 7))) {
  const { name, floor, must = null, p99 = null, loop = null, tries = TRIES } = question;
  const until = performance.now() + WARMING_SECONDS * 1_000;
  for (let n = 0; n < WARMING && performance.now() < until; n += 1) await question.ask();
  const timing = await timed(question.ask, tries);
  asked.push({
    ...{ name, must, p99, loop, timing },
    floor: floor === undefined ? null : await timed(() => askRaw(raw, floor, draw), RAW_TRIES),
  });
}
await raw.close();
await store.close();
process.stdout.write(`${JSON.stringify(asked)}\n`);
