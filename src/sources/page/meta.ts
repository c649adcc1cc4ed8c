// Looks up meta tags by any of the attributes sites put their names in.
import type { DomDocument } from "./dom.ts";

/** Content of the first of `names` that the page has, in the order of `names`; null when it has none. */
export function metaContent(document: DomDocument, names: readonly string[]): string | null {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta")) {
    const content = (meta.getAttribute("content") ?? "").trim();
    if (content === "") continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = (meta.getAttribute(attribute) ?? "").trim().toLowerCase();
      if (name !== "" && !found.has(name)) found.set(name, content);
    }
  }
  for (const name of names) {
    const content = found.get(name.toLowerCase());
    if (content !== undefined) return content;
  }
  return null;
}
