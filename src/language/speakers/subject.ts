// Reported speech whose cue stands in a sentence without a source: the subject of "…, saying" and of "After saying …, she", else
// nobody. Whoever spoke last is hardly ever meant.
import type { Span } from "../../model/text.ts";
import { mentionsWithin, subjectWithin } from "./mention.ts";
import type { QuoteToResolve } from "./resolved.ts";
import { clauseStart, LONGEST_CLAUSE, type Stage } from "./stage.ts";

// saying      stopped short of saying, but not: according
const PARTICIPLE = /^(?!according)(?:.*\s)?\p{L}+ing\b/iu;
const PRONOUN_FIRST = /^(?:he|she|it|they)\b/i;
const PRONOUN = /\b(he|she)\s/i;
const PRONOUN_NEXT = /^["”’]?,["”’]?\s(he|she)\b/i;
/** Between the words of "After saying so," and the subject. */
const FOLLOWS = /^["”’]?,["”’]?\s(?:[\p{L}.-]+\s){0,3}$/u;
const FURTHEST_PRONOUN = 60;

/** The words that name it; null where nobody is meant, undefined where the words go on from those before or stand between marks. */
export function subjectOf(stage: Stage, quote: QuoteToResolve): Span | null | undefined {
  const { names, sentenceAt } = stage;
  const { text, sentences } = stage.document;
  const cue = quote.cue?.[0];
  const [first, last] = [quote.content[0], quote.content.at(-1)];
  if (!cue || !first || !last || quote.kind === undefined || quote.kind === "direct") return undefined;
  const [start, stop] = sentences[sentenceAt(cue[0])] ?? cue;
  if (first[0] < start || first[0] > stop) return undefined;
  if (!PARTICIPLE.test(text.slice(...cue))) return null;

  const from = clauseStart(stage, cue[0]);
  const lead = text.slice(from, cue[0]);
  const opening = from >= start ? PRONOUN_FIRST.exec(lead) : null;
  if (opening) return [from, from + opening[0].length];
  const before = subjectWithin(text, names, [from, cue[0]]);
  if (before) return before.whole;
  const own =
    pronounAt(PRONOUN, lead, from) ?? pronounAt(PRONOUN_NEXT, text.slice(last[1], last[1] + FURTHEST_PRONOUN), last[1]);
  if (own) return own;
  const [after] = mentionsWithin(names, [last[1], Math.min(stop, last[1] + LONGEST_CLAUSE)]);
  const leads = after && !after.possessive && FOLLOWS.test(text.slice(last[1], after.whole[0]));
  return leads ? after.whole : null;
}

/** Where a pattern's pronoun stands in words that begin at a place. */
function pronounAt(pattern: RegExp, words: string, place: number): Span | null {
  const match = pattern.exec(words);
  if (!match) return null;
  const at = place + match.index + match[0].lastIndexOf(match[1]!);
  return [at, at + match[1]!.length];
}
