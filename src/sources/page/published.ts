// When a page came out: JSON-LD, meta tags, <time>, address, then printed text, each with the precision it has.
import type { Published } from "../../model/dates.ts";
import { dateInUrl } from "../url-date.ts";
import { readWrittenDate, UNKNOWN_DATE } from "../written-date.ts";
import { textBlocks } from "./blocks.ts";
import { type DomDocument, textOf } from "./dom.ts";
import type { PageFacts } from "./json-ld.ts";
import { metaContent } from "./meta.ts";

const META = [
  "article:published_time",
  "og:article:published_time",
  "article:published",
  "datepublished",
  "og:published_time",
  "pubdate",
  "publishdate",
  "publish-date",
  "publish_date",
  "published_time",
  "parsely-pub-date",
  "sailthru.date",
  "cxenseparse:recs:publishtime",
  "dc.date.issued",
  "dcterms.created",
  "dcterms.issued",
  "article.published",
  "article_date_original",
  "originalpublicationdate",
  "citation_publication_date",
  "citation_date",
  "rnews:datepublished",
  "ptime",
  "creation_date",
  "article:post_date",
];
/** Names that some sites give to the day of the last change. */
const META_VAGUE = ["date", "dc.date", "dcterms.date", "dc.date.created", "created", "timestamp"];
const META_CHANGED = [
  "article:modified_time",
  "og:updated_time",
  "dcterms.modified",
  "datemodified",
  "lastmod",
  "last-modified",
  "revised",
];
const LABELS =
  /(?:published|posted|updated|erschienen|veröffentlicht|stand|datum|date|publicado|publié|опубликовано|created|am|vom|le|on)\b/i;
const PLACES =
  '[class*="date"], [class*="time"], [class*="publish"], [class*="posted"], [class*="meta"], [class*="datum"], [class*="fecha"], [class*="info"], [class*="byline"], [id*="date"], [id*="datum"], .submitted, .post-footer';

/** The publication date; unknown when the page shows none. */
export function pagePublished(
  document: DomDocument,
  facts: PageFacts,
  url: string | null,
  title: string | null = null,
): Published {
  const address = url === null ? null : dateInUrl(originalAddress(url));
  const blocks = textBlocks(document.body).map((block) => block.text);
  const stated =
    read(facts.published) ??
    read(metaContent(document, META)) ??
    timeElement(document) ??
    besideHeading(blocks, title) ??
    read(metaContent(document, META_VAGUE));
  if (stated !== null) return asTheOutletCounts(stated, address);
  if (address !== null && address.precision === "day") return address;
  const printed = printedDate(document, blocks);
  // An address that names only the month is made a day by a printed date of that month.
  if (address !== null) return printed?.value?.startsWith(address.value!) ? printed : address;
  return read(facts.modified) ?? printed ?? read(metaContent(document, META_CHANGED)) ?? UNKNOWN_DATE;
}

/** Late in the evening an outlet's day is not the day in UTC: its own address tells which it means. */
function asTheOutletCounts(stated: Published, address: Published | null): Published {
  if (stated.precision !== "minute" || address?.precision !== "day") return stated;
  const moment = Temporal.Instant.from(stated.value!);
  const earliest = moment.subtract({ hours: 12 }).toString().slice(0, 10);
  const latest = moment.add({ hours: 14 }).toString().slice(0, 10);
  const isSomewhere = address.value! === earliest || address.value! === latest;
  return isSomewhere && address.value! !== stated.value!.slice(0, 10) ? address : stated;
}

/** The same for an instant with an offset: where its day as written differs from the day in UTC, the written day counts. */
function read(text: string | null): Published | null {
  const date = text === null ? null : readWrittenDate(text);
  if (text === null || date?.precision !== "minute") return date;
  const written = /^\d{4}-\d{2}-\d{2}/.exec(text.trim())?.[0];
  return written !== undefined && written !== date.value!.slice(0, 10) ? { value: written, precision: "day" } : date;
}

/** An archive's copy stands under the archived page's address. */
function originalAddress(url: string): string {
  return url.replace(/^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(?:https?:\/\/)?/i, "https://");
}

function timeElement(document: DomDocument): Published | null {
  const times = [...document.querySelectorAll('time, [itemprop="datePublished"], abbr.published, .dt-published')].slice(
    0,
    30,
  );
  const rank = (element: (typeof times)[number]): number => {
    const name =
      `${element.className ?? ""} ${element.getAttribute("itemprop") ?? ""} ${element.getAttribute("pubdate") === null ? "" : "publish"}`.toLowerCase();
    if (/publi|entry-date|posted|created/.test(name)) return 0;
    return /updat|modif/.test(name) ? 2 : 1;
  };
  const inside = (element: (typeof times)[number]): number =>
    element.closest("article, main, header") === null ||
    element.closest("aside, nav, footer, .related, .comment, .comments") !== null
      ? 1
      : 0;
  for (const element of times.sort((a, b) => rank(a) - rank(b) || inside(a) - inside(b))) {
    const date =
      read(element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.getAttribute("title")) ??
      read(textOf(element, 120));
    if (date !== null) return date;
  }
  return null;
}

/** A date printed in a short line around the headline: below it first, then above. */
function besideHeading(blocks: readonly string[], title: string | null): Published | null {
  if (title === null) return null;
  const places = [...blocks.keys()].filter((i) => blocks[i] === title).slice(0, 5);
  for (const at of places) {
    const near = [...blocks.slice(at + 1, at + 5), ...blocks.slice(Math.max(0, at - 3), at).reverse()];
    for (const block of near) {
      const date = block.length <= 120 ? dateInText(block) : null;
      if (date !== null) return date;
    }
  }
  return null;
}

/** A date printed in a place that is named for it, or in a line that says so, or alone in a line. */
function printedDate(document: DomDocument, blocks: readonly string[]): Published | null {
  const places = [...document.querySelectorAll(PLACES)]
    .slice(0, 80)
    .filter((element) => element.closest("aside, nav, footer, .related, .comments, .comment") === null)
    .map((element) => textOf(element, 160));
  const labelled = blocks.filter((block) => block.length <= 200 && LABELS.test(block));
  const alone = blocks.filter((block) => block.length <= 40);
  for (const block of [...places, ...labelled, ...alone]) {
    const date = dateInText(block.slice(0, 200));
    if (date !== null) return date;
  }
  // No further: a date somewhere in the text is as likely one it tells of.
  return null;
}

const WRITTEN =
  /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}\. ?\d{1,2}\. ?(?:\d{4}|\d{2}(?![.:]))|\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}\.?(?:st|nd|rd|th)? (?:de )?\p{L}{3,10}\.?,? (?:de )?\d{4}|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b/gu;

function dateInText(text: string): Published | null {
  for (const match of text.matchAll(WRITTEN)) {
    const date = readWrittenDate(match[0].replace(/\. (?=\d)/g, "."), { order: "day first" });
    if (date !== null && date.precision === "day") return date;
  }
  return null;
}
