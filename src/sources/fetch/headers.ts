// The headers we send, and what is read from those that come back.
import type { Dispatcher } from "undici";
import type { Validators } from "./outcome.ts";

const ACCEPT = {
  feed: "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
  page: "text/html, application/xhtml+xml, text/plain;q=0.8",
  robots: "text/plain, */*;q=0.5",
} as const;

/** What is fetched. */
export type Kind = keyof typeof ACCEPT;

export function headersFor(kind: Kind, userAgent: string, validators: Validators): Record<string, string> {
  return {
    "user-agent": userAgent,
    accept: ACCEPT[kind],
    "accept-encoding": "gzip, br, deflate",
    "accept-language": "en, *;q=0.5",
    ...(validators.etag === null ? {} : { "if-none-match": validators.etag }),
    ...(validators.lastModified === null ? {} : { "if-modified-since": validators.lastModified }),
  };
}

/** Lower-case names, one value each. */
export function flat(headers: Dispatcher.ResponseData["headers"]): Record<string, string> {
  const one: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) one[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : String(value);
  }
  return one;
}

export function validatorsOf(headers: Readonly<Record<string, string>>): Validators {
  return { etag: headers.etag?.slice(0, 500) ?? null, lastModified: headers["last-modified"]?.slice(0, 100) ?? null };
}

/** May it be a page? */
export function isReadable(contentType: string | undefined): boolean {
  return contentType === undefined || /^(?:text\/|application\/(?:xhtml|xml))/i.test(contentType.trim());
}
