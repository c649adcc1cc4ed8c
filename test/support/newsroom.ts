// A newsroom that fetches from a web of the test's own, at once and without pauses.
import type { KnownOutlet } from "../../src/model/outlet.ts";
import { openReader } from "../../src/newsroom/reader.ts";
import type { OpenNewsroom } from "../../src/newsroom/reading.ts";
import { openFetcher } from "../../src/sources/fetch/fetcher.ts";
import { openStore } from "../../src/store/open.ts";
import { SILENT } from "./log.ts";
import type { Web } from "./web.ts";

export interface TestNewsroom extends OpenNewsroom {
  /** Closes everything, the web too. */
  close(): Promise<void>;
}

/** Over a fresh corpus in memory. `hosts`: of the web, that may be fetched from. */
export async function newsroomOn(
  web: Web,
  hosts: readonly string[],
  outlets: readonly KnownOutlet[] = [],
): Promise<TestNewsroom> {
  const store = await openStore(":memory:");
  const reader = openReader({ outlets, speakers: [], log: SILENT });
  const fetcher = openFetcher({
    userAgent: "OnRecord/test",
    allowedHosts: hosts.map((host) => `${host}:${web.port}`),
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    pause: async () => {},
    spacingMs: 0,
  });
  return {
    store,
    annotator: reader,
    outlets,
    fetcher,
    reader,
    async close() {
      await Promise.all([fetcher.close(), reader.close(), web.close()]);
      await store.close();
    },
  };
}
