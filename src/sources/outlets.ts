// Who published it: the outlet behind an address, a name, or a line that only one outlet prints.
import { getHostname } from "tldts";
import type { KnownOutlet } from "../model/outlet.ts";
import { siteOf } from "./address.ts";
import { bare } from "./lines/clean.ts";

/** The known outlet of an address, else its registrable domain; null when it is no web address. */
export function outletOfUrl(url: string, outlets: readonly KnownOutlet[]): string | null {
  const host = getHostname(url);
  if (host === null || !/^https?:/i.test(url)) return null;
  return knownOutletOfHost(host, outlets)?.name ?? siteOf(host) ?? host;
}

/** The outlet that names this host or the nearest domain above it. */
export function knownOutletOfHost(host: string, outlets: readonly KnownOutlet[]): KnownOutlet | null {
  const bareHost = host.toLowerCase().replace(/\.$/, "");
  let best: KnownOutlet | null = null;
  let longest = 0;
  for (const outlet of outlets) {
    for (const own of outlet.hosts) {
      const belongs = bareHost === own || bareHost.endsWith(`.${own}`);
      if (belongs && own.length > longest) {
        best = outlet;
        longest = own.length;
      }
    }
  }
  return best;
}

/** An outlet's name as the table spells it, from a name or alias in any case. */
export function outletByName(name: string, outlets: readonly KnownOutlet[]): KnownOutlet | null {
  const wanted = nameKey(name);
  return outlets.find((outlet) => [outlet.name, ...outlet.aliases].some((known) => nameKey(known) === wanted)) ?? null;
}

/** The outlet one of whose signs is this very line. */
export function outletOfSign(line: string, outlets: readonly KnownOutlet[]): KnownOutlet | null {
  const key = bare(line);
  return outlets.find((outlet) => outlet.signs.some((sign) => bare(sign) === key)) ?? null;
}

/** The outlet that a line of the site about itself names: by host ("RT.com") or by name; the longest name wins. */
export function outletNamedIn(line: string, outlets: readonly KnownOutlet[]): KnownOutlet | null {
  const words = ` ${bare(line)} `;
  let best: KnownOutlet | null = null;
  let longest = 0;
  for (const outlet of outlets) {
    for (const name of [outlet.name, ...outlet.aliases, ...outlet.hosts]) {
      const key = bare(name);
      if (key.length > longest && key.length >= 3 && words.includes(` ${key} `)) {
        best = outlet;
        longest = key.length;
      }
    }
  }
  return best;
}

function nameKey(name: string): string {
  return bare(name).replace(/^the /, "");
}
