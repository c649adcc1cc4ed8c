// Fetches feeds and pages politely and safely: honest about who asks, conditional, spaced by host, limited in size and
// time, and never from a private network, whatever names and redirects say.
import { setTimeout as pauseFor } from "node:timers/promises";
import { Agent, type Dispatcher, request } from "undici";
import { ForbiddenAddress, guardedLookup, type Resolver, whyForbidden } from "./address-guard.ts";
import { retryAfter } from "./backoff.ts";
import { whoBlocked } from "./blocker.ts";
import { readBody, TooLarge } from "./body.ts";
import { causesOf, whyFailed } from "./failure.ts";
import { flat, headersFor, isReadable, type Kind, validatorsOf } from "./headers.ts";
import type { FetchOutcome, RefusalReason, Validators } from "./outcome.ts";
import { openPlaces } from "./places.ts";
import { openRobots } from "./robots.ts";
import { hostTurns } from "./turns.ts";

export interface FetcherOptions {
  /** Who asks, with an address where to read about it: "OnRecord/1.0 (+https://…)". */
  readonly userAgent: string;
  /** Hosts ("news.lan", "127.0.0.1:8080") that may lie in a private network or on an odd port. */
  readonly allowedHosts?: readonly string[];
  /** Pause between two requests to one host. Milliseconds; 1,000 by default. */
  readonly spacingMs?: number;
  /** For a whole fetch, redirects included. Milliseconds; 20,000 by default. */
  readonly timeoutMs?: number;
  /** Largest body, unpacked. Bytes; 5,000,000 by default. */
  readonly largestBody?: number;
  readonly random?: () => number;
  readonly resolve?: Resolver;
  readonly pause?: (milliseconds: number) => Promise<void>;
}

export interface FetchRequest {
  /** Pages obey robots.txt; a feed is published to be read by programs. */
  readonly for: "feed" | "page";
  readonly validators?: Validators;
}

export interface Fetcher {
  /** `now`: for Retry-After. Never throws. */
  fetch(url: string, request: FetchRequest, now: Temporal.Instant): Promise<FetchOutcome>;
  close(): Promise<void>;
}

