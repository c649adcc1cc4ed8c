// One text with its layers, made once (text/read.ts) and passed to every step of the language room.
import type { Span } from "../model/text.ts";
import type { Script } from "./text/script.ts";

/** A stretch between quotation marks. A stretch never leaves its paragraph. */
export interface Marked {
  /** Marks included; runs to the end of the paragraph (or the next opening) when the closer is missing. */
  readonly span: Span;
  /** Marks excluded, white space trimmed. */
  readonly inner: Span;
  /** `single` is ‘…’ and '…'; everything else is `double`. */
  readonly style: "double" | "single";
  /** 0 outermost, 1 a quotation within a quotation, and so on. */
  readonly depth: number;
  /** Does a closing mark stand at its end? */
  readonly closed: boolean;
  /** Unclosed, and the next paragraph goes on with an opening mark (or alone has the closer). */
  readonly continues: boolean;
  /** The stretch before it, in the paragraph above, `continues` into this one. */
  readonly continued: boolean;
}

/** A text and where its paragraphs and sentences stand, in order; a sentence never crosses a paragraph. */
export interface Prose {
  readonly text: string;
  readonly script: Script;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
}

/** `tokens` and `marks` are offsets into `text` too, in order. */
export interface Document extends Prose {
  readonly tokens: readonly Span[];
  readonly marks: readonly Marked[];
}
