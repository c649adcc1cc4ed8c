// Reads pages and feeds in worker threads with a limit on time and memory, so that no input stalls the chat.
import { Worker } from "node:worker_threads";
import type { KnownOutlet } from "../model/outlet.ts";
import type { FeedResult } from "./feed/feed.ts";
import type { Job } from "./reader-worker.ts";
import type { ReadResult } from "./result.ts";

export interface Reader {
  /** `contentType`: the HTTP header, for the encoding. `url`: where the page came from, after redirects. Never throws. */
  readPage(
    bytes: Uint8Array,
    contentType: string | null,
    url: string | null,
    outlets: readonly KnownOutlet[],
  ): Promise<ReadResult>;
  /** `headers`: of the HTTP answer, lower-case names. Never throws. */
  readFeed(bytes: Uint8Array, headers: Readonly<Record<string, string>>, url: string | null): Promise<FeedResult>;
  close(): Promise<void>;
}

export interface ReaderOptions {
  /** For one page or feed. Milliseconds; 15,000 by default. */
  readonly timeLimitMs?: number;
  /** Threads; 1 by default. */
  readonly threads?: number;
  /** Heap a thread may take. Megabytes; 384 by default. */
  readonly memoryMb?: number;
}

interface Waiting {
  readonly job: Job;
  readonly done: (result: unknown) => void;
}

/** Starts no thread before the first job; an idle thread keeps no process alive. */
export function openReader(options: ReaderOptions = {}): Reader {
  const { timeLimitMs = 15_000, threads = 1, memoryMb = 384 } = options;
  const queue: Waiting[] = [];
  const desks = Array.from({ length: threads }, () => new Desk(timeLimitMs, memoryMb, next));
  let isClosed = false;

  function next(): void {
    for (const desk of desks) {
      if (!desk.isFree) continue;
      const waiting = queue.shift();
      if (waiting === undefined) return;
      desk.run(waiting);
    }
  }

  function submit<T>(job: Job): Promise<T | Refusal> {
    if (isClosed) return Promise.resolve({ kind: "refused", why: "The reader is closed." });
    return new Promise((done) => {
      queue.push({ job, done: done as (result: unknown) => void });
      next();
    });
  }

  return {
    readPage: (bytes, contentType, url, outlets) =>
      submit<ReadResult>({ kind: "page", bytes, contentType, url, outlets }),
    readFeed: (bytes, headers, url) => submit<FeedResult>({ kind: "feed", bytes, headers, url }),
    async close() {
      isClosed = true;
      for (const waiting of queue.splice(0)) waiting.done({ kind: "refused", why: "The reader is closed." });
      await Promise.all(desks.map((desk) => desk.close()));
    },
  };
}

/** Small, so that what a page left behind is swept up before the thread grows. */
const YOUNG_MB = 16;

type Refusal = { readonly kind: "refused"; readonly why: string };

/** One thread and the job it is at. */
class Desk {
  readonly #timeLimitMs: number;
  readonly #memoryMb: number;
  readonly #onFree: () => void;
  #worker: Worker | null = null;
  #current: Waiting | null = null;
  #timer: NodeJS.Timeout | null = null;
  #id = 0;

  constructor(timeLimitMs: number, memoryMb: number, onFree: () => void) {
    this.#timeLimitMs = timeLimitMs;
    this.#memoryMb = memoryMb;
    this.#onFree = onFree;
  }

  get isFree(): boolean {
    return this.#current === null;
  }

  run(waiting: Waiting): void {
    this.#current = waiting;
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#timer = setTimeout(() => this.#giveUp("It took too long to read."), this.#timeLimitMs);
    this.#worker.postMessage({ id: ++this.#id, job: waiting.job });
  }

  async close(): Promise<void> {
    this.#settle({ kind: "refused", why: "The reader is closed." }, false);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./reader-worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#memoryMb, maxYoungGenerationSizeMb: YOUNG_MB, stackSizeMb: 8 },
    });
    worker.on("message", ({ id, result }: { id: number; result: unknown }) => {
      if (id === this.#id) this.#settle(result, true);
    });
    worker.on("error", (error: unknown) => {
      if (worker === this.#worker)
        this.#giveUp(`It could not be read (${String((error as Error).message).slice(0, 100)}).`);
    });
    worker.on("exit", () => {
      if (worker === this.#worker) this.#giveUp("It could not be read.");
    });
    return worker;
  }

  /** The thread is lost to this job: end it; the next job starts another. */
  #giveUp(why: string): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
    this.#settle({ kind: "refused", why }, true);
  }

  #settle(result: unknown, goOn: boolean): void {
    const current = this.#current;
    if (current === null) return;
    this.#current = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#worker?.unref();
    current.done(result);
    if (goOn) this.#onFree();
  }
}
