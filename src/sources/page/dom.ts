// As much of the DOM as the page reader uses, and the parser behind it.
import { parseHTML } from "linkedom";

export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
  readonly textContent: string | null;
}

export interface DomElement extends DomNode {
  readonly tagName: string;
  readonly id: string;
  readonly className: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  closest(selector: string): DomElement | null;
  readonly nextElementSibling: DomElement | null;
  after(node: DomNode): void;
  remove(): void;
}

export interface DomDocument extends DomElement {
  readonly body: DomElement;
  readonly documentElement: DomElement;
}

/** Parses HTML; a fragment gets the html, head and body that it lacks. */
export function parsePage(html: string): DomDocument {
  const document = parseHTML(wholePage(html)).document as unknown as DomDocument;
  // The parser's `body` looks right behind the head only and else makes an empty one: put the page's own there.
  const head = document.querySelector("head");
  const body = document.querySelector("body");
  if (head !== null && body !== null && head.closest("body") === null && head.nextElementSibling !== body)
    head.after(body);
  return document;
}

function wholePage(html: string): string {
  const hasHead = /<head[\s>]/i.test(html);
  if (hasHead && /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html)) return html;
  const inner = html.replace(/<!doctype[^>]{0,500}>/i, "").replace(/<\/?html(?:\s[^>]{0,2000})?>/gi, "");
  return `<!doctype html><html>${hasHead ? "" : "<head></head>"}${withBody(inner)}</html>`;
}

function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  if (/<\/head\s*>/i.test(html)) return html.replace(/<\/head\s*>/i, "</head><body>");
  // A head never closed ends where something visible begins.
  if (/<head[\s>]/i.test(html))
    return html.replace(/<(?=(?:header|div|nav|main|section|article|p|h1|table)[\s>])/i, "</head><body><");
  return `<body>${html}</body>`;
}

/** The text under a node with runs of spaces as one; at most `most` characters are looked at. */
export function textOf(node: DomNode | null, most = 5000): string {
  return (node?.textContent ?? "").slice(0, most).replace(/\s+/g, " ").trim();
}
