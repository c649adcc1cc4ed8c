// A newsroom that can fetch: what polling and links need.
import type { KnownOutlet } from "../model/outlet.ts";
import type { Fetcher } from "../sources/fetch/fetcher.ts";
import type { Store } from "../store/store.ts";
import type { BackRoom } from "./back-room.ts";

export interface OpenNewsroom {
  readonly store: Store;
  readonly outlets: readonly KnownOutlet[];
  readonly fetcher: Fetcher;
  readonly backRoom: BackRoom;
}
