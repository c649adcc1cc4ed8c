// Writers that stand in line: a commit costs far more than most changes, so those that wait are committed together.
import type { Sql } from "./engine.ts";

export type Work = (sql: Sql) => Promise<unknown>;

/**
 * Does works in one transaction and gives what each gives, once they are durable. Null: one of several failed, nothing holds, and
 * each is to be done again alone. Throws when none is to be done again.
 */
export type Commit = (works: readonly Work[]) => Promise<readonly unknown[] | null>;

/** So many at most are committed together. */
const BATCH = 64;

interface Job {
  readonly work: Work;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

export class WriteLine {
  readonly #commit: Commit;
  #jobs: Job[] = [];
  #draining: Promise<void> | null = null;

  constructor(commit: Commit) {
    this.#commit = commit;
  }

  /** Does `work` in its turn; rejects with what it threw. */
  stand<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#jobs.push({ work, resolve: resolve as (value: never) => void, reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Until nobody stands in it. */
  async empty(): Promise<void> {
    await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#jobs.length > 0) {
      const batch = this.#jobs.splice(0, BATCH);
      if (await this.#settle(batch)) continue;
      for (const job of batch) await this.#settle([job]);
    }
    this.#draining = null;
  }

  /** False: each is to be done again alone. */
  async #settle(jobs: readonly Job[]): Promise<boolean> {
    try {
      const values = await this.#commit(jobs.map(({ work }) => work));
      if (values === null) return false;
      for (const [i, job] of jobs.entries()) job.resolve(values[i] as never);
    } catch (error) {
      for (const job of jobs) job.reject(error);
    }
    return true;
  }
}
