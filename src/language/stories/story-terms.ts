// Weighted terms that say which event an article is about: names, numbers, words and pairs of words of its head.
import { isCommonWord, rarityOf } from "../common-words.ts";
import { isFunctionWord, stem, wordsOf } from "../content-words.ts";

/** Term and weight, strongest first. A name keeps its capital, a number begins with a digit, a pair holds a space. */
export type Terms = readonly (readonly [term: string, weight: number])[];

export type TermKind = "name" | "number" | "pair" | "word";

export function termKind(term: string): TermKind {
  if (term.includes(" ")) return "pair";
  if (/^\d/.test(term)) return "number";
  return /^\p{Lu}/u.test(term) ? "name" : "word";
}

/** More would only say what the article is like, not which event it tells. */
const KEPT = 60;
const WEIGHT: Readonly<Record<TermKind, number>> = { name: 2, number: 1.5, pair: 1, word: 1 };
/** Days and counting units: every report has some, of whatever event. */
const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:to|yester)day|^tomorrow|^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/i;

interface Token {
  readonly term: string;
  readonly kind: TermKind;
}

function readToken(word: string, startsSentence: boolean, capitalsMeanNothing: boolean): Token | null {
  const lower = word.toLowerCase();
  if (isFunctionWord(lower) || lower.length < 2 || CALENDAR.test(lower)) return null;
  if (/^\d/.test(word)) return { term: lower, kind: "number" };
  const stemmed = stem(lower);
  const capital = /^\p{Lu}/u.test(word);
  if (!capital || ((startsSentence || capitalsMeanNothing) && isCommonWord(stemmed)))
    return { term: stemmed, kind: "word" };
  const name = lower.replace(/['’]s$/, "");
  return { term: name[0]!.toUpperCase() + name.slice(1), kind: "name" };
}

/** Terms of some sentences of an article (its title and its lead), at most 60. */
export function termsOf(sentences: readonly string[]): Terms {
  const counts = new Map<string, { count: number; kind: TermKind }>();
  const add = (term: string, kind: TermKind): void => {
    const entry = counts.get(term);
    if (entry === undefined) counts.set(term, { count: 1, kind });
    else entry.count++;
  };
  for (const sentence of sentences) {
    const words = wordsOf(sentence);
    const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
    let before: Token | null = null;
    words.forEach((word, index) => {
      const token = readToken(word, index === 0, capitals > words.length * 0.6);
      if (token !== null) {
        add(token.term, token.kind);
        if (before !== null) add(`${before.term} ${token.term}`, "pair");
      }
      before = token;
    });
  }
  const weighted = [...counts].map(([term, { count, kind }]) => [term, round(weigh(term, kind, count))] as const);
  return weighted.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, KEPT);
}

function weigh(term: string, kind: TermKind, count: number): number {
  const rarity = kind === "pair" ? term.split(" ").reduce((sum, part) => sum + rarityOf(part), 0) / 2 : rarityOf(term);
  return Math.sqrt(count) * WEIGHT[kind] * rarity;
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}
