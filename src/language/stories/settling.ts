// What a new article changes in the stories around it: a story that has just grown may win articles back from a rival
// that took them before it opened (a split), or turn out to be the same event as the rival (a merge).
import { eventScore, type Profile, profile } from "./likeness.ts";
import { byWeight, round, type Terms } from "./story-terms.ts";

export interface Member<ArticleId> {
  readonly id: ArticleId;
  readonly terms: Terms;
  /** The day it came out; null or left out when unknown. */
  readonly day?: string | null;
}

/** A running story with the terms of each of its articles. */
export interface Cast<StoryId, ArticleId> {
  readonly id: StoryId;
  readonly members: readonly Member<ArticleId>[];
}

/** Do the moves first; then, if `merges` names a rival, give all that it has left to the story. */
export interface Settlement<StoryId, ArticleId> {
  readonly moves: readonly { readonly article: ArticleId; readonly from: StoryId }[];
  readonly merges: StoryId | null;
}

const STORY_TERMS = 150;
/** An article moves when the story tells its event better than its own by this much log-odds. */
const MOVES_BY = 0.5;
/** What came out further apart is no one event: stories do not meet over an undated article between them. */
const MOST_DAYS_APART = 7;
/** Two stories merge at this log-odds, and the harder the more articles the smaller one has: it stayed apart so long. */
const MERGES_AT = 1;
const MERGE_LOSS_BY_SIZE = 0.8;
/** Only a rival to which the new article itself is this near may merge. */
const MERGE_NEAR = -1;

/** The terms of a story: the mean of its articles' terms, strongest first, at most 150. */
export function meanTerms(members: readonly { readonly terms: Terms }[]): Terms {
  const sum = new Map<string, number>();
  for (const { terms } of members) for (const [term, weight] of terms) sum.set(term, (sum.get(term) ?? 0) + weight);
  return [...sum]
    .map(([term, weight]) => [term, round(weight / members.length)] as const)
    .sort(byWeight)
    .slice(0, STORY_TERMS);
}

/**
 * Settles a story that an article has just joined with its rivals (the running stories to which that article is near,
 * see `rivalsOf`). `joined`: the terms of that article.
 */
export function settle<StoryId, ArticleId>(
  story: Cast<StoryId, ArticleId>,
  rivals: readonly Cast<StoryId, ArticleId>[],
  joined: Terms,
): Settlement<StoryId, ArticleId> {
  const own = [...story.members];
  // Read anew only when an article has moved: most stay.
  let told = tellingOf(own);
  const moves: { article: ArticleId; from: StoryId }[] = [];
  let merges: StoryId | null = null;
  for (const rival of rivals) {
    const left = [...rival.members];
    for (const member of rival.members) {
      if (left.length > 1 && daysApart([member], own) <= MOST_DAYS_APART && belongs(member, told, left)) {
        left.splice(left.indexOf(member), 1);
        own.push(member);
        told = tellingOf(own);
        moves.push({ article: member.id, from: rival.id });
      }
    }
    if (merges === null && daysApart(left, own) <= MOST_DAYS_APART && isSameEvent(told, left, joined))
      merges = rival.id;
  }
  return { moves, merges };
}

type Dated = readonly { readonly day?: string | null }[];

/** Days between the stretches of time that two groups of articles cover; 0 when they meet, or one is all undated. */
function daysApart(a: Dated, b: Dated): number {
  const days = (of: Dated): number[] => of.flatMap(({ day }) => (day == null ? [] : [Date.parse(day) / 86_400_000]));
  const [own, others] = [days(a), days(b)];
  if (own.length === 0 || others.length === 0) return 0;
  return Math.max(0, Math.min(...own) - Math.max(...others), Math.min(...others) - Math.max(...own));
}

function tellingOf(members: readonly Member<unknown>[]): Profile {
  return profile(meanTerms(members), members.length);
}

/** Does the member tell the event of `story` better than that of the rest of its own? */
function belongs<ArticleId>(member: Member<ArticleId>, story: Profile, own: readonly Member<ArticleId>[]): boolean {
  const text = profile(member.terms);
  const there = eventScore(text, story);
  if (there <= 0) return false;
  const rest = own.filter((other) => other !== member);
  return there > eventScore(text, tellingOf(rest)) + MOVES_BY;
}

function isSameEvent(mine: Profile, rival: readonly Member<unknown>[], joined: Terms): boolean {
  const other = tellingOf(rival);
  if (eventScore(profile(joined), other) <= MERGE_NEAR) return false;
  const [small, large] = mine.articles <= other.articles ? [mine, other] : [other, mine];
  return eventScore(small, large) > MERGES_AT + MERGE_LOSS_BY_SIZE * Math.log(small.articles);
}
