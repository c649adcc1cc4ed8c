// What stands between a reader and the article: paywalls, cookie and consent walls, bot checks, error pages.
import type { PageFacts } from "./json-ld.ts";

const PAYWALL =
  /\b(?:subscribe (?:now )?to (?:continue|read|unlock|keep)\b|(?:to|and) (?:continue|keep) reading|to read the full (?:story|article)|(?:this|the) (?:article|content|story|page) is (?:only )?(?:available |reserved |exclusively )?(?:only )?(?:for|to) (?:paid |registered |our )?(?:subscribers|members)|already a (?:subscriber|member)\?|unlock (?:this|the full) (?:article|story)|subscribers? only|subscriber[- ]exclusive|you(?:'|’)ve reached your (?:free )?(?:article )?limit|start your free trial)\b/i;
const CONSENT =
  /\b(?:we (?:and our (?:\d+ )?partners )?(?:use|store) cookies|accept (?:all )?(?:cookies|and continue)|consent to (?:the use|our use|cookies|data)|manage (?:your )?(?:privacy|cookie|consent)|before you continue|your privacy choices|we value your privacy)\b/gi;
const BOT_CHECK =
  /\b(?:verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser|are you a robot|just a moment\.\.\.|enable javascript and cookies to continue|please complete the security check|access (?:to this page has been )?denied|press (?:&|and) hold|unusual traffic)\b/i;
const MISSING =
  /\b(?:page not found|404 (?:error|not found)|error 404|this page (?:does not|doesn['’]t) exist|page (?:you (?:are|were) looking for|cannot be found))\b/i;

/** Shorter bodies may be the free beginning of a longer text. Characters. */
const STUB = 1500;

/**
 * What keeps the article from us on a page that shows none; null when nothing plainly does. `title`: the page's own,
 * `text`: all it shows.
 */
export function wallIn(title: string, text: string, facts: PageFacts): string | null {
  if (BOT_CHECK.test(title) || (text.length < 3000 && BOT_CHECK.test(text))) {
    return "The site asks whether a person is reading and showed no article.";
  }
  if (MISSING.test(title)) return "The site says that this page does not exist.";
  if (facts.isPaid || PAYWALL.test(text)) return "The article stands behind a paywall: the page shows no text of it.";
  if ((text.match(CONSENT)?.length ?? 0) >= 2 && text.length < 8000) {
    return "The site asks for consent to cookies first and showed no article.";
  }
  return null;
}

/** What to tell of a body that was read but looks like the free beginning only; null when it looks whole. */
export function stubNotice(pageText: string, facts: PageFacts, body: string): string | null {
  const cut = /(?:\.\.\.|…)["”’]?$/.test(body.trimEnd());
  const isStub = body.length < STUB && (facts.isPaid || PAYWALL.test(pageText) || cut);
  return isStub && (facts.isPaid || PAYWALL.test(pageText))
    ? "Only the beginning is free to read: the rest stands behind a paywall."
    : null;
}
