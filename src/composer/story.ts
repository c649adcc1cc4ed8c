// `/story`: one event across outlets. What several report first, then what only some do, each sentence with its outlet.
import type { Block, Post } from "../model/post.ts";
import type { ArticleHead, StoredArticle } from "../store/contract/articles.ts";
import type { QuoteView } from "../store/contract/quotes.ts";
import type { StoryHead } from "../store/contract/stories.ts";
import type { Store } from "../store/store.ts";
import { articleLine, storyBlocks } from "./article-blocks.ts";
import { mayBePulled, pick } from "./pull.ts";
import { quoteBlocks } from "./quote-blocks.ts";
import type { Shown } from "./sections/section.ts";
import { type Besides, besidesOf, bestSentences, leadOf, saysTheSame, type Told, toldSpans } from "./telling.ts";

const ARTICLES_READ = 8;
const ARTICLES_LISTED = 12;
const AGREED = 3;
const OTHERS = 3;
const QUOTES = 4;

export async function composeStory(store: Store, story: StoryHead): Promise<Post> {
  const heads = await store.stories.articles(story.id);
  const read = (await Promise.all(oneAnOutlet(heads).map(({ id }) => store.articles.byId(id, null)))).filter(
    (article): article is StoredArticle => article !== null,
  );
  const views = (await Promise.all(read.map(({ id }) => store.quotes.ofArticle(id, null)))).flat();
  const pulled = views.filter(mayBePulled).toReversed();
  const statements = [...new Map(pulled.map((view) => [view.statement, view])).values()].toReversed();
  const shown: Shown = { statements: new Set(), stories: new Set(), speakers: new Map() };
  const { taken } = pick(statements, QUOTES, shown);
  const quoted = besidesOf(taken, views);
  const lead = leadOf(read, quoted);

  const blocks: Block[] = [
    ...storyBlocks({ ...story, title: lead?.title ?? story.title }),
    ...(lead === null ? [] : toldBlocks(lead, read, quoted, views)),
  ];
  if (taken.length > 0) {
    blocks.push({ kind: "heading", spans: [{ text: "Key quotes" }] });
    blocks.push(...taken.flatMap((view) => quoteBlocks({ view, sentence: null })));
  }
  blocks.push({ kind: "heading", spans: [{ text: "Who reported it" }] });
  blocks.push({ kind: "list", items: heads.slice(0, ARTICLES_LISTED).map(articleLine) });
  const more = heads.length - ARTICLES_LISTED;
  if (more > 0) blocks.push({ kind: "source", spans: [{ text: `and ${more} more` }] });
  return { blocks };
}

/** The earliest article of each outlet first, then the rest, at most eight. */
function oneAnOutlet(heads: readonly ArticleHead[]): readonly ArticleHead[] {
  const seen = new Set<string>();
  const first = heads.filter((head) => head.outlet !== null && !seen.has(head.outlet) && seen.add(head.outlet));
  return [...first, ...heads.filter((head) => !first.includes(head))].slice(0, ARTICLES_READ);
}

/** The lead's sentences that others bear out come first; then what one outlet alone tells, named. */
function toldBlocks(
  lead: StoredArticle,
  articles: readonly StoredArticle[],
  quoted: Besides,
  views: readonly QuoteView[],
): readonly Block[] {
  const others = articles.filter((article) => article.outlet !== lead.outlet);
  const borneOut = (told: Told): boolean =>
    others.some((other) => other.summary.some((each) => saysTheSame(told.text, each.text)));
  const leading = bestSentences(lead, AGREED, quoted);
  const agreed = leading.filter(borneOut);
  const rest = leading.filter((told) => !agreed.includes(told));
  const alone: (readonly Told[])[] = rest.length > 0 ? [rest] : [];
  const told = [...quoted.told, ...leading.map(({ text }) => text)];
  for (const other of others) {
    if (alone.length > OTHERS) break;
    const [own] = bestSentences(other, 1, { ...quoted, told });
    if (own === undefined) continue;
    alone.push([own]);
    told.push(own.text);
  }
  const paragraph = (told: readonly Told[]): Block => ({ kind: "paragraph", spans: toldSpans(told, views) });
  if (agreed.length === 0) return alone.map(paragraph);
  return [
    paragraph(agreed),
    ...(alone.length === 0 ? [] : [{ kind: "heading" as const, spans: [{ text: "Only some report" }] }]),
    ...alone.map(paragraph),
  ];
}
