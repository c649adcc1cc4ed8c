// The lists a word of a name may stand in, as bits of one number: one look-up tells all of them.
import { FAMILY_FIRST, GIVEN_NAMES } from "../lexicon/given-names.ts";
import { BODY_WORDS, NEVER_NAMES, OUTLETS, PLAIN_OPENERS } from "../lexicon/organisations.ts";
import { DEMONYMS, PLACES } from "../lexicon/places.ts";
import { COURTESY, NAME_SUFFIX, PARTICLES, TITLE_MODIFIERS, TITLES } from "../lexicon/titles.ts";

export const LIST = {
  given: 1,
  /** As `given`, or a double name whose first half is one: "Jean-Marc", but not "Oscar-winner". */
  givenName: 1 << 1,
  familyFirst: 1 << 2,
  never: 1 << 3,
  body: 1 << 4,
  outlet: 1 << 5,
  opener: 1 << 6,
  demonym: 1 << 7,
  place: 1 << 8,
  title: 1 << 9,
  /** A title, or a courtesy, once its full stop is gone. */
  bareTitle: 1 << 10,
  courtesy: 1 << 11,
  modifier: 1 << 12,
  particle: 1 << 13,
  suffix: 1 << 14,
  /** "of", "and" and others that stand within the name of a body. */
  connector: 1 << 15,
  /** "of", "to", "for": what an office is of. */
  ofOffice: 1 << 16,
  /** Left small in a headline. */
  small: 1 << 17,
  /** Begins with a letter. */
  lettered: 1 << 18,
  /** "I", "A", "D-Ohio": a capital that begins no name. */
  lone: 1 << 19,
} as const;

const words = (list: string): readonly string[] => list.split(" ");

const BITS = new Map<string, number>();
for (const [list, bits] of [
  [GIVEN_NAMES.keys(), LIST.given | LIST.givenName],
  [FAMILY_FIRST, LIST.familyFirst],
  [NEVER_NAMES, LIST.never],
  [BODY_WORDS, LIST.body],
  [OUTLETS, LIST.outlet],
  [PLAIN_OPENERS, LIST.opener],
  [DEMONYMS, LIST.demonym],
  [PLACES, LIST.place],
  [TITLES.keys(), LIST.title],
  [COURTESY, LIST.courtesy],
  [TITLE_MODIFIERS, LIST.modifier],
  [PARTICLES, LIST.particle],
  [words("of for on and the to in &"), LIST.connector],
  [words("of to for"), LIST.ofOffice],
  [
    words(
      "a an the and or but nor for of to in on at by as is if vs vs. its via per up out off not it so yet about after amid " +
        "among before between from into like over than that under upon when with without",
    ),
    LIST.small,
  ],
] as const) {
  for (const word of list) BITS.set(word, (BITS.get(word) ?? 0) | bits);
}

/** The lists of a word, as bits; `lower` is its lower-case form. */
export function listsOf(text: string, lower: string): number {
  const own = BITS.get(lower) ?? 0;
  const bare = lower.endsWith(".") ? (BITS.get(lower.slice(0, -1)) ?? 0) : own;
  return (
    (own & ~LIST.courtesy) |
    (bare & LIST.courtesy) |
    ((bare & LIST.title) !== 0 ? LIST.bareTitle : 0) |
    (isDoubleName(text) ? LIST.givenName : 0) |
    (text.length < 5 && NAME_SUFFIX.test(text) ? LIST.suffix : 0) |
    (LETTER.test(text) ? LIST.lettered : 0) |
    (text !== lower && LONE.test(text) ? LIST.lone : 0)
  );
}

const LETTER = /^\p{L}/u;
const LONE = /^(?:[IA]$|[DRI]-)/;

function isDoubleName(text: string): boolean {
  if (!text.includes("-")) return false;
  const [first, second] = text.split("-");
  return /^\p{Lu}/u.test(second!) && GIVEN_NAMES.has(first!.toLowerCase());
}

/** Does a word stand in a list, or in one of several? */
export function isIn({ lists }: { readonly lists: number }, list: number): boolean {
  return (lists & list) !== 0;
}
