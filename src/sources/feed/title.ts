// A feed's titles as plain text, whether they came as text, as HTML, or as HTML escaped twice.

import { decodeEntities } from "../entities.ts";
import { cleanLine } from "../lines/clean.ts";
import { parsePage } from "../page/dom.ts";

const TAG =
  /<\/?(?:a|abbr|acronym|b|big|blockquote|body|br|center|cite|code|del|div|em|font|h[1-6]|html|i|img|ins|kbd|li|mark|ol|p|q|s|script|small|span|strike|strong|style|sub|sup|svg|math|object|tt|u|ul|var|wbr)\b[^<>]{0,2000}>|<!--/i;

/** `kind`: what the feed says the text is; "unknown" is looked at. */
export function plainTitle(text: string, kind: "text" | "html" | "xhtml" | "unknown"): string {
  let plain = text;
  if (kind === "html" || kind === "xhtml" || (kind === "unknown" && TAG.test(plain))) plain = withoutTags(plain);
  // Escaped twice: what remains still shows references.
  if (kind !== "text" && /&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i.test(plain)) {
    plain = decodeEntities(plain);
    if (TAG.test(plain)) plain = withoutTags(plain);
  }
  return cleanLine(plain.replace(/\s+/g, " ")).slice(0, 2000);
}

function withoutTags(html: string): string {
  const body = parsePage(html.slice(0, 20_000).replace(/<(?=[^a-z/!]|$)/gi, "&lt;")).body;
  for (const silent of [...body.querySelectorAll("script, style, noscript")]) silent.remove();
  return body.textContent ?? "";
}
