// Times of day: "10:35", "5 p.m.", "noon", "four o'clock".
import { NUMBERS } from "../lexicon/calendar.ts";
import { joined, pastDot, same, text } from "./around.ts";
import type { Piece } from "./found.ts";
import type { Word } from "./words.ts";

/** "10:35", "10:35 a.m.", "5 p.m.", "noon", "midnight", "four o'clock": "10:35" in 24 hours, or "05" without minutes. */
export const clock: Piece = (words, at, found) => {
  const word = text(words, at);
  const keep = (value: string, end: number): number => {
    found.clock ??= value;
    return end;
  };
  if (word === "noon") return keep("12:00", at + 1);
  if (word === "midnight") return keep("24:00", at + 1);
  const hour = /^\d{1,2}$/.test(word) ? Number(word) : (NUMBERS.get(word) ?? 99);
  if (hour > 24) return 0;
  let end = at + 1;
  let minute = "";
  if (
    text(words, end) === ":" &&
    joined(words, end) &&
    /^[0-5]\d$/.test(text(words, end + 1)) &&
    joined(words, end + 1)
  ) {
    minute = text(words, end + 1);
    end += 2;
    // "10:35:20" is a time of day, "3:59.4" a result
    if (text(words, end) === "." && joined(words, end) && joined(words, end + 1) && /^\d/.test(text(words, end + 1)))
      return 0;
  }
  const half = meridiem(words, end);
  if (half === null) {
    if (text(words, end) === "o" && text(words, end + 1) === "'" && text(words, end + 2) === "clock") {
      return keep(`${String(hour).padStart(2, "0")}:00`, end + 3);
    }
    return minute === "" || !/^\d/.test(word) ? 0 : keep(`${word.padStart(2, "0")}:${minute}`, end);
  }
  if (hour > 12 || hour < 1) return 0;
  const hours = (hour % 12) + (half.letter === "p" ? 12 : 0);
  return keep(`${String(hours).padStart(2, "0")}:${minute === "" ? "00" : minute}`, half.end);
};

/** "a.m.", "pm" */
function meridiem(words: readonly Word[], at: number): { letter: string; end: number } | null {
  const word = text(words, at);
  if (!same(words, at)) return null;
  if (word === "am" || word === "pm") return { letter: word[0] ?? "a", end: at + 1 };
  if (word !== "a" && word !== "p") return null;
  const end = pastDot(words, at + 1);
  return end > at + 1 && text(words, end) === "m" && joined(words, end)
    ? { letter: word, end: pastDot(words, end + 1) }
    : null;
}
