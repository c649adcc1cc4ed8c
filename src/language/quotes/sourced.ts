// Whose words they are, where the build of the sentence tells otherwise than who is named next to the cue.
import type { Span } from "../../model/text.ts";
import type { Document } from "../document.ts";
import { trimSpan } from "../text/paragraphs.ts";
import { sentenceAround } from "../text/spans.ts";
import { fromBehind, withoutNarration } from "./behind-cue.ts";
import type { Sieved } from "./sieves.ts";
import { ABBREVIATION_STOP } from "./spelling.ts";

// The council, which the mayor called “slow” on Sunday, has rejected the plan.
const ASIDE = new RegExp(
  `^(?<subject>(?:[^.!?;:\\n“”"]|${ABBREVIATION_STOP}){2,80}?)(?:(?<open>,|\\s[–—-]{1,2})|\\s(?<bracket>\\())\\s?(?:which|whom|who)\\s(?<aside>(?:[^.!?;:\\n]|${ABBREVIATION_STOP}){5,200})$`,
  "u",
);
// In her speech, Merkel, who …      It shows that the mayor, who …      He spoke after Macron, who …
const LEADING =
  /^.*(?:,\s(?!as well as\b|along with\b|and\b)|\b(?:that|after|before|when|while|because)\s)|^(?:and|but|yet|so|then|meanwhile|still)\s/iu;
