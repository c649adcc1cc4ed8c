// How the newsroom reads what was fetched: passed in, so that hostile pages and feeds may be read in a worker.
import type { KnownOutlet } from "../model/outlet.ts";
import type { FeedResult } from "../sources/feed/feed.ts";
import type { Fetcher } from "../sources/fetch/fetcher.ts";
import type { ReadResult } from "../sources/result.ts";
import type { Newsroom } from "./intake.ts";

export interface Readers {
  feed(bytes: Uint8Array, headers: Readonly<Record<string, string>>, url: string): Promise<FeedResult>;
  page(bytes: Uint8Array, contentType: string | null, url: string): Promise<ReadResult>;
}

/** A newsroom that can fetch. */
export interface OpenNewsroom extends Newsroom {
  readonly fetcher: Fetcher;
  readonly readers: Readers;
  readonly outlets: readonly KnownOutlet[];
}
