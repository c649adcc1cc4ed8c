// The newsroom as the program has it: a polite fetcher and a back room, loaded when first used.
import type { Log } from "../model/log.ts";
import type { KnownOutlet } from "../model/outlet.ts";
import type { KnownSpeaker } from "../model/speaker.ts";
import type { OpenNewsroom } from "../newsroom/reading.ts";
import type { Store } from "../store/store.ts";

export interface NewsroomOptions {
  readonly store: Store;
  /** The same corpus, as `openStore` takes it. */
  readonly database: string;
  readonly outlets: readonly KnownOutlet[];
  readonly speakers: readonly KnownSpeaker[];
  /** Hosts on private addresses that may be fetched from. */
  readonly allowedHosts: readonly string[];
  readonly log: Log;
}

/** Publishers see who asks. */
const USER_AGENT = "OnRecord/0.1 (a bot that quotes news)";

/** A newsroom that can fetch and read. */
export async function openNewsroom(options: NewsroomOptions): Promise<OpenNewsroom> {
  const { store, database, outlets, speakers, allowedHosts, log } = options;
  const { openFetcher } = await import("../sources/fetch/fetcher.ts");
  const { openBackRoom } = await import("../newsroom/back-room.ts");
  const backRoom = openBackRoom({ database, outlets, speakers, log });
  return { store, outlets, fetcher: openFetcher({ userAgent: USER_AGENT, allowedHosts }), backRoom };
}
