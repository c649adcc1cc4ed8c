// A page's headline, without the site's name behind it.

import { decodeEntities } from "../entities.ts";
import { bare, cleanLine } from "../lines/clean.ts";
import { type DomDocument, type DomElement, textOf } from "./dom.ts";
import type { PageFacts } from "./json-ld.ts";
import { metaContent } from "./meta.ts";

const SEPARATOR = /\s+(?:[|\-–—·•»«›:~/]|::|\|\|)\s+|\s*\|\s*|: (?=[^:]{2,30}$)/;

/** The headline as printed where a heading plainly is it, else as the page claims it; null without any. */
export function pageTitle(document: DomDocument, facts: PageFacts, url: string | null = null): string | null {
  const site = metaContent(document, ["og:site_name"]);
  const claimed = [
    facts.headline,
    metaContent(document, ["og:title", "twitter:title", "dc.title", "title"]),
    textOf(document.querySelector("title")),
  ]
    .filter((title): title is string => title !== null && title !== "")
    .map(tidy);
  let best: string | null = null;
  // Without a claim to agree with, a heading in the right place will do.
  let most = claimed.length === 0 ? 0.9 : 2.5;
  for (const heading of [
    ...document.querySelectorAll("h1, h2, h3, .entry-title, .post-title, [itemprop='headline']"),
  ].slice(0, 60)) {
    const text = tidy(textOf(heading, 600));
    if (text.length < 3 || text.length > 300) continue;
    const score = headingScore(heading, text, claimed, site, url);
    if (score > most) {
      most = score;
      best = text;
    }
  }
  if (best !== null) return best;
  for (const title of claimed) {
    const short = withoutSite(title, site);
    if (short !== "" && (site === null || bare(short) !== bare(site))) return short;
  }
  return claimed[0] ?? null;
}

function headingScore(
  heading: DomElement,
  text: string,
  claimed: readonly string[],
  site: string | null,
  url: string | null,
): number {
  const key = bare(text);
  if (site !== null && key === bare(site)) return 0;
  const name = `${heading.className ?? ""} ${heading.getAttribute("itemprop") ?? ""}`.toLowerCase();
  let score = 0;
  const parts = claimed.map((title) => bare(withoutSite(title, site)));
  if (parts.includes(key)) score += 3;
  else if (claimed.some((title) => agrees(text, title))) score += 2;
  score += 2 * slugShare(key, url);
  if (/(?:entry|post|article|page)[-_]?(?:title|heading)|headline/.test(name)) score += 1;
  if (heading.tagName.toLowerCase() === "h1") score += 1;
  if (heading.closest("article, main, [role='main'], .post, .entry") !== null) score += 0.5;
  if (heading.closest("nav, footer, aside, .related, .widget, .sidebar") !== null) score -= 3;
  return score;
}

/** Share of the address's last words that the heading holds: addresses are made from headlines. */
function slugShare(key: string, url: string | null): number {
  const words = (url ?? "")
    .replace(/[?#].*$/, "")
    .replace(/\/$/, "")
    .replace(/^.*\//, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4 && !/^\d+$|html?/.test(word));
  const plain = ` ${key.replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss").normalize("NFD").replace(/\p{M}/gu, "")} `;
  return words.length < 2 ? 0 : words.filter((word) => plain.includes(word)).length / words.length;
}

/** Does the page's claimed title start with or contain this heading, and is it the better part of it? */
function agrees(heading: string, title: string): boolean {
  const [one, other] = [bare(heading), bare(title)];
  return (
    one.length >= 4 &&
    (one === other ||
      (other.includes(one) && one.length >= other.length * 0.4) ||
      (one.includes(other) && other.length >= one.length * 0.6))
  );
}

/** Cuts "… | The Site" off: by the site's own name when given, else the short end after a bar or dash. */
export function withoutSite(title: string, site: string | null): string {
  if (site !== null && bare(title) !== bare(site)) {
    for (const separator of [" | ", " - ", " – ", " — ", " · ", " » ", ": "]) {
      if (title.toLowerCase().endsWith((separator + site).toLowerCase()))
        return title.slice(0, -(separator + site).length).trim();
      if (title.toLowerCase().startsWith((site + separator).toLowerCase()))
        return title.slice((site + separator).length).trim();
    }
  }
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const last = parts.at(-1)!;
  const isName = last.split(" ").length <= 4 && last.length < title.length * 0.4 && !/[.?!]$/.test(last);
  const cut = title.slice(0, title.lastIndexOf(last)).replace(/[\s|\-–—·•»«›:~/]+$/, "");
  return isName && cut.length >= 8 ? cut : title;
}

function tidy(text: string): string {
  return cleanLine(decodeEntities(text).replace(/\s+/g, " ")).slice(0, 500);
}
