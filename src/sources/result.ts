// What a reader says of one text: an article, or why there is none.
import type { ArticleText } from "../model/article.ts";

/** A line left out of the body, and the rule that left it out. */
export interface DroppedLine {
  readonly line: string;
  readonly why: string;
}

/** `kept`: body paragraphs. `why`: one sentence for the person who brought the text. */
export type ReadResult =
  | {
      readonly kind: "article";
      readonly article: ArticleText;
      readonly kept: number;
      readonly dropped: readonly DroppedLine[];
      /** What the reader should know of an article that was read in part only (a paywall). */
      readonly notice?: string;
    }
  | { readonly kind: "refused"; readonly why: string };
