// Reads "daily 08:00 Europe/Kyiv about nato -sport from rt,thehill in @channel": what, when, about what, where.
import type { Digest, Filters, Schedule } from "../model/digest.ts";
import { fold, nearest } from "./nearest.ts";
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

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const DAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const DAY_GROUPS: Readonly<Record<string, readonly number[]>> = {
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
  everyday: EVERY_DAY,
};

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
  if (gathered.loose.length > 0)
    return {
      kind: "mistake",
      what: `I do not know what to do with ${gathered.loose.join(" ").slice(0, 60)}. Words to filter by go after about, a place after in.`,
    };

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

function wrongDigest(name: string, digests: readonly Digest[]): ReadWish {
  const names = digests.map((digest) => digest.name);
  const [near] = nearest(name, names);
  const meant = near === undefined ? `There are ${names.join(", ")}.` : `Did you mean ${near}?`;
  return { kind: "mistake", what: `No digest has that name. ${meant}` };
}

/** Sorts the tokens; a string is what is wrong with one. */
function gather(tokens: readonly string[]): Gathered | string {
  const found: Gathered = {
    times: [],
    days: [],
    hourly: false,
    zone: null,
    about: [],
    without: [],
    outlets: [],
    speakers: [],
    place: [],
    loose: [],
  };
  let list: string[] = found.loose;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const word = fold(token);
    const opener = Object.hasOwn(OPENERS, word) ? OPENERS[word]! : null;
    if (opener !== null) {
      list = opener === "at" || opener === "on" ? found.loose : found[opener];
      continue;
    }
    if (list === found.place && found.place.length === 0) {
      found.place.push(token);
      list = found.loose;
      continue;
    }
    const time = readTime(word, fold(tokens[at + 1] ?? ""));
    if (time !== null) {
      found.times.push(time.at);
      at += time.tokens - 1;
      continue;
    }
    if (/^-\p{L}/u.test(token)) found.without.push(token.slice(1));
    else if (list !== found.loose) list.push(token);
    else if (word === "hourly") found.hourly = true;
    else if (daysOf(word) !== null) found.days.push(...daysOf(word)!);
    else if (/^[A-Za-z_]+\/[A-Za-z_/+-]+\d*$|^utc$/i.test(token)) {
      const zone = readZone(token);
      if (zone.kind === "unknown") return unknownZone(token, zone.near);
      found.zone = zone.zone;
    } else found.loose.push(token);
  }
  return found;
}

function unknownZone(typed: string, near: readonly string[]): string {
  const meant = near.length === 0 ? "Write it as Europe/Kyiv." : `Did you mean ${near.slice(0, 2).join(" or ")}?`;
  return `I know no time zone called ${typed.slice(0, 40)}. ${meant}`;
}

/** "08:00", "8am", "8:30 pm", "20.15"; a bare number is no time. */
function readTime(word: string, next: string): { readonly at: string; readonly tokens: number } | null {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(word);
  if (match === null) return null;
  const half = match[3] ?? (next === "am" || next === "pm" ? next : undefined);
  if (half === undefined && match[2] === undefined) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (minute > 59 || hour > (half === undefined ? 23 : 12) || (half !== undefined && hour === 0)) return null;
  const full = half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  const at = `${String(full).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return { at, tokens: match[3] === undefined && half !== undefined ? 2 : 1 };
}

/** "mon", "Thursdays", "mon,thu", "weekdays". */
function daysOf(word: string): readonly number[] | null {
  const days = word
    .split(",")
    .filter(Boolean)
    .map((part): readonly number[] | null => {
      if (Object.hasOwn(DAY_GROUPS, part)) return DAY_GROUPS[part]!;
      const day = part.length < 3 ? -1 : DAY_NAMES.findIndex((name) => name.startsWith(part) || `${name}s` === part);
      return day < 0 ? null : [day + 1];
    });
  return days.length === 0 || days.includes(null) ? null : days.flatMap((list) => list ?? []);
}

function scheduleOf(usual: Schedule, { times, days, hourly }: Gathered): Schedule | string {
  if (times.length > 1) return "One time of day, please: two sendings a day are two subscriptions.";
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
