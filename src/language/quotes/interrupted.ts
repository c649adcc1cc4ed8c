// A plain sentence that who says it interrupts: "Loyalty, he noted, has long been a virtue" is said as a whole.
import type { Span } from "../../model/text.ts";
import type { Sieved } from "./sieves.ts";

const MARK = /["“”„«»]|''|``/u;
const SENTENCE_BEGINS =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|vs|U\.S|\p{Lu}))[.!?]["”’']*\s+(?=["“]?\p{Lu})|\n/gu;
// He knew it - and the permit, …      It was plain: the bridge, …
const LAST_PART = /^.*(?:[:;]|\s[–—-]{1,2})\s/su;
const LEADS_IN = /^(?:(?:but|and|so|yet|or|still|however|meanwhile)\b,?\s*)+/i;
// told of the occasion, not said: In a statement, …      Asked about it, …      On Monday, …
const OCCASION =
  /^(?:asked|when asked|pressed|speaking|writing|appearing|in (?:an?|the|his|her|its|their) (?:[\p{L}-]+ )?(?:statement|interview|speech|essay|email|letter|memo|book|report|post|tweet|piece|article)|on (?:twitter|facebook|[a-z]+day)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu;
// the bridge, parts of which, …      and, …      when, …
const HANGS_ON = /\b(?:which|whom|whose|that|and|or|but|when|where|while|because|as|like|if)$/i;
const FEWEST = 3;
const FURTHEST = 400;
const LONGEST_SOURCE = 7;

/** With what was said before the interruption. */
export function withBeginning(text: string, parts: Sieved): Sieved {
  const { cue, source, content } = parts;
  const first = content[0];
  if (!cue || !source || !first || !isInterruption(text, source, cue, first)) return parts;
  const least = Math.max(0, source[0] - FURTHEST);
  const before = text.slice(least, source[0]);
  const begins = [...before.matchAll(SENTENCE_BEGINS)].at(-1);
  if (least > 0 && !begins) return parts;
  const from = begins ? begins.index + begins[0].length : 0;
  const lead = before.slice(from).replace(/,\s*$/, "");
  const skipped = LAST_PART.exec(lead)?.[0].length ?? 0;
  const conjunction = LEADS_IN.exec(lead.slice(skipped))?.[0].length ?? 0;
  const said = lead.slice(skipped + conjunction);
  if (said.length < FEWEST || MARK.test(lead) || OCCASION.test(said) || HANGS_ON.test(said)) return parts;
  const start = least + from + skipped + conjunction;
  return { ...parts, content: [[start, start + said.length], ...content] };
}

/** ", X said, …": between commas, with unmarked words right behind. */
function isInterruption(text: string, source: Span, cue: Span, first: Span): boolean {
  if (source[1] > cue[0] || first[0] < cue[1] || text[cue[1]] !== ",") return false;
  const isClose = cue[0] - source[1] <= 12 && /^,?\s*$/.test(text.slice(cue[1], first[0]));
  const isShort = text.slice(...source).split(/\s+/).length <= LONGEST_SOURCE;
  return (
    isClose &&
    isShort &&
    /,\s$/.test(text.slice(source[0] - 2, source[0])) &&
    !MARK.test(text.slice(first[0], first[0] + 2))
  );
}
