// What stands between a cue and what was said: rows, each with an example above it.
import { ADDRESSING, TELLING_THAT } from "./addressee.ts";
import type { Sieved } from "./sieves.ts";
import { OPENING_MARK } from "./spelling.ts";

// whoever comes first after these is no addressee: told him it would
const OPENS_CLAUSE = "that|he|she|it|they|we|i|you|there|this";
const WORD_OR_NAME = '(?:[\\p{L}\\p{N}.’\'-]+|[“"][^“”"\\n]{2,30}[”"])\\s';
// told ministry officials that the bridge was safe      told the mayor it was safe
const ADDRESSED = new RegExp(
  `^(?!(?:${OPENS_CLAUSE})\\b)(?:(?!(?:that|as|anything|nothing|something|what|how|when|because|if|with)\\s)${WORD_OR_NAME}){1,6}(?=that\\s|(?:he|she|it|they|we|there)(?:\\s|[’'](?:s|d|ll|re|ve)\\s))`,
  "iu",
);
// told an investment forum in Moscow on Tuesday what would count as a breach      asked the minister if it would
const ASKED_WHAT = new RegExp(
  `^(?:(?!(?:${OPENS_CLAUSE}|is|are|was|were|has|have|had|will|would|can|could|to|what|how|why|whether|if)\\b)${WORD_OR_NAME}){1,9}(?=(?:what|how|why|whether|if)\\s)`,
  "iu",
);
// asked her about the bridge
const ASKED_ABOUT = /^(?:(?:him|her|them|me|us|(?:\p{Lu}[\p{L}.’'-]+\s){0,3}\p{Lu}[\p{L}.’'-]+)\s)?about\s/u;
const ASKING = /\b(?:ask|question|press|quizz?)(?:s|ed|ing)?$/i;
// said at a meeting in Riga, Latvia, that the bridge was safe
const SETTING =
  /^(?:in|at|on|during|after|before|via|as)\s(?!(?:which|whom|that|what|order|case|part|least|most|the (?:fact|grounds?))\b)[^.;:“”"\n]{3,80}?\s(?=that\s)/iu;
// said of the bridge, “…”
const SUBJECT = new RegExp(`^(?:of|about)\\s[^.;:“”"\\n]{2,60}?[,:]\\s(?=${OPENING_MARK})`, "iu");
const SAYS_THAT =
  /\b(?:sa(?:id|ys?|ying)|told|warn(?:s|ed|ing)?|argu(?:es?|ed|ing)|claim(?:s|ed|ing)?|insist(?:s|ed|ing)?|not(?:es?|ed|ing)|caution(?:s|ed|ing)?|add(?:s|ed|ing)?|stress(?:es|ed|ing)?|announc(?:es?|ed|ing))$/i;

/** In characters: texts without end take no longer. */
const FARTHEST = 100;

/** Whom it was said to, where, and what it was said of or asked "about", is no part of what was said. */
export function withoutLead(text: string, parts: Sieved): Sieved {
  const [first] = parts.content;
  if (!first || !parts.cue || first[0] < parts.cue[1]) return parts;
  const cue = text.slice(...parts.cue);
  const lead = text.slice(first[0], Math.min(parts.content.at(-1)![1], first[0] + FARTHEST));
  const match =
    (TELLING_THAT.test(cue) ? ADDRESSED.exec(lead) : null) ??
    (ADDRESSING.test(cue) ? ASKED_WHAT.exec(lead) : null) ??
    (ASKING.test(cue) ? ASKED_ABOUT.exec(lead) : null) ??
    (SAYS_THAT.test(cue) ? (SETTING.exec(lead) ?? SUBJECT.exec(lead)) : null);
  if (!match) return parts;
  const from = first[0] + match[0].length;
  const content = parts.content.filter(([, end]) => end > from);
  return { ...parts, content: content.map(([start, end]) => [Math.max(start, from), end]) };
}
