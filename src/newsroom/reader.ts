// Reads pages and feeds, and annotates articles, in one thread beside the program's own: whatever comes in, nobody who
// asks has to wait for it. One thread for all of it, for each takes some 40 MB and a machine may have but two cores.
import type { Annotation } from "../model/annotation.ts";
import type { ArticleText } from "../model/article.ts";
import type { Log } from "../model/log.ts";
import type { KnownOutlet } from "../model/outlet.ts";
import type { KnownSpeaker } from "../model/speaker.ts";
import type { FeedResult } from "../sources/feed/feed.ts";
import type { ReadResult } from "../sources/result.ts";
import type { Annotating } from "./intake.ts";
import { JobFailed, JobThread } from "./job-thread.ts";
import type { ReaderJob } from "./reader-worker.ts";
import { annotatorVersion } from "./weights.ts";

export interface Reader extends Annotating {
  /**
   * `bytes` are given away. `contentType`: the HTTP header, for the encoding. `url`: where the page came from, after
   * redirects. Never throws.
   */
  readPage(bytes: Uint8Array, contentType: string | null, url: string | null): Promise<ReadResult>;
  /** `bytes` are given away. `headers`: of the HTTP answer, lower-case names. Never throws. */
  readFeed(bytes: Uint8Array, headers: Readonly<Record<string, string>>, url: string | null): Promise<FeedResult>;
  /** An article that cannot be annotated gets nothing, under a version that no annotator has: it is tried again later. */
  annotate(article: ArticleText): Promise<Annotation>;
  close(): Promise<void>;
}

export interface ReaderOptions {
  readonly outlets: readonly KnownOutlet[];
  readonly speakers: readonly KnownSpeaker[];
  readonly log: Log;
  /** For one page or feed. Milliseconds; 15,000 by default. */
  readonly timeLimitMs?: number;
  /** Heap the thread may take. Megabytes; 384 by default. */
  readonly memoryMb?: number;
}

/** The longest article takes its time; a text that takes longer is none. */
const ANNOTATION_MS = 60_000;
const NOT_ANNOTATED: Annotation = { version: "none", quotes: [], summary: [], terms: [] };

/** Starts no thread before the first job. */
export function openReader({ outlets, speakers, log, timeLimitMs = 15_000, memoryMb = 384 }: ReaderOptions): Reader {
  const script = new URL("./reader-worker.ts", import.meta.url);
  const thread = new JobThread<ReaderJob>({ script, data: { outlets, speakers }, memoryMb });
  let isClosed = false;

  async function read<Result>(job: ReaderJob, bytes: Uint8Array): Promise<Result | Refusal> {
    try {
      return (await thread.run(job, timeLimitMs, wholeOf(bytes))) as Result;
    } catch (error) {
      return { kind: "refused", why: `It could not be read (${(error as JobFailed).message}).` };
    }
  }

  /** A thread that was lost may have been ill of an earlier job: a second one gets a try. */
  async function annotate(article: ArticleText): Promise<Annotation> {
    for (let isSecond = false; ; isSecond = true) {
      try {
        return (await thread.run({ kind: "article", article }, ANNOTATION_MS)) as Annotation;
      } catch (error) {
        if (isClosed) throw error;
        if (!isSecond && error instanceof JobFailed && error.isLost) continue;
        log.error({ err: error, article: article.url ?? article.title }, "an article was not annotated");
        return NOT_ANNOTATED;
      }
    }
  }

  return {
    version: annotatorVersion(speakers),
    annotate,
    readPage: (bytes, contentType, url) => read<ReadResult>({ kind: "page", bytes, contentType, url }, bytes),
    readFeed: (bytes, headers, url) => read<FeedResult>({ kind: "feed", bytes, headers, url }, bytes),
    close() {
      isClosed = true;
      return thread.close();
    },
  };
}

type Refusal = { readonly kind: "refused"; readonly why: string };

/** The buffer to hand over instead of copying it; none when others use it too. */
function wholeOf({ buffer, byteLength }: Uint8Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && byteLength > 0 ? [buffer] : [];
}
