// `/search`: articles and quotes that hold the words, with the passage that matched.
import { articleBlocks } from "../composer/article-blocks.ts";
import { onceEach, withSentences } from "../composer/passage.ts";
import { quoteBlocks } from "../composer/quote-blocks.ts";
import type { Block, Inline, Post } from "../model/post.ts";
import type { ArticleHit } from "../store/contract/articles.ts";
import type { Ask, Command } from "./command.ts";
import { wordsOf } from "./given.ts";
import { echo, line, mistake, pageActions, said, typed } from "./reply.ts";

const ARTICLES_PER_PAGE = 4;
const QUOTES_SHOWN = 2;
const LONGEST_PASSAGE = 400;

export const searchCommand: Command = {
  name: "search",
  summary: "Articles and quotes with these words, and where they stand",
  arguments: [{ name: "words", summary: "Words to look for", kind: "words", required: true }],
  access: "everyone",
  costly: true,
  async examples({ store }) {
    const [latest] = (await store.articles.latest(null, { offset: 0, limit: 1 })).items;
    const words = latest?.title?.match(/\p{L}{4,}/gu)?.slice(0, 2) ?? ["red", "lines"];
    return [`/search ${words.join(" ").toLowerCase()}`];
  },
  async run(ask) {
    const words = wordsOf(ask, "words");
    if (words === "") return invitation(ask);
    const { request, store, viewer } = ask;
    const offset = (request.page - 1) * ARTICLES_PER_PAGE;
    const [articles, quotes] = await Promise.all([
      store.articles.search(words, viewer, { offset, limit: ARTICLES_PER_PAGE }),
      request.page === 1 ? store.quotes.find({ viewer, verbatim: true, words, offset: 0, limit: QUOTES_SHOWN }) : null,
    ]);
    if (articles.items.length === 0 && (quotes === null || quotes.items.length === 0))
      return request.page > 1
        ? mistake("There are no more articles.")
        : line(`Nothing held has ${echo(words)} in it. Fewer or other words may find more.`);
    const shown = quotes === null ? [] : onceEach(await withSentences(store, quotes.items, viewer));
    return {
      blocks: [
        {
          kind: "heading",
          spans: [said(`${echo(words)} (${articles.order === "best" ? "best match" : "newest"} first)`)],
        },
        ...shown.flatMap((quote) => quoteBlocks(quote)),
        ...articles.items.flatMap(hitBlocks),
      ],
      actions: [pageActions("search", words, request.page, articles.more)].filter((row) => row.length > 0),
    };
  },
};

async function invitation(ask: Ask): Promise<Post> {
  const [example] = await searchCommand.examples(ask);
  return line("Say which words to look for, such as ", typed(example ?? "/search red lines"), ".");
}

function hitBlocks(hit: ArticleHit): readonly Block[] {
  const passage: Block[] = hit.passage === null ? [] : [{ kind: "paragraph", spans: passageSpans(hit.passage) }];
  return [...articleBlocks(hit), ...passage];
}

/** The matching paragraph, as stored, its hits in bold; a long one is cut around the first hit at spaces. */
function passageSpans({ text, hits }: NonNullable<ArticleHit["passage"]>): readonly Inline[] {
  const first = hits[0]?.[0] ?? 0;
  const from = text.length <= LONGEST_PASSAGE ? 0 : startNear(text, Math.max(0, first - LONGEST_PASSAGE / 2));
  const until = text.length - from <= LONGEST_PASSAGE ? text.length : text.lastIndexOf(" ", from + LONGEST_PASSAGE);
  const end = until <= from ? Math.min(text.length, from + LONGEST_PASSAGE) : until;
  const spans: Inline[] = from > 0 ? [said("… ")] : [];
  let at = from;
  for (const [start, stop] of hits) {
    if (start < at || stop > end) continue;
    if (start > at) spans.push({ text: text.slice(at, start), is: "stored" });
    spans.push({ text: text.slice(start, stop), is: "stored", style: "bold" });
    at = stop;
  }
  if (at < end) spans.push({ text: text.slice(at, end), is: "stored" });
  return end < text.length ? [...spans, said(" …")] : spans;
}

function startNear(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  return space < 0 || space > at + 40 ? at : space + 1;
}
