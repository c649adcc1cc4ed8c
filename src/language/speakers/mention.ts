// Reads the words beside a quote that say who speaks: whose head is a name, a pronoun, or a noun for a role or thing.
import type { Span } from "../../model/text.ts";
import { ANONYMOUS_NOUNS, DOCUMENT_NOUNS, GROUP_NOUNS, isPersonNoun } from "../lexicon/roles.ts";
import type { NameMention, Names } from "../names/entities.ts";

export type Head =
  | { readonly is: "names"; readonly mentions: readonly NameMention[] }
  | { readonly is: "pronoun"; readonly word: string; readonly at: number }
  | Nominal;

export interface Nominal {
  readonly is: "nominal";
  /** The phrase up to its first preposition, comma or clause, without its article. */
  readonly phrase: string;
  /** All of it, without its article. */
  readonly whole: string;
  readonly span: Span;
  /** Last noun of the phrase, lower case, singular as written. */
  readonly noun: string;
  readonly determiner: "definite" | "indefinite" | "possessive" | "none";
  /** The name it belongs to or is made with: "Russia's president", "Trump campaign". */
  readonly owner: NameMention | null;
  readonly ownerPronoun: string | null;
  readonly number: "one" | "many";
}

const PRONOUN =
  /^(?:he|she|they|it|who|which|that|his|her|him|hers|their|them|its|i|we|you|me|us|himself|herself|themselves|itself|whom|whose|this|these|those|both|one)$/i;
const BEFORE_NAME =
  /(?:^|\s)(?:of|for|to|from|by|at|with|in|on|about|against|under|near|like|than|including|between|over|across|inside|outside|behind)(?:\s+(?:the|an?|his|her|its|their|\p{Lu}[\p{L}.]*))*\s*$/u;
const AFTER_NAME =
  /^(?:who|of|from|and|in|on|at|for|with|to|also|himself|herself|itself|whose|via|by|the|or|then|now|as|but|is|was|has|had|said|says)$/i;

/** Mentions of `names` that touch a span, in text order. */
export function mentionsWithin(names: Names, [start, end]: Span): NameMention[] {
  const { mentions } = names;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.span[1] <= start) low = middle + 1;
    else high = middle;
  }
  const found: NameMention[] = [];
  for (let at = low; at < mentions.length && mentions[at]!.span[0] < end; at++) found.push(mentions[at]!);
  return found;
}

