// The worker thread in which pages and feeds from the web are read: whatever they do, they do it here.
import { parentPort } from "node:worker_threads";
import type { KnownOutlet } from "../model/outlet.ts";
import { readFeed } from "./feed/parse.ts";
import { decodePage } from "./page/decode.ts";
import { readPage } from "./page/read.ts";

export type Job =
  | {
      readonly kind: "page";
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly url: string | null;
      readonly outlets: readonly KnownOutlet[];
    }
  | {
      readonly kind: "feed";
      readonly bytes: Uint8Array;
      readonly headers: Readonly<Record<string, string>>;
      readonly url: string | null;
    };

parentPort?.on("message", async ({ id, job }: { id: number; job: Job }) => {
  const result =
    job.kind === "page"
      ? readPage(decodePage(job.bytes, job.contentType).text, job.url, job.outlets)
      : await readFeed(job.bytes, job.headers, job.url);
  parentPort?.postMessage({ id, result });
});
