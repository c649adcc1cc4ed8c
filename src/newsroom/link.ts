// A link somebody sent: fetched, read and taken in at once. On a host that is no configured outlet it serves that chat alone.
import { knownOutletOfHost } from "../sources/outlets.ts";
import type { ReadResult } from "../sources/result.ts";
import type { OpenNewsroom } from "./reading.ts";

/** `why`: for the person who sent the link. */
export type LinkResult =
  | { readonly kind: "article"; readonly id: number }
  | { readonly kind: "refused"; readonly why: string };

type ReadingRoom = Pick<OpenNewsroom, "fetcher" | "backRoom">;

/** Fetches and reads the page at `url`; `from`: where it was found, after redirects. Expected failures are results. */
export async function readLink(
  { fetcher, backRoom }: ReadingRoom,
  url: string,
  now: Temporal.Instant,
): Promise<ReadResult & { readonly from: string }> {
  const fetched = await fetcher.fetch(url, { for: "page" }, now);
  if (fetched.kind === "refused" || fetched.kind === "later") return { kind: "refused", why: fetched.why, from: url };
  if (fetched.kind === "unchanged")
    return { kind: "refused", why: "The page says that it has not changed.", from: url };
  const read = await backRoom.readPage(fetched.bytes, fetched.headers["content-type"] ?? null, fetched.url);
  return { ...read, from: fetched.url };
}

/** Reads the page at `url` for a chat (its key). Expected failures are results. */
export async function takeLink(
  room: OpenNewsroom,
  url: string,
  chat: string,
  now: Temporal.Instant,
): Promise<LinkResult> {
  const read = await readLink(room, url, now);
  if (read.kind === "refused") return { kind: "refused", why: read.why };
  const isOurs = knownOutletOfHost(new URL(read.from).hostname, room.outlets) !== null;
  const taken = await room.backRoom.takeIn(read.article, {
    audience: isOurs ? "everyone" : { chat },
    addresses: [read.from, url],
    now,
    isArchive: true,
  });
  return { kind: "article", id: taken.id };
}
