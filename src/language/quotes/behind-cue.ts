// What stands behind a cue that follows the words: who says them, and where, when and to whom, but hardly ever more of them.
import type { Span } from "../../model/text.ts";
import type { Document } from "../document.ts";
import { isPersonNoun } from "../lexicon/roles.ts";
import { sentenceAround } from "../text/spans.ts";
import type { Sieved } from "./sieves.ts";
import { ADVERB, NAME_WORD, OPENING_MARK, PLAIN } from "./spelling.ts";

// “It is late,” said a source close to the mayor.
const FINITE = /^(?:(?:has|had|also|later|then)\s)?(?!\p{L}+ing$)\p{L}{3,}$/iu;
// “It is late,” said of the bridge      told reporters at
const SAYS =
  /^(?:(?:has|had|also|later|then)\s)?(?:said|says|told|tells|wrote|writes|tweeted|declared|shouted|exclaimed)\b[^:]{0,40}$/i;
// said Jean Valjean.      said one person with knowledge of it.      wrote The Post’s Jean Valjean.
const WHO = new RegExp(
  `^\\s(?<who>(?:an?|the|one|some|another|his|her|their)\\s${PLAIN}{2,100}?|${NAME_WORD}(?:\\s${NAME_WORD})*|(?:${NAME_WORD}\\s)*\\p{Lu}[\\p{L}-]+[’']s?\\s${PLAIN}{2,60}?)(?=[.,;:“”"\\n]|\\s(?:in|on|at|to|of|who|during|after)\\s|$)`,
  "u",
);
// said his best friend in Ghent, Jean Valjean.
const WHO_BY_NAME = new RegExp(
  `^\\s(?<who>(?:an?|the|one|another|his|her|their)\\s${PLAIN}{2,60},\\s(?:${NAME_WORD}\\s){1,3}${NAME_WORD})(?=[,.;:\\n]|$)`,
  "u",
);
// said 9/11 widow Terry Strada.
const NAMED = new RegExp(
  `^\\s(?<who>(?:(?!(?:in|on|at|to|of|by|for|from|with|as|that|about|during|after|before|when|while|via)\\b)[\\p{L}\\d][\\p{L}\\d/’'-]*\\s){0,3}(?<noun>\\p{Ll}[\\p{L}-]+)(?:\\s${NAME_WORD}){2,})`,
  "u",
);
// According to the talk radio host Rush Limbaugh, the move …
const WHOSE_ACCOUNT = /^\s(?<who>(?![^\s,]+\s["“])[^,.;:“”"\n]{2,100})(?=[,.;:“”"\n]|$)/u;
const FURTHEST = 120;

const MARK_ENDS = /(?:["”»]|'')[,.\s]*$/u;
const BEGINS_MARKED = new RegExp(`^[,\\s]*${OPENING_MARK}`, "u");
const MARKED_AGAIN = new RegExp(`(?<=[.!?,]\\s)${OPENING_MARK}`, "u");
// “It is late,” she said, | and that it was dark.      said | that it was dark
const MORE_SAID = /^[,\s]*(?:that|and|but|or|from|would|will|is|are)\b/i;
const REST_OF_NAME = /^(?:\p{Lu}[\p{L}’'.-]*(?:\s\p{Lu}[\p{L}’'-]*)*)?/u;

/**
 * The content without what goes on unmarked behind “…,” said: "European Council | President Donald Tusk, summing up", "Anne
 * Hidalgo, | a friend of hers", "told | the crowd". A name that was cut short gets its rest.
 */
export function withoutNarration({ text, sentences }: Document, parts: Sieved): Sieved {
  const { cue, source, content } = parts;
  if (!cue || !isBehindMarks(text, parts)) return parts;
  const sentenceEnd = sentenceAround(sentences, cue[0])[1];
  const kept = content.flatMap((span): Span[] => {
    const words = text.slice(...span);
    if (span[0] < cue[1] || span[0] > sentenceEnd || BEGINS_MARKED.test(words)) return [span];
    const tellsOfSource = source !== null && source[0] >= cue[1] && span[0] - source[1] <= 1;
    if (!tellsOfSource && MORE_SAID.test(words)) return [span];
    const marked = words.search(MARKED_AGAIN);
    return marked < 0 ? [] : [[span[0] + marked, span[1]]];
  });
  const next = content.find(([start]) => start >= (source?.[1] ?? cue[1]));
  const isCut = source && next && source[0] > cue[1] && !kept.includes(next) && next[0] - source[1] <= 1;
  const rest = isCut ? REST_OF_NAME.exec(text.slice(...next))![0].length : 0;
  return { ...parts, source: rest > 0 ? [source![0], next![0] + rest] : source, content: kept };
}

/** “It is late,” said …, or “It is late,” Mr. Macron said …: an active verb behind words between marks. */
function isBehindMarks(text: string, { cue, source, content }: Sieved): boolean {
  const end = content[0]![1];
  if (!cue || end > cue[0]) return false;
  const words = text.slice(...cue);
  if (!FINITE.test(words) && !SAYS.test(words)) return false;
  const isBetween = source !== null && source[0] >= end - 1 && source[1] <= cue[0];
  const from = isBetween ? source[0] : cue[0];
  return MARK_ENDS.test(text.slice(Math.max(0, end - 2), from)) && (!isBetween || cue[0] - source[1] <= ADVERB);
}

/** With who stands right behind the cue, where the tagger has found nobody. */
export function fromBehind(text: string, parts: Sieved): Sieved {
  const { cue, source, content, agentless } = parts;
  if (!cue || source || agentless === true) return parts;
  const cueText = text.slice(...cue);
  const behind = text.slice(cue[1], cue[1] + FURTHEST);
  let who = /^according to$/i.test(cueText) ? WHOSE_ACCOUNT.exec(behind)?.groups?.who : undefined;
  if (content[0]![1] <= cue[0] && FINITE.test(cueText)) {
    const next = content.find(([start]) => start >= cue[1])?.[0] ?? text.length;
    const words = behind.slice(0, Math.max(0, next - cue[1]));
    who ??= WHO_BY_NAME.exec(words)?.groups?.who ?? WHO.exec(words)?.groups?.who ?? namedBehind(words);
  }
  return who === undefined ? parts : { ...parts, source: [cue[1] + 1, cue[1] + 1 + who.length] };
}

function namedBehind(words: string): string | undefined {
  const { who, noun } = NAMED.exec(words)?.groups ?? {};
  return noun !== undefined && isPersonNoun(noun) ? who : undefined;
}
