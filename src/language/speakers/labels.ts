// Speakers told by layout alone: "PUTIN: …" in transcripts, "… – Name" under a quote in a list of quotes.
import type { Span } from "../../model/text.ts";

const LABEL = /^["“'‘]?((?:\p{Lu}[\p{L}.'’-]*)(?: \p{Lu}[\p{L}.'’-]*){0,4})(?:,? \([^)\n]{1,30}\))?:\s/u;
const SIGNATURE = /^["”'’]?\s*[―—–-]{1,2}\s*((?:\p{Lu}[\p{L}.'’-]*)(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|al|bin))*)/u;

/** The label a paragraph opens with, as a span; null when there is none, or it stands after the quote begins. */
export function labelBefore(text: string, paragraph: Span, start: number): Span | null {
  const found = LABEL.exec(text.slice(paragraph[0], Math.min(paragraph[1], paragraph[0] + 80)));
  if (!found) return null;
  const from = paragraph[0] + found[0].indexOf(found[1]!);
  return from <= start + 2 && start - from < 90 ? [from, from + found[1]!.length] : null;
}

/** The name that signs a quote right after its end, on its line or the next. */
export function signatureAfter(text: string, end: number): Span | null {
  const after = text.slice(end - 2 < 0 ? 0 : end - 2, end + 60);
  const dash = /[―—–-]/.exec(after);
  if (!dash || /[\p{L}\p{N}]/u.test(after.slice(2, dash.index))) return null;
  const from = Math.max(0, end - 2) + dash.index;
  const found = SIGNATURE.exec(text.slice(from, from + 60));
  if (!found) return null;
  const start = from + found[0].length - found[1]!.length;
  return [start, start + found[1]!.length];
}
