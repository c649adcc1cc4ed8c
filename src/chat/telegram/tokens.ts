// Finds what Telegram would link by itself in plain text, so that the renderer can cover it. It errs on the side of
// finding too much: a word in fixed-width letters does no harm, a live mention does. Linear in the text.

/** A stretch of text, in UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** @names, #tags, $cashtags, /commands, addresses with or without a scheme, e-mail, phone and card numbers. */
export function linkedTokens(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    if (SUSPICIOUS.test(match[0])) found.push(...inWord(match[0], match.index));
  }
  found.push(...numbers(text));
  return found.sort((a, b) => a.start - b.start);
}

const SUSPICIOUS = /[@＠#＃$/.:]/;
const ADDRESS =
  /:\/\/|@|＠|\b(?:tg|ton|tonsite|mailto|tel):|[\p{L}\p{N}_-]\.(?:\p{L}{2}|xn--)|\d\.\d{1,3}\.\d{1,3}\.\d/iu;
/** What stands around an address without being of it: quotation marks, brackets, stops. */
const OPENING = /^[("'“‘«„[{<]+/;
const CLOSING = /[.:;,'?!`"”’»›\]}>…]+$/;
const CLOSING_UNOPENED = /[.:;,'?!`"”’»›\]}>…)]+$/;

function inWord(word: string, at: number): Stretch[] {
  if (ADDRESS.test(word)) return [trimmed(word, at)];
  const found: Stretch[] = [];
  for (const match of word.matchAll(
    /[#＃](?=[\p{N}\p{M}_\u200c\u00b7]*\p{L})[\p{L}\p{N}\p{M}_\u200c\u00b7]+|\$\d?[A-Z]+|(?<![A-Za-z0-9_<])\/[A-Za-z0-9_]+/gu,
  )) {
    found.push({ start: at + match.index, end: at + match.index + match[0].length });
  }
  return found;
}

function trimmed(word: string, at: number): Stretch {
  const start = OPENING.exec(word)?.[0].length ?? 0;
  const closing = word.includes("(", start) ? CLOSING : CLOSING_UNOPENED;
  const end = word.length - (closing.exec(word)?.[0].length ?? 0);
  return end > start ? { start: at + start, end: at + end } : { start: at, end: at + word.length };
}

const DATE = /^\d{4}-\d{2}-\d{2}$|^\d{1,2}[.-]\d{1,2}[.-]\d{4}$/;

/** Phone numbers and card numbers; not dates, years, sums and shares. */
function numbers(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const match of text.matchAll(/[+(]?\d[\d()\u00a0. -]*\d/g)) {
    const [number] = match;
    if (isDialled(number, number.replace(/\D/g, "").length) && !DATE.test(number)) {
      found.push({ start: match.index, end: match.index + number.length });
    }
  }
  return found;
}

function isDialled(number: string, digits: number): boolean {
  if (number.startsWith("+")) return digits >= 5;
  if (digits >= 13) return true;
  // "8 800 555 35 35" and "020 7946 0123", but not "2019 2020 2021".
  if (/^[078]/.test(number)) return digits >= 10;
  return digits >= 9 && (/[-()]|^\d+$/.test(number) || /^\d{3}\.\d{3}\.\d{4}$/.test(number));
}
