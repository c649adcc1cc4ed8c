// Articles, stories and speakers as Blocks: headline or name, then the line of facts under it.
import { showPublished } from "../model/dates.ts";
import type { Block, Inline } from "../model/post.ts";
import type { ArticleHead } from "../store/contract/articles.ts";
import type { SpeakerHead } from "../store/contract/speakers.ts";
import type { StoryHead } from "../store/contract/stories.ts";
import { counted, hrefOf, joined, outletLink } from "./links.ts";

/** The title as stored, linked; articles without one are called by their number. */
export function headline(article: Pick<ArticleHead, "id" | "title" | "url">): Inline {
  const href = hrefOf(article.url);
  const link = href === null ? {} : { href };
  if (article.title === null) return { text: `Article ${article.id}, without a title`, ...link };
  return { text: article.title, is: "headline", ...link };
}

/** Headline and "The Hill · 18 Nov 2021 · article 12". */
export function articleBlocks(article: ArticleHead): readonly Block[] {
  return [
    { kind: "heading", spans: [headline(article)] },
    { kind: "source", spans: articleFacts(article) },
  ];
}

export function articleFacts(article: ArticleHead): readonly Inline[] {
  return joined(
    [[outletLink(article)], [{ text: showPublished(article.published) }], [{ text: `article ${article.id}` }]],
    " · ",
  );
}

/** One line of a list: headline, outlet, day. */
export function articleLine(article: ArticleHead): readonly Inline[] {
  return [
    headline(article),
    { text: ` · ${article.outlet ?? "outlet unknown"} · ${showPublished(article.published)}` },
  ];
}

/** A story's name and "3 outlets, 4 articles, 18 to 21 Nov 2021". */
export function storyBlocks(story: StoryHead): readonly Block[] {
  return [
    { kind: "heading", spans: [storyName(story)] },
    {
      kind: "source",
      spans: [
        { text: `${counted(story.outlets, "outlet")}, ${counted(story.articles, "article")} · story ${story.id}` },
      ],
    },
  ];
}

export function storyName(story: Pick<StoryHead, "id" | "title">): Inline {
  return story.title === null ? { text: `Story ${story.id}, without a title` } : { text: story.title, is: "headline" };
}

/** One speaker in a list: name and number of quotes. */
export function speakerLine(speaker: SpeakerHead): readonly Inline[] {
  return [{ text: speaker.name, style: "bold" }, { text: ` · ${counted(speaker.quotes, "quote")}` }];
}
