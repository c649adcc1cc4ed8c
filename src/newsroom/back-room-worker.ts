// The back room's thread: whatever pages, feeds and articles from the web do, they do it here.
import { parentPort, workerData } from "node:worker_threads";
import type { KnownOutlet } from "../model/outlet.ts";
import type { KnownSpeaker } from "../model/speaker.ts";
import { readFeed } from "../sources/feed/parse.ts";
import { decodePage } from "../sources/page/decode.ts";
import { readPage } from "../sources/page/read.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import type { WritersWaiting } from "../store/waiting.ts";
import { loadAnnotator } from "./annotator.ts";
import {
  type Annotating,
  type Arrival,
  type IntakeOptions,
  type Newsroom,
  NOT_ANNOTATED,
  takeInAll,
} from "./intake.ts";
import type { Done, Ordered } from "./job-thread.ts";
import { reannotateOne } from "./reannotate.ts";
import { standBack } from "./stand-back.ts";

/** What every thread is begun with. */
export interface BackRoomSetting {
  readonly database: string;
  readonly outlets: readonly KnownOutlet[];
  readonly speakers: readonly KnownSpeaker[];
  readonly waiting: WritersWaiting;
}

/** Its `now` is in milliseconds, for threads hand over no moments. */
export type SentArrival = Omit<Arrival, "options"> & {
  readonly options: Omit<IntakeOptions, "now"> & { readonly now: number };
};

/** `bytes` are decoded here. `isBare`: unannotated. */
export type BackRoomJob =
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
      /** Items wanted. */
      readonly most: number;
    }
  | { readonly kind: "intake"; readonly arrivals: readonly SentArrival[]; readonly isBare: boolean }
  | { readonly kind: "reannotation"; readonly id: number };

const { database, outlets, speakers, waiting } = workerData as BackRoomSetting;
const NOBODY: Annotating = { version: NOT_ANNOTATED.version, annotate: () => NOT_ANNOTATED };

standBack();

let annotator: Annotating | null = null;
let store: Promise<Store> | null = null;

/** Opened when first needed: a page may be read without a corpus. */
async function room(isBare: boolean): Promise<Newsroom> {
  if (!isBare) annotator ??= loadAnnotator(speakers);
  store ??= openStore(database, { waiting, givesWay: true });
  return { store: await store, annotator: (isBare ? null : annotator) ?? NOBODY };
}

function received({ options, ...rest }: SentArrival): Arrival {
  return { ...rest, options: { ...options, now: Temporal.Instant.fromEpochMilliseconds(options.now) } };
}

async function carryOut(job: BackRoomJob): Promise<unknown> {
  switch (job.kind) {
    case "page":
      return readPage(decodePage(job.bytes, job.contentType).text, job.url, outlets);
    case "feed":
      return readFeed(job.bytes, job.headers, job.url, job.most);
    case "intake":
      return takeInAll(job.arrivals.map(received), await room(job.isBare));
    case "reannotation":
      return reannotateOne(await room(false), job.id);
  }
}

parentPort?.on("message", async ({ id, job }: Ordered<BackRoomJob>) => {
  let done: Done;
  try {
    done = { id, result: await carryOut(job) };
  } catch (error) {
    done = { id, error: String((error as Error).stack ?? error).slice(0, 2_000) };
  }
  parentPort?.postMessage(done);
});
