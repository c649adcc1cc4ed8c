// A quotation as the tagger may find it, told by the words of its parts.
import type { Sieved } from "../../src/language/quotes/sieves.ts";
import type { Span } from "../../src/model/text.ts";

/** Each part is found where it first stands in the text. */
export function sieved(text: string, cue: string, source: string | null, ...contents: readonly string[]): Sieved {
  const spanOf = (part: string): Span => [text.indexOf(part), text.indexOf(part) + part.length];
  return {
    ...{ content: contents.map(spanOf), cue: spanOf(cue), source: source === null ? null : spanOf(source) },
    ...{ floating: false, rule: "tagger" },
  };
}