const MOST_REDIRECTS = 5;
const LARGEST_ROBOTS = 500 * 1024;
/** Bodies over a quarter of a megabyte; others wait. */
const LARGE_AT_ONCE = 2;
const NO_VALIDATORS: Validators = { etag: null, lastModified: null };
export function openFetcher(options: FetcherOptions): Fetcher {
  const {
    userAgent,
    allowedHosts = [],
    spacingMs = 1_000,
    timeoutMs = 20_000,
    largestBody = 5_000_000,
    random = Math.random,
  } = options;
  const agent = new Agent({
    connect: { lookup: guardedLookup(allowedHosts, options.resolve), timeout: Math.min(10_000, timeoutMs) },
    connections: 1,
    pipelining: 1,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    keepAliveTimeout: 2_000,
    maxHeaderSize: 32_768,
  });
  const turns = hostTurns(() => performance.now(), options.pause ?? ((milliseconds) => pauseFor(milliseconds)));
  const places = openPlaces(LARGE_AT_ONCE);
  const cooling = new Map<string, Temporal.Instant>();
  const robots = openRobots(userAgent.split(/[/ ]/)[0]!, async (url, now) => {
    const outcome = await follow(url, "robots", NO_VALIDATORS, now);
    if (outcome.kind === "fetched") return new TextDecoder().decode(outcome.bytes);
    return outcome.kind === "refused" && outcome.reason !== "address" ? "none" : null;
  });

  async function follow(
    start: string,
    kind: Kind,
    validators: Validators,
    now: Temporal.Instant,
  ): Promise<FetchOutcome> {
    let address = start;
    let movedTo: string | null = null;
    let isPermanent = true;
    const signal = AbortSignal.timeout(timeoutMs + spacingMs * 20);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const url = parse(address);
      const forbidden = url === null ? "This is no address that can be read." : whyForbidden(url, allowedHosts);
      if (url === null || forbidden !== null) return refused("address", forbidden!, movedTo);
      const wait = cooling.get(url.host);
      if (wait !== undefined && Temporal.Instant.compare(wait, now) > 0)
        return later(wait, `${url.host} asked us to wait ${howLong(wait, now)}.`);
      cooling.delete(url.host);
      const rules = kind === "page" ? await robots.rulesFor(url, now) : undefined;
      if (rules === null)
        return later(inMinutes(now, 60, random), `${url.host} did not say what may be read (robots.txt).`);
      if (rules !== undefined && !rules.mayRead(url.href))
        return refused("robots", `${url.host} asks programs not to read this page (robots.txt).`, movedTo);
      const pauseMs = Math.max(spacingMs, rules?.pauseMs ?? 0);
      const step = await turns.take(url.host, pauseMs, () =>
        once(url, kind, hop === 0 || movedTo === address ? validators : NO_VALIDATORS, movedTo, now, signal),
      );
      if (step.kind !== "redirect") return step;
      if (!step.isPermanent) isPermanent = false;
      address = step.to;
      if (isPermanent) movedTo = address;
    }
    return refused("redirects", `More than ${MOST_REDIRECTS} redirects.`, null);
  }

  async function once(
    url: URL,
    kind: Kind,
    validators: Validators,
    movedTo: string | null,
    now: Temporal.Instant,
    signal: AbortSignal,
  ): Promise<FetchOutcome | Redirect> {
    const timer = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const answer = await request(url, {
        method: "GET",
        dispatcher: agent,
        signal: timer,
        headers: headersFor(kind, userAgent, validators),
      });
      return await judge(answer, url, kind, movedTo, now, timer);
    } catch (error) {
      return failure(error, url, now, movedTo);
    }
  }

  async function judge(
    answer: Dispatcher.ResponseData,
    url: URL,
    kind: Kind,
    movedTo: string | null,
    now: Temporal.Instant,
    signal: AbortSignal,
  ): Promise<FetchOutcome | Redirect> {
    const headers = flat(answer.headers);
    const { statusCode } = answer;
    const isGood = statusCode >= 200 && statusCode < 300;
    // A robots.txt need not be read any further (RFC 9309, 2.5).
    const isCut = kind === "robots";
    const largest = isCut ? LARGEST_ROBOTS : largestBody;
    const isTooLarge = !isCut && Number(headers["content-length"]) > largest;
    if (!isGood || isTooLarge || (kind === "page" && !isReadable(headers["content-type"]))) {
      // The rest is not wanted: end the connection rather than read it.
      answer.body.on("error", () => undefined).destroy();
    }
    if (statusCode === 304) return { kind: "unchanged", movedTo, validators: validatorsOf(headers) };
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      const to = parse(headers.location, url.href);
      if (to === null) return refused("redirects", "A redirect leads to no address that can be read.", movedTo);
      return { kind: "redirect", to: to.href, isPermanent: statusCode === 301 || statusCode === 308 };
    }
    if (!isGood) return badStatus(statusCode, headers, url, movedTo, now);
    if (isTooLarge) return refused("too large", `The answer is larger than ${megabytes(largestBody)} MB.`, movedTo);
    if (kind === "page" && !isReadable(headers["content-type"]))
      return refused("kind", `This is no page but ${headers["content-type"]!.slice(0, 60)}.`, movedTo);
    const bytes = await readBody(answer.body, headers["content-encoding"], { largest, isCut, places, signal });
    return { kind: "fetched", url: url.href, movedTo, headers, bytes, validators: validatorsOf(headers) };
  }

  function badStatus(
    status: number,
    headers: Readonly<Record<string, string>>,
    url: URL,
    movedTo: string | null,
    now: Temporal.Instant,
  ): FetchOutcome {
    const wait = retryAfter(headers["retry-after"], now);
    if (status === 429 || (status === 503 && wait !== null)) {
      const until = wait ?? inMinutes(now, 15, random);
      cooling.set(url.host, until);
      if (cooling.size > 5_000) cooling.delete(cooling.keys().next().value!);
      return later(
        until,
        `${url.host} asked us to wait ${howLong(until, now)} (${whoBlocked(status, headers, url.hostname)}).`,
      );
    }
    if (status === 410) return refused("gone", "It is gone for good (410).", movedTo);
    if (status === 404) return refused("missing", "There is nothing at this address (404).", movedTo);
    if (status === 401 || status === 402 || status === 403 || status === 406 || status === 451) {
      return refused("blocked", `We were turned away: ${whoBlocked(status, headers, url.hostname)}.`, movedTo);
    }
    if (status >= 500 || status === 408 || status === 425)
      return later(inMinutes(now, 10, random), `${url.host} has trouble (${status}).`);
    return refused("status", `${url.host} answered ${status}.`, movedTo);
  }

  function failure(error: unknown, url: URL, now: Temporal.Instant, movedTo: string | null): FetchOutcome {
    const causes = causesOf(error);
    const forbidden = causes.find((cause) => cause instanceof ForbiddenAddress);
    if (forbidden !== undefined) return refused("address", forbidden.message, movedTo);
    if (causes.some((cause) => cause instanceof TooLarge))
      return refused("too large", `The answer is larger than ${megabytes(largestBody)} MB.`, movedTo);
    return later(inMinutes(now, 10, random), whyFailed(causes, url));
  }

  return {
    async fetch(url, { for: kind, validators = NO_VALIDATORS }, now) {
      try {
        return await follow(url, kind, validators, now);
      } catch (error) {
        return later(
          inMinutes(now, 10, random),
          `The fetch failed (${String((error as Error).message).slice(0, 100)}).`,
        );
      }
    },
    close: () => agent.destroy(),
  };
}

interface Redirect {
  readonly kind: "redirect";
  readonly to: string;
  readonly isPermanent: boolean;
}

function parse(address: string, base?: string): URL | null {
  try {
    return new URL(address.slice(0, 4096), base);
  } catch {
    return null;
  }
}

function refused(reason: RefusalReason, why: string, movedTo: string | null): FetchOutcome {
  return { kind: "refused", reason, why, movedTo };
}

function later(at: Temporal.Instant, why: string): FetchOutcome {
  return { kind: "later", retryAt: at.toString({ smallestUnit: "second" }), why };
}

/** A few minutes more or less, so that failures do not come back all at once. */
function inMinutes(now: Temporal.Instant, minutes: number, random: () => number): Temporal.Instant {
  return now.add({ seconds: Math.round(minutes * 60 * (1 + random() / 2)) });
}

/** "1 minute", "3 hours", rounded up. */
function howLong(until: Temporal.Instant, now: Temporal.Instant): string {
  const minutes = Math.max(1, Math.ceil(until.since(now).total("minutes")));
  const [many, unit] = minutes < 120 ? [minutes, "minute"] : [Math.ceil(minutes / 60), "hour"];
  return `${many} ${unit}${many === 1 ? "" : "s"}`;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
