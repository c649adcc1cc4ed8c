// Reads "daily 08:00 Europe/Kyiv about nato -sport from rt,thehill in @channel": what, when, about what, where.
import type { Digest, Filters, Schedule } from "../model/digest.ts";
import { fold, nearest } from "./nearest.ts";
import { echo } from "./reply.ts";
import { daysOf, EVERY_DAY, readTime } from "./times.ts";
import { readZone } from "./zones.ts";

/** A subscription as asked for; names of speakers and outlets are still as typed. */
export interface Wish {
  readonly digest: Digest;
  readonly schedule: Schedule;
  /** Null: the chat's own zone. */
  readonly zone: string | null;
  readonly filters: Filters;
  /** "@channel" or a channel's id; null: here. */
  readonly place: string | null;
}

export type ReadWish =
  | { readonly kind: "wish"; readonly wish: Wish }
  | { readonly kind: "mistake"; readonly what: string };

/** Words that open a list of values, which runs to the next of them, a time, a zone or a -word. */
const OPENERS: Readonly<Record<string, "about" | "outlets" | "speakers" | "place" | "at" | "on">> = {
  about: "about",
  from: "outlets",
  outlet: "outlets",
  speaker: "speakers",
  in: "place",
  at: "at",
  on: "on",
};

/** What the tokens after the digest's name say. */
interface Gathered {
  times: string[];
  days: number[];
  hourly: boolean;
  zone: string | null;
  about: string[];
  without: string[];
  outlets: string[];
  speakers: string[];
  place: string[];
  loose: string[];
}

/** Reads the arguments of `/subscribe`; a mistake is one sentence for the person. */
export function readWish(typed: string, digests: readonly Digest[]): ReadWish {
  const [name = "", ...rest] = typed.split(/\s+/u).filter(Boolean);
  const digest = digests.find((each) => each.name === fold(name));
  if (digest === undefined) return wrongDigest(name, digests);
  const gathered = gather(rest);
  if (typeof gathered === "string") return { kind: "mistake", what: gathered };

  const speakers = listOf(gathered.speakers);
  if (digest.needs === "speaker" && speakers.length === 0) speakers.push(...listOf(gathered.loose.splice(0)));
  if (digest.needs === "speaker" && speakers.length === 0)
    return { kind: "mistake", what: `That digest follows a speaker. Say whom: /subscribe ${digest.name} putin.` };
  takeCity(gathered);
  if (gathered.loose.length > 0) return { kind: "mistake", what: leftOver(gathered.loose) };

  const schedule = scheduleOf(digest.schedule, gathered);
  if (typeof schedule === "string") return { kind: "mistake", what: schedule };
  const filters = {
    about: gathered.about.filter(Boolean),
    without: gathered.without,
    outlets: listOf(gathered.outlets),
    speakers,
  };
  return {
    kind: "wish",
    wish: { digest, schedule, zone: gathered.zone, filters, place: gathered.place.join(" ") || null },
  };
}

/** "new york" is a zone as much as America/New_York, where nothing else stands with it. */
function takeCity(gathered: Gathered): void {
  if (gathered.zone !== null || gathered.loose.length === 0) return;
  const read = readZone(gathered.loose.join(" "));
  if (read.kind !== "zone") return;
  gathered.zone = read.zone;
  gathered.loose = [];
}

function leftOver(loose: readonly string[]): string {
  const words = echo(loose.join(" "));
  if (loose.some((word) => /^\d{1,4}$/.test(word))) return `Write the time of day as 08:00 or 8 am, not ${words}.`;
  return `I do not know what to do with ${words}. Words to filter by go after about, a place after in.`;
}

function wrongDigest(name: string, digests: readonly Digest[]): ReadWish {
  const names = digests.map((digest) => digest.name);
  const [near] = nearest(name, names);
  const meant = near === undefined ? `There are ${names.join(", ")}.` : `Did you mean ${near}?`;
  return { kind: "mistake", what: `No digest has that name. ${meant}` };
}

