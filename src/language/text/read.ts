// Makes a Document of a text.
import type { Document } from "../document.ts";
import { markedStretches } from "./marks.ts";
import { paragraphsIn } from "./paragraphs.ts";
import { sentencesIn } from "./sentences.ts";
import { tokensOf } from "./tokens.ts";

/** Reads a text into its layers, in time linear in its length. */
export function readDocument(text: string): Document {
  const paragraphs = paragraphsIn(text);
  const marks = markedStretches(text, paragraphs);
  return { text, paragraphs, sentences: sentencesIn(text, paragraphs, marks), tokens: tokensOf(text), marks };
}
