// One text with its layers, made once and passed to every step of the language room.
import type { Span } from "../model/text.ts";

/** `paragraphs`, `sentences` and `tokens` are offsets into `text`, in order; a sentence never crosses a paragraph. */
export interface Document {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
  readonly tokens: readonly Span[];
}
