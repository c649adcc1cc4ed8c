// Which addresses may be fetched: public web addresses only, judged again after every name resolution and redirect.
import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Thrown inside a connection attempt, so that no byte goes to an address that is not public. */
export class ForbiddenAddress extends Error {
  override readonly name = "ForbiddenAddress";
}

/** Resolves a name to all its addresses; the system's resolver unless a test brings its own. */
export type Resolver = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** Is this an address that anybody on the Internet could reach? Private, loopback, link-local, metadata and reserved ones are not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  // 6to4, NAT64 and Teredo carry an IPv4 address within and are no "unicast" to ipaddr.js; nothing else to unwrap.
  return true;
}

/** Why an address may not be fetched, in words for a person; null when it may. `allowed`: hosts or host:port an operator opened. */
export function whyForbidden(url: URL, allowed: readonly string[]): string | null {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return `Only http and https addresses are read, not ${url.protocol.slice(0, 20)}`;
  if (isAllowed(url, allowed)) return null;
  if (url.username !== "" || url.password !== "") return "Addresses with a user name in them are not read.";
  if (url.port !== "" && url.port !== "80" && url.port !== "443")
    return `Port ${url.port} is none that news is published on.`;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(host)) return isPublicAddress(host) ? null : "This is an address of a private network.";
  if (
    !host.includes(".") ||
    /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|onion|test|invalid)$/i.test(host)
  ) {
    return "This is a name of a private network.";
  }
  return null;
}

export function isAllowed(url: URL, allowed: readonly string[]): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, "").toLowerCase();
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return allowed.some((entry) => entry.toLowerCase() === host || entry.toLowerCase() === `${host}:${port}`);
}

/**
 * A `lookup` for sockets that refuses a name when any of its addresses is not public: the connection then goes to the
 * very addresses judged here, so that no second answer can slip another one in (DNS rebinding).
 */
export function guardedLookup(allowed: readonly string[], resolve: Resolver = resolveBySystem): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const isOpen = allowed.some((entry) => entry.replace(/:\d+$/, "").toLowerCase() === host.toLowerCase());
        const bad = isOpen ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
        if (bad !== undefined)
          callback(new ForbiddenAddress(`${host} leads to an address of a private network.`), "", 0);
        else if (addresses.length === 0)
          callback(Object.assign(new Error(`${host} has no address.`), { code: "ENOTFOUND" }), "", 0);
        else if (options.all === true)
          callback(
            null,
            addresses.map(({ address, family }) => ({ address, family })),
          );
        else callback(null, addresses[0]!.address, addresses[0]!.family);
      },
      (error) => callback(error as NodeJS.ErrnoException, "", 0),
    );
  };
}

const resolveBySystem: Resolver = (host) =>
  new Promise((done, fail) => {
    systemLookup(host, { all: true }, (error, addresses) => (error === null ? done(addresses) : fail(error)));
  });
