// One address for one article: tracking and AMP folded away, and a page's claim believed only within its own domain.
import { getDomain } from "tldts";

/** Query parameters that say where a reader came from, not what to show. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|gclsrc|dclid|msclkid|yclid|igshid|igsh|mc_[ce]id|mkt_tok|ref|ref_?src|ref_?url|referrer|cmpid|cmp|ocid|smid|smtyp|sref|src|source|xtor|wt_?mc.*|ns_.*|at_.*|guccounter|guce_.*|ito|spm|soc_.*|share.*|traffic_source|partner|rss|feedtype|cid|mod|amp|outputtype|_ga|hash.*|sh|intcmp|icid|ncid|sr_share|taid|dlbk)$/i;

/**
 * The registrable domain of an address or host: whoever holds it speaks for all under it. Hosts that are lent to others
 * (a blog of blogspot.com, pages of github.io) are domains of their own. Null when there is none.
 */
export function siteOf(address: string): string | null {
  return getDomain(address, { allowPrivateDomains: true });
}

/** The address without fragment, tracking and AMP; the input when it is no http address. */
export function foldAddress(address: string): string {
  let url: URL;
  try {
    url = new URL(unwrapAmpCache(address.trim()));
  } catch {
    return address;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return address;
  url.hash = "";
  url.username = "";
  url.password = "";
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  if (url.hostname.startsWith("amp.") && siteOf(url.hostname) !== url.hostname) url.hostname = url.hostname.slice(4);
  url.pathname = url.pathname
    .replace(/\/amp\/?$/i, "/")
    .replace(/^\/amp\//i, "/")
    .replace(/\.amp(\.html?)?$/i, "$1");
  return url.href.replace(/\?$/, "");
}

/**
 * The address an article is kept under: the page's canonical claim when it lies in the same registrable domain as
 * `url` and names a page rather than the site's front, else `url` itself. Both folded.
 */
export function canonicalAddress(url: string, claims: readonly (string | null)[]): string {
  const own = foldAddress(url);
  const domain = siteOf(own);
  for (const claim of claims) {
    if (claim === null || claim.trim() === "") continue;
    const absolute = absoluteAddress(claim, url);
    if (absolute === null || domain === null || siteOf(absolute) !== domain) continue;
    const folded = foldAddress(absolute);
    const isFront = new URL(folded).pathname.length <= 1;
    if (!isFront || new URL(own).pathname.length <= 1) return folded;
  }
  return own;
}

/** `address` resolved against `base`; null when the result is no http address. */
export function absoluteAddress(address: string, base: string | null): string | null {
  try {
    const url = base === null ? new URL(address.trim()) : new URL(address.trim(), base);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/** Search engines' copies carry the original's address in their path. */
function unwrapAmpCache(address: string): string {
  const match =
    /^https:\/\/(?:www\.)?google\.[a-z.]+\/amp\/(s\/)?(.+)$/i.exec(address) ??
    /^https:\/\/[\w-]+\.cdn\.ampproject\.org\/[a-z]\/(s\/)?(.+)$/i.exec(address);
  return match === null ? address : `http${match[1] === undefined ? "" : "s"}://${match[2]}`;
}
