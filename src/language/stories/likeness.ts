// How likely an article tells the same event as a story: a logistic model over what the two share and where they clash.
import { formOf, type TermKind, type Terms } from "./story-terms.ts";

/** Terms read once and compared many times. */
export interface Profile {
  readonly terms: Terms;
  readonly weights: ReadonlyMap<string, number>;
  /** Surnames of people named in full. */
  readonly people: ReadonlySet<string>;
  readonly articles: number;
}

/**
 * Fitted by logistic regression on pairs of an article and a story of the training topics, two confusable stories each
 * (`node test/benchmark/train-stories.ts`), the bias raised by 0.8, which serves clustering best on those topics: a
 * split story costs more than a pair tells. Positive: speaks for the same event.
 */
const MODEL = {
  bias: -2.52,
  cosine: 3.62,
  held: 0.76,
  nameCosine: -0.97,
  coreNames: 0.5,
  wordCosine: 3.36,
  wordsHeld: 0.18,
  pairCosine: 0.16,
  numberCosine: 2.78,
  numberClash: -0.94,
  nameClash: -1.88,
  size: -1.97,
  namesHeld: 0.96,
  placeCosine: 0.84,
  placesHeld: 1.75,
  person: 0.94,
  personClash: -1.68,
  dayCosine: 0.81,
  dayClash: -0.88,
} as const;

export type Feature = Exclude<keyof typeof MODEL, "bias">;

/** What an article that has no name, or no place, counts as sharing of them. */
const NEUTRAL = 0.3;
/** A term this much of a story's articles have is part of what it is about. */
const CORE = 0.15;

export function profile(terms: Terms, articles = 1): Profile {
  const people = new Set<string>();
  for (const [term] of terms) {
    const { surname } = formOf(term);
    if (surname !== null) people.add(surname);
  }
  return { terms, weights: new Map(terms), people, articles };
}

/** Sums over the terms of one kind. `own`, `theirs`: squares; `held`: the article's weight that the story shares. */
class Sums {
  dot = 0;
  own = 0;
  theirs = 0;
  weight = 0;
  held = 0;
  core = 0;
  coreHeld = 0;
  /** The strongest term of the article that the story lacks, and the other way round. */
  news = 0;
  missing = 0;

  get cosine(): number {
    return root(this.dot, Math.sqrt(this.own * this.theirs));
  }
}

function root(part: number, whole: number): number {
  return part > 0 && whole > 0 ? Math.sqrt(Math.min(1, part / whole)) : 0;
}

/** The features of one pair, each from 0 to about 1. */
export function compare(article: Profile, story: Profile): Readonly<Record<Feature, number>> {
  const sums: Record<TermKind, Sums> = {
    name: new Sums(),
    place: new Sums(),
    number: new Sums(),
    pair: new Sums(),
    word: new Sums(),
    day: new Sums(),
  };
  for (const [term, weight] of article.terms) {
    const sum = sums[formOf(term).kind];
    sum.own += weight * weight;
    sum.weight += weight;
    if (!story.weights.has(term)) sum.news = Math.max(sum.news, weight);
  }
  for (const [term, weight] of story.terms) addStoryTerm(sums, article, term, weight);
  const { name, place, number, pair, word, day } = sums;
  const told = [name, place, number, pair, word];
  const total = (of: "dot" | "own" | "theirs"): number => told.reduce((sum, each) => sum + each[of], 0);
  const coreNames = name.core > 0 ? name.coreHeld / name.core : NEUTRAL;
  const namesHeld = name.weight > 0 ? name.held / name.weight : NEUTRAL;
  const { person, personClash } = comparePeople(article, story);
  return {
    cosine: root(total("dot"), Math.sqrt(total("own") * total("theirs"))),
    held: root(total("dot"), total("own")),
    nameCosine: name.cosine,
    coreNames,
    wordCosine: word.cosine,
    wordsHeld: root(word.dot, word.own),
    pairCosine: pair.cosine,
    numberCosine: number.cosine,
    numberClash: Math.min(number.news, number.missing) / 6.5,
    nameClash: (1 - namesHeld) * (1 - coreNames),
    size: Math.log(1 + story.articles) / 2,
    namesHeld,
    placeCosine: place.cosine,
    placesHeld: place.weight > 0 ? root(place.dot, place.own) : NEUTRAL,
    person,
    personClash,
    dayCosine: day.cosine,
    dayClash: day.weight > 0 && day.core > 0 && day.dot === 0 ? Math.min(1, day.missing / 3.5) : 0,
  };
}

function addStoryTerm(sums: Record<TermKind, Sums>, article: Profile, term: string, weight: number): void {
  const { kind, unit } = formOf(term);
  const sum = sums[kind];
  const core = Math.min(1, weight / unit);
  sum.theirs += weight * weight;
  sum.core += core * core * unit;
  const own = article.weights.get(term);
  if (own === undefined) {
    sum.missing = Math.max(sum.missing, core * unit);
    return;
  }
  sum.dot += own * weight;
  sum.held += own * Math.min(1, 2 * core);
  sum.coreHeld += core * core * unit;
}

/** `person`: how central a person of the story is whom the article names. Clash: each names people, none in common. */
function comparePeople(article: Profile, story: Profile): { readonly person: number; readonly personClash: number } {
  let person = 0;
  let missing = 0;
  for (const [term, weight] of story.terms) {
    const { surname, unit } = formOf(term);
    if (surname === null) continue;
    const core = Math.min(1, weight / unit);
    if (article.weights.has(surname)) person = Math.max(person, core);
    else missing = Math.max(missing, core);
  }
  const hasNews = [...article.people].some((surname) => !story.weights.has(surname));
  return { person, personClash: person > CORE || !hasNews ? 0 : missing };
}

/** Log-odds that both tell one event: above 0 is more likely than not. */
export function eventScore(article: Profile, story: Profile): number {
  let score: number = MODEL.bias;
  for (const [feature, value] of Object.entries(compare(article, story))) score += MODEL[feature as Feature] * value;
  return score;
}
