// Words that are old, habitual or told as background: nothing says when, and the publication day would be a guess.
import type { Span } from "../../model/text.ts";
import { outside } from "./gaps.ts";
import { headOf } from "./voice.ts";

const HABIT =
  "often|still|frequently|repeatedly|regularly|routinely|famously|always|usually|sometimes|consistently|constantly|never tires? of|on a (?:regular|daily|weekly) basis";
const PAST =
  "once(?! again)|previously|formerly|historically|in the past|over the years|for (?:years|decades|months)|years ago|used to|at one point|at various times";

/** "several months later": counted from a day the words do not tell. */
const COUNTED =
  "(?:several|a few|many|some|two|three|four|five|six)\\s+(?:weeks|months|years|decades)\\s+(?:later|after|before|earlier)";

/** Beside the cue: "has long said", "once wrote", "had mocked", "would say". */
const BESIDE = new RegExp(
  `\\b(?:${HABIT}|${PAST})\\b|\\b(?:has|have|had|'ve|’ve|would|could|might|may|can|should)\\s+(?:(?:also|since|even|been|not|just)\\s+)*$`,
  "i",
);
const AFTER = new RegExp(`^\\W*(?:\\S+\\s+){0,1}?(?:${HABIT}|${PAST}|${COUNTED})\\b`, "i");
/** Between a cue and the words it leads to: "told a friend on a regular basis that". */
const WITHIN = new RegExp(`\\b(?:${HABIT})\\b`, "i");
/** What is told again: "the famous story he told about", "his earlier missive, ridiculed for". */
const RETOLD =
  /\b(?:(?:famous|infamous|old|apocryphal)\s+(?:story|tale|joke|anecdote|line|saying)|(?:earlier|previous|prior|past)\s+(?:missive|letter|writing|post|tweet|prediction)s?)\b/i;
/** An attitude is held, and not taken on a day: "openly admires". */
const ATTITUDE = /^(?:\p{L}+ly\s+)?(?:admires?|adores?|considers?|regards?|prefers?|views?)\b/iu;
/** A paragraph that tells of a long time: "The two spent months trading insults." */
const LONG_TIME = /\bspent\s+(?:\p{L}+\s+){0,2}(?:weeks|months|years|decades)\b/iu;
/** The cue itself: "has said", "often say", "to call", "calls" (what somebody says again and again). */
const HABITUAL = new RegExp(
  `^(?:has|have|had|used to|calls?)\\b|^(?:to|that)\\s+\\p{Ll}|\\b(?:${HABIT}|once(?! again)|previously)\\b`,
  "iu",
);
/** A noun for what is said at no one time. */
const NOUNS = /\b(?:claims?|assertions?|missives?|mottos?|slogans?|nicknames?|phrases?|goals?|definitions?|rules?)$/i;
/** "saying" under "had mocked" is as old as that. */
const OLDER = /\b(?:had|has|have)\s+(?:\S+ly\s+)?\S+(?:ed|en|ne|de|ld|ght)\b/;

/** A quotation's place: its cue, the sentence of it, where its words and its paragraph begin; `gaps` are quoted stretches. */
interface Placed {
  readonly text: string;
  readonly cue: Span | null;
  readonly span: Span;
  readonly gaps: readonly Span[];
  readonly contentAt: number;
  readonly contentEnd: number;
  readonly paragraphAt: number;
}

/** Do the words right around a cue say that it happened at no one time, or long ago? */
export function isBackground({ text, cue, span: sentence, gaps, contentAt }: Placed): boolean {
  if (cue === null) return false;
  const before = outside(text, Math.max(sentence[0], cue[0] - 60), cue[0], gaps);
  const words = text.slice(cue[0], Math.min(cue[1], cue[0] + 80)).trim();
  const after = outside(text, cue[1], Math.min(sentence[1], cue[1] + 40), gaps);
  if (/^\p{L}+ing\b/u.test(words) && OLDER.test(before)) return true;
  return (
    BESIDE.test(before) ||
    RETOLD.test(before) ||
    ATTITUDE.test(words) ||
    HABITUAL.test(words) ||
    (NOUNS.test(words) && !/^\p{L}+ed\b/u.test(words)) ||
    AFTER.test(after) ||
    (contentAt > cue[1] && WITHIN.test(outside(text, cue[1], Math.min(contentAt, cue[1] + 120), gaps)))
  );
}

/** Does the paragraph, up to the quotation, tell of weeks, months or years? */
export function isLongAfoot({ text, contentAt, paragraphAt, gaps }: Placed): boolean {
  return LONG_TIME.test(outside(text, paragraphAt, contentAt, gaps));
}

/** Writings that say the same at any time: laws, rules, books, pages. */
const WRITINGS =
  "books?|memoirs?|novels?|(?:auto)?biograph(?:y|ies)|bylaws|standards|statutes?|laws?|constitution|amendment|treat(?:y|ies)|charter|contract|policy|rules?|guidelines|manual|documents?|code|web ?site|memo|bible|scripture|motto|slogan|signs?|banners?|definition|dictionary";
const LASTING = new RegExp(`\\b(?:${WRITINGS})$`, "i");
/** "conduct standards that prohibit …" */
const LED_IN =
  /\b(?:bylaws|standards|statutes?|laws|constitution|rules|guidelines|regulations|contract)\s+(?:that|which)\s+\p{L}+\s+(?:\P{Lu}{0,40})$/u;
/** "…, per the party’s bylaws" */
const LED_OUT = new RegExp(`^\\W*(?:per|under|according to)\\s+(?:[\\p{L}’'.-]+\\s+){1,4}(?:${WRITINGS})\\b`, "iu");

/** Is the voice a writing that stands, so that its words have no day of their own? */
export function isLasting(mention: string): boolean {
  return LASTING.test(headOf(mention));
}

/** Do the words beside the quoted ones say that they stand in a writing that lasts? */
export function isFromWriting({ text, span, cue, contentAt, contentEnd }: Placed): boolean {
  if (LED_IN.test(text.slice(Math.max(span[0], contentAt - 90), contentAt))) return true;
  return cue === null && LED_OUT.test(text.slice(contentEnd, contentEnd + 80));
}
