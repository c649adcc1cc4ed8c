// A link somebody sent: fetched, read and taken in at once. On a host that is no configured outlet it serves that chat alone.
import { knownOutletOfHost } from "../sources/outlets.ts";
import type { OpenNewsroom } from "./reading.ts";

/** `why`: for the person who sent the link. */
export type LinkResult =
  | { readonly kind: "article"; readonly id: number }
  | { readonly kind: "refused"; readonly why: string };

/** Reads the page at `url` for a chat (its key). Expected failures are results. */
export async function takeLink(
  room: OpenNewsroom,
  url: string,
  chat: string,
  now: Temporal.Instant,
): Promise<LinkResult> {
  const fetched = await room.fetcher.fetch(url, { for: "page" }, now);
  if (fetched.kind === "refused" || fetched.kind === "later") return { kind: "refused", why: fetched.why };
  if (fetched.kind === "unchanged") return { kind: "refused", why: "The page says that it has not changed." };
  const read = await room.backRoom.readPage(fetched.bytes, fetched.headers["content-type"] ?? null, fetched.url);
  if (read.kind === "refused") return read;
  const isOurs = knownOutletOfHost(new URL(fetched.url).hostname, room.outlets) !== null;
  const taken = await room.backRoom.takeIn(read.article, {
    audience: isOurs ? "everyone" : { chat },
    addresses: [fetched.url, url],
    now,
    isArchive: true,
  });
  return { kind: "article", id: taken.id };
}
