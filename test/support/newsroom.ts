// A newsroom that fetches from a web of the test's own, at once and without pauses.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KnownOutlet } from "../../src/model/outlet.ts";
import { openBackRoom } from "../../src/newsroom/back-room.ts";
import type { OpenNewsroom } from "../../src/newsroom/reading.ts";
import { openFetcher } from "../../src/sources/fetch/fetcher.ts";
import { openStore } from "../../src/store/open.ts";
import { silentLog } from "./log.ts";
import type { Web } from "./web.ts";

export interface TestNewsroom extends OpenNewsroom {
  /** Closes everything, the web too. */
  close(): Promise<void>;
}

/** Over a fresh corpus. `hosts`: of the web, that may be fetched from. */
export async function newsroomOn(
  web: Web,
  hosts: readonly string[],
  outlets: readonly KnownOutlet[] = [],
): Promise<TestNewsroom> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-newsroom-"));
  const database = join(folder, "corpus.db");
  const store = await openStore(database);
  const backRoom = openBackRoom({ database, outlets, speakers: [], log: silentLog });
  const fetcher = openFetcher({
    userAgent: "OnRecord/test",
    allowedHosts: hosts.map((host) => `${host}:${web.port}`),
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    pause: async () => {},
    spacingMs: 0,
  });
  return {
    store,
    outlets,
    fetcher,
    backRoom,
    async close() {
      await Promise.all([fetcher.close(), backRoom.close(), web.close()]);
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
