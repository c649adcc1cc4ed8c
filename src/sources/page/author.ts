// Who wrote a page: JSON-LD, meta tags, elements marked as author, then a printed byline.
import { bare, cleanLine } from "../lines/clean.ts";
import { wordCount } from "../lines/shape.ts";
import { type DomDocument, textOf } from "./dom.ts";
import { decodeEntities } from "./entities.ts";
import type { PageFacts } from "./json-ld.ts";
import { metaContent } from "./meta.ts";

const META = ["author", "article:author", "dc.creator", "dcterms.creator", "dc.author", "byl", "sailthru.author", "parsely-author", "citation_author", "article:author_name", "twitter:data1", "cxenseparse:author", "vr:author"];
const ELEMENTS = [
  '[itemprop="author"] [itemprop="name"]', '[rel="author"]', '[itemprop="author"]', ".author-name", ".byline__name", ".byline-name", ".author__name", ".article-author", ".article__author", ".post-author", ".entry-author", ".c-byline__author", ".autor", ".author a", ".byline a", ".author", ".byline", ".by-line", '[class*="author-name"]', '[class*="byline"]', '[class*="author"] a', '[class*="autor"]', ".vcard .fn", '[class*="author"]', "#author", "address",
];
const LEADS = /^(?:(?:written |posted |published |reported |story |words |text |article |ein artikel |eine analyse |ein kommentar |ein gastbeitrag |artikel |geschrieben |veröffentlicht )?(?:by|von|par|por|di|door|av|af|текст|автор|autor(?:in|es)?|author|verfasst von|redaktion|redacción|text|foto)s?\b ?:? ?)+/iu;
const NOT_NAMES = /^(?:admin|administrator|editor|editors|redaktion|staff|webmaster|root|user|guest|author|autor|unknown|none|null|n\/a|home|about|contact|read more|follow|share|facebook|twitter|posts?|view all.*|all posts.*|more.*|.*(?:cookie|newsletter|login|log in|sign).*)$/i;

/** The author's name or names joined by commas; null when the page names none. */
export function pageAuthor(document: DomDocument, facts: PageFacts, byline: string | null): string | null {
  const site = metaContent(document, ["og:site_name"]);
  const stated = joined(facts.authors, site) ?? joined([metaContent(document, META) ?? ""], site);
  if (stated !== null) return stated;
  for (const selector of ELEMENTS) {
    const found = [...document.querySelectorAll(selector)].slice(0, 4).map((element) => textOf(element, 300));
    const names = joined(found.slice(0, 1), site);
    if (names !== null) return names;
  }
  return joined([byline ?? ""], site);
}

function joined(values: readonly string[], site: string | null): string | null {
  const names: string[] = [];
  for (const value of values) {
    const name = tidyName(value);
    if (name === null || (site !== null && values.length > 1 && bare(name) === bare(site))) continue;
    if (!names.some((known) => bare(known) === bare(name))) names.push(name);
  }
  return names.length === 0 ? null : names.slice(0, 8).join(", ");
}

function tidyName(value: string): string | null {
  if (/^https?:|^www\.|^@/.test(value.trim())) return null;
  const name = cleanLine(decodeEntities(value).replace(/<[^>]{0,200}>/g, " ").replace(/\s+/g, " "))
    .replace(LEADS, "")
    .replace(/\S+@\S+\.\S+/g, "")
    .replace(/\s*(?:[|•·]|\s[-–—]\s|, (?=\d)|\(|(?:on|am|at|vom) \d).*$/u, "")
    .replace(/[\s,;:|–-]+$/, "")
    .trim();
  const plain = name.length >= 2 && name.length <= 120 && wordCount(name) <= 12 && /\p{L}/u.test(name) && !/[.!?]$/.test(name.replace(/\b\p{Lu}\.$/u, ""));
  return plain && !NOT_NAMES.test(name) && !/\d{2}/.test(name) ? name : null;
}
