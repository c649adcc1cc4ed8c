// A worker thread that does one job after another: limited in time and memory, and begun afresh when a job was its end.
import { Worker } from "node:worker_threads";

/** Why a job came to nothing: it failed, the thread broke or was ended under it, or there is no thread any more. */
export class JobFailed extends Error {
  override readonly name = "JobFailed";
  readonly #what: "failed" | "lost" | "closed";

  constructor(message: string, what: "failed" | "lost" | "closed") {
    super(message);
    this.#what = what;
  }

  get isLost(): boolean {
    return this.#what === "lost";
  }

  get isClosed(): boolean {
    return this.#what === "closed";
  }
}

export interface ThreadOptions {
  readonly script: URL;
  /** Given to every thread that is begun. */
  readonly data: unknown;
  /** Heap it may take. Megabytes. */
  readonly memoryMb: number;
}

/** What a thread is sent, and what it answers. */
export interface Ordered<Job> {
  readonly id: number;
  readonly job: Job;
}
export type Done = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly error: string };

interface Waiting<Job> {
  readonly job: Job;
  readonly timeLimitMs: number;
  readonly given: readonly ArrayBuffer[];
  resolve(result: unknown): void;
  reject(error: JobFailed): void;
}

/** Small, so that what a job left behind is swept up before the thread grows. Megabytes. */
const YOUNG_MB = 24;

/** No thread is started before the first job; an idle one keeps no process alive. Callers bound the line by waiting. */
export class JobThread<Job> {
  readonly #options: ThreadOptions;
  readonly #line: Waiting<Job>[] = [];
  #worker: Worker | null = null;
  #current: Waiting<Job> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #id = 0;
  #isClosed = false;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /** `given`: buffers that belong to the thread from now on. Rejects with JobFailed only. */
  run(job: Job, timeLimitMs: number, given: readonly ArrayBuffer[] = []): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(new JobFailed("the thread is closed", "closed"));
      this.#line.push({ job, timeLimitMs, given, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#worker;
    this.#worker = null;
    const waiting = [...(this.#current === null ? [] : [this.#current]), ...this.#line.splice(0)];
    this.#rest();
    for (const { reject } of waiting) reject(new JobFailed("the thread is closed", "closed"));
    await worker?.terminate();
  }

  #next(): void {
    if (this.#current !== null) return;
    const waiting = this.#line.shift();
    if (waiting === undefined) return;
    this.#current = waiting;
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#timer = setTimeout(() => this.#giveUp("it took too long"), waiting.timeLimitMs);
    this.#id += 1;
    this.#worker.postMessage({ id: this.#id, job: waiting.job } satisfies Ordered<Job>, [...waiting.given]);
  }

  #start(): Worker {
    const { script, data, memoryMb } = this.#options;
    const worker = new Worker(script, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB, stackSizeMb: 8 },
    });
    worker.on("message", (done: Done) => {
      if (done.id !== this.#id || worker !== this.#worker) return;
      const current = this.#rest();
      if ("error" in done) current?.reject(new JobFailed(done.error, "failed"));
      else current?.resolve(done.result);
      this.#next();
    });
    worker.on("error", (error: unknown) => {
      if (worker === this.#worker) this.#giveUp(String((error as Error).message).slice(0, 100));
    });
    worker.on("exit", () => {
      if (worker === this.#worker) this.#giveUp("the thread ended");
    });
    return worker;
  }

  /** The thread is lost to this job: end it; the next job starts another. */
  #giveUp(why: string): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
    this.#rest()?.reject(new JobFailed(why, "lost"));
    this.#next();
  }

  /** The job that is over. */
  #rest(): Waiting<Job> | null {
    const current = this.#current;
    this.#current = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#worker?.unref();
    return current;
  }
}
