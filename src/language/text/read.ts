// Makes a Document of a text.
import type { Document } from "../document.ts";
import { markedStretches } from "./marks.ts";
import { paragraphsIn } from "./paragraphs.ts";
import { Script } from "./script.ts";
import { sentencesIn } from "./sentences.ts";
import { tokensOf } from "./tokens.ts";

/** Reads a text into its layers, in time linear in its length. */
export function readDocument(text: string): Document {
  const script = new Script(text);
  const paragraphs = paragraphsIn(text);
  const marks = markedStretches(script, paragraphs);
  const sentences = sentencesIn(script, paragraphs, marks);
  return { text, script, paragraphs, sentences, tokens: tokensOf(script), marks };
}
