// Threads of one process that write to one SQLite file: whoever has a lot to write sees that others wait.

/**
 * How many wait, and the second in which one last waited long. Made once for a process, and handed to each of its
 * threads that opens the corpus.
 */
export type WritersWaiting = Int32Array<SharedArrayBuffer>;

const COUNT = 0;
const LONG_AT = 1;
/** Of the tenth of a second in which a person should have their answer. */
const LONG_MS = 50;
const REMEMBERED_S = 10;

export function nobodyWaiting(): WritersWaiting {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** Counts itself among them until `work` is over. */
export async function waitingAmong<Result>(waiting: WritersWaiting, work: () => Promise<Result>): Promise<Result> {
  const begun = performance.now();
  Atomics.add(waiting, COUNT, 1);
  try {
    return await work();
  } finally {
    Atomics.sub(waiting, COUNT, 1);
    if (performance.now() - begun > LONG_MS) Atomics.store(waiting, LONG_AT, second());
  }
}

export function isAnybody(waiting: WritersWaiting): boolean {
  return Atomics.load(waiting, COUNT) > 0;
}

/** Has one of them waited long, some seconds ago at most? */
export function waitedLong(waiting: WritersWaiting): boolean {
  return second() - Atomics.load(waiting, LONG_AT) < REMEMBERED_S;
}

/** By a clock that all threads share and nobody sets. */
function second(): number {
  return process.hrtime()[0];
}
