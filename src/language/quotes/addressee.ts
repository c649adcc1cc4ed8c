// Whom words were said to, and which outlet passes them on: neither is the speaker.
import type { Span } from "../../model/text.ts";
import { OUTLET_NAMES } from "../lexicon/outlets.ts";
import { trimSpan } from "../text/paragraphs.ts";
import type { Parts } from "./assemble.ts";

const TELL = "tells?|told|telling|assur(?:e|es|ed|ing)|remind(?:s|ed|ing)?|inform(?:s|ed|ing)?|notif(?:y|ies|ied|ying)";
const WARN = "warn(?:s|ed|ing)?";
const ASK = "ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)|advis(?:e|es|ed|ing)";
// told reporters      assured the committee members: words right after these are nothing that was said
export const TELLING = ending(TELL);
// told reporters that …      warned the council that …
export const TELLING_THAT = ending(`${TELL}|${WARN}`);
// reminded the committee of …      asked the mayor whether …
export const ADDRESSING = ending(`${TELL}|${WARN}|${ASK}`);

/** A cue that ends in one of these verbs. */
function ending(forms: string): RegExp {
  return new RegExp(`(?:^|\\s)(?:${forms})$`, "i");
}

const END =
  /\s(?:that|in|on|at|during|after|before|while|when|by|via|of|about|to|whether|if|how|why|what|who)\b|[,:;“"«„‘(\n]|\s['’`]|[.!?](?:\s|$)/;
const FARTHEST = 90;

/** The addressee between a verb that takes one and what follows; null when there is none. */
export function addresseeOf(text: string, { cue, content }: Parts): Span | null {
  if (!cue || !ADDRESSING.test(text.slice(...cue))) return null;
  const limit = content.find((span) => span[0] >= cue[1])?.[0] ?? cue[1] + FARTHEST;
  const reach = text.slice(cue[1], Math.min(limit, cue[1] + FARTHEST));
  const end = END.exec(reach)?.index ?? reach.search(/[.!?]/);
  const span = trimSpan(text, [cue[1], cue[1] + (end < 0 ? reach.length : end)]);
  return span[1] > span[0] && /^(?:\p{L}|@)/u.test(text.slice(...span)) ? span : null;
}

const OUTLETS = OUTLET_NAMES.map((name) => name.replaceAll(".", "\\.")).join("|");
// …, per Reuters      …, according to the Associated Press      …, CNN reported      … told CNN
const VIA = new RegExp(
  `(?:\\b(?:per|according to|via|as reported by|as told to)\\s+(?:the\\s+)?(?<after>${OUTLETS})\\b)|(?:,\\s+(?:the\\s+)?(?<before>${OUTLETS})\\s+(?:reports|reported|has reported|said|says)\\b)`,
  "u",
);

/** The outlet named as passing the words on, within the sentence around them; null when none is, or it is the source. */
export function viaOf(text: string, { content, cue, source }: Parts): Span | null {
  const last = content.at(-1)![1];
  const from = Math.max(last, cue?.[1] ?? 0, source?.[1] ?? 0);
  const reach = text.slice(from, from + 120).split(/[.!?](?=\s|$)|\n/, 1)[0]!;
  const match = VIA.exec(reach);
  const name = match?.groups?.after ?? match?.groups?.before;
  if (!match || !name) return null;
  const start = from + match.index + match[0].indexOf(name);
  return [start, start + name.length];
}
