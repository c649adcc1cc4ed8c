// What the store promises about Quotes.
import type { Place } from "../../model/annotation.ts";
import type { Published, SayingDate } from "../../model/dates.ts";
import type { Filters, Window } from "../../model/digest.ts";
import type { QuoteKind, VoiceKind } from "../../model/quote.ts";
import type { Page, Paging } from "./page.ts";

/**
 * A stretch of a quote's content, verbatim. `words`: it stood inside quotation marks (left out here), so it may be shown
 * between marks; otherwise it is the article's own wording and never may.
 */
export interface Piece {
  readonly text: string;
  readonly words: boolean;
}

/** Where else a statement was reported. */
export interface Report {
  readonly article: number;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: Published;
}

/** A Quote with all that a Post about it says. */
export interface QuoteView {
  readonly id: number;
  readonly kind: QuoteKind;
  readonly voice: VoiceKind;
  /** What stood inside quotation marks, one string a fragment, verbatim; empty for indirect speech. */
  readonly words: readonly string[];
  /** The whole content, one list a fragment (a split quote has several). */
  readonly content: readonly (readonly Piece[])[];
  readonly speaker: { readonly id: number; readonly name: string } | null;
  /** As the article puts it. */
  readonly role: string | null;
  /** The article's own date for it, or, where that is no day by the text's evidence, the statement's as `inferred`. */
  readonly said: SayingDate;
  readonly article: Report;
  readonly place: Place;
  readonly statement: number;
  /** Outlets that carry the statement, and distinct wordings of it, everyone's articles only (at least 1). */
  readonly outlets: number;
  readonly wordings: number;
  /** Other articles with the same statement, one an outlet, oldest published first; at most five. */
  readonly alsoReportedBy: readonly Report[];
  /** Does the article still say so? changed: it words it differently by now; withdrawn: the words are gone. */
  readonly state: "current" | "changed" | "withdrawn";
}

export interface QuoteQuery extends Paging {
  readonly viewer: string | null;
  readonly speaker?: number | undefined;
  /** Any text a person typed; without a letter or digit in it, it is ignored. `"…"` keeps words together. */
  readonly words?: string | undefined;
  /** "2021", "2021-11" or "2021-11-18", both inclusive: the saying date where known, else the day published. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** An outlet's name, case and accents ignored. */
  readonly outlet?: string | undefined;
  /** Only quotes with words inside quotation marks (direct and mixed). */
  readonly verbatim?: boolean | undefined;
  /** Default: best with words (when few enough match to be ranked), newest without. */
  readonly order?: "best" | "newest" | undefined;
}

export interface MonthDayQuery extends Paging {
  readonly viewer: string | null;
  /** At most so many of one year, those that most outlets carry first. Default: all. */
  readonly perYear?: number | undefined;
  readonly filters?: Filters | undefined;
}

/** A quote said on a month-day, with its year. */
export interface QuoteOfYear extends QuoteView {
  readonly year: number;
}

export interface QuoteStore {
  /** Quotes grouped by statement: each statement shows once, by its best fitting quote. */
  find(query: QuoteQuery): Promise<Page<QuoteView>>;
  byId(id: number, viewer: string | null): Promise<QuoteView | null>;
  /** In the order of the text; current ones first, then words the article has since changed or withdrawn. */
  ofArticle(article: number, viewer: string | null): Promise<readonly QuoteView[]>;
  /**
   * Said on that day ("11-18") in any year, newest year first, direct before indirect: only where the text's own evidence gives the day
   * (stated, weekday, relative, or inferred from another wording), never by the day of publication. A statement shows once.
   */
  onMonthDay(monthDay: string, query: MonthDayQuery): Promise<Page<QuoteOfYear>>;
  /** Month-days nearest to that one (around the year's end too) on which something was said, nearest first. */
  nearestMonthDays(
    monthDay: string,
    viewer: string | null,
    limit: number,
  ): Promise<readonly { readonly monthDay: string; readonly quotes: number }[]>;
  /**
   * From everyone's articles first stored in the window, one a statement: reported by most outlets first, direct first,
   * newest first. Speakers and outlets of `filters` are names.
   */
  inWindow(window: Window, filters: Filters, limit: number): Promise<readonly QuoteView[]>;
  /** Everyone's quotes. */
  count(): Promise<number>;
}
