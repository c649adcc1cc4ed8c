// Names of elements as feeds of every dialect use them, folded to one name each.

/** Namespaces by address, without scheme, "www." and closing stroke. */
const NAMESPACES: Readonly<Record<string, string>> = {
  "w3.org/2005/atom": "",
  "purl.org/atom/ns#": "",
  "purl.org/rss/1.0": "",
  "my.netscape.com/rdf/simple/0.9": "",
  "channel.netscape.com/rdf/simple/0.9": "",
  "my.netscape.com/publish/formats/rss-0.91.dtd": "",
  "backend.userland.com/rss": "",
  "backend.userland.com/rss2": "",
  "backend.userland.com/rss091": "",
  "blogs.law.harvard.edu/tech/rss": "",
  "w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
  "purl.org/dc/elements/1.1": "dc",
  "purl.org/dc/elements/1.0": "dc",
  "purl.org/dc/terms": "dcterms",
  "purl.org/rss/1.0/modules/content": "content",
  "rssnamespace.org/feedburner/ext/1.0": "feedburner",
  "itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "search.yahoo.com/mrss": "media",
  "w3.org/1999/xhtml": "xhtml",
};

/** The usual prefix of a namespace ("" for feed elements themselves), or null when it is none of ours. */
export function prefixOfNamespace(address: string): string | null {
  const key = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/\/$/, "");
  return Object.hasOwn(NAMESPACES, key) ? NAMESPACES[key]! : null;
}

/** Roots and containers. */
export const FEED_ROOTS = new Set(["rss", "feed", "rdf:rdf", "channel", "rdf", "xml"]);
export const ITEM_NAMES = new Set(["item", "entry"]);

/** One row a field of ours: the elements that hold it, most trusted first. */
export const FIELD_ELEMENTS = {
  title: ["title", "dc:title", "media:title", "itunes:title"],
  guid: ["guid", "id"],
  published: ["published", "pubdate", "issued", "dcterms:issued"],
  created: ["created", "dcterms:created"],
  updated: ["updated", "modified", "dcterms:modified", "dc:date", "date", "lastbuilddate", "lastmod"],
  author: ["dc:creator", "author", "creator", "itunes:author", "managingeditor", "webmaster"],
  summary: [
    "description",
    "summary",
    "abstract",
    "tagline",
    "subtitle",
    "itunes:summary",
    "dc:description",
    "media:description",
  ],
  content: ["content:encoded", "content", "xhtml:body", "body", "fullitem", "xhtml:div"],
  language: ["language", "dc:language"],
  ttl: ["ttl"],
} as const;

export type FieldName = keyof typeof FIELD_ELEMENTS;

const FIELD_OF = new Map<string, FieldName>(
  Object.entries(FIELD_ELEMENTS).flatMap(([field, names]) => names.map((name) => [name, field as FieldName] as const)),
);

export function fieldOf(name: string): FieldName | null {
  return FIELD_OF.get(name) ?? null;
}

/** How much an element is trusted for its field; lower is better. */
export function fieldRank(field: FieldName, name: string): number {
  return (FIELD_ELEMENTS[field] as readonly string[]).indexOf(name);
}

/** The prefixes in force inside an element that has these attributes; null when none was declared. */
export function declaredPrefixes(
  attributes: ReadonlyMap<string, string>,
  inherited: ReadonlyMap<string, string> | null,
): ReadonlyMap<string, string> | null {
  let prefixes: Map<string, string> | null = null;
  for (const [name, value] of attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    prefixes ??= new Map(inherited ?? []);
    if (prefixes.size > 100) break;
    const own = name === "xmlns" ? "" : name.slice(6);
    prefixes.set(own, prefixOfNamespace(value) ?? (own === "" ? "other" : own));
  }
  return prefixes ?? inherited;
}

/** An element's name in our terms, lower case. */
export function foldName(rawName: string, prefixes: ReadonlyMap<string, string> | null): string {
  const name = rawName.toLowerCase();
  const colon = name.indexOf(":");
  const prefix = colon < 0 ? "" : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const folded = prefixes?.get(prefix) ?? (prefix === "atom" || prefix === "rss" ? "" : prefix);
  // An unknown default namespace on the root says nothing: feeds name their own.
  return folded === "" || (folded === "other" && prefix === "") ? local : `${folded}:${local}`;
}
