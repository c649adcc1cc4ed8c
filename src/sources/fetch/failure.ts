// Why a connection failed, in words for a person.

/** `causes`: as `causesOf` gives them. One sentence. */
export function whyFailed(causes: readonly Error[], url: URL): string {
  const codes = causes.map(({ name, code }: Error & { code?: unknown }) => (typeof code === "string" ? code : name));
  if (codes.some((code) => /timeout|abort/i.test(code))) return `${url.host} took too long to answer.`;
  if (codes.includes("ENOTFOUND") || codes.includes("EAI_AGAIN"))
    return `There is no host named ${url.hostname}, or its name cannot be looked up now.`;
  if (codes.includes("ECONNREFUSED")) return `${url.host} takes no connections.`;
  if (codes.some((code) => /CERT|TLS|SSL/.test(code))) return `${url.host} has no valid certificate.`;
  if (codes.some((code) => /^(?:Z_|ERR_)|_FORMAT/.test(code)))
    return `${url.host} sent an answer that cannot be unpacked.`;
  return `The connection to ${url.host} broke (${codes[0] ?? "unknown"}).`;
}

/** An error and what caused it, in that order. */
export function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  let next = error;
  while (next instanceof Error && causes.length < 6) {
    causes.push(next);
    if (next instanceof AggregateError) causes.push(...next.errors.filter((inner) => inner instanceof Error));
    next = next.cause;
  }
  return causes;
}
