// Embedded posts on a page: taken out of the article's text, with their own author and day.
import type { EmbeddedPost } from "../../model/article.ts";
import { cleanLine } from "../lines/clean.ts";
import type { MarkedLine } from "../lines/marked.ts";
import { takePosts } from "../lines/posts.ts";
import { textBlocks } from "./blocks.ts";
import type { DomDocument } from "./dom.ts";

const EMBEDS =
  "blockquote.twitter-tweet, blockquote.twitter-video, .twitter-tweet, blockquote.instagram-media, blockquote.bluesky-embed, blockquote.mastodon-embed, blockquote.tiktok-embed, .tweet-embed, amp-twitter";

/** Removes the embeds from the document and returns those that name their author. */
export function takeEmbeds(document: DomDocument): EmbeddedPost[] {
  const posts: EmbeddedPost[] = [];
  for (const embed of [...document.querySelectorAll(EMBEDS)].slice(0, 200)) {
    const lines: MarkedLine[] = textBlocks(embed).map((block) => ({
      text: cleanLine(block.text),
      apart: false,
      why: null,
      namesOutlet: false,
    }));
    for (const post of takePosts(joinAboveSignature(lines))) {
      if (!posts.some((known) => known.text === post.text && known.handle === post.handle)) posts.push(post);
    }
    embed.remove();
  }
  return posts;
}

/** Inside an embed everything above the signature is the post. */
function joinAboveSignature(lines: MarkedLine[]): MarkedLine[] {
  const signature = lines.findIndex((line) => /\(@\w{1,30}\)/.test(line.text));
  if (signature < 2) return lines;
  const text = lines
    .slice(0, signature)
    .map((line) => line.text)
    .join(" ");
  return [{ text, apart: true, why: null, namesOutlet: false }, ...lines.slice(signature)];
}
