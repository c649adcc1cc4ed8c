// `/summary`: one article told by its own sentences, with its key quotes and who else is quoted.
import type { Block, Inline, Post } from "../model/post.ts";
import type { StoredArticle } from "../store/contract/articles.ts";
import type { QuoteView } from "../store/contract/quotes.ts";
import type { Store } from "../store/store.ts";
import { articleBlocks } from "./article-blocks.ts";
import { hrefOf, joined } from "./links.ts";
import { isWholeThought, pick, pullScore } from "./pull.ts";
import { quoteBlocks } from "./quote-blocks.ts";
import type { Shown } from "./sections/section.ts";
import { besidesOf, bestSentences, resolvedSpans } from "./telling.ts";
import { isNamedVoice } from "./voices.ts";

export interface SummaryLayout {
  /** 3 to 5. */
  readonly sentences?: number;
  readonly quotes?: number;
}

const SENTENCES = 4;
const QUOTES = 3;

/** An article's summary: headline, facts, sentences in their order and verbatim, key quotes, who else is quoted. */
export async function composeSummary(
  store: Store,
  article: StoredArticle,
  viewer: string | null,
  layout: SummaryLayout = {},
): Promise<Post> {
  const views = await store.quotes.ofArticle(article.id, viewer);
  const current = views.filter((view) => view.state === "current");
  const shown: Shown = { statements: new Set(), stories: new Set(), speakers: new Map() };
  const direct = current.filter((view) => view.kind === "direct" && view.speaker !== null);
  const whole = direct.filter(isWholeThought);
  const { taken } = pick(whole.length > 0 ? whole : direct, layout.quotes ?? QUOTES, shown);
  const sentences = bestSentences(article, layout.sentences ?? SENTENCES, besidesOf(taken, taken));
  const inOrder = [...taken].sort((a, b) => current.indexOf(a) - current.indexOf(b));
  const blocks: Block[] = [...articleBlocks(article)];
  if (sentences.length > 0)
    blocks.push({ kind: "list", items: sentences.map(({ text }) => sentence(text, article, current)) });
  else blocks.push({ kind: "paragraph", spans: [{ text: "No sentence of it can be read alone." }] });
  if (inOrder.length > 0) {
    blocks.push({ kind: "heading", spans: [{ text: "Key quotes" }] });
    blocks.push(...inOrder.flatMap((view) => quoteBlocks({ view, sentence: null })));
  }
  const others = elseQuoted(current, taken);
  if (others.length > 0) blocks.push({ kind: "paragraph", spans: others });
  return { blocks };
}

/** A verbatim sentence, linked to its place where the article has an address. */
function sentence(text: string, article: StoredArticle, views: readonly QuoteView[]): readonly Inline[] {
  const href = hrefOf(article.url, text);
  const spans = resolvedSpans(text, views);
  return href === null ? spans : [...spans, { text: " " }, { text: "↗", href }];
}

/** "Also quoted: Jake Sullivan, the Kremlin": speakers of whom nothing is shown, most quotable first. */
function elseQuoted(views: readonly QuoteView[], taken: readonly QuoteView[]): readonly Inline[] {
  const shown = new Set(taken.map((view) => view.speaker?.id));
  const left = [...views]
    .sort((a, b) => pullScore(b) - pullScore(a))
    .filter(({ speaker, voice }) => speaker !== null && !shown.has(speaker.id) && isNamedVoice(voice, speaker.name));
  const names = [...new Set(left.map((view) => view.speaker!.name))].slice(0, 6);
  if (names.length === 0) return [];
  return [
    { text: "Also quoted: " },
    ...joined(
      names.map((name) => [{ text: name, style: "bold" as const }]),
      ", ",
    ),
  ];
}
