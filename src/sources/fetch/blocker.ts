// Names who turned us away: the service whose marks an error answer carries.

type Headers = Readonly<Record<string, string>>;

/** One row a service; the header marks that give it away. */
const BLOCKERS: readonly { readonly name: string; readonly shows: (headers: Headers) => boolean }[] = [
  { name: "Cloudflare", shows: (headers) => "cf-ray" in headers || /cloudflare/i.test(headers.server ?? "") },
  {
    name: "DataDome",
    shows: (headers) => "x-datadome" in headers || "x-dd-b" in headers || /datadome/i.test(headers["set-cookie"] ?? ""),
  },
  { name: "Akamai", shows: (headers) => /akamai/i.test(headers.server ?? "") || "x-akamai-transformed" in headers },
  { name: "Imperva", shows: (headers) => "x-iinfo" in headers || /incap/i.test(headers["set-cookie"] ?? "") },
  { name: "HUMAN", shows: (headers) => /_px/i.test(headers["set-cookie"] ?? "") || "x-px-block" in headers },
  {
    name: "AWS WAF",
    shows: (headers) => "x-amzn-waf-action" in headers || /awselb|cloudfront/i.test(headers.server ?? ""),
  },
  {
    name: "Fastly",
    shows: (headers) =>
      /fastly|varnish/i.test(`${headers["x-served-by"] ?? ""} ${headers.via ?? ""}`) && "x-served-by" in headers,
  },
  { name: "Sucuri", shows: (headers) => "x-sucuri-id" in headers },
];

/** "403 by Cloudflare", or "403 by example.com" when nobody else shows. */
export function whoBlocked(status: number, headers: Headers, host: string): string {
  return `${status} by ${BLOCKERS.find((blocker) => blocker.shows(headers))?.name ?? host}`;
}
