// What is known of a word whose place in a text does not matter to names: its form, and the lists it stands in.
import { NAME_SUFFIX, TITLES } from "../lexicon/titles.ts";
import type { Spelling } from "../text/vocabulary.ts";
import { keyOf } from "./keys.ts";
import { listsOf } from "./lists.ts";

export interface Form {
  /** Without a possessive ending. */
  readonly text: string;
  readonly lower: string;
  /** As names are compared by it. */
  readonly key: string;
  readonly capital: boolean;
  /** All letters upper case, two or more of them. */
  readonly caps: boolean;
  readonly possessive: boolean;
  /** An apostrophe after it makes it a possessive. */
  readonly endsInS: boolean;
  /** The lists it stands in, as bits (see LIST). */
  readonly lists: number;
}

const ABBREVIATION = /^(?:\p{L}\.?|(?:\p{L}\.)+\p{L}?\.?)$/u;
/** "al-Assad", "d’Estaing": small letters before the capital. */
const PREFIXED = /^(?:al|el|as|ar|ad|bin|ibn|ben|d|de|la|le|l|o|mc|mac|di|du|da)[-'’]?\p{Lu}/u;

const SIMPLE = /^[a-z]+\.?$/;

/** The form of a word as it stands in a text, possessive ending and full stop included. */
export function formOf({ word: raw, lower: whole }: Spelling): Form {
  if (whole === raw && SIMPLE.test(raw)) {
    const text = raw.endsWith(".") ? raw.slice(0, -1) : raw;
    const lists = listsOf(text, text);
    return { text, lower: text, key: text, capital: false, caps: false, possessive: false, endsInS: false, lists };
  }
  let body = raw;
  if (body.endsWith(".") && !keepsStop(body)) body = body.slice(0, -1);
  const possessive = /['’][sS]$/.test(body);
  if (possessive) body = body.slice(0, -2);
  const first = body[0] ?? "";
  const capital = first !== first.toLowerCase() || PREFIXED.test(body);
  const small = body.length === raw.length ? whole : body.toLowerCase();
  const lower = small.includes("’") ? small.replaceAll("’", "'") : small;
  return {
    text: body,
    lower,
    key: keyOf(body, small),
    capital,
    caps: body.length > 1 && capital && body === body.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(body),
    possessive,
    endsInS: !possessive && /[sS]$/.test(body),
    lists: listsOf(body, lower),
  };
}

function keepsStop(word: string): boolean {
  const bare = word.slice(0, -1);
  if (ABBREVIATION.test(bare)) return true;
  if (NAME_SUFFIX.test(bare) && bare.length < 3 && !/^I/.test(bare)) return true;
  return bare.length <= 4 && /^\p{Lu}/u.test(bare) && TITLES.has(bare.toLowerCase()) && !/[aeiou]$/.test(bare);
}
