// Words that are old, habitual or told as background: nothing says when, and the publication day would be a guess.
import type { Span } from "../../model/text.ts";
import { outside } from "./gaps.ts";
import { headOf } from "./voice.ts";

const HABIT =
  "often|still|frequently|repeatedly|regularly|routinely|famously|always|usually|sometimes|consistently|constantly|never tires? of";
const PAST =
  "once(?! again)|previously|formerly|historically|in the past|over the years|for (?:years|decades|months)|years ago|used to|at one point|at various times";

/** Beside the cue: "has long said", "once wrote", "had mocked", "would say". */
const BESIDE = new RegExp(
  `\\b(?:${HABIT}|${PAST})\\b|\\b(?:has|have|had|'ve|’ve|would|could|might|may|can|should)\\s+(?:(?:also|since|even|been|not|just)\\s+)*$`,
  "i",
);
const AFTER = new RegExp(`^\\W*(?:\\S+\\s+){0,1}?(?:${HABIT}|${PAST})\\b`, "i");
/** The cue itself: "has said", "often say", "to call", "calls" (what somebody says again and again). */
const HABITUAL = new RegExp(
  `^(?:has|have|had|used to|calls?)\\b|^(?:to|that)\\s+\\p{Ll}|\\b(?:${HABIT}|once(?! again)|previously)\\b`,
  "iu",
);
/** A noun for what is said at no one time. */
const NOUNS = /\b(?:claims?|assertions?|missives?|mottos?|slogans?|nicknames?|phrases?|goals?|definitions?|rules?)$/i;
/** "saying" under "had mocked" is as old as that. */
const OLDER = /\b(?:had|has|have)\s+(?:\S+ly\s+)?\S+(?:ed|en|ne|de|ld|ght)\b/;

/** Do the words right around a cue say that it happened at no one time, or long ago? `gaps` are quoted stretches. */
export function isBackground(text: string, cue: Span, sentence: Span, gaps: readonly Span[]): boolean {
  const before = outside(text, Math.max(sentence[0], cue[0] - 60), cue[0], gaps);
  const words = text.slice(cue[0], Math.min(cue[1], cue[0] + 80)).trim();
  const after = outside(text, cue[1], Math.min(sentence[1], cue[1] + 40), gaps);
  if (/^\p{L}+ing\b/u.test(words) && OLDER.test(before)) return true;
  return (
    BESIDE.test(before) ||
    HABITUAL.test(words) ||
    (NOUNS.test(words) && !/^\p{L}+ed\b/u.test(words)) ||
    AFTER.test(after)
  );
}

/** Writings that say the same at any time: laws, rules, books, pages. */
const LASTING =
  /\b(?:books?|memoirs?|novels?|(?:auto)?biograph(?:y|ies)|bylaws|standards|statutes?|laws?|constitution|amendment|treat(?:y|ies)|charter|contract|policy|rules?|guidelines|manual|documents?|code|web ?site|memo|bible|scripture|motto|slogan|signs?|banners?|definition|dictionary)$/i;

/** Is the voice a writing that stands, so that its words have no day of their own? */
export function isLasting(mention: string): boolean {
  return LASTING.test(headOf(mention));
}
