// Takes a run of capitals apart: titles and adjectives in front, the name itself, and what kind of thing it names.
import { FAMILY_FIRST, GIVEN_NAMES } from "../lexicon/given-names.ts";
import { BODY_WORDS, OUTLETS, PLAIN_OPENERS } from "../lexicon/organisations.ts";
import { DEMONYMS, PLACES } from "../lexicon/places.ts";
import { COURTESY, NAME_SUFFIX, TITLE_MODIFIERS, TITLES } from "../lexicon/titles.ts";
import type { Run } from "./runs.ts";
import type { Word } from "./words.ts";

export interface ParsedRun {
  readonly run: Run;
  /** `unknown`: capitals that may be a person, a body or a thing; the rest of the text must tell. */
  readonly kind: "person" | "group" | "place" | "unknown" | "nothing";
  /** Words before the name that tell its role ("Russian Foreign Minister"). */
  readonly title: readonly Word[];
  readonly name: readonly Word[];
  /** A title or a given name says it is a person. */
  readonly sure: boolean;
}

/** Titles kept with a lone given name: "Pope Francis", "King Salman". */
const REGAL = /^(?:pope|king|queen|prince|princess|emperor|sultan|emir|patriarch|sister|mother)$/;
/** Surnames that are also words for bodies. */
const BODY_SURNAMES =
  /^(?:church|hall|house|post|street|star|temple|bar|bell|banks|guard|service|parks|sun|watch|steel|page|media)$/;
const INITIAL = /^(?:\p{Lu}\.?){1,3}$/u;

/** Reads one run. Never fails: what it cannot read is `nothing`. */
export function parseRun(run: Run): ParsedRun {
  const { words } = run;
  const office = words.findIndex((word) => !word.capital && /^(?:of|to|for)$/.test(word.lower));
  if (office > 0 && TITLES.has(words[office - 1]!.lower)) return parseOffice(run, office);
  const titled = lastTitle(words);
  if (titled >= 0) return parseTitled(run, titled);
  return parsePlain(run);
}

/** "Secretary of State John Kerry": the name starts at the first given name after the office. */
function parseOffice(run: Run, office: number): ParsedRun {
  const { words } = run;
  const at = words.findIndex((word, index) => index > office + 1 && startsPerson(words, index) && !isPlace(word));
  if (at < 0) return { run, kind: "nothing", title: words, name: [], sure: false };
  return { run, kind: "person", title: words.slice(0, at), name: words.slice(at), sure: true };
}

/** The last title that has a name after it; -1 when none. */
function lastTitle(words: readonly Word[]): number {
  for (let at = words.length - 2; at >= 0; at--) {
    const word = words[at]!;
    if (!TITLES.has(word.lower.replace(/\.$/, "")) || word.possessive) continue;
    const next = words[at + 1]!;
    if (NAME_SUFFIX.test(next.text)) continue;
    const givenBefore = at > 0 && isGiven(words[at - 1]!) && !TITLE_MODIFIERS.has(words[at - 1]!.lower);
    // "Sonia Prince Smith" is a name; "Clinton Campaign Manager Robby Mook" is not.
    if (givenBefore && !isGiven(next)) continue;
    // "Dean Smith", "Major Garrett" may be given names: then the title is one all the same.
    if (BODY_WORDS.has(words.at(-1)!.lower) && !isGiven(next) && !COURTESY.has(word.lower.replace(/\.$/, "")))
      return -1;
    return at;
  }
  return -1;
}

function parseTitled(run: Run, titled: number): ParsedRun {
  const { words } = run;
  let name = words.slice(titled + 1);
  let title = words.slice(0, titled + 1);
  // "Attorney General" and "Vice President" leave no name when all that follows is a role.
  while (name.length > 1 && TITLE_MODIFIERS.has(name[0]!.lower) && !isGiven(name[0]!)) {
    title = [...title, name[0]!];
    name = name.slice(1);
  }
  if (name.length === 1 && (isTitleWord(name[0]!) || BODY_WORDS.has(name[0]!.lower) || isPlace(name[0]!))) {
    const person = COURTESY.has(title.at(-1)!.lower.replace(/\.$/, ""));
    if (!person) return { run, kind: "nothing", title: words, name: [], sure: false };
  }
  if (name.length === 1 && REGAL.test(title.at(-1)!.lower) && GIVEN_NAMES.has(name[0]!.lower)) {
    name = [title.at(-1)!, ...name];
    title = title.slice(0, -1);
  }
  if (name.length > 5) return { run, kind: "group", title: [], name: words, sure: false };
  return { run, kind: "person", title, name, sure: true };
}

