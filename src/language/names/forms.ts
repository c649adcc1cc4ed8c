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
  /** Is a full stop after it part of it ("Sen.", "J.")? */
  readonly stops: boolean;
  /** The lists it stands in, as bits (see LIST). */
  readonly lists: number;
}

const ABBREVIATION = /^(?:\p{L}\.?|(?:\p{L}\.)+\p{L}?\.?)$/u;
/** "al-Assad", "d’Estaing": small letters before the capital. */
const PREFIXED = /^(?:al|el|as|ar|ad|bin|ibn|ben|d|de|la|le|l|o|mc|mac|di|du|da)[-'’]?\p{Lu}/u;

const SIMPLE = /^[a-z]+$/;

/** The form of a word as it stands in a text, possessive ending included, and the full stop where it is part of it. */
export function formOf({ word: raw, lower: whole }: Spelling): Form {
  if (whole === raw && SIMPLE.test(raw)) {
    const lists = listsOf(raw, raw);
    return {
      text: raw,
      lower: raw,
      key: raw,
      capital: false,
      caps: false,
      possessive: false,
      endsInS: false,
      stops: false,
      lists,
    };
  }
  let body = raw;
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
    stops: !raw.endsWith(".") && mayStop(raw),
    lists: listsOf(body, lower),
  };
}

function mayStop(bare: string): boolean {
  if (ABBREVIATION.test(bare)) return true;
  if (NAME_SUFFIX.test(bare) && bare.length < 3 && !/^I/.test(bare)) return true;
  return bare.length <= 4 && /^\p{Lu}/u.test(bare) && TITLES.has(bare.toLowerCase()) && !/[aeiou]$/.test(bare);
}