const VERB = /\b(?:is|are|was|were|has|have|had|be|been)\b|[’']s\s(?:an?|the)\s/i;
/** How far back a sentence is read, in characters. */
const FURTHEST = 320;

// The mayor has been accused of lying.      The mayor was widely criticized for it by the council.
const OF_ITS_SUBJECT =
  "accused|blamed|critici[sz]ed|charged|attacked|ridiculed|mocked|faulted|condemned|denounced|rebuked|chided|lambasted|slammed|blasted|challenged|questioned|praised|hailed|lauded|credited|called|dubbed|label+ed|branded|described|portrayed|depicted|characteri[sz]ed|seen|viewed|considered|regarded|deemed|thought|believed|known|rumou?red|alleged|reported|expected|projected|predicted|feared|hoped|announced|revealed|disclosed|confirmed|declared|named|listed|mentioned|cited|attributed|interpreted|highlighted|echoed|rejected|dismissed|denied|disputed|supported|claimed|explained|recommended|proposed|requested|warned|told|asked|pressed|grilled|shown|urged|advised|ordered|instructed|directed|invited|offered|informed|reminded";
const PASSIVE = new RegExp(
  `\\b(?:is|are|was|were|be|been|being|gets?|got)\\s(?:(?:\\p{L}+ly|also|often|even|never|not|now|still|once|first|long)\\s)*(?:${OF_ITS_SUBJECT})(?:\\s(?:of|for|as|with|about|over|against|to|by))?$`,
  "iu",
);
// Asked whether she would run, the mayor said …      The mayor, asked about it, said …      pressed on why
const ASKED = /^(?:asked|pressed|questioned|quizzed)(?:\s(?:about|on|as to|by))?$/i;
const CLAUSE_BEGINS = /(?:^|[.!?;:][”’"]?\s|\n|\b(?:when|if|once|after being)\s)["“]?$/i;
const QUESTION = /^(?:whether|if|why|about|what|how|which|when|where|who|to|for)\b/i;
const ABOUT = /\s(?:about|on)$/i;
// faced questions about      It is hard to say whether
const OF_NOBODY =
  /^(?:(?:has|have|had|was|were|is|are)\s)?(?:faced?|facing|endured?|dodged?|ducked|answer(?:ed|ing)?|fielded|deflected)\b.*\bquestions?\sabout$|\b(?:hard|difficult|easy|important|fair|safe|impossible|worth)\s(?:to\s)?(?:say|saying|tell|know|note|noting)$|^(?:self-described|so-called|now called)$/i;
const AGENT =
  /(?:^|\s)by\s(?<agent>[^.,;:“”"]{2,80}?)(?=\s(?:of|for|as|in|on|at|after|over|to|that|who|which|with|whether|if|why|how|what|about|against|when|during|while|because)\s|[.,;:“”"]|$)/u;
/** An auxiliary may stand before the cue. */
const AUXILIARY = 30;
/** "was criticized on Sunday by the council". */
const FURTHEST_AGENT = 40;

/** Its source mended. */
export function sourced(document: Document, parts: Sieved): Sieved {
  const { text } = document;
  return fromBehind(text, withoutNarration(document, fromAgent(text, fromSubject(document, parts))));
}

/** Does a cue say that something was said of its subject, or to it? */
function isOfNobody(text: string, [start, end]: Span, content: readonly Span[]): boolean {
  const cue = text.slice(start, end);
  const before = text.slice(Math.max(0, start - AUXILIARY), start);
  return PASSIVE.test(before + cue) || OF_NOBODY.test(cue) || (ASKED.test(cue) && wasAsked(text, before, end, content));
}

/** "Asked why, she said", "the mayor, asked why, said", but not "the mayor, a lawyer, asked why." */
function wasAsked(text: string, before: string, end: number, content: readonly Span[]): boolean {
  const [first, last] = [content[0]!, content.at(-1)!];
  if (first[0] < end) return false;
  if (before === "" || CLAUSE_BEGINS.test(before)) return true;
  const isAside = before.endsWith(", ") && text[last[1]] === ",";
  return isAside && (ABOUT.test(text.slice(end - 6, end)) || QUESTION.test(text.slice(...first)));
}

/** In the passive whoever is named "by" speaks, or nobody: the subject is spoken of. */
function fromAgent(text: string, parts: Sieved): Sieved {
  const { cue, source, content } = parts;
  if (!cue || !isOfNobody(text, cue, content)) return parts;
  // "was criticized by the council" as the tagger has it; but what stands behind the words is no agent.
  if (source && source[0] >= cue[1] && source[0] < content.at(-1)![0]) return parts;
  const from = text.slice(cue[1] - 3, cue[1]).endsWith(" by") ? cue[1] - 3 : cue[1];
  const match = AGENT.exec(text.slice(from, from + FURTHEST_AGENT + 80));
  if (!match || match.index > FURTHEST_AGENT || /[.;!?]/.test(match.input.slice(0, match.index)))
    return { ...parts, source: null, agentless: true };
  const end = from + match.index + match[0].length;
  const agent: Span = [end - match.groups!.agent!.length, end];
  return { ...parts, source: agent, content: content.flatMap((span) => behind(text, span, agent)) };
}

/** Content without the agent that was taken for its beginning. */
function behind(text: string, span: Span, agent: Span): Span[] {
  const startsWithAgent =
    span[0] <= agent[0] && /^(?:by\s)?$/i.test(text.slice(span[0], agent[0])) && span[1] > agent[1];
  return [startsWithAgent ? trimSpan(text, [agent[1], span[1]]) : span];
}

/** Who speaks within an aside does not speak behind it, where the sentence's subject does. */
function fromSubject({ text, sentences }: Document, parts: Sieved): Sieved {
  const { cue, source, content } = parts;
  if (!cue || !source || source[1] > cue[0] || content[0]![0] < cue[1]) return parts;
  if (!/[,)–—-]\s?$/.test(text.slice(Math.max(0, cue[0] - 2), cue[0]))) return parts;
  const from = Math.max(sentenceAround(sentences, cue[0])[0], cue[0] - FURTHEST);
  const before = text.slice(from, cue[0]).trimEnd();
  const close = /(?:,|\s?[–—-]{1,2}|\))$/.exec(before);
  const match = close && ASIDE.exec(before.slice(0, close.index));
  if (!match) return parts;
  const { subject = "", open, bracket, aside = "" } = match.groups!;
  const isClosed = bracket === undefined ? open?.trim() === close[0].trim() : close[0] === ")";
  const asideAt = from + close.index - aside.length;
  if (!isClosed || source[0] < asideAt || VERB.test(subject)) return parts;
  const start = from + (LEADING.exec(subject)?.[0].length ?? 0);
  return { ...parts, source: trimSpan(text, [start, from + subject.length]) };
}
