// A page's headline, without the site's name behind it.
import { bare, cleanLine } from "../lines/clean.ts";
import type { DomDocument } from "./dom.ts";
import { textOf } from "./dom.ts";
import { decodeEntities } from "./entities.ts";
import type { PageFacts } from "./json-ld.ts";
import { metaContent } from "./meta.ts";

const SEPARATOR = /\s+(?:[|\-–—·•»«›:~/]|::|\|\|)\s+|\s*\|\s*|: (?=[^:]{2,30}$)/;

/** The headline, or null. A heading that the page's title begins with or holds is surest. */
export function pageTitle(document: DomDocument, facts: PageFacts): string | null {
  const claimed = [facts.headline, metaContent(document, ["og:title", "twitter:title", "dc.title", "title"]), textOf(document.querySelector("title"))]
    .filter((title): title is string => title !== null && title !== "")
    .map(tidy);
  const headings = [...document.querySelectorAll("h1")].slice(0, 20).map((heading) => tidy(textOf(heading))).filter((text) => text.length >= 3 && text.length <= 400);
  const printed = headings.find((heading) => claimed.some((title) => agrees(heading, title)));
  if (printed !== undefined) return printed;
  const second = [...document.querySelectorAll("h2")].slice(0, 20).map((heading) => tidy(textOf(heading)));
  const below = second.find((heading) => heading.length >= 15 && claimed.some((title) => agrees(heading, title)));
  if (below !== undefined) return below;
  const site = metaContent(document, ["og:site_name"]);
  for (const title of claimed) {
    const short = withoutSite(title, site);
    if (short !== "") return short;
  }
  return headings[0] ?? null;
}

/** Does the page's claimed title start with or contain this heading, and is it the better part of it? */
function agrees(heading: string, title: string): boolean {
  const [one, other] = [bare(heading), bare(title)];
  return one.length >= 4 && (one === other || (other.includes(one) && one.length >= other.length * 0.4) || (one.includes(other) && other.length >= one.length * 0.6));
}

/** Cuts "… | The Site" off: by the site's own name when given, else the short end after a bar or dash. */
export function withoutSite(title: string, site: string | null): string {
  if (site !== null && bare(title) !== bare(site)) {
    for (const separator of [" | ", " - ", " – ", " — ", " · ", " » ", ": "]) {
      if (title.toLowerCase().endsWith((separator + site).toLowerCase())) return title.slice(0, -(separator + site).length).trim();
      if (title.toLowerCase().startsWith((site + separator).toLowerCase())) return title.slice((site + separator).length).trim();
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
