// Articles on their way into the corpus: those that wait while others are taken in are taken in together next, which costs far
// less.
import type { Log } from "../model/log.ts";
import type { BackRoomJob, SentArrival } from "./back-room-worker.ts";
import type { Intake } from "./intake.ts";
import type { JobFailed, JobThread } from "./job-thread.ts";

/** The longest article takes its time; a text that takes longer is none. */
export const ARTICLE_MS = 60_000;

/** More would save little, and whoever wants to write in between waits for all that is ready to be written. */
const TOGETHER = 8;

export interface Incoming {
  /** See BackRoom.takeIn. */
  take(arrival: SentArrival): Promise<Intake>;
}

interface Waiting {
  readonly arrival: SentArrival;
  readonly resolve: (intake: Intake) => void;
  readonly reject: (error: unknown) => void;
}

export function openIncoming(thread: JobThread<BackRoomJob>, log: Log): Incoming {
  const line: Waiting[] = [];
  let isBusy = false;

  async function work(): Promise<void> {
    isBusy = true;
    while (line.length > 0) await takeSome(line.splice(0, TOGETHER));
    isBusy = false;
  }

  async function takeSome(some: readonly Waiting[]): Promise<void> {
    if (some.length > 1) {
      try {
        const intakes = await run(some, false);
        for (const [i, { resolve }] of some.entries()) resolve(intakes[i]!);
        return;
      } catch {
        // One of several may be what all of them failed of.
      }
    }
    for (const one of some) await takeAlone(one).then(one.resolve, one.reject);
  }

  async function takeAlone(one: Waiting): Promise<Intake> {
    let failure: JobFailed | null = null;
    // A thread that was lost may have been ill of an earlier job: a second one gets a try.
    for (let tries = 0; failure === null || (failure.isLost && tries < 2); tries += 1) {
      try {
        return (await run([one], false))[0]!;
      } catch (error) {
        failure = error as JobFailed;
      }
    }
    if (failure.isClosed) throw failure;
    const { article } = one.arrival;
    log.error({ err: failure, article: article.url ?? article.title }, "an article was not annotated");
    return (await run([one], true))[0]!;
  }

  function run(some: readonly Waiting[], isBare: boolean): Promise<readonly Intake[]> {
    const job = { kind: "intake", arrivals: some.map(({ arrival }) => arrival), isBare } as const;
    return thread.run(job, some.length * ARTICLE_MS) as Promise<readonly Intake[]>;
  }

  return {
    take: (arrival) =>
      new Promise((resolve, reject) => {
        line.push({ arrival, resolve, reject });
        if (!isBusy) void work();
      }),
  };
}
