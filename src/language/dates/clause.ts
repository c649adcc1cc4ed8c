// Does a time in a sentence tell when its words were said, or when something else happened?
import type { Span } from "../../model/text.ts";
import { outside } from "./gaps.ts";
import type { TimeExpression } from "./read.ts";

/** What people speak at or in: a year or a weekday before one of these dates the words. */
export const OCCASIONS = [
  "ad address advertisement announcement appearance article blog book briefing broadcast brief call clip column comments",
  "conference convention conversation debate decision documentary editorial email episode essay event exchange express filing film forum",
  "gathering hearing interview lecture letter lunch dinner breakfast luncheon meeting memo memoir message monologue newsletter op-ed",
  "opinion panel paper podcast poll post program programme profile portrait expose rally remarks report roundtable ruling segment",
  "show showdown sermon speech statement story study summit survey talk telecast testimony town transcript tweet tweets",
  "tweetstorm video vigil visit report",
]
  .join(" ")
  .split(" ");
const OCCASION = new Set(OCCASIONS);

/** Before a time, these say that something ran until, from or since it, not that words were said on it. */
const NOT_ON =
  /\b(?:since|until|till|from|by|before|after|between|through|to|for|than|than in|back in|starting|beginning|ending|effective|prior to|ahead of|of)\s+(?:the\s+|early\s+|late\s+|mid-?\s*|about\s+)?$/i;
/** "LONDON, Nov. 18 (AP) —" */
const DATELINE_BEFORE = /^[\p{Lu}\p{M}\s.'’()-]{3,}(?:,\s*[\p{L}. ]{2,20})?,\s*$/u;
const DATELINE_AFTER = /^\s*(?:\([^)]{2,20}\)\s*)?[—–-]/;
const OF_DAY = /\bof\s+(?:the\s+)?$/i;

/** A clause of its own begins: what stands in it happened to somebody else, or at another time. */
const SUBORDINATE =
  /\b(?:who|whom|whose|which|that|where|after|before|since|because|while|although|though|if|unless|until|than|as\s+(?:he|she|it|they)\s+(?:did|had|does|has)|for\s+(?:his|her|its|their))\b/i;

/** Verbs by which a text is put before the public: "a statement released Thursday" is said on Thursday. */
const PUT_OUT =
  /\b(?:released|issued|published|posted|aired|broadcast|televised|taped|recorded|filed|sent|delivered|given|held|tweeted|written|dated|circulated|obtained|conducted|unveiled|shared|uploaded|said|told|added|announced|noted|wrote|warned|asked|argued|called|insisted|declared|stated|explained|acknowledged|admitted|claimed|suggested|vowed|promised|reported|repeated|reiterated|responded|replied|testified|confirmed|denied|accused|criticized|blasted|slammed|mocked|complained|continued|concluded|recalled|remarked|conceded|emphasized|stressed|urged|predicted|joked|tweeting|demanded|cautioned|appeared|maintained|attacked|praised|defended|dismissed|described|proclaimed|referred|blamed|pledged|signaled|lashed|questioned|challenged|interviewed)\s+(?:(?:on|in|at|early|late|earlier|this|last|to reporters)\s+)*$/i;
const PARTICIPLE = /\b\p{Ll}{3,}ed\s+(?:(?:on|in|at|early|late)\s+)?$/u;

/**
 * Is a time tied to the saying? `sentence` is where both stand; `anchor` the cue, or the quoted words when there is none;
 * `gaps` the quoted stretches, which are no part of the clause of saying.
 */
export function isTied(
  text: string,
  time: TimeExpression,
  sentence: Span,
  anchor: Span | null,
  gaps: readonly Span[],
): boolean {
  const [start, end] = time.span;
  const before = text.slice(Math.max(sentence[0], start - 80), start);
  const after = text.slice(end, Math.min(sentence[1], end + 40));
  const own = /^['’]s\b/.test(after);
  const lead = own ? "" : before;
  if (DATELINE_AFTER.test(after) && DATELINE_BEFORE.test(before)) return false;
  if (own && !/\b(?:at|during|in|on|for|from|after|following)\s+(?:the\s+)?$/i.test(before) && before.trim() !== "")
    return false;
  if (own && /\b(?:from|after|following|for)\s+(?:the\s+)?$/i.test(before)) return false;
  if (NOT_ON.test(lead) && !(OF_DAY.test(lead) && time.naming === "weekday")) return false;
  if (/^\d{4}$/.test(text.slice(start, end)) && !isDatingYear(before, after)) return false;
  if (anchor !== null && start > anchor[0] && PARTICIPLE.test(before) && !PUT_OUT.test(before)) return false;
  if (/^\s*(?:night|afternoon|evening|morning)?['’]s?\s/.test(after) && !own) return false;
  return !isCutOff(text, time.span, sentence, anchor, gaps);
}

/** "in a 2014 interview", "in 2014": but not "the 2012 election", "her 2014 plan". */
function isDatingYear(before: string, after: string): boolean {
  const next = /^[\s-]+(?:\p{L}+[\s-]+){0,2}?(\p{L}+)/u.exec(after);
  if (/\b(?:a|an|the|his|her|its|their|this|that|same|s)\s+$/i.test(before)) {
    const words =
      after
        .toLowerCase()
        .match(/^(?:[\s-]+\p{L}+){1,4}/u)?.[0]
        .trim()
        .split(/[\s-]+/) ?? [];
    return words.some((word) => OCCASION.has(word));
  }
  return /\b(?:in|during|back in)\s+(?:\p{L}+\s+)?$/iu.test(before) || before.trim() === "" || next === null;
}

/** Does a clause of its own stand between the time and the words of saying? */
function isCutOff(text: string, span: Span, sentence: Span, anchor: Span | null, gaps: readonly Span[]): boolean {
  if (anchor === null || span[0] < anchor[0]) {
    // A clause opened earlier and not yet closed.
    const opened = text.slice(Math.max(sentence[0], span[0] - 80), span[0]);
    const closed = Math.max(opened.lastIndexOf(","), opened.lastIndexOf(";"), opened.lastIndexOf(" — "));
    // The cue may stand in the same clause: "the senator, who in 2010 said".
    const isShared = anchor !== null && !/[,;)]|\s[–—-]{1,2}\s/.test(outside(text, span[1], anchor[0], gaps));
    return !isShared && CLAUSE.test(opened.slice(closed + 1));
  }
  const between = outside(text, anchor[1], span[0], gaps);
  return SUBORDINATE.test(between) || /[;:]/.test(between);
}
const CLAUSE = /\b(?:who|whom|whose|which|that|after|before|since|because|while|although|though)\b/i;
