// Cuts a paragraph into words the way names need them: initials keep their full stop, possessives lose their ending.
import { NAME_SUFFIX, TITLES } from "../lexicon/titles.ts";
import { Known, type Script } from "../text/script.ts";

export interface Word {
  readonly start: number;
  /** Without a possessive ending. */
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly capital: boolean;
  /** All letters upper case, two or more of them. */
  readonly caps: boolean;
  readonly possessive: boolean;
}

const ABBREVIATION = /^(?:\p{L}\.?|(?:\p{L}\.)+\p{L}?\.?)$/u;
/** "al-Assad", "d’Estaing": small letters before the capital. */
const PREFIXED = /^(?:al|el|as|ar|ad|bin|ibn|ben|d|de|la|le|l|o|mc|mac|di|du|da)[-'’]?\p{Lu}/u;

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const letters = new Map<number, boolean>();

function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  let known = letters.get(code);
  if (known === undefined) {
    known = LETTER.test(String.fromCharCode(code));
    letters.set(code, known);
  }
  return known;
}

/** Codes that join letters on both sides into one word: ' - . & @ ’ ‑ */
function joins(code: number): boolean {
  return code === 39 || code === 45 || code === 46 || code === 38 || code === 64 || code === 0x2019 || code === 0x2011;
}

/** No name is longer: what runs on is cut, so that a text without spaces takes no longer than another. */
const LONGEST_WORD = 80;

/** Words of a text between `start` and `end`, in order. Linear: read by code, as a pattern here takes most of the time. */
export function wordsIn(script: Script, start: number, end: number): Word[] {
  const { text, codes } = script;
  const words: Word[] = [];
  for (let at = start; at < end; at++) {
    if (!isLetter(codes[at]!)) continue;
    const from = at;
    const most = Math.min(end, from + LONGEST_WORD);
    while (
      at < most &&
      (isLetter(codes[at]!) || (joins(codes[at]!) && at + 1 < codes.length && isLetter(codes[at + 1]!)))
    )
      at++;
    if (at < end && codes[at] === 46) at++;
    words.push(placed(FORMS.of(script, from, Math.min(at, end)), from, text));
    at--;
  }
  return words;
}

const SIMPLE = /^[a-z]+\.?$/;

/** A word apart from where it stands. */
interface Form extends Omit<Word, "start" | "end"> {
  /** An apostrophe after it makes it a possessive. */
  readonly endsInS: boolean;
}

const FORMS = new Known(formOf);

function formOf(raw: string): Form {
  if (SIMPLE.test(raw)) {
    const text = raw.endsWith(".") ? raw.slice(0, -1) : raw;
    return { text, lower: text, capital: false, caps: false, possessive: false, endsInS: false };
  }
  let body = raw;
  if (body.endsWith(".") && !keepsStop(body)) body = body.slice(0, -1);
  const possessive = /['’][sS]$/.test(body);
  if (possessive) body = body.slice(0, -2);
  const first = body[0] ?? "";
  const capital = first !== first.toLowerCase() || PREFIXED.test(body);
  return {
    text: body,
    lower: body.toLowerCase().replaceAll("’", "'"),
    capital,
    caps: body.length > 1 && capital && body === body.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(body),
    possessive,
    endsInS: !possessive && /[sS]$/.test(body),
  };
}

function placed({ text: word, lower, capital, caps, possessive, endsInS }: Form, start: number, text: string): Word {
  const end = start + word.length;
  return {
    start,
    end,
    text: word,
    lower,
    capital,
    caps,
    possessive: possessive || (endsInS && POSSESSIVE.test(text.slice(end, end + 2))),
  };
}
const POSSESSIVE = /^['’](?![\p{L}”"])/u;

function keepsStop(word: string): boolean {
  const bare = word.slice(0, -1);
  if (ABBREVIATION.test(bare)) return true;
  if (NAME_SUFFIX.test(bare) && bare.length < 3 && !/^I/.test(bare)) return true;
  return bare.length <= 4 && /^\p{Lu}/u.test(bare) && TITLES.has(bare.toLowerCase()) && !/[aeiou]$/.test(bare);
}

/** Lower case, without accents, full stops, marks and "al-": what two spellings of a name share. */
export function keyOf(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word
    .replace(/^(?:al|el|as)[-‑](?=\p{L}{3})/iu, "")
    .normalize("NFD")
    .replace(/[\p{M}.'’‑-]/gu, "")
    .toLowerCase();
}

const PLAIN = /^[A-Za-z]+$/;
