// A text as the date reader sees it: lower-case words, numbers and the few marks that dates are written with.

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands before it: nothing, a hyphen, blanks, or the end of a paragraph or another mark ("break"). */
  readonly before: "none" | "hyphen" | "space" | "break";
  readonly capital: boolean;
}

const WORD = /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?|\d+|[\p{L}]+|['’`´]+|[,.:/$%]|[^\s\p{L}\d]/gu;
const MARKS = new Set([",", ".", ":", "/", "'", "$", "%"]);
const HYPHENS = new Set(["-", "‐", "‑"]);

/** Cuts a text into words; marks that no date is written with are left out and show as a "break" before the next word. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  let broken = true;
  let hyphen = false;
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const start = match.index;
    const gap = text.slice(last, start);
    last = start + raw.length;
    if (HYPHENS.has(raw) && gap === "") {
      hyphen = true;
      continue;
    }
    const mark = raw === "’" || raw === "`" || raw === "´" ? "'" : raw;
    if (!isWord(raw) && !MARKS.has(mark)) {
      broken = true;
      continue;
    }
    const before = broken || gap.includes("\n\n") ? "break" : hyphen ? "hyphen" : gap === "" ? "none" : "space";
    words.push({ text: mark.toLowerCase(), start, end: last, before, capital: raw !== raw.toLowerCase() });
    broken = false;
    hyphen = false;
  }
  return words;
}

const isWord = (raw: string): boolean => /^[\p{L}\d]/u.test(raw);
