// When a page came out: JSON-LD, meta tags, <time>, address, then printed text, each with the precision it has.
import type { Published } from "../../model/dates.ts";
import { UNKNOWN_DATE, readWrittenDate } from "../written-date.ts";
import { dateInUrl } from "../url-date.ts";
import { type DomDocument, textOf } from "./dom.ts";
import type { PageFacts } from "./json-ld.ts";
import { metaContent } from "./meta.ts";

const META = [
  "article:published_time", "og:article:published_time", "article:published", "datepublished", "og:published_time", "pubdate", "publishdate", "publish-date", "publish_date", "published_time", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "article.published", "article_date_original", "originalpublicationdate", "citation_publication_date", "citation_date", "rnews:datepublished", "ptime", "date", "creation_date", "created", "timestamp", "article:post_date", "last-modified", "article:modified_time", "og:updated_time", "dcterms.modified", "datemodified", "lastmod", "revised",
];
const LABELS = /(?:published|posted|updated|erschienen|veröffentlicht|stand|datum|date|publicado|publié|опубликовано|created|am|vom|le|on)\b/i;
const PLACES = '[class*="date"], [class*="time"], [class*="publish"], [class*="posted"], [class*="meta"], [class*="datum"], [class*="fecha"], [class*="info"], [class*="byline"], [id*="date"], [id*="datum"], .submitted, .post-footer';

/** The publication date; unknown when the page shows none. A date after `latest` (default: none) is no publication date. */
export function pagePublished(document: DomDocument, facts: PageFacts, url: string | null): Published {
  const found =
    read(facts.published) ??
    read(metaContent(document, META)) ??
    timeElement(document) ??
    (url === null ? null : dateInUrl(url)) ??
    read(facts.modified) ??
    printedDate(document);
  return found ?? UNKNOWN_DATE;
}

function read(text: string | null): Published | null {
  return text === null ? null : readWrittenDate(text);
}

function timeElement(document: DomDocument): Published | null {
  const times = [...document.querySelectorAll('time, [itemprop="datePublished"], abbr.published, .dt-published')].slice(0, 30);
  const rank = (element: (typeof times)[number]): number => {
    const name = `${element.className ?? ""} ${element.getAttribute("itemprop") ?? ""} ${element.getAttribute("pubdate") === null ? "" : "publish"}`.toLowerCase();
    if (/publi|entry-date|posted|created/.test(name)) return 0;
    return /updat|modif/.test(name) ? 2 : 1;
  };
  const inside = (element: (typeof times)[number]): number => (element.closest("article, main, header") === null || element.closest("aside, nav, footer, .related, .comment, .comments") !== null ? 1 : 0);
  for (const element of times.sort((a, b) => rank(a) - rank(b) || inside(a) - inside(b))) {
    const date = read(element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.getAttribute("title")) ?? read(textOf(element, 120));
    if (date !== null) return date;
  }
  return null;
}

/** A date printed in a place that is named for it, else in a short line near the article's beginning. */
function printedDate(document: DomDocument): Published | null {
  for (const element of [...document.querySelectorAll(PLACES)].slice(0, 60)) {
    if (element.closest("aside, nav, footer, .related, .comments") !== null) continue;
    const date = dateInText(textOf(element, 200));
    if (date !== null) return date;
  }
  const text = textOf(document.body, 200_000);
  for (const match of text.matchAll(/(?:published|posted|erschienen|veröffentlicht|stand|datum|publicado|publié|updated)\b.{0,12}?(\d.{6,30})/gi)) {
    const date = dateInText(match[1]!);
    if (date !== null) return date;
  }
  return dateInText(text.slice(0, 4000));
}

const WRITTEN = /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}\. ?\d{1,2}\. ?\d{4}|\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}\.?(?:st|nd|rd|th)? (?:de )?\p{L}{3,10}\.?,? (?:de )?\d{4}|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b/gu;

function dateInText(text: string): Published | null {
  for (const match of text.matchAll(WRITTEN)) {
    const date = readWrittenDate(match[0].replace(/\. (?=\d)/g, "."), { order: "day first" });
    if (date !== null && date.precision === "day") return date;
  }
  return null;
}

export function mentionsDate(text: string): boolean {
  return LABELS.test(text) && dateInText(text) !== null;
}
