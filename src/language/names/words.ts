// Cuts a paragraph into words the way names need them: initials keep their full stop, possessives lose their ending.
import { NAME_SUFFIX, TITLES } from "../lexicon/titles.ts";

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

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-‑.&@][\p{L}\p{M}\p{N}]+)*\.?/gu;
const ABBREVIATION = /^(?:\p{L}\.?|(?:\p{L}\.)+\p{L}?\.?)$/u;
/** "al-Assad", "d’Estaing": small letters before the capital. */
const PREFIXED = /^(?:al|el|as|ar|ad|bin|ibn|ben|d|de|la|le|l|o|mc|mac|di|du|da)[-'’]?\p{Lu}/u;

/** Words of `text` between `start` and `end`, in order. Linear. */
export function wordsIn(text: string, start: number, end: number): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = start;
  for (let match = WORD.exec(text); match && match.index < end; match = WORD.exec(text)) {
    words.push(wordFrom(match[0], match.index, text));
  }
  return words;
}

function wordFrom(raw: string, start: number, text: string): Word {
  let body = raw;
  let possessive = false;
  if (body.endsWith(".") && !keepsStop(body)) body = body.slice(0, -1);
  const ending = /['’][sS]$/.exec(body);
  if (ending) {
    possessive = true;
    body = body.slice(0, -2);
  } else if (
    /[sS]$/.test(body) &&
    /^['’](?![\p{L}”"])/u.test(text.slice(start + body.length, start + body.length + 2))
  ) {
    possessive = true;
  }
  const first = body[0] ?? "";
  const capital = first !== first.toLowerCase() || PREFIXED.test(body);
  return {
    start,
    end: start + body.length,
    text: body,
    lower: body.toLowerCase().replaceAll("’", "'"),
    capital,
    caps: body.length > 1 && capital && body === body.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(body),
    possessive,
  };
}

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
