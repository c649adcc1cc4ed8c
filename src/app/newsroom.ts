// The newsroom as the program has it: a polite fetcher and readers, loaded when first used.
import type { Annotator } from "../language/annotate.ts";
import type { KnownOutlet } from "../model/outlet.ts";
import type { OpenNewsroom } from "../newsroom/reading.ts";
import type { FetcherOptions } from "../sources/fetch/fetcher.ts";
import type { Store } from "../store/store.ts";

export interface NewsroomOptions {
  readonly store: Store;
  readonly annotator: Annotator;
  readonly outlets: readonly KnownOutlet[];
  /** Hosts on private addresses that may be fetched from. */
  readonly allowedHosts: readonly string[];
  /** How it fetches, where that is not as usual: a simulated week has no second to spare between two requests. */
  readonly fetching?: Pick<FetcherOptions, "spacingMs" | "timeoutMs" | "resolve">;
}

/** Publishers see who asks. */
const USER_AGENT = "OnRecord/0.1 (a bot that quotes news)";

/** A newsroom that can fetch and read. */
export async function openNewsroom(options: NewsroomOptions): Promise<OpenNewsroom> {
  const { store, annotator, outlets, allowedHosts, fetching = {} } = options;
  const { openFetcher } = await import("../sources/fetch/fetcher.ts");
  const { openReader } = await import("../sources/reader.ts");
  return {
    store,
    annotator,
    outlets,
    fetcher: openFetcher({ userAgent: USER_AGENT, allowedHosts, ...fetching }),
    reader: openReader(),
  };
}
