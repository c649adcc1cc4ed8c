// A plain sentence that who says it interrupts: "Loyalty, he noted, has long been a virtue" is said as a whole.
import type { Span } from "../../model/text.ts";
import type { Document } from "../document.ts";
import { sentenceAround } from "../text/spans.ts";
import type { Sieved } from "./sieves.ts";
import { ADVERB, OPENING_MARK } from "./spelling.ts";

const MARK = /["“”„«»]|''|``/u;
// He knew it - and the permit, …      It was plain: the bridge, …
const LAST_PART = /^.*(?:[:;]|\s[–—-]{1,2})\s/su;
const LEADS_IN = /^(?:(?:but|and|so|yet|or|still|however|meanwhile)\b,?\s*)+/i;
// told of the occasion, not said: In a statement, …      Asked about it, …      On Monday, …
const OCCASION =
  /^(?:asked|when asked|pressed|speaking|writing|appearing|in (?:an?|the|his|her|its|their) (?:[\p{L}-]+ )?(?:statement|interview|speech|essay|email|letter|memo|book|report|post|tweet|piece|article)|on (?:twitter|facebook|[a-z]+day)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu;
// the bridge, parts of which, …      and, …      when, …
const HANGS_ON = /\b(?:(?:which|whom|whose|that|when|where|while|because|as|like|if)|(?:and|or|but)(?:\s\p{L}+)?)$/iu;
const BEGINS_MARKED = new RegExp(`^${OPENING_MARK}`, "u");
// noted, “It is …: a sentence of its own
const BEGINS_ANEW = new RegExp(`^${OPENING_MARK}\\P{Ll}`, "u");
/** In characters, and in words where what follows stands between marks. */
const FEWEST = 3;
const FEWEST_BEFORE_MARKS = 4;
const FURTHEST = 400;
const LONGEST_SOURCE = 7;

/** With what was said before the interruption. */
export function withBeginning({ text, sentences }: Document, parts: Sieved): Sieved {
  const { cue, source, content } = parts;
  const first = content[0];
  if (!cue || !source || !first) return parts;
  const at = Math.min(source[0], cue[0]);
  if (!isInterruption(text, at, source, cue, first)) return parts;
  const [from] = sentenceAround(sentences, at);
  if (at - from > FURTHEST) return parts;
  const lead = text.slice(from, at).replace(/,\s*$/, "");
  const skipped = LAST_PART.exec(lead)?.[0].length ?? 0;
  const conjunction = LEADS_IN.exec(lead.slice(skipped))?.[0].length ?? 0;
  const said = lead.slice(skipped + conjunction);
  const fewest = BEGINS_MARKED.test(text.slice(...first)) ? FEWEST_BEFORE_MARKS : 1;
  if (said.split(/\s+/).length < fewest || said.length < FEWEST) return parts;
  if (MARK.test(lead) || OCCASION.test(said) || HANGS_ON.test(said)) return parts;
  const start = from + skipped + conjunction;
  return { ...parts, content: [[start, start + said.length], ...content] };
}

/** ", X said, …" or ", according to X, …": between commas, with words right behind that go on. */
function isInterruption(text: string, at: number, source: Span, cue: Span, first: Span): boolean {
  const end = Math.max(source[1], cue[1]);
  const isAccount = /^according to$/i.test(text.slice(...cue));
  if (first[0] < end || (isAccount ? source[0] < cue[1] : source[1] > cue[0])) return false;
  const isClose = Math.abs(isAccount ? source[0] - cue[1] : cue[0] - source[1]) <= ADVERB;
  const isShort = text.slice(...source).split(/\s+/).length <= LONGEST_SOURCE;
  // The source may end with the comma.
  const gap = text.slice(end - 1, first[0]);
  const isClosed = /^.?[,;]\s*$/.test(gap) && !BEGINS_ANEW.test(text.slice(first[0], first[0] + 3));
  return isClose && isShort && isClosed && /,\s$/.test(text.slice(at - 2, at));
}
