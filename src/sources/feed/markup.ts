// A lenient scanner of XML-ish text: start tags, end tags and text, whatever the feed's faults. Linear in its length.
import { decodeEntities } from "../entities.ts";

export type MarkupEvent =
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly isEmpty: boolean;
    }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

const NAME = /[\p{L}_:][\p{L}\p{N}_:.-]*/uy;
const LONGEST_NAME = 100;

/** Scans from start to end. CDATA comes as text; comments, instructions and the document type are passed over. */
export function* scanMarkup(xml: string): Generator<MarkupEvent> {
  const own = new Map<string, string>();
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf("<", at);
    const end = next < 0 ? xml.length : next;
    if (end > at) yield { kind: "text", text: decodeEntities(xml.slice(at, end), own) };
    if (next < 0) return;
    if (xml.startsWith("<!--", next)) at = after(xml, "-->", next + 4, ">");
    else if (xml.startsWith("<![CDATA[", next)) {
      const close = xml.indexOf("]]>", next);
      // Without an end it reaches to the next end tag, which is the feed's own in all likelihood.
      const stop = close >= 0 ? close : xml.indexOf("</", next);
      yield { kind: "text", text: xml.slice(next + 9, stop < 0 ? xml.length : stop) };
      at = close >= 0 ? close + 3 : stop < 0 ? xml.length : stop;
    } else if (xml.startsWith("<!", next)) at = doctype(xml, next, own);
    else if (xml.startsWith("<?", next)) at = after(xml, "?>", next + 2, ">");
    else if (xml[next + 1] === "/") {
      const name = nameAt(xml, next + 2);
      const close = xml.indexOf(">", next);
      if (name !== null) yield { kind: "close", name };
      at = close < 0 ? xml.length : close + 1;
    } else {
      const name = nameAt(xml, next + 1);
      if (name === null) {
        yield { kind: "text", text: "<" };
        at = next + 1;
      } else {
        const tag = attributesFrom(xml, next + 1 + name.length, own);
        yield { kind: "open", name, attributes: tag.attributes, isEmpty: tag.isEmpty };
        at = tag.end;
      }
    }
  }
}

function nameAt(xml: string, at: number): string | null {
  NAME.lastIndex = at;
  const name = NAME.exec(xml)?.[0] ?? null;
  return name !== null && name.length <= LONGEST_NAME ? name : null;
}

function after(xml: string, end: string, from: number, fallback: string): number {
  const close = xml.indexOf(end, from);
  if (close >= 0) return close + end.length;
  const loose = xml.indexOf(fallback, from);
  return loose < 0 ? xml.length : loose + fallback.length;
}

function attributesFrom(
  xml: string,
  from: number,
  own: ReadonlyMap<string, string>,
): { attributes: Map<string, string>; isEmpty: boolean; end: number } {
  const attributes = new Map<string, string>();
  let at = from;
  while (at < xml.length) {
    const char = xml[at]!;
    if (char === ">") return { attributes, isEmpty: false, end: at + 1 };
    if (char === "/" && xml[at + 1] === ">") return { attributes, isEmpty: true, end: at + 2 };
    if (char === "<") return { attributes, isEmpty: false, end: at };
    const name = nameAt(xml, at);
    if (name === null) {
      at++;
      continue;
    }
    at += name.length;
    while (/\s/.test(xml[at] ?? "")) at++;
    if (xml[at] !== "=") {
      attributes.set(name.toLowerCase(), "");
      continue;
    }
    at++;
    while (/\s/.test(xml[at] ?? "")) at++;
    const quote = xml[at];
    let end: number;
    if (quote === '"' || quote === "'") {
      at++;
      end = xml.indexOf(quote, at);
      if (end < 0) end = xml.length;
    } else {
      end = at;
      while (end < xml.length && !/[\s>]/.test(xml[end]!)) end++;
    }
    attributes.set(name.toLowerCase(), decodeEntities(xml.slice(at, end), own));
    at = quote === '"' || quote === "'" ? end + 1 : end;
  }
  return { attributes, isEmpty: false, end: xml.length };
}

/** Passes over a document type; short plain entities of its own are kept, nothing that expands or points outside. */
function doctype(xml: string, from: number, own: Map<string, string>): number {
  const close = xml.indexOf(">", from);
  const bracket = xml.indexOf("[", from);
  if (bracket < 0 || (close >= 0 && close < bracket)) return close < 0 ? xml.length : close + 1;
  const end = xml.indexOf("]", bracket);
  const subset = xml.slice(bracket, Math.min(end < 0 ? xml.length : end, bracket + 20_000));
  for (const match of subset.matchAll(/<!ENTITY\s+([\w.-]{1,32})\s+(?:"([^"&%<]{0,200})"|'([^'&%<]{0,200})')\s*>/g)) {
    if (own.size < 100) own.set(match[1]!, match[2] ?? match[3] ?? "");
  }
  return end < 0 ? xml.length : after(xml, ">", end, ">");
}
