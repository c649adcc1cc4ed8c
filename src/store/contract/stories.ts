// What the store promises about Stories: the articles on one event. Only everyone's articles belong to stories.
import type { Filters, Window } from "../../model/digest.ts";
import type { ArticleHead } from "./articles.ts";
import type { Page, Paging } from "./page.ts";

export interface StoryHead {
  readonly id: number;
  readonly title: string | null;
  readonly articles: number;
  readonly outlets: number;
  /** ISO instants: first and newest article stored. */
  readonly began: string;
  readonly lastActive: string;
}

export interface StoryCandidate {
  readonly id: number;
  readonly title: string | null;
  readonly terms: readonly (readonly [term: string, weight: number])[];
  /** Publication days of its first and newest article; null when undated. */
  readonly firstPublished: string | null;
  readonly lastPublished: string | null;
  readonly articles: number;
}

export interface StoryMember {
  readonly id: number;
  readonly terms: readonly (readonly [term: string, weight: number])[];
  readonly day: string | null;
}

export interface StoryInWindow extends StoryHead {
  /** Its articles first stored in the window and let through by the filters, oldest published first. */
  readonly inWindow: readonly ArticleHead[];
}

export interface StoryStore {
  /**
   * Stories with an article stored since then, or published within `days` of `day` ("2021-11-18"); only those that
   * share one of `terms` when given, those that share most first; then the most recently active.
   */
  candidates(query: {
    readonly since: Temporal.Instant;
    readonly day: string | null;
    readonly days: number;
    readonly terms?: readonly string[];
    readonly limit: number;
  }): Promise<readonly StoryCandidate[]>;
  /** Terms and publication day of each of its articles, oldest stored first; null when it has more than `most`, or is gone. */
  members(id: number, most: number): Promise<readonly StoryMember[] | null>;
  /** Gives articles of other stories to this one, and all stories named the terms they have from then on; an empty one goes. */
  settle(
    into: number,
    articles: readonly number[],
    terms: readonly { readonly story: number; readonly terms: readonly (readonly [string, number])[] }[],
  ): Promise<void>;
  /** Gives the first story's articles to the second. False when either is gone. */
  merge(from: number, into: number): Promise<boolean>;
  byId(id: number): Promise<StoryHead | null>;
  /** By words of its articles' titles (then bodies), best first. */
  find(words: string, paging: Paging): Promise<Page<StoryHead>>;
  /** Oldest published first. */
  articles(id: number): Promise<readonly ArticleHead[]>;
  /** Stories with articles first stored in the window: most outlets in the window first, then most articles. */
  inWindow(window: Window, filters: Filters, limit: number): Promise<readonly StoryInWindow[]>;
  latest(paging: Paging): Promise<Page<StoryHead>>;
}
