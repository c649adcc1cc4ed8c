// Articles in: known already? → annotate; then, each as one change of the corpus: near-duplicate? → link statements and story → save.
import type { Annotation } from "../model/annotation.ts";
import type { ArticleText, Audience } from "../model/article.ts";
import { bands, sameAs } from "../sources/duplicates.ts";
import type { SaveResult } from "../store/contract/articles.ts";
import type { Corpus, Store } from "../store/store.ts";
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

/** An item of a feed, as the feed's memory names it. */
export interface SeenItem {
  readonly feed: number;
  readonly key: string;
}

/** An article that comes in. `item`: counts as seen once it is taken in. */
export interface Arrival {
  readonly article: ArticleText;
  readonly options: IntakeOptions;
  readonly item?: SeenItem;
}

/** Takes one article in; see takeInAll. */
export async function takeIn(article: ArticleText, options: IntakeOptions, room: Newsroom): Promise<Intake> {
  const [intake] = await takeInAll([{ article, options }], room);
  return intake!;
}

/**
 * Takes articles in, in order: each is held against those before it. Surprises of the store are thrown; some of the articles may
 * have been taken in then, none by half.
 */
export async function takeInAll(arrivals: readonly Arrival[], room: Newsroom): Promise<readonly Intake[]> {
  const { store } = room;
  const read: Read[] = [];
  for (const arrival of arrivals) read.push(await readArrival(arrival, room));
  if (read.every(({ known, item }) => known?.kind === "unchanged" && item === undefined))
    return read.map(({ known }) => ({ ...known!, quotes: 0 }));
  const changes = read.map((one) => (corpus: Corpus) => place(one, corpus));
  const intakes: Intake[] = [];
  while (intakes.length < changes.length) {
    const left = changes.slice(intakes.length);
    // Whoever waits to write need not do so while an article is linked.
    intakes.push(...(store.wasAwaitedLong ? [await left[0]!(store)] : await store.inTurn(left)));
  }
  return intakes;
}

/** An arrival and all that can be told of it without keeping others waiting. `known`: as what it is held already. */
interface Read extends Arrival {
  readonly addresses: readonly string[];
  readonly known: SaveResult | null;
  readonly fingerprints: readonly number[];
  readonly annotation: Annotation;
}

/** Of what is held already nobody will read what is found in it. */
async function readArrival(arrival: Arrival, { store, annotator }: Newsroom): Promise<Read> {
  const { article, options } = arrival;
  const addresses = [...new Set([...(article.url === null ? [] : [article.url]), ...(options.addresses ?? [])])];
  const known = await store.articles.known(article, options.audience, addresses);
  const isNews = known === null || known.kind === "revised";
  const fingerprints = known?.kind === "unchanged" ? [] : bands(article.body);
  return {
    ...arrival,
    addresses,
    known,
    fingerprints,
    annotation: isNews ? annotator.annotate(article) : NOT_ANNOTATED,
  };
}

/** One change of the corpus, or, with the store itself for a corpus, several small ones. */
async function place(arrival: Read, corpus: Corpus): Promise<Intake> {
  const intake = await placeArticle(arrival, corpus);
  const { item, options } = arrival;
  if (item !== undefined) await corpus.feeds.markSeen(item.feed, [item.key], options.now);
  return intake;
}

async function placeArticle(arrival: Read, corpus: Corpus): Promise<Intake> {
  const { article, options, addresses, known, fingerprints, annotation } = arrival;
  if (known?.kind === "unchanged") return { ...known, quotes: 0 };
  const viewer = options.audience === "everyone" ? null : options.audience.chat;
  const [duplicateOf, statements, story] = await Promise.all([
    nearDuplicate(corpus, article, fingerprints, viewer),
    linkStatements(corpus, article, annotation, viewer),
    viewer === null ? linkStory(corpus, article, annotation, options.now) : null,
  ]);
  const saved = await corpus.articles.save(article, annotation, {
    audience: options.audience,
    addresses,
    firstStored: options.isArchive ? archiveTime(article, story?.day ?? null, options.now) : options.now,
    links: { statements, story: story?.link ?? null },
    bands: fingerprints,
    ...(duplicateOf === null ? {} : { duplicateOf }),
  });
  if (saved.kind === "new" && story !== null) await settleStories(corpus, saved.id, annotation.terms, story.rivals);
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
  corpus: Corpus,
  article: ArticleText,
  fingerprints: readonly number[],
  viewer: string | null,
): Promise<number | null> {
  const near = await corpus.articles.nearDuplicates(fingerprints, article.outlet, viewer);
  const ids = near.slice(0, MOST_COMPARED).map(({ id }) => id);
  const texts = await corpus.articles.texts(ids, viewer);
  const isSame = sameAs(article.body);
  return ids.find((id) => isSame(texts.get(id)?.body ?? "")) ?? null;
}
