// Which event is an article about? Online clustering: each arriving article joins a Story still running, or opens one.
import type { Document } from "./document.ts";
import { type Terms, termsOf } from "./stories/story-terms.ts";

/** A Story that may still be running. `lastSeen`: publication of its newest article, an ISO instant or day. */
export interface StoryCandidate<Id> {
  readonly id: Id;
  readonly terms: Terms;
  readonly lastSeen: string;
}

export type StoryChoice<Id> =
  | { readonly kind: "joins"; readonly id: Id; readonly similarity: number }
  | { readonly kind: "opens" };

/** Sentences of the body that tell the event; the rest is background and would draw old stories in. */
const LEAD_SENTENCES = 5;
const JOINS_AT = 0.15;
/** A story sleeps after this many days: what comes later is another event. */
const SLEEPS_AFTER_DAYS = 7;

/** Weighted terms that say which event the article is about, strongest first, at most 60. */
export function storyTerms(title: string | null, document: Document): Terms {
  const lead = document.sentences.slice(0, LEAD_SENTENCES).map(([start, end]) => document.text.slice(start, end));
  return termsOf(title === null ? lead : [title, ...lead]);
}

/**
 * The story an article joins, or that it opens one. `when`: the article's publication (ISO instant or day).
 * Candidates: stories seen within some days of it; others are passed over.
 */
export function assignStory<Id>(
  terms: Terms,
  candidates: readonly StoryCandidate<Id>[],
  when: string,
): StoryChoice<Id> {
  const weights = new Map(terms);
  let best: StoryCandidate<Id> | null = null;
  let bestSimilarity = 0;
  for (const candidate of candidates) {
    const days = daysBetween(candidate.lastSeen, when);
    if (days > SLEEPS_AFTER_DAYS) continue;
    const similarity = cosine(weights, candidate.terms) * (1 - (0.4 * days) / SLEEPS_AFTER_DAYS);
    if (similarity > bestSimilarity) [best, bestSimilarity] = [candidate, similarity];
  }
  if (best === null || bestSimilarity < JOINS_AT) return { kind: "opens" };
  return { kind: "joins", id: best.id, similarity: bestSimilarity };
}

/** The terms of a story of `articles` articles after one more joins: the mean of them all, strongest first. */
export function mergeTerms(story: Terms, articles: number, article: Terms): Terms {
  const sum = new Map(story.map(([term, weight]) => [term, weight * articles]));
  for (const [term, weight] of article) sum.set(term, (sum.get(term) ?? 0) + weight);
  return [...sum]
    .map(([term, weight]) => [term, Math.round((weight / (articles + 1)) * 100) / 100] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 150);
}

function cosine(weights: ReadonlyMap<string, number>, terms: Terms): number {
  let dot = 0;
  let square = 0;
  for (const [term, weight] of terms) {
    dot += weight * (weights.get(term) ?? 0);
    square += weight * weight;
  }
  let own = 0;
  for (const weight of weights.values()) own += weight * weight;
  return dot === 0 ? 0 : dot / Math.sqrt(square * own);
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
