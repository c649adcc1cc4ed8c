// Counts in figures and words: "three", "12", "two and a half", "a couple of", "several".
import { FACTORS, NUMBERS } from "../lexicon/calendar.ts";
import { joined, same, text } from "./around.ts";
import type { Piece } from "./found.ts";
import type { Word } from "./words.ts";

const VAGUE = new Set(["several", "few", "many", "some", "numerous", "various"]);

/** A count: "three", "12", "two and a half", "a couple of", "several" (null), "two to three" (the first). */
export const number: Piece = (words, at, found) => {
  let read = count(words, at);
  if (read === null) return 0;
  const first = read;
  // "two to three", "12-18", "one or two"
  if (["to", "or", "-"].includes(text(words, read.end)) && same(words, read.end)) {
    const second = count(words, read.end + 1);
    if (second !== null && same(words, read.end + 1)) read = second;
  }
  if (found.number === undefined) found.number = first.value;
  return read.end;
};

function count(words: readonly Word[], at: number): { value: number | null; end: number } | null {
  const word = text(words, at);
  const next = text(words, at + 1);
  if (VAGUE.has(word)) return { value: null, end: at + 1 };
  if (word === "couple" || (word === "a" && next === "couple")) {
    const end = word === "a" ? at + 2 : at + 1;
    return { value: 2, end: text(words, end) === "of" ? end + 1 : end };
  }
  if (word === "half" && (next === "a" || next === "an")) return { value: 0.5, end: at + 2 };
  if (word === "a" && next === "half" && joined(words, at + 2)) return { value: 0.5, end: at + 2 };
  if ((word === "a" || word === "an") && VAGUE.has(next)) return { value: null, end: at + 2 };
  if (word === "a" && FACTORS.has(next)) return { value: FACTORS.get(next) ?? 1, end: at + 2 };
  if (word === "a" || word === "an") return { value: 1, end: at + 1 };
  if (/^\d{1,6}$/.test(word)) return digits(words, at);
  return spelled(words, at);
}

function digits(words: readonly Word[], at: number): { value: number; end: number } {
  let value = text(words, at);
  let end = at + 1;
  while ([",", "."].includes(text(words, end)) && joined(words, end) && joined(words, end + 1)) {
    if (!/^\d+$/.test(text(words, end + 1)) || end - at > 6) break;
    value += text(words, end) === "." ? `.${text(words, end + 1)}` : text(words, end + 1);
    end += 2;
  }
  // "2 1/2"
  if (/^\d$/.test(text(words, end)) && text(words, end + 1) === "/" && /^\d$/.test(text(words, end + 2))) {
    return { value: Number(value) + Number(text(words, end)) / Number(text(words, end + 2)), end: end + 3 };
  }
  return { value: Number(value), end };
}

function spelled(words: readonly Word[], at: number): { value: number; end: number } | null {
  let total = 0;
  let end = at;
  for (; end < at + 8; end++) {
    if (end > at && !same(words, end)) break;
    const word = text(words, end);
    const value = NUMBERS.get(word);
    const factor = FACTORS.get(word);
    if (value !== undefined) total += value;
    else if (factor !== undefined && end > at) total = Math.max(total, 1) * factor;
    else break;
  }
  if (end === at) return null;
  if (text(words, end) === "and" && text(words, end + 1) === "a" && text(words, end + 2) === "half") {
    return { value: total + 0.5, end: end + 3 };
  }
  return { value: total, end };
}
