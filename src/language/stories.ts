// Which event is an article about? Online clustering: each arriving article joins a Story still running, or opens one;
// then the story is settled with its rivals (stories/settling.ts), for it may have been told apart too late or too early.
import type { Prose } from "./document.ts";
import { eventScore, type Profile, profile } from "./stories/likeness.ts";
import { byWeight, formOf, round, type Terms, termsOf } from "./stories/story-terms.ts";

/** A Story that may still be running. `lastSeen`: publication of its newest article, an ISO instant or day. */
export interface StoryCandidate<Id> {
  readonly id: Id;
  readonly terms: Terms;
  readonly lastSeen: string;
  /** How many articles its terms are the mean of; left out, it is read off the terms. */
  readonly articles?: number;
}

/**
 * `rivals`: other running stories, near enough to the article that its own should be settled with them (`settle` in
 * stories/settling.ts): some of their articles may belong to its story, or all of them. `score`: log-odds, above 0.
 */
export type StoryChoice<Id> = { readonly rivals: readonly Id[] } & (
  | { readonly kind: "joins"; readonly id: Id; readonly score: number }
  | { readonly kind: "opens" }
);

/** Sentences of the body that tell the event; the rest is background and would draw old stories in. */
const LEAD_SENTENCES = 2;
const STORY_TERMS = 150;
const CLOSER_LOOKS = 10;
/** A story sleeps after this many days: what comes later is another event. Each day before that speaks against joining. */
const SLEEPS_AFTER_DAYS = 7;
const LOSS_A_DAY = 0.5;
/** Log-odds above which a story may hold articles of the one that an article joined. */
const RIVAL_AT = -2.5;

/** Weighted terms that say which event the article is about, strongest first, at most 80. */
export function storyTerms(title: string | null, prose: Prose): Terms {
  const lead = prose.sentences.slice(0, LEAD_SENTENCES).map(([start, end]) => prose.text.slice(start, end));
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
  const article = profile(terms);
  const rivals = new Set<Id>();
  let best: StoryCandidate<Id> | null = null;
  let bestScore = 0;
  for (const candidate of nearest(article, candidates, when)) {
    const near = eventScore(article, profileOf(candidate));
    if (near > RIVAL_AT) rivals.add(candidate.id);
    const score = near - LOSS_A_DAY * Math.max(0, daysBetween(candidate.lastSeen, when) - 1);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  if (best === null) return { kind: "opens", rivals: [...rivals] };
  rivals.delete(best.id);
  return { kind: "joins", id: best.id, score: bestScore, rivals: [...rivals] };
}

/** The terms of a story of `articles` articles after one more (or another story of `more`) joins: the mean of all. */
export function mergeTerms(story: Terms, articles: number, joining: Terms, more = 1): Terms {
  const sum = new Map(story.map(([term, weight]) => [term, weight * articles]));
  for (const [term, weight] of joining) sum.set(term, (sum.get(term) ?? 0) + weight * more);
  return [...sum]
    .map(([term, weight]) => [term, round(weight / (articles + more))] as const)
    .sort(byWeight)
    .slice(0, STORY_TERMS);
}

function sizeOf(candidate: StoryCandidate<unknown>): number {
  return candidate.articles ?? sizeFrom(candidate.terms);
}

/** A term that one article alone has weighs its unit divided by their number. */
function sizeFrom(terms: Terms): number {
  let size = 1;
  for (const [term, weight] of terms) size = Math.max(size, formOf(term).unit / weight);
  return Math.round(size);
}

function profileOf(candidate: StoryCandidate<unknown>): Profile {
  return profile(candidate.terms, sizeOf(candidate));
}

/** The stories still awake that share most with a text by plain cosine: only these are worth the closer look. */
function nearest<Id>(
  text: Profile,
  candidates: readonly StoryCandidate<Id>[],
  when: string,
): readonly StoryCandidate<Id>[] {
  return candidates
    .filter(({ lastSeen }) => daysBetween(lastSeen, when) <= SLEEPS_AFTER_DAYS)
    .map((candidate) => ({ candidate, near: cosine(text, candidate.terms) }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near)
    .slice(0, CLOSER_LOOKS)
    .map(({ candidate }) => candidate);
}

function cosine(text: Profile, terms: Terms): number {
  let dot = 0;
  let square = 0;
  for (const [term, weight] of terms) {
    square += weight * weight;
    dot += weight * (text.weights.get(term) ?? 0);
  }
  return dot / Math.sqrt(square || 1);
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
