// What the store promises about Articles.
import type { Annotation } from "../../model/annotation.ts";
import type { ArticleText, Audience, EmbeddedPost } from "../../model/article.ts";
import type { Published, SayingDate } from "../../model/dates.ts";
import type { Filters, Window } from "../../model/digest.ts";
import type { Span } from "../../model/text.ts";
import type { Page, Paging } from "./page.ts";

/** An Article as lists show it. `id` is the number people type ("/summary 12"). */
export interface ArticleHead {
  readonly id: number;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  /** The canonical address; null for saved text that gave none. */
  readonly url: string | null;
  readonly published: Published;
  /** ISO instant; stays when the article is revised. */
  readonly firstStored: string;
  /** 1 for the text as first stored. */
  readonly revision: number;
  readonly audience: Audience;
  readonly story: number | null;
}

/** The current text of an Article. */
export interface StoredText {
  readonly body: string;
  readonly posts: readonly EmbeddedPost[];
}

/** An Article with its current text and what the language room found in it (quotes are asked of `quotes`). */
export interface StoredArticle extends ArticleHead, StoredText {
  /** Sentences worth keeping, verbatim, in the order of the text. `rank` 0 is the best. */
  readonly summary: readonly { readonly text: string; readonly span: Span; readonly rank: number }[];
  readonly terms: readonly (readonly [term: string, weight: number])[];
  readonly annotatorVersion: string;
}

/** Which Statement a quote belongs to, as the newsroom decided. `said`: the statement's day once this quote belongs to it. */
export type StatementLink =
  | { readonly to: "new"; readonly said: SayingDate }
  | { readonly to: "statement"; readonly id: number; readonly said: SayingDate }
  /** The same statement as an earlier quote of this article (its place in `annotation.quotes`). */
  | { readonly to: "quote"; readonly index: number; readonly said: SayingDate };

export type StoryLink =
  /** `terms`: the story's vector once this article belongs to it; `title` as the story is called from now on. */
  | { readonly to: "new"; readonly title: string | null; readonly terms: readonly (readonly [string, number])[] }
  | {
      readonly to: "story";
      readonly id: number;
      readonly title?: string | null;
      readonly terms: readonly (readonly [string, number])[];
    };

/** The newsroom's decisions. `statements`: one for each of `annotation.quotes`, in its order. */
export interface Links {
  readonly statements: readonly StatementLink[];
  readonly story: StoryLink | null;
}

export interface SaveOptions {
  readonly audience: Audience;
  /** Every address under which it is known, canonical first; `text.url` belongs to them whether listed or not. */
  readonly addresses: readonly string[];
  readonly firstStored: Temporal.Instant;
  readonly links: Links;
  /** Shingle-hash bands for `nearDuplicates` (safe integers). */
  readonly bands?: readonly number[];
  /** The newsroom found this text to be another copy of that article: only the addresses are added to it. */
  readonly duplicateOf?: number;
}

/**
 * new: stored. unchanged: held already, nothing changed. revised: other text at a known address, a new revision.
 * duplicate: the same text at another address, which was added to article `id`.
 */
export interface SaveResult {
  readonly kind: "new" | "unchanged" | "revised" | "duplicate";
  readonly id: number;
}

export interface OutletCount {
  readonly outlet: string;
  readonly articles: number;
  readonly quotes: number;
  /** Publication day of its newest article; null when no article is dated. */
  readonly newest: string | null;
}

/** An article found by words, with the paragraph that matched, verbatim, and where the words stand in it. */
export interface ArticleHit extends ArticleHead {
  readonly passage: { readonly text: string; readonly hits: readonly Span[] } | null;
}

export interface ArticleStore {
  /**
   * Stores an article, its quotes, statements, story and words in one transaction. Links to statements or stories that
   * are gone by then become new ones. A private article never changes what is everyone's: it joins no story, and its
   * links do not date a public statement.
   */
  save(text: ArticleText, annotation: Annotation, options: SaveOptions): Promise<SaveResult>;
  /** Is this text or address held already (before the work of annotating it)? Same rules as `save`. */
  known(text: ArticleText, audience: Audience, addresses: readonly string[]): Promise<SaveResult | null>;
  /** Replaces the annotation of a revision; false when the article has another revision by now. */
  saveAnnotation(id: number, revision: number, annotation: Annotation, links: Links): Promise<boolean>;
  /** Ids whose annotation was made by another version, ascending, after `after`. */
  outdated(version: string, after: number, limit: number): Promise<readonly number[]>;

  byId(id: number, viewer: string | null): Promise<StoredArticle | null>;
  /** What stands in these articles, by id; those the viewer may not see are left out. */
  texts(ids: readonly number[], viewer: string | null): Promise<ReadonlyMap<number, StoredText>>;
  /** Whoever may see it: for annotating it anew, never for showing. */
  forAnnotation(id: number): Promise<StoredArticle | null>;
  heads(ids: readonly number[], viewer: string | null): Promise<readonly ArticleHead[]>;
  /** Any address the article is known under. */
  byUrl(url: string, viewer: string | null): Promise<StoredArticle | null>;
  byTitleWords(words: string, viewer: string | null, paging: Paging): Promise<Page<ArticleHead>>;
  /** Full text of title and body. Narrow finds are sorted best first, wide ones newest stored first; the page says which. */
  search(words: string, viewer: string | null, paging: Paging): Promise<Page<ArticleHit>>;
  latest(viewer: string | null, paging: Paging): Promise<Page<ArticleHead>>;
  /** Everyone's articles first stored in the window, newest first. */
  inWindow(window: Window, filters: Filters, limit: number): Promise<readonly ArticleHead[]>;
  /** Everyone's articles. */
  count(): Promise<number>;
  outlets(): Promise<readonly OutletCount[]>;
  /** Articles of an outlet (null: of none) that share bands with a text, most shared first. */
  nearDuplicates(
    bands: readonly number[],
    outlet: string | null,
    viewer: string | null,
  ): Promise<readonly { readonly id: number; readonly shared: number }[]>;
  /** Texts of all revisions, oldest first. */
  revisions(
    id: number,
    viewer: string | null,
  ): Promise<readonly { readonly revision: number; readonly stored: string; readonly body: string }[]>;
}
