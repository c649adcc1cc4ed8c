// The newsroom as the program has it: a polite fetcher and a back room, each loaded when first used.
import type { BackRoom, BackRoomOptions } from "../newsroom/back-room.ts";
import type { Fetcher } from "../sources/fetch/fetcher.ts";

/** Publishers see who asks. */
const USER_AGENT = "OnRecord/0.1 (a bot that quotes news)";

/** What fetches; `allowedHosts`: hosts on private addresses that may be fetched from. */
export async function openFetching(allowedHosts: readonly string[]): Promise<Fetcher> {
  const { openFetcher } = await import("../sources/fetch/fetcher.ts");
  return openFetcher({ userAgent: USER_AGENT, allowedHosts });
}

/** What reads and takes in. The corpus is opened only when something is taken in. */
export async function openReading(options: BackRoomOptions): Promise<BackRoom> {
  const { openBackRoom } = await import("../newsroom/back-room.ts");
  return openBackRoom(options);
}
