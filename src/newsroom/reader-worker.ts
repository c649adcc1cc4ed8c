// The worker thread in which pages and feeds from the web are read and articles annotated: whatever they do, they do it here.
import { parentPort, workerData } from "node:worker_threads";
import type { Annotator } from "../language/annotate.ts";
import type { ArticleText } from "../model/article.ts";
import type { KnownOutlet } from "../model/outlet.ts";
import type { KnownSpeaker } from "../model/speaker.ts";
import { readFeed } from "../sources/feed/parse.ts";
import { decodePage } from "../sources/page/decode.ts";
import { readPage } from "../sources/page/read.ts";
import { loadAnnotator } from "./annotator.ts";
import type { Done, Ordered } from "./job-thread.ts";

export type ReaderJob =
  | {
      readonly kind: "page";
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly url: string | null;
    }
  | {
      readonly kind: "feed";
      readonly bytes: Uint8Array;
      readonly headers: Readonly<Record<string, string>>;
      readonly url: string | null;
    }
  | { readonly kind: "article"; readonly article: ArticleText };

const { outlets, speakers } = workerData as {
  readonly outlets: readonly KnownOutlet[];
  readonly speakers: readonly KnownSpeaker[];
};
let annotator: Annotator | null = null;

async function carryOut(job: ReaderJob): Promise<unknown> {
  switch (job.kind) {
    case "page":
      return readPage(decodePage(job.bytes, job.contentType).text, job.url, outlets);
    case "feed":
      return readFeed(job.bytes, job.headers, job.url);
    case "article":
      annotator ??= loadAnnotator(speakers);
      return annotator.annotate(job.article);
  }
}

parentPort?.on("message", async ({ id, job }: Ordered<ReaderJob>) => {
  let done: Done;
  try {
    done = { id, result: await carryOut(job) };
  } catch (error) {
    done = { id, error: String((error as Error).stack ?? error).slice(0, 2_000) };
  }
  parentPort?.postMessage(done);
});
