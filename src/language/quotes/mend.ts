// Mends what the tagger cuts wrongly time and again: rows, each with an example above it.
import type { Span } from "../../model/text.ts";
import type { Document } from "../document.ts";
import { trimSpan } from "../text/paragraphs.ts";
import { isClause } from "./clause.ts";
import { withBeginning } from "./interrupted.ts";
import { withoutLead } from "./lead.ts";
import type { Sieved } from "./sieves.ts";
import { sourced } from "./sourced.ts";

// has denied that it was late and said in a statement that it was safe
const AND_SAID =
  /,?\s+(?:and|but)\s+(?:(?:also|then|later|has|had|have)\s+)*(said|says|added|warned|insisted|argued|claimed|stressed|noted|told [^,“"]{2,30}?)(?=\s)(?:\s+(?:in|on|at|during|via|by|last|this|earlier)\b[^,“”":;]{2,50}?)?\s+(?=that\s|[“"«„]|'')/u;
// has promised a veto and attempted to win both over      has met them and spoken often of a summit
const HAS_DONE = /^(?:has|have|had|having)\s/i;
const AND_DONE =
  /,?\s+(?:and|but)\s+(?:(?:also|then|later|even|since|has|have|had)\s+)*(?:(?<said>(?:spoken|talked|complained|boasted|warned|hinted)(?:\s+(?:\p{L}+ly|often))?\s+(?:of|about))|(?:(?:tried|attempted|sought|refused|failed|vowed|promised|offered|begun|continued)\s+to|(?!told|said)\p{L}{2,}ed\s+(?:the|an?|his|her|its|their)))\s/u;
// has said the firm lied and tried to hide it: all of it is what was said
const SAYS_WHAT =
  /\b(?:sa(?:id|ys?)|claimed|argued|insisted|suggested|stated|noted|alleged|admitted|denied|found|shown|told)$/i;
// The bridge opened in June, which the mayor said had been too early.
const RELATIVE = /^(?:which|who|that)$/;
// “It is safe,” the mayor said Thursday, in response to reports that …
const OCCASION =
  /^[^.!?“"«]{0,60}?\b(?:in (?:response|reaction|reply|answer|reference) to|(?:referring|responding|reacting|speaking) (?:to|of|about))\b/i;
const MARK_BEFORE = /["”»]|''/u;
const MARK = /["“”„«»]|''/u;

// said at least forty were hurt: "at" leads to no place
const LEAST = /^(?:least|most)\s/;

/** The quotation, or the two that it is. */
export function mended(document: Document, parts: Sieved): Sieved[] {
  if (parts.rule !== "tagger" || parts.cue === null) return [parts];
  const { text } = document;
  const whole = withAtLeast(text, withoutMain(text, sourced(document, parts)));
  const told = withoutOccasion(text, withoutLead(text, whole));
  return split(text, withBeginning(document, told)).flatMap((each) => withoutDeeds(text, each));
}

/** "At least" is one phrase. */
function withAtLeast(text: string, parts: Sieved): Sieved {
  const isCut = ([start]: Span): boolean =>
    LEAST.test(text.slice(start, start + 6)) && text.slice(start - 4, start).toLowerCase() === " at ";
  if (!parts.content.some(isCut)) return parts;
  return { ...parts, content: parts.content.map((span): Span => (isCut(span) ? [span[0] - 3, span[1]] : span)) };
}

/** On what occasion it was said is no part of what was said. */
function withoutOccasion(text: string, parts: Sieved): Sieved {
  const { content, cue } = parts;
  if (cue === null || content[0]![0] > cue[0] || !MARK_BEFORE.test(text.slice(Math.max(0, cue[0] - 80), cue[0])))
    return parts;
  const occasion = OCCASION.exec(text.slice(cue[0], cue[0] + 140));
  if (occasion === null) return parts;
  const from = cue[0] + occasion[0].length;
  const stop = text.slice(from).search(/[.!?“"«]/);
  const until = stop < 0 ? text.length : from + stop;
  const kept = content.filter(([start, end]) => start < cue[1] || start > until || end > until + 1);
  return kept.length === content.length ? parts : { ...parts, content: kept };
}

/** Of a clause that begins with "which" its main clause is no part. */
function withoutMain(text: string, parts: Sieved): Sieved {
  const at = parts.content.findLastIndex((span) => RELATIVE.test(text.slice(...span)));
  if (at < 1) return parts;
  const isMarked = parts.content.slice(0, at).some(([start, end]) => MARK.test(text.slice(start - 1, end + 1)));
  return isMarked ? parts : { ...parts, content: parts.content.slice(at) };
}

/** A second verb of saying outside the marks begins a second quotation of the same speaker. */
function split(text: string, parts: Sieved): Sieved[] {
  const at = parts.content.findIndex((span) => AND_SAID.test(text.slice(...span)));
  const span = parts.content[at];
  if (!span || !parts.cue || span[0] < parts.cue[1]) return [parts];
  const match = AND_SAID.exec(text.slice(...span))!;
  const lead = text.slice(span[0], span[0] + match.index);
  if (match.index < 8 || isOpen(lead)) return [parts];
  const verb = span[0] + match.index + match[0].indexOf(match[1]!, 3);
  const cue: Span = [verb, verb + (match[1]!.startsWith("told") ? 4 : match[1]!.length)];
  const rest = trimSpan(text, [span[0] + match.index + match[0].length, span[1]]);
  const before = { ...parts, content: [...parts.content.slice(0, at), [span[0], span[0] + match.index] as const] };
  return [before, { ...parts, cue, content: [rest, ...parts.content.slice(at + 1)], rule: "and said" }];
}

/** What somebody has also done is no part of what they have said; a second saying is a quotation of its own. */
function withoutDeeds(text: string, parts: Sieved): Sieved[] {
  const [span, ...rest] = parts.content;
  const { cue } = parts;
  if (!span || !cue || span[0] < cue[1] || rest.length > 0) return [parts];
  const cueText = text.slice(...cue);
  const match = AND_DONE.exec(text.slice(...span));
  if (!match || !HAS_DONE.test(cueText) || SAYS_WHAT.test(cueText)) return [parts];
  const lead = text.slice(span[0], span[0] + match.index);
  if (lead.length < 3 || isClause(lead) || MARK_BEFORE.test(lead) || isOpen(lead)) return [parts];
  const first = { ...parts, content: [[span[0], span[0] + match.index] as const] };
  const said = match.groups?.said;
  if (said === undefined) return [first];
  const verb = span[0] + match.index + match[0].lastIndexOf(said);
  const second = trimSpan(text, [span[0] + match.index + match[0].length, span[1]]);
  return [first, { ...parts, cue: [verb, verb + said.length], content: [second], rule: "and said" }];
}

/** Does a quotation stand open at the end of this? */
function isOpen(lead: string): boolean {
  const opened = lead.match(/[“„«]/g)?.length ?? 0;
  const closed = lead.match(/[”»]/g)?.length ?? 0;
  return opened > closed || (lead.match(/"/g)?.length ?? 0) % 2 === 1;
}
