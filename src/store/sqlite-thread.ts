// A thread that searches a large corpus, so that scoring thousands of texts holds nobody else up.
import { Worker } from "node:worker_threads";
import type { Sql, Value } from "./engine.ts";
import { StoreError } from "./failure.ts";
import type { Answer, Question } from "./sqlite-searcher.ts";

interface Waiting {
  readonly resolve: (rows: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Reads only, on a connection of its own. The thread starts with the first search and never keeps the process alive while idle. */
export class SearchThread {
  readonly #path: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #asked = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** One snapshot for all the statements of `work`. */
  read<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(async () => {
      await this.#ask({ kind: "begin" });
      try {
        return await work(this.#sql);
      } finally {
        await this.#ask({ kind: "end" });
      }
    });
    this.#turn = result.catch(() => {});
    return result;
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#worker?.terminate();
  }

  readonly #sql: Sql = {
    all: async <Row>(text: string, values: readonly Value[] = []) =>
      (await this.#ask({ kind: "all", text, values })) as Row[],
    get: async <Row>(text: string, values: readonly Value[] = []) =>
      (await this.#ask({ kind: "get", text, values })) as Row | undefined,
    run: () => Promise.reject(new StoreError("A search changes nothing")),
    insert: () => Promise.reject(new StoreError("A search changes nothing")),
    numbers: () => Promise.reject(new StoreError("A search changes nothing")),
    send: () => {
      throw new StoreError("A search changes nothing");
    },
    runLast: () => {
      throw new StoreError("A search changes nothing");
    },
  };

  #ask(question: DistributiveOmit<Question, "id">): Promise<unknown> {
    const worker = this.#started();
    this.#asked += 1;
    const id = this.#asked;
    worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ ...question, id });
    });
  }

  #started(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL("./sqlite-searcher.ts", import.meta.url), { workerData: this.#path });
    worker.on("message", (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (this.#waiting.size === 0) worker.unref();
      if ("error" in answer) waiting?.reject(new Error(answer.error));
      else waiting?.resolve(answer.rows);
    });
    const lost = (error: Error): void => {
      if (this.#worker === worker) this.#worker = null;
      for (const waiting of this.#waiting.values()) waiting.reject(error);
      this.#waiting.clear();
    };
    worker.on("error", lost);
    worker.on("exit", () => lost(new Error("The searching thread ended")));
    this.#worker = worker;
    return worker;
  }
}

type DistributiveOmit<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never;
