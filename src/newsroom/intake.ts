// Article in: known already? → annotate → near-duplicate? → link statements and story → save in one transaction.
import type { Annotation } from "../model/annotation.ts";
import type { ArticleText, Audience } from "../model/article.ts";
import { bands, sameText } from "../sources/duplicates.ts";
import type { SaveResult } from "../store/contract/articles.ts";
import type { Store } from "../store/store.ts";
import { linkStatements } from "./statement-links.ts";
import { dayOf, linkStory } from "./story-link.ts";
import { settleStories } from "./story-settling.ts";

/** What taking in needs of an annotator. */
export interface Annotating {
  /** Differs whenever an annotation might: other rules, weights or known speakers. */
  readonly version: string;
  annotate(article: ArticleText): Annotation;
}

export interface Newsroom {
  readonly store: Store;
  readonly annotator: Annotating;
}

export interface IntakeOptions {
  readonly audience: Audience;
  /** Further addresses the article is known under; `article.url` need not be repeated. */
  readonly addresses?: readonly string[];
  readonly now: Temporal.Instant;
  /**
   * News counts as first stored now. An archive is no news: its articles count as stored on their own day (an undated
   * one on the day of the story it joins), so that no subscriber is told of them now.
   */
  readonly isArchive: boolean;
}

/** What became of an article, and how many quotes were found in it (0 when it was held already). */
export interface Intake extends SaveResult {
  readonly quotes: number;
}

/** Nothing found, under a version that no annotator has: whatever is stored so is annotated at the next start. */
export const NOT_ANNOTATED: Annotation = { version: "none", quotes: [], summary: [], terms: [] };

/** Of the texts that share a band, so many that share most are compared. */
const MOST_COMPARED = 10;

/**
 * Takes an article in. Surprises of the store are thrown; nothing is half done. One at a time: of two copies the second
 * has to see the first.
 */
export async function takeIn(article: ArticleText, options: IntakeOptions, room: Newsroom): Promise<Intake> {
  const addresses = [...new Set([...(article.url === null ? [] : [article.url]), ...(options.addresses ?? [])])];
  const known = await room.store.articles.known(article, options.audience, addresses);
  if (known?.kind === "unchanged") return { ...known, quotes: 0 };

  const { store } = room;
  const viewer = options.audience === "everyone" ? null : options.audience.chat;
  const fingerprints = bands(article.body);
  const duplicateOf = await nearDuplicate(store, article, fingerprints, viewer);
  // A copy only adds its addresses: nobody will read what is found in it.
  const isCopy = known === null ? duplicateOf !== null : known.kind === "duplicate";
  const annotation = isCopy ? NOT_ANNOTATED : room.annotator.annotate(article);
  const statements = await linkStatements(store, article, annotation, viewer);
  const story = viewer === null ? await linkStory(store, article, annotation, options.now) : null;
  const saved = await store.articles.save(article, annotation, {
    audience: options.audience,
    addresses,
    firstStored: options.isArchive ? archiveTime(article, story?.day ?? null, options.now) : options.now,
    links: { statements, story: story?.link ?? null },
    bands: fingerprints,
    ...(duplicateOf === null ? {} : { duplicateOf }),
  });
  if (saved.kind === "new" && story !== null) await settleStories(store, saved.id, annotation.terms, story.rivals);
  return { ...saved, quotes: saved.kind === "new" || saved.kind === "revised" ? annotation.quotes.length : 0 };
}

/** Its minute, or noon of its day or its story's; now when there is none, or when it claims the future. */
function archiveTime(article: ArticleText, storyDay: string | null, now: Temporal.Instant): Temporal.Instant {
  const { value, precision } = article.published;
  const day = dayOf(article) ?? storyDay;
  if (day === null) return now;
  const moment = Temporal.Instant.from(precision === "minute" && value !== null ? value : `${day}T12:00:00Z`);
  return Temporal.Instant.compare(moment, now) < 0 ? moment : now;
}

/**
 * An article held under another address with the same text (an agency's report on two sites of one outlet). Other
 * outlets that print the same report stay articles of their own: who reported it is what people ask.
 */
async function nearDuplicate(
  store: Store,
  article: ArticleText,
  fingerprints: readonly number[],
  viewer: string | null,
): Promise<number | null> {
  const near = await store.articles.nearDuplicates(fingerprints, viewer);
  for (const { id } of near.slice(0, MOST_COMPARED)) {
    const other = await store.articles.byId(id, viewer);
    if (other !== null && other.outlet === article.outlet && sameText(other.body, article.body)) return id;
  }
  return null;
}
