// What a site's robots.txt lets us read, asked once a day and site (RFC 9309).
import robotsParser from "robots-parser";

/** The package's types describe a default inside the default; at run time it is the function itself. */
const parseRobots = robotsParser as unknown as (
  url: string,
  text: string,
) => {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
};

const KEPT_MS = 24 * 3600 * 1000;
const MOST_SITES = 2_000;
const LONGEST_DELAY_S = 30;

export interface SiteRules {
  /** May the page be read? */
  mayRead(url: string): boolean;
  /** Pause between two requests the site asks for, milliseconds; at most half a minute. */
  readonly pauseMs: number;
}

/** Fetches a robots.txt: its text, "none" where there is none (all is allowed), or null when it cannot be known now. */
export type RobotsFetch = (url: string, now: Temporal.Instant) => Promise<string | "none" | null>;

export interface Robots {
  /** Null when the site's rules cannot be known now: try later. */
  rulesFor(url: URL, now: Temporal.Instant): Promise<SiteRules | null>;
}

const ALL_ALLOWED: SiteRules = { mayRead: () => true, pauseMs: 0 };

/** `agent`: the token sites name us by, "OnRecord". */
export function openRobots(agent: string, fetchText: RobotsFetch): Robots {
  const sites = new Map<string, { readonly until: number; readonly rules: Promise<SiteRules | null> }>();

  async function load(robotsUrl: string, now: Temporal.Instant): Promise<SiteRules | null> {
    const text = await fetchText(robotsUrl, now);
    if (text === null) return null;
    if (text === "none") return ALL_ALLOWED;
    const robots = parseRobots(robotsUrl, text);
    const delay = robots.getCrawlDelay(agent) ?? 0;
    return {
      mayRead: (url) => robots.isAllowed(url, agent) !== false,
      pauseMs: Math.min(LONGEST_DELAY_S, Math.max(0, Number.isFinite(delay) ? delay : 0)) * 1000,
    };
  }

  return {
    async rulesFor(url, now) {
      const nowMs = now.epochMilliseconds;
      const held = sites.get(url.origin);
      if (held !== undefined && held.until > nowMs) return held.rules;
      const rules = load(`${url.origin}/robots.txt`, now);
      sites.delete(url.origin);
      sites.set(url.origin, { until: nowMs + KEPT_MS, rules });
      if (sites.size > MOST_SITES) sites.delete(sites.keys().next().value!);
      const found = await rules;
      if (found === null) sites.delete(url.origin);
      return found;
    },
  };
}
