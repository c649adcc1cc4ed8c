// Whose words, as far as dating needs to know: a key by which two mentions are held to be one voice.
import type { Span } from "../../model/text.ts";
import { MONTHS, WEEKDAYS } from "../lexicon/calendar.ts";
import { PLACES } from "../lexicon/places.ts";
import { Kept } from "../text/kept.ts";

/** Words that are capitalised for other reasons than naming somebody. */
const NOT_NAMES = new Set(
  "The A An In On At But And As For With During After Before When While He She They It His Her Their This That These Those Mr Mrs Ms Dr Sen Rep Gov President Senator Secretary Democrat Democratic Republican Republicans Democrats House White Senate Also Meanwhile Earlier Later Last One Many Some Both Yet Still However I We".split(
    " ",
  ),
);

/** The surname-like last capitalised word of a mention; null for a pronoun or a description ("the New York businessman"). */
export function voiceOf(text: string, mention: readonly Span[] | null): string | null {
  if (mention === null || mention.length === 0) return null;
  const words = mention.map(([start, end]) => text.slice(start, Math.min(end, start + 200))).join(" ");
  const head = headOf(words);
  const last = head.split(/\s+/).at(-1) ?? "";
  const named = /^\p{Lu}/u.test(last) ? namesIn(head).at(-1) : undefined;
  // "Secretary of State Jane Roe" by her name, "the head of NATO" by what he is the head of
  return named ?? namesIn(words.slice(head.length).split(",", 1)[0] ?? "").at(-1) ?? null;
}

/** A mention up to its first comma, relative clause or preposition. */
export function headOf(mention: string): string {
  return (mention.slice(0, 200).split(/,|\(|\s(?:of|from|who|which|that|at|for|on|with|in|by)\s/, 1)[0] ?? "").trim();
}

/** Capitalised words of a stretch that may be names, in order, without titles and sentence openers. */
export function namesIn(words: string): string[] {
  return (words.match(/\p{Lu}[\p{L}\p{M}’'-]*/gu) ?? []).map((word) => NAMES.of(word)).filter((name) => name !== "");
}

/** The name that a capitalised word may be; "" for none. */
const NAMES = new Kept((word) => {
  const name = word.replace(/['’]s?$/u, "");
  return name.length > 1 && !NOT_NAMES.has(name) && !isCalendar(name) ? name : "";
}, 5_000);

/** Short names that the words spell out or use: "IMF" of "the International Monetary Fund said". */
export function acronymsIn(words: string): string[] {
  const spelled = words.match(/(?:\p{Lu}[\p{L}’'-]+(?:\s+(?:of|for|and|the|on)\b)*\s+){2,5}\p{Lu}\p{Ll}+/gu) ?? [];
  const made = spelled.map((name) => (name.replace(/^The\s/, "").match(/\p{Lu}(?=\p{L})/gu) ?? []).join(""));
  return [...made, ...(words.match(/\b\p{Lu}{2,6}\b/gu) ?? [])];
}

function isCalendar(word: string): boolean {
  const lower = word.toLowerCase();
  return MONTHS.has(lower) || WEEKDAYS.has(lower);
}

/** "The Kremlin", "NATO", "Russia": a voice that "he" and "she" do not mean. */
export function isBody(mention: string): boolean {
  const words = mention.trim();
  return /^the\s+\p{Lu}/iu.test(words)
    ? !/^the\s+\p{Ll}/u.test(words)
    : /^\p{Lu}{2,6}$/u.test(words) || PLACES.has(words.toLowerCase());
}

/** "he", "who": whoever spoke before. */
export function isPronoun(mention: string): boolean {
  return /^(?:he|she|they|it|who|him|her|them|his|their|its|we|you)$/i.test(mention.trim());
}
