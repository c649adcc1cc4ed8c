// Takes a run of capitals apart: titles and adjectives in front, the name itself, and what kind of thing it names.
import { PLACES } from "../lexicon/places.ts";
import { isIn, LIST } from "./lists.ts";
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
/** What is called after people: "The Rachel Maddow Show", "Trump Train". */
const CALLED_AFTER =
  /^(?:show|awards?|prize|medal|trophy|train|tower|towers|plaza|bridge|t-shirts?|shirts?|hats?|rally|rallies|speech|interview|doctrine|effect|era|bill|act|amendment|documents?|emails?|tapes?)$/;
const INITIAL = /^(?:\p{Lu}\.?){1,3}$/u;

/** Reads one run. Never fails: what it cannot read is `nothing`. */
export function parseRun(run: Run): ParsedRun {
  const { words } = run;
  const office = words.findIndex((word) => !word.capital && isIn(word, LIST.ofOffice));
  if (office > 0 && isIn(words[office - 1]!, LIST.title)) return parseOffice(run, office);
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
    if (!isIn(word, LIST.bareTitle) || word.possessive) continue;
    const next = words[at + 1]!;
    if (isIn(next, LIST.suffix)) continue;
    const givenBefore = at > 0 && isGiven(words[at - 1]!) && !isIn(words[at - 1]!, LIST.modifier);
    // "Sonia Prince Smith" is a name; "Clinton Campaign Manager Robby Mook" is not.
    if (givenBefore && !isGiven(next)) continue;
    // "Dean Smith", "Major Garrett" may be given names: then the title is one all the same.
    if (isIn(words.at(-1)!, LIST.body) && !isGiven(next) && !isIn(word, LIST.courtesy)) return -1;
    return at;
  }
  return -1;
}

function parseTitled(run: Run, titled: number): ParsedRun {
  const { words } = run;
  let name = words.slice(titled + 1);
  let title = words.slice(0, titled + 1);
  // "Attorney General" and "Vice President" leave no name when all that follows is a role.
  while (name.length > 1 && isIn(name[0]!, LIST.modifier) && !isGiven(name[0]!)) {
    title = [...title, name[0]!];
    name = name.slice(1);
  }
  if (name.length === 1 && isIn(name[0]!, LIST.title | LIST.body | LIST.place)) {
    const person = isIn(title.at(-1)!, LIST.courtesy);
    if (!person) return { run, kind: "nothing", title: words, name: [], sure: false };
  }
  if (name.length === 1 && REGAL.test(title.at(-1)!.lower) && isIn(name[0]!, LIST.given)) {
    name = [title.at(-1)!, ...name];
    title = title.slice(0, -1);
  }
  if (name.length > 5) return { run, kind: "group", title: [], name: words, sure: false };
  return { run, kind: "person", title, name, sure: true };
}

function parsePlain(run: Run): ParsedRun {
  const { words } = run;
  const start = strippedStart(run);
  const whole = words.slice(start);
  const isAfter = whole.length > 1 && CALLED_AFTER.test(whole.at(-1)!.lower);
  if (isAfter && (whole.length < 3 || !isGiven(whole[0]!)))
    return { run, kind: "nothing", title: words, name: [], sure: false };
  const name = isAfter ? whole.slice(0, -1) : whole;
  const title = words.slice(0, start);
  // "Prime Minister" and "White House Press Secretary" without a name after them.
  const office =
    isIn(words.at(-1)!, LIST.title) && words.slice(0, -1).every((word) => isIn(word, LIST.modifier | LIST.title));
  if (name.length === 0 || (office && words.length > 1))
    return { run, kind: "nothing", title: words, name: [], sure: false };
  if (PLACES.has(name.map((word) => word.lower).join(" "))) return { run, kind: "place", title: [], name, sure: true };
  const bodyAt = name.findIndex((word) => isIn(word, LIST.body | LIST.outlet));
  const last = name.at(-1)!;
  if (bodyAt >= 0 && !(isGiven(name[0]!) && name.length === 2 && BODY_SURNAMES.test(last.lower))) {
    return { run, kind: "group", title: [], name: words, sure: true };
  }
  if (name.length === 1) return { run, kind: "unknown", title, name, sure: false };
  if (name.some((word) => isConnector(word))) return { run, kind: "group", title: [], name: words, sure: false };
  const person = name.length <= 6 && startsPerson(name, 0) && !isIn(last, LIST.demonym);
  return { run, kind: person ? "person" : "unknown", title, name, sure: person };
}

/** Index of the first word that is no adjective, party, place or plain opener before a name. */
function strippedStart(run: Run): number {
  const { words } = run;
  let at = 0;
  while (at < words.length - 1) {
    const word = words[at]!;
    const opener = isIn(word, LIST.opener) && !isGiven(word);
    const adjective = isIn(word, LIST.demonym) && (words.length - at > 2 || !isIn(words[at + 1]!, LIST.body));
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
  return word.caps || isIn(word, LIST.body | LIST.outlet | LIST.demonym | LIST.opener | LIST.place);
}

function startsPerson(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next) return false;
  if (isGiven(word) || (INITIAL.test(word.text) && word.text.includes("."))) return true;
  if (isIn(word, LIST.familyFirst) && words.length - at <= 3 && !isIn(next, LIST.body)) return true;
  return words.length - at >= 2 && /^\p{Lu}\.$/u.test(next.text);
}

function isGiven(word: Word): boolean {
  return isIn(word, LIST.givenName);
}

function isPlace(word: Word): boolean {
  return isIn(word, LIST.place);
}

function isConnector(word: Word): boolean {
  return isIn(word, LIST.connector) && word.lower !== "to";
}
