// The picture of a quote: its words, who said them, when, and where they stand.
import { showSaying } from "../model/dates.ts";
import type { Block } from "../model/post.ts";
import type { QuoteView } from "../store/contract/quotes.ts";
import { shownWords } from "./quote-blocks.ts";
import { shownRole } from "./voices.ts";

/** A quote card of direct words; alt text tells the same as the picture. */
export function cardOf(view: QuoteView): Extract<Block, { kind: "picture" }> {
  const speaker = view.speaker?.name ?? "speaker not named";
  const date = showSaying(view.said);
  const outlet = view.article.outlet ?? "outlet unknown";
  return {
    kind: "picture",
    picture: {
      kind: "quote-card",
      alt: `Quote card: ${speaker}, ${date}, as reported by ${outlet}: ${shownWords(view).join(" … ")}`,
      words: shownWords(view),
      speaker,
      role: shownRole(view.role),
      date,
      outlet,
    },
  };
}
