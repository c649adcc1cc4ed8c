// The newsroom as the program has it: a polite fetcher and a back room, loaded when first used.
import type { Log } from "../model/log.ts";
import type { KnownOutlet } from "../model/outlet.ts";
import type { KnownSpeaker } from "../model/speaker.ts";
import type { OpenNewsroom } from "../newsroom/reading.ts";

export interface ReadingOptions {
  /** The corpus, as `openStore` takes it; it is opened only when something is taken in. */
  readonly database: string;
  readonly outlets: readonly KnownOutlet[];
  readonly speakers: readonly KnownSpeaker[];
  /** Hosts on private addresses that may be fetched from. */
  readonly allowedHosts: readonly string[];
  readonly log: Log;
}

/** Publishers see who asks. */
const USER_AGENT = "OnRecord/0.1 (a bot that quotes news)";

/** What fetches and reads. */
export async function openReading(options: ReadingOptions): Promise<Pick<OpenNewsroom, "fetcher" | "backRoom">> {
  const { database, outlets, speakers, allowedHosts, log } = options;
  const { openFetcher } = await import("../sources/fetch/fetcher.ts");
  const { openBackRoom } = await import("../newsroom/back-room.ts");
  return {
    fetcher: openFetcher({ userAgent: USER_AGENT, allowedHosts }),
    backRoom: openBackRoom({ database, outlets, speakers, log }),
  };
}
