// A newsroom that can fetch: what polling and links need beside taking articles in.
import type { KnownOutlet } from "../model/outlet.ts";
import type { Fetcher } from "../sources/fetch/fetcher.ts";
import type { Newsroom } from "./intake.ts";
import type { Reader } from "./reader.ts";

export interface OpenNewsroom extends Newsroom {
  readonly fetcher: Fetcher;
  /** Reads beside the program's own thread: no page or feed stalls the chat. */
  readonly reader: Reader;
  readonly outlets: readonly KnownOutlet[];
}
