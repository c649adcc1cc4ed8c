// Cuts a text into what the date reader sees: lower-case words, numbers and the few marks that dates are written with.
import { Known, type Script } from "../text/script.ts";
import { beginningOf } from "./candidates.ts";
import { pointingOf } from "./pointing.ts";
import type { Word } from "./words.ts";

interface Form extends Pick<Word, "text" | "capital" | "begins" | "points"> {}

type Kind = "letter" | "digit" | "mark" | "hyphen" | "blank" | "newline" | "other";

/** Marks that dates are written with; any other mark ends what can be one expression. */
const MARKS = ",.:/'$%’`´";
const APOSTROPHES = "’`´";
const HYPHEN = 0x2d;
const ISO = /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?/y;

const ASCII: readonly Kind[] = Array.from({ length: 128 }, (_, code) => plainKind(String.fromCharCode(code)));

function plainKind(char: string): Kind {
  if (/[a-z]/i.test(char)) return "letter";
  if (/\d/.test(char)) return "digit";
  if (MARKS.includes(char)) return "mark";
  if (char === "-") return "hyphen";
  if (char === "\n") return "newline";
  return /\s/.test(char) ? "blank" : "other";
}

function kindAt(codes: Uint16Array, at: number): Kind {
  const code = codes[at]!;
  if (code < 128) return ASCII[code]!;
  const char = String.fromCharCode(code);
  if (MARKS.includes(char)) return "mark";
  if (char === "‐" || char === "‑") return "hyphen";
  return /\p{L}|\p{M}/u.test(char) ? "letter" : /\s/.test(char) ? "blank" : "other";
}

const FORMS = new Known(({ word: raw, lower }): Form => {
  const text = APOSTROPHES.includes(raw) ? "'" : lower;
  const capital = lower !== raw && raw.length < 30;
  return { text, capital, begins: beginningOf(text), points: pointingOf(text, capital) };
});

/** Cuts a text into words; marks that no date is written with are left out and show as a "break" before the next word. */
export function wordsOf(script: Script): Word[] {
  const { text, codes } = script;
  const words: Word[] = [];
  let before: Word["before"] = "break";
  let newlines = 0;
  for (let at = 0; at < codes.length; ) {
    const kind = kindAt(codes, at);
    if (kind === "letter" || kind === "digit" || kind === "mark") {
      const end = kind === "mark" ? at + 1 : endOf(text, codes, at, kind);
      const { text: form, capital, begins, points } = FORMS.of(script, at, end);
      words.push({ text: form, start: at, end, before, capital, begins, points });
      before = "none";
      newlines = 0;
      at = end;
      continue;
    }
    if (kind === "newline") newlines++;
    if (kind === "other" || newlines > 1) before = "break";
    else if (kind === "hyphen") before = before === "none" ? "hyphen" : "break";
    else if (before !== "break") before = before === "hyphen" ? "break" : "space";
    at++;
  }
  return words;
}

function endOf(text: string, codes: Uint16Array, start: number, kind: Kind): number {
  if (kind === "digit" && codes[start + 4] === HYPHEN) {
    ISO.lastIndex = start;
    const iso = ISO.exec(text);
    if (iso !== null) return start + iso[0].length;
  }
  let end = start + 1;
  while (end < codes.length && kindAt(codes, end) === kind) end++;
  return end;
}