/** Sorts the tokens; a string is what is wrong with one. */
function gather(tokens: readonly string[]): Gathered | string {
  const found: Gathered = {
    ...{ times: [], days: [], hourly: false, zone: null },
    ...{ about: [], without: [], outlets: [], speakers: [], place: [], loose: [] },
  };
  let list: string[] = found.loose;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const word = fold(token);
    const next = tokens[at + 1] ?? "";
    const opened = openedBy(word, next, found);
    if (opened === "place") {
      found.place.push(next);
      at += 1;
      continue;
    }
    if (opened !== null) {
      list = opened;
      continue;
    }
    const time = readTime(word, fold(next));
    if (time === "impossible" && list !== found.about)
      return `There is no time of day ${token.slice(0, 10)}. Write it as 08:00 or 8:30 pm.`;
    if (time !== null && time !== "impossible") {
      found.times.push(time.at);
      at += time.tokens - 1;
    } else if (/^-\p{L}/u.test(token)) found.without.push(token.slice(1));
    else if (list === found.about) list.push(token);
    else if (daysOf(word) !== null) found.days.push(...daysOf(word)!);
    else if (ZONE.test(token)) {
      const zone = readZone(token);
      if (zone.kind === "unknown") return unknownZone(token, zone.near);
      found.zone = zone.zone;
    } else if (list !== found.loose) list.push(token);
    else if (word === "hourly") found.hourly = true;
    else if (OFFSET.test(token)) return OFFSETS_MOVE;
    else found.loose.push(token);
  }
  return found;
}

const ZONE = /^[A-Za-z_]+\/[A-Za-z_/+-]+\d*$|^utc$/i;
const OFFSET = /^(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?$/i;
const OFFSETS_MOVE = "An offset goes wrong when the clocks change. Name the time zone by a city: Europe/Kyiv.";

/** A place is an @name, a mention or an id: "war in ukraine" names none. */
const PLACE = /^(?:@\w|<#\d|-?\d{5})/;

/** The list a word opens, "place" when a place follows it; null for an ordinary word. */
function openedBy(word: string, next: string, found: Gathered): string[] | "place" | null {
  const opener = Object.hasOwn(OPENERS, word) ? OPENERS[word]! : null;
  switch (opener) {
    case null:
      return null;
    case "place":
      return PLACE.test(next) ? "place" : null;
    case "at":
    case "on":
      return readTime(fold(next), "am") !== null || daysOf(fold(next)) !== null ? found.loose : null;
    default:
      return next === "" ? null : found[opener];
  }
}

function unknownZone(typed: string, near: readonly string[]): string {
  const meant = near.length === 0 ? "Write it as Europe/Kyiv." : `Did you mean ${near.slice(0, 2).join(" or ")}?`;
  return `I know no time zone called ${echo(typed)}. ${meant}`;
}

function scheduleOf(usual: Schedule, { times, days, hourly }: Gathered): Schedule | string {
  if (times.length > 1) return "One time of day, please: a digest comes once a day.";
  if (hourly) return times.length + days.length > 0 ? "Hourly needs no time of day and no weekday." : { every: "hour" };
  if (usual.every === "hour") {
    if (times.length + days.length === 0) return usual;
    if (times.length === 0) return "Add the time of day as well, such as 08:00.";
    return { every: "day", at: times[0]!, days: days.length > 0 ? sorted(days) : EVERY_DAY };
  }
  return { every: "day", at: times[0] ?? usual.at, days: days.length > 0 ? sorted(days) : usual.days };
}

function sorted(days: readonly number[]): readonly number[] {
  return [...new Set(days)].sort((a, b) => a - b);
}

/** "rt,the hill" as two names. */
function listOf(tokens: readonly string[]): string[] {
  return tokens
    .join(" ")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}
