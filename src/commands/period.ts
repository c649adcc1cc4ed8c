// The days between "since" and "until", as typed.
import { readTypedPeriod } from "../language/dates/typed.ts";
import type { Post } from "../model/post.ts";
import { echo, mistake, typed } from "./reply.ts";

/** ISO days, both included; undefined where nothing was asked. */
export interface Period {
  readonly since: string | undefined;
  readonly until: string | undefined;
}

/** Reads both ends; a Post says which one could not be read. */
export function readPeriod(
  since: string | undefined,
  until: string | undefined,
  now: Temporal.Instant,
  zone: string,
): Period | Post {
  const from = since === undefined ? null : readTypedPeriod(since, now, zone);
  const to = until === undefined ? null : readTypedPeriod(until, now, zone);
  if (since !== undefined && from === null) return unreadable(since);
  if (until !== undefined && to === null) return unreadable(until);
  if (from !== null && to !== null && from.from > to.until)
    return mistake("That stretch ends before it begins. Put the earlier date after ", typed("since"), ".");
  return { since: from?.from, until: to?.until };
}

function unreadable(text: string): Post {
  return mistake(
    `I could not read ${echo(text)} as a date. These work: `,
    typed("2021-11-18"),
    ", ",
    typed("18 Nov 2021"),
    ", ",
    typed("Nov 2021"),
    ", ",
    typed("2021"),
    ".",
  );
}