// Oversight | ranking Democrat Elijah Cummings      Air Force | 1st Lt. Jane Roe      Clinton | ally James Carville
const BEFORE_ANOTHER =
  /^\s(?:(?:ranking|leading|acting|sitting|retired|\d\w*|ally)\s)+(?:\p{Lu}[\p{L}’'.-]*\s)+\p{Lu}/u;

/** The head of a mention; null where it holds no word. */
export function headOf(text: string, names: Names, spans: readonly Span[]): Head | null {
  const start = spans[0]?.[0] ?? 0;
  const end = spans.at(-1)?.[1] ?? 0;
  const words = text.slice(start, end).replace(/[\s,;:–—-]+$/u, "");
  const bare = words.trim().replace(/['’]s?$/, "");
  if (bare === "") return null;
  if (PRONOUN.test(bare)) return { is: "pronoun", word: bare.toLowerCase(), at: start };
  const inside = mentionsWithin(names, [start, end]);
  const heads = nameHeads(text, inside, start, end, names);
  if (heads.length > 0) return { is: "names", mentions: heads };
  const pronoun = /^(he|she|they|it|who|which|i|we)\b/i.exec(words);
  if (pronoun) return { is: "pronoun", word: pronoun[1]!.toLowerCase(), at: start };
  return nominalOf(text, inside, start, start + words.length);
}

/** The names that are the head: one, or several joined by "and". */
function nameHeads(
  text: string,
  inside: readonly NameMention[],
  start: number,
  end: number,
  names: Names,
): NameMention[] {
  const heads: NameMention[] = [];
  for (const mention of inside) {
    const isPerson = names.entities[mention.entity]!.kind === "person";
    if (heads.length > 0) {
      const between = text.slice(heads.at(-1)!.span[1], mention.whole[0]);
      const alike = isPerson === (names.entities[heads.at(-1)!.entity]!.kind === "person");
      if (!/^\s*(?:,|and|&|,\s*and)\s*$/.test(between) || !alike) break;
      if (isHead(text, mention, isPerson, start, end)) heads.push(mention);
      else break;
      continue;
    }
    if (isHead(text, mention, isPerson, start, end)) heads.push(mention);
  }
  return joinedByAnd(text, heads) ? heads : heads.slice(0, 1);
}

function joinedByAnd(text: string, heads: readonly NameMention[]): boolean {
  if (heads.length < 2) return true;
  return /\band\b|&/.test(text.slice(heads[0]!.span[0], heads.at(-1)!.span[0]));
}

function isHead(text: string, mention: NameMention, isPerson: boolean, start: number, end: number): boolean {
  const before = text.slice(start, Math.max(start, mention.whole[0]));
  if (BEFORE_NAME.test(before) || /\b(?:who|which|that|whose)\b/.test(before)) return false;
  // Past a preposition ("a complaint to the court's Board") only a person set off or named after a role is the head.
  if (/\s(?:of|for|to|from|by|at|with|in|on)\s/.test(before)) {
    const noun = /(\p{L}[\p{L}-]*)\s+$/u.exec(before)?.[1] ?? "";
    const setOff = /,\s*$/.test(before) || mention.whole[0] < mention.span[0] || isPersonNoun(noun);
    if (!isPerson || !setOff) return false;
  }
  if (!isPerson && /^(?:some|many|several|other|most|few|all|both|two|three)\s+$/i.test(before)) return false;
  const after = text.slice(mention.span[1], Math.min(end, mention.span[1] + 80));
  if (mention.possessive) return /^['’]?s?[\s,]*$/.test(after);
  if (/^[/-]/.test(after) || BEFORE_ANOTHER.test(after)) return false;
  const next = /^\s+(\p{L}[\p{L}'’-]*)/u.exec(after)?.[1];
  if (!next) return true;
  if (/^\p{Lu}/u.test(next)) return mention.headline && before === "";
  return AFTER_NAME.test(next) || /(?:ed|ly|ing)$/.test(next);
}

/** Both parts of "the former first lady and senator" as phrases of their own; the whole alone when it has one part. */
export function partsOf(text: string, head: Nominal): Nominal[] {
  const found = /^[^,;(]{4,60}?\s+and\s+/.exec(head.whole);
  const second = found
    ? nominalOf(text, [], head.span[0] + text.slice(...head.span).indexOf(head.whole) + found[0].length, head.span[1])
    : null;
  return second ? [head, { ...second, determiner: head.determiner }] : [head];
}

/** Does a preposition stand right before a place, so that what follows is no subject? */
export function followsPreposition(text: string, start: number, at: number): boolean {
  return BEFORE_NAME.test(text.slice(Math.max(start, at - 60), at));
}

function nominalOf(text: string, inside: readonly NameMention[], start: number, end: number): Nominal | null {
  const whole = text.slice(start, end).trim();
  const article =
    /^(?:(the|this|that|these|those|both|our)|(an?|another|one|some|several|many|no|any|two|three|four|five|other|most|few|all|each|every)|(his|her|their|its|my|your))\s+/i.exec(
      whole,
    );
  const rest = article ? whole.slice(article[0].length) : whole;
  const phrase = firstPart(rest);
  const noun = /([\p{L}][\p{L}'’-]*)[^\p{L}]*$/u.exec(phrase)?.[1]?.toLowerCase() ?? "";
  if (noun === "") return null;
  const [owner] = inside;
  const ownsPhrase = owner && owner.span[0] <= start + (article?.[0].length ?? 0) + phrase.length ? owner : null;
  return {
    is: "nominal",
    phrase,
    whole: rest.replace(/[\s,]+$/, ""),
    span: [start, end],
    noun,
    determiner: article?.[1]
      ? "definite"
      : article?.[2]
        ? "indefinite"
        : article?.[3] || ownsPhrase?.possessive
          ? "possessive"
          : "none",
    owner: ownsPhrase ?? null,
    ownerPronoun: article?.[3]?.toLowerCase() ?? null,
    number: numberOf(noun),
  };
}

const PHRASE_ENDS =
  /^(?:of|for|at|in|from|with|to|on|by|about|near|and|or|but|who|which|that|whose|whom|where|as|inside|outside|close|familiar|briefed|working|including|released|filed|published|posted|issued|conducted|commissioned|prepared|signed|written|sent|obtained|seen)$/i;

/** Up to the first comma, preposition or relative clause; verbatim. */
function firstPart(phrase: string): string {
  let end = 0;
  for (const match of phrase.matchAll(/\S+/g)) {
    if (end > 0 && PHRASE_ENDS.test(match[0])) break;
    end = match.index + match[0].length;
    if (/[,;(]$/.test(match[0])) break;
  }
  return phrase.slice(0, end).replace(/[\s,;(]+$/, "");
}

function numberOf(noun: string): "one" | "many" {
  if (/^(?:people|men|women|children|police|others|some|many|both|few|several)$/.test(noun)) return "many";
  return noun.endsWith("s") && !/(?:ss|us|is|news|congress|politics)$/.test(noun) ? "many" : "one";
}

/** What kind of voice a noun names. */
export function voiceOfNoun(noun: string): "person" | "group" | "document" | "anonymous" {
  const singular = noun.replace(/ies$/, "y").replace(/s$/, "");
  if (noun === "police") return "group";
  if (isPersonNoun(noun)) return "person";
  if (ANONYMOUS_NOUNS.has(noun)) return "anonymous";
  if (DOCUMENT_NOUNS.has(noun) || DOCUMENT_NOUNS.has(singular)) return "document";
  if (GROUP_NOUNS.has(noun) || GROUP_NOUNS.has(singular)) return "group";
  if (isPersonNoun(singular)) return "anonymous";
  return "anonymous";
}

/**
 * The first name of a stretch that may be its subject: neither an owner nor behind a preposition; of "Minnesota delegate Mary
 * Smith", the person.
 */
export function subjectWithin(text: string, names: Names, span: Span): NameMention | undefined {
  const all = mentionsWithin(names, span);
  const at = all.findIndex(({ possessive, whole }) => !possessive && !followsPreposition(text, span[0], whole[0]));
  const [first, next] = [all[at], all[at + 1]];
  if (!first || !next || names.entities[first.entity]?.kind === "person") return first;
  const isBefore = /^\s(?:[\p{L}-]+\s){0,3}$/u.test(text.slice(first.span[1], next.whole[0]));
  const isPerson = names.entities[next.entity]?.kind === "person";
  return isBefore && isPerson && !followsPreposition(text, span[0], next.whole[0]) ? next : first;
}