function parsePlain(run: Run): ParsedRun {
  const { words } = run;
  const start = strippedStart(run);
  const name = words.slice(start);
  const title = words.slice(0, start);
  // "Prime Minister" and "White House Press Secretary" without a name after them.
  const office =
    isTitleWord(words.at(-1)!) &&
    words.slice(0, -1).every((word) => TITLE_MODIFIERS.has(word.lower) || isTitleWord(word));
  if (name.length === 0 || (office && words.length > 1))
    return { run, kind: "nothing", title: words, name: [], sure: false };
  const whole = name.map((word) => word.lower).join(" ");
  if (PLACES.has(whole)) return { run, kind: "place", title: [], name, sure: true };
  const bodyAt = name.findIndex((word) => BODY_WORDS.has(word.lower) || OUTLETS.has(word.lower));
  const last = name.at(-1)!;
  if (bodyAt >= 0 && !(isGiven(name[0]!) && name.length === 2 && BODY_SURNAMES.test(last.lower))) {
    return { run, kind: "group", title: [], name: words, sure: true };
  }
  if (name.length === 1) return { run, kind: "unknown", title, name, sure: false };
  if (name.some((word) => isConnector(word))) return { run, kind: "group", title: [], name: words, sure: false };
  const person = name.length <= 6 && startsPerson(name, 0) && !DEMONYMS.has(last.lower);
  return { run, kind: person ? "person" : "unknown", title, name, sure: person };
}

/** Index of the first word that is no adjective, party, place or plain opener before a name. */
function strippedStart(run: Run): number {
  const { words } = run;
  let at = 0;
  while (at < words.length - 1) {
    const word = words[at]!;
    const opener = PLAIN_OPENERS.has(word.lower) && !isGiven(word);
    const adjective = DEMONYMS.has(word.lower) && (words.length - at > 2 || !BODY_WORDS.has(words[at + 1]!.lower));
    if (!opener && !adjective) break;
    at++;
  }
  if (at < words.length && isGiven(words[at]!)) return at;
  for (let later = at + 1; later < words.length - 1; later++) {
    if (!isGiven(words[later]!) || !words.slice(at, later).every((word) => mayPrecede(word))) continue;
    return later;
  }
  return at;
}

function mayPrecede(word: Word): boolean {
  return (
    BODY_WORDS.has(word.lower) ||
    OUTLETS.has(word.lower) ||
    DEMONYMS.has(word.lower) ||
    PLAIN_OPENERS.has(word.lower) ||
    word.caps ||
    isPlace(word)
  );
}

function startsPerson(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next) return false;
  if (isGiven(word) || (INITIAL.test(word.text) && word.text.includes("."))) return true;
  if (FAMILY_FIRST.has(word.lower) && words.length - at <= 3 && !BODY_WORDS.has(next.lower)) return true;
  return words.length - at >= 2 && /^\p{Lu}\.$/u.test(next.text);
}

function isGiven(word: Word): boolean {
  if (GIVEN_NAMES.has(word.lower)) return true;
  // "Jean-Marc" is a given name; "Oscar-winner" is none.
  const [first, second] = word.text.split("-");
  return second !== undefined && /^\p{Lu}/u.test(second) && GIVEN_NAMES.has(first!.toLowerCase());
}

function isPlace(word: Word): boolean {
  return PLACES.has(word.lower);
}

function isTitleWord(word: Word): boolean {
  return TITLES.has(word.lower);
}

function isConnector(word: Word): boolean {
  return /^(?:of|for|on|and|the|in|&)$/.test(word.lower);
}
