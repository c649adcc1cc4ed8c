// The text of one element, gathered piece by piece: plain, or as HTML where it has elements of its own.
import { escapeXml } from "./record.ts";

/** Longest text of one field, in characters; an article's text fits. */
const LONGEST_FIELD = 1_000_000;
/** An element whose text is being gathered. */
export interface Capture {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly base: string | null;
  readonly depth: number;
  readonly pieces: { readonly text: string; readonly isMarkup: boolean }[];
  length: number;
}

export function push(capture: Capture, text: string, isMarkup: boolean): void {
  if (capture.length > LONGEST_FIELD) return;
  capture.length += text.length;
  capture.pieces.push({ text, isMarkup });
}

/** Text alone comes as it is; text among elements of its own is HTML, and its text is escaped back. */
export function capturedText(capture: Capture): string {
  const hasMarkup = capture.pieces.some((piece) => piece.isMarkup);
  const isInline = hasMarkup || kindOfText(capture) === "xhtml";
  const text = capture.pieces
    .map((piece) => (piece.isMarkup || !isInline ? piece.text : escapeXml(piece.text)))
    .join("");
  const mode = capture.attributes.get("mode")?.toLowerCase();
  if (mode === "base64" || (mode === undefined && /^base64$/i.test(capture.attributes.get("encoding") ?? "")))
    return fromBase64(text);
  const type = capture.attributes.get("type")?.toLowerCase() ?? "";
  return type.includes("octet-stream") ? fromBase64(text) : text;
}

/** What a text construct holds: Atom says so; in RSS nobody knows, and readers look. */
export function kindOfText(capture: Capture): "text" | "html" | "xhtml" | "unknown" {
  const type = capture.attributes.get("type")?.toLowerCase() ?? "";
  const mode = capture.attributes.get("mode")?.toLowerCase() ?? "";
  const hasMarkup = capture.pieces.some((piece) => piece.isMarkup);
  if (hasMarkup || type === "xhtml" || (mode === "xml" && type.includes("xhtml")) || type === "application/xhtml+xml") {
    return mode === "escaped" ? "html" : "xhtml";
  }
  if (type === "html" || type === "text/html" || mode === "base64") return "html";
  return type === "text" || type === "text/plain" ? "text" : "unknown";
}

/** Does this field hold markup of its own, so that what looks like an item may stand inside it? */
export function isMarkupField(capture: Capture): boolean {
  return capture.name === "content" || capture.name === "content:encoded" || capture.name.startsWith("xhtml:");
}

function fromBase64(text: string): string {
  return Buffer.from(text.replace(/\s+/g, ""), "base64").toString("utf8");
}
