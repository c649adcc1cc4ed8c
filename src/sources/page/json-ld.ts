// What a page says of itself in JSON-LD (schema.org): headline, authors, dates.
import type { DomDocument } from "./dom.ts";

export interface PageFacts {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
  /** Says the publisher that reading needs a subscription ("isAccessibleForFree": false)? */
  readonly isPaid: boolean;
}

type Thing = Readonly<Record<string, unknown>>;

const ARTICLE_TYPES =
  /(?:article|posting|report|liveblog|review|story|opinion|analysis|backgroundnews|socialmediaposting)$/i;
const MOST_THINGS = 500;

/** The facts of the page's article; all empty when it has none. Broken JSON is repaired a little, else passed over. */
export function jsonLdFacts(document: DomDocument): PageFacts {
  const things: Thing[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json"]'))
    collect(parseLoosely(script.textContent ?? ""), things);
  const article = things.find((thing) => typesOf(thing).some((type) => ARTICLE_TYPES.test(type)));
  const page = things.find((thing) => typesOf(thing).some((type) => /webpage$/i.test(type)));
  const names = new Map(
    things
      .filter((thing) => typeof thing["@id"] === "string" && typeof thing.name === "string")
      .map((thing) => [thing["@id"], thing.name as string]),
  );
  return {
    headline: stringOf(article?.headline) ?? stringOf(article?.name),
    authors: namesOf(article?.author ?? article?.creator, names),
    published: stringOf(article?.datePublished) ?? stringOf(page?.datePublished) ?? stringOf(article?.dateCreated),
    modified: stringOf(article?.dateModified),
    isPaid: [article, page].some((thing) => String(thing?.isAccessibleForFree).toLowerCase() === "false"),
  };
}

function parseLoosely(json: string): unknown {
  if (json.length > 1_000_000) return null;
  const bare = json
    .replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[|\/\/<!\[CDATA\[)/, "")
    .replace(/(?:-->|\]\]>|;)\s*$/, "");
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, " ").replace(/,\s*([}\]])/g, "$1")]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt repairs more; after the last there is nothing to read.
    }
  }
  return null;
}

/** Every object in lists and graphs, breadth first. */
function collect(value: unknown, things: Thing[]): void {
  const queue: unknown[] = [value];
  for (let i = 0; i < queue.length && things.length < MOST_THINGS; i++) {
    const next = queue[i];
    if (Array.isArray(next)) queue.push(...next.slice(0, 200));
    else if (next !== null && typeof next === "object") {
      const thing = next as Thing;
      things.push(thing);
      for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "author", "creator"]) {
        if (typeof thing[key] === "object") queue.push(thing[key]);
      }
    }
  }
}

function typesOf(thing: Thing): string[] {
  return [thing["@type"]].flat().filter((type): type is string => typeof type === "string");
}

function namesOf(value: unknown, names: ReadonlyMap<unknown, string>): string[] {
  return [value].flat(3).flatMap((entry) => {
    if (typeof entry === "string") return [entry];
    if (entry === null || typeof entry !== "object") return [];
    const thing = entry as Thing;
    return [thing.name ?? names.get(thing["@id"])].flat().filter((name): name is string => typeof name === "string");
  });
}

function stringOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" && first.trim() !== "" ? first.trim() : null;
}
