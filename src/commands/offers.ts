// Quotes offered while somebody types (inline mode): the same search as `/quote`, one offer a statement.
import { withSentences } from "../composer/passage.ts";
import { quoteBlocks, spansOf } from "../composer/quote-blocks.ts";
import { showSaying } from "../model/dates.ts";
import { plainText } from "../model/post.ts";
import type { Store } from "../store/store.ts";
import type { Offer } from "./desk.ts";
import { whose } from "./whose.ts";

const PER_PAGE = 10;

/** Everyone's quotes that fit the words typed; with none typed, the newest. */
export async function offerQuotes(
  store: Store,
  typed: string,
  offset: number,
): Promise<{ readonly offers: readonly Offer[]; readonly next: number | null }> {
  const who = await whose(store, typed, null);
  const speaker = who.kind === "one" ? who.speaker.id : undefined;
  const words = who.kind === "one" ? who.words : typed;
  const { items, more } = await store.quotes.find({
    viewer: null,
    verbatim: true,
    speaker,
    words,
    offset,
    limit: PER_PAGE,
  });
  const shown = await withSentences(store, items, null);
  const offers = shown.map((quote): Offer => {
    const { view } = quote;
    return {
      id: `quote-${view.id}`,
      title: `${view.speaker?.name ?? "Speaker not named"}, ${showSaying(view.said)}`,
      description: plainText({ blocks: [{ kind: "paragraph", spans: spansOf(quote) }] }),
      post: { blocks: quoteBlocks(quote) },
    };
  });
  return { offers, next: more ? offset + PER_PAGE : null };
}
