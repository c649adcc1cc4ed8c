// The back room: one thread beside the program's own that reads pages and feeds, annotates, links and saves, so that
// nobody who asks has to wait for what comes in. One for all of it: each thread takes some 40 MB, and a machine may have
// but two cores.
import type { ArticleText } from "../model/article.ts";
import type { Log } from "../model/log.ts";
import type { KnownOutlet } from "../model/outlet.ts";
import type { KnownSpeaker } from "../model/speaker.ts";
import type { FeedResult } from "../sources/feed/feed.ts";
import type { ReadResult } from "../sources/result.ts";
import { nobodyWaiting, type WritersWaiting } from "../store/waiting.ts";
import type { BackRoomJob, BackRoomSetting } from "./back-room-worker.ts";
import { ARTICLE_MS, openIncoming } from "./incoming.ts";
import type { Intake, IntakeOptions, SeenItem } from "./intake.ts";
import { type JobFailed, JobThread } from "./job-thread.ts";
import type { Reannotating } from "./reannotate.ts";
import { annotatorVersion } from "./weights.ts";

export interface BackRoom extends Reannotating {
  /**
   * `bytes` are given away. `contentType`: the HTTP header, for the encoding. `url`: where the page came from, after
   * redirects. Never throws.
   */
  readPage(bytes: Uint8Array, contentType: string | null, url: string | null): Promise<ReadResult>;
  /** `bytes` are given away. `headers`: of the HTTP answer, lower-case names. Never throws. */
  readFeed(bytes: Uint8Array, headers: Readonly<Record<string, string>>, url: string | null): Promise<FeedResult>;
  /**
   * Takes an article in. One that cannot be annotated is held without quotes, under a version that no annotator has: the
   * next start tries it again. `item`: counts as seen once that is done. Surprises of the store are thrown.
   */
  takeIn(article: ArticleText, options: IntakeOptions, item?: SeenItem): Promise<Intake>;
  close(): Promise<void>;
}

export interface BackRoomOptions {
  /** The corpus, as `openStore` takes it; a file, for a corpus in memory belongs to one thread. */
  readonly database: string;
  readonly outlets: readonly KnownOutlet[];
  readonly speakers: readonly KnownSpeaker[];
  readonly log: Log;
  /** Of the threads that have the corpus open: what comes in lets them go first. */
  readonly waiting?: WritersWaiting;
  /** For one page or feed. Milliseconds; 15,000 by default. */
  readonly timeLimitMs?: number;
  /** Heap the thread may take. Megabytes; 384 by default. */
  readonly memoryMb?: number;
}

/** The longest list a feed may bring in one go. */
const MOST_ITEMS = 200;

/** Starts no thread before the first job. */
export function openBackRoom(options: BackRoomOptions): BackRoom {
  const { database, outlets, speakers, log, timeLimitMs = 15_000, memoryMb = 384 } = options;
  const data: BackRoomSetting = { database, outlets, speakers, waiting: options.waiting ?? nobodyWaiting() };
  const script = new URL("./back-room-worker.ts", import.meta.url);
  const thread = new JobThread<BackRoomJob>({ script, data, memoryMb });

  const incoming = openIncoming(thread, log);
  let version: string | null = null;

  async function read<Result>(job: BackRoomJob, bytes: Uint8Array): Promise<Result | Refusal> {
    try {
      return (await thread.run(job, timeLimitMs, wholeOf(bytes))) as Result;
    } catch (error) {
      return { kind: "refused", why: `It could not be read (${(error as JobFailed).message}).` };
    }
  }

  return {
    get version() {
      version ??= annotatorVersion(speakers);
      return version;
    },
    readPage: (bytes, contentType, url) => read<ReadResult>({ kind: "page", bytes, contentType, url }, bytes),
    readFeed: (bytes, headers, url) => read<FeedResult>({ kind: "feed", bytes, headers, url, most: MOST_ITEMS }, bytes),
    takeIn: (article, { now, ...rest }, item) =>
      incoming.take({
        ...{ article, options: { ...rest, now: now.epochMilliseconds } },
        ...(item === undefined ? {} : { item }),
      }),
    async reannotate(id) {
      try {
        return (await thread.run({ kind: "reannotation", id }, ARTICLE_MS)) as boolean;
      } catch (error) {
        if (!(error as JobFailed).isClosed)
          log.error({ err: error, article: id }, "an article was not annotated again");
        return false;
      }
    },
    close: () => thread.close(),
  };
}

type Refusal = { readonly kind: "refused"; readonly why: string };

/** The buffer to hand over instead of copying it; none when others use it too. */
function wholeOf({ buffer, byteLength }: Uint8Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && byteLength > 0 ? [buffer] : [];
}
