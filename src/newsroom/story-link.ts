// Which Story an arriving article joins.
import { assignStory, mergeTerms } from "../language/stories.ts";
import type { Annotation } from "../model/annotation.ts";
import type { ArticleText } from "../model/article.ts";
import type { StoryLink } from "../store/contract/articles.ts";
import type { StoryCandidate } from "../store/contract/stories.ts";
import type { Corpus } from "../store/store.ts";

const LOOK_BACK_DAYS = 7;
const EVER = Temporal.Instant.fromEpochMilliseconds(0);
const MOST_CANDIDATES = 200;
const TERMS_TO_SHARE = 20;
const UNDATED_DAYS = 5;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** `day`: the publication day of the story's newest article so far; null for a new or undated story. */
export interface StoryDecision {
  readonly link: StoryLink;
  readonly day: string | null;
  /** Stories near enough to be settled with the one it joins. */
  readonly rivals: readonly number[];
}

/** Decides the story of an article. One without a date is held against every story that shares its terms. */
export async function linkStory(
  corpus: Corpus,
  article: ArticleText,
  annotation: Annotation,
  now: Temporal.Instant,
): Promise<StoryDecision> {
  const day = dayOf(article);
  const candidates = await corpus.stories.candidates({
    since: day === null ? EVER : now.subtract({ hours: 24 * LOOK_BACK_DAYS }),
    day,
    days: LOOK_BACK_DAYS,
    terms: annotation.terms.slice(0, TERMS_TO_SHARE).map(([term]) => term),
    limit: MOST_CANDIDATES,
  });
  const when = day ?? now.toString();
  const fitting = candidates
    .filter((story) => day !== null || mayBeOfItsDays(story, annotation))
    .map((story) => ({ id: story, terms: story.terms, articles: story.articles, lastSeen: seen(story, day, when) }));
  const choice = assignStory(annotation.terms, fitting, when);
  // An article without a day cannot tell stories of different days apart or together.
  const rivals = day === null ? [] : choice.rivals.map(({ id }) => id);
  if (choice.kind === "opens")
    return { link: { to: "new", title: article.title, terms: annotation.terms }, day: null, rivals };
  const story = choice.id;
  const terms = mergeTerms(story.terms, story.articles, annotation.terms);
  return {
    link: { to: "story", id: story.id, title: story.title ?? article.title, terms },
    day: story.lastPublished,
    rivals,
  };
}

/** With no date on either side only likeness speaks: that counts as far apart in time as a story still reaches. */
function seen(story: StoryCandidate, day: string | null, when: string): string {
  if (day !== null) return story.lastPublished ?? when;
  if (story.lastPublished !== null) return when;
  return Temporal.Instant.from(when)
    .subtract({ hours: 24 * UNDATED_DAYS })
    .toString();
}

/** An undated article that speaks of Sunday is not of a story told from Thursday to Friday. */
function mayBeOfItsDays({ firstPublished, lastPublished }: StoryCandidate, { quotes }: Annotation): boolean {
  const weekdays = new Set(quotes.flatMap(({ said }) => (said.precision === "weekday" ? [said.value] : [])));
  if (weekdays.size === 0 || lastPublished === null) return true;
  const last = Temporal.PlainDate.from(lastPublished);
  let day = Temporal.PlainDate.from(firstPublished ?? lastPublished).subtract({ days: 1 });
  for (let days = 0; days < LOOK_BACK_DAYS && Temporal.PlainDate.compare(day, last) <= 0; days++) {
    if (weekdays.has(WEEKDAYS[day.dayOfWeek - 1]!)) return true;
    day = day.add({ days: 1 });
  }
  return false;
}

/** The day an article came out, where it is known that well. */
export function dayOf({ published }: ArticleText): string | null {
  const isDay = published.precision === "day" || published.precision === "minute";
  return isDay && published.value !== null ? published.value.slice(0, 10) : null;
}
