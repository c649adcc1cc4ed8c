// Who wrote a page: JSON-LD, meta tags, elements marked as author, then a printed byline.
import { getDomainWithoutSuffix } from "tldts";
import { decodeEntities } from "../entities.ts";
import { bare, cleanLine } from "../lines/clean.ts";
import { wordCount } from "../lines/shape.ts";
import { textBlocks } from "./blocks.ts";
import { type DomDocument, textOf } from "./dom.ts";
import type { PageFacts } from "./json-ld.ts";
import { metaContent } from "./meta.ts";

const META = [
  "author",
  "article:author",
  "dc.creator",
  "dcterms.creator",
  "dc.author",
  "byl",
  "sailthru.author",
  "parsely-author",
  "citation_author",
  "article:author_name",
  "twitter:data1",
  "cxenseparse:author",
  "vr:author",
];
const ELEMENTS = [
  '[itemprop="author"] [itemprop="name"]',
  '[rel="author"]',
  '[itemprop="author"]',
  ".author-name",
  ".byline__name",
  ".byline-name",
  ".author__name",
  ".article-author",
  ".article__author",
  ".post-author",
  ".entry-author",
  ".c-byline__author",
  ".autor",
  ".author a",
  ".byline a",
  ".author",
  ".byline",
  ".by-line",
  '[class*="author-name"]',
  '[class*="byline"]',
  '[class*="author"] a',
  '[class*="autor"]',
  ".vcard .fn",
  '[class*="author"]',
  "#author",
  "address",
];
const LEADS =
  /^(?:(?:written|posted|published|reported|story|words|text|article|interview|eingestellt|ein (?:artikel|kommentar|gastbeitrag|beitrag|interview)|eine (?:analyse|kolumne)|artikel|geschrieben|verfasst|veröffentlicht)? ?(?:by|von|par|por|di|door|av|af|текст|автор|autor(?:in|es)?|author|text|interview|redacción)(?![\p{L}\p{N}-]) ?:? ?)+/iu;
const PRINTED =
  /^(?:(?:[Ww]ritten |[Tt]ext |[Ii]nterview |[Ww]ords |[Ee]in (?:Gastb|B)eitrag )?(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|POR) |(?:Text|Autor(?:in)?|Author|Interview|Автор|Текст) ?: ?)(\p{Lu}[^.!?:]{2,80}|\p{Ll}{2,8}\/\p{Ll}{2,8})$/u;
const NOT_NAMES =
  /^(?:name|alle beiträge|istockphoto|getty.*|shutterstock|wordpressadmin|collectif|admin|administrator|editor|editors|redaktion|staff|webmaster|root|user|guest|author|autor|unknown|none|null|n\/a|home|about|contact|read more|follow|share|facebook|twitter|posts?|view all.*|all posts.*|more.*|.*(?:cookie|newsletter|login|log in|sign).*)$/i;

/** The author's name or names joined by commas; null when the page names none, or only itself. */
export function pageAuthor(
  document: DomDocument,
  facts: PageFacts,
  byline: string | null,
  url: string | null = null,
): string | null {
  const selves = [
    metaContent(document, ["og:site_name"]),
    metaContent(document, ["application-name"]),
    siteWord(url),
  ].filter((self) => self !== null);
  const stated = joined(facts.authors, selves) ?? joined([metaContent(document, META) ?? ""], selves);
  if (stated !== null) return stated;
  for (const selector of ELEMENTS) {
    for (const element of [...document.querySelectorAll(selector)].slice(0, 3)) {
      if (element.closest("aside, footer, nav, .comments, #comments, .comment, .related") !== null) continue;
      const name = joined([textOf(element, 300)], selves);
      if (name !== null) return name;
    }
  }
  return joined([byline ?? ""], selves) ?? printedByline(document, selves);
}

/** A short line "By Somebody" among the first blocks. */
function printedByline(document: DomDocument, selves: readonly string[]): string | null {
  for (const block of textBlocks(document.body).slice(0, 600)) {
    const match = block.text.length <= 120 ? PRINTED.exec(block.text) : null;
    const name = match === null ? null : joined([match[1]!], selves);
    if (name !== null) return name;
  }
  return null;
}

/** The site's own word in its host: "example" of www.example.co.uk. */
function siteWord(url: string | null): string | null {
  return url === null ? null : getDomainWithoutSuffix(url);
}

function joined(values: readonly string[], selves: readonly string[]): string | null {
  const names: string[] = [];
  for (const value of values) {
    const name = tidyName(value);
    if (name === null || selves.some((self) => namesSite(name, self))) continue;
    if (!names.some((known) => bare(known) === bare(name))) names.push(name);
  }
  return names.length === 0 ? null : names.slice(0, 8).join(", ");
}

/** "The Site", "site.com", "Site Staff": a publisher naming itself is no author. */
function namesSite(name: string, self: string): boolean {
  const squeeze = (text: string): string =>
    bare(text)
      .replace(/^(?:the|die|der|das|el|la|le) /, "")
      .replace(/ (?:com|de|at|ch|net|org|staff|redaktion|team|editors?|newsroom)$/, "")
      .replaceAll(" ", "");
  return squeeze(name) === squeeze(self);
}

function tidyName(value: string): string | null {
  if (/^https?:|^www\.|^@/.test(value.trim())) return null;
  const name = cleanLine(
    decodeEntities(value)
      .replace(/<[^>]{0,200}>/g, " ")
      .replace(/\s+/g, " "),
  )
    .replace(LEADS, "")
    .replace(/\S+@\S+\.\S+/g, "")
    .replace(/\s*(?:[|•·]|\s[-–—]\s|, (?=\d)|\(|(?:on|am|at|vom) \d).*$/u, "")
    .replace(/[\s,;:|–-]+$/, "")
    .trim();
  const plain =
    name.length >= 2 &&
    name.length <= 120 &&
    wordCount(name) <= 12 &&
    /\p{L}/u.test(name) &&
    !/[.!?]$/.test(name.replace(/\b\p{Lu}\.$/u, ""));
  return plain && !NOT_NAMES.test(name) && !/\d{2}/.test(name) ? name : null;
}
