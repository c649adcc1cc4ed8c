// Parts of a page that are never the article's words, told by their elements, classes and ids.
import type { DomElement } from "./dom.ts";

/** Taken out of what Readability kept. Class and id are matched as a whole, lower case, words parted by any mark. */
const FURNITURE_NAMES =
  /(?:^|[\s_-])(?:captions?|figcaption|wp-caption-text|photo-?credit|image-?credit|credits?|share|sharing|sharebar|social|addthis|newsletter|news-letter|subscribe|subscription|signup|sign-up|optin|related|recirc|recirculation|recommended|recommendations?|read-?more|readmore|more-on|most-(?:read|popular)|trending|promo|promoted|sponsor(?:ed)?|advert(?:isement|ising)?|ads?|ad-(?:slot|unit|container|wrapper)|dfp|outbrain|taboola|byline|author-(?:bio|box|info)|about-author|bio|tags?|tag-list|topics|breadcrumbs?|comments?|disqus|footer|disclaimer|copyright|toc|skip-link|print-only|screen-reader-text|sr-only|visually-?hidden|instagram-media|post-meta|entry-meta|article-meta|timestamp|dateline-meta|donate|paywall-prompt|inline-promo|jp-relatedposts|yarpp|pullquote|pull-quote|video-(?:caption|title)|gallery-caption|slideshow|cta|call-to-action|hidden|rollover-(?:people-)?block)(?=$|[\s_-])/;

const FURNITURE_ELEMENTS =
  "nav, footer, form, button, figcaption, aside, dialog, [role='navigation'], [role='complementary'], [role='dialog'], [aria-hidden='true'], [hidden], [itemprop='author'], [rel='author'], [itemprop='caption']";

/** Removes the furniture under `root`, unless it holds most of the text: then its name is misleading. */
export function removeFurniture(root: DomElement): void {
  const all = (root.textContent ?? "").length;
  for (const element of [...root.querySelectorAll(FURNITURE_ELEMENTS)]) {
    if ((element.textContent ?? "").length < all * 0.3) element.remove();
  }
  for (const element of [...root.querySelectorAll("[class], [id]")]) {
    const name = `${element.className ?? ""} ${element.id ?? ""}`.toLowerCase().slice(0, 300);
    if (FURNITURE_NAMES.test(name) && (element.textContent ?? "").length < all * 0.3) element.remove();
  }
}
