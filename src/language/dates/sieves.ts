// How a quotation comes by its day: sieves in the order of their precision; the first that catches decides.
import type { SayingDate } from "../../model/dates.ts";
import { isBackground, isFromWriting, isLasting, isLongAfoot } from "./background.ts";
import { isoWeek } from "./calendar.ts";
import { isTied, OCCASIONS } from "./clause.ts";
import type { Memory } from "./memory.ts";
import { UNDATED } from "./occasion.ts";
import { isAnothers, isOfTheSpeaker, isReported, type Standing } from "./standing.ts";
import type { Told } from "./told.ts";
import { headOf, isPronoun } from "./voice.ts";
import { knownWriting } from "./writings.ts";

export interface Sieve {
  readonly name: string;
  readonly example: string;
  readonly catch: (quote: Standing, memory: Memory) => SayingDate | null;
}

const said = (told: Told | null | undefined): SayingDate | null => told?.said ?? null;
const nouns = OCCASIONS.join("|");

/** "he said then", "Putin said at the time" */
const THEN = /^\S+\s+(?:\S+\s+){0,4}?(?:then|at the time|that day)\b/i;
/** "the following morning": counted from what was told before. */
const THE_NEXT = /\bthe (?:following|next|same) (?:day|morning|afternoon|evening|night)\b/i;
const CONTINUES = /\b(?:add|continu|went on|conclud)/i;
/** Told in the present: what goes on now, whatever was said before. */
const PRESENT =
  /^(?:is|are|says|tells|calls|asks|argues|adds|writes|claims|notes|insists|describes|explains|believes|warns|contends|suggests|sees)\b/i;
/** "in an interview", "at a rally": an occasion of its own, which nothing dates. */
const OPENS = new RegExp(
  `\\b(?:in|at|during|on|by|via)\\s+(?:an?|one|another)\\s+(?:[\\w’'-]+\\s+){0,4}?(?:${nouns})\\b`,
  "i",
);
/** "the debate", "that speech", "his interview" */
const DEFINITE = new RegExp(`\\b(?:the|that|this|his|her|its|their)\\s+(?:[\\w’'-]+\\s+){0,2}?(${nouns})\\b`, "gi");
/** What the article is about, by a general name. */
const THE_EVENT =
  /\b(?:the|that|this)\s+(?:[\w-]+\s+){0,2}?(?:meeting|event|gathering|session|summit|talks|ceremony)\b/i;
/** Bodies that meet, and who speaks for them. */
const GROUPS: readonly (readonly [RegExp, RegExp])[] = [
  [/\bleaders\b/i, /\b(?:President|Prime Minister|Chancellor|Premier|King|Queen)\b/],
  [/\bministers\b/i, /\bMinister\b/],
  [/\b(?:lawmakers|senators|representatives)\b/i, /\b(?:Sens?|Reps?|Senators?|Representatives?|Congress(?:wo)?man)\b/],
];
/** What people do on the day of an event, and observers when they are asked about it later. */
const REACTION =
  /^(?:condemn|denounc|decr|blast|slam|prais|hail|welcom|applaud|criticiz|reject|dismiss|call|insist|accus|urg|warn|brand|respond|react|rebuk|deplor|vow|pledg|mourn)/i;
const OBSERVER =
  /\b(?:professor|fellow|scholar|analyst|expert|historian|economist|strategist|pollster|scientist|physicist|researcher|author|lecturer|consultant|executive director|institute|university|cent(?:er|re)|think tank)\b/i;

/** Words of a post have an occasion of their own, whatever their writer said before. */
export const isWritten = (cue: string): boolean => /^(?:tweeted|posted|blogged)\b/i.test(cue);
export const isPresent = (cue: string): boolean => PRESENT.test(cue);
const isObserver = (quote: Standing): boolean => OBSERVER.test(quote.mention ?? "");

export const SIEVES: readonly Sieve[] = [
  {
    name: "own sentence",
    example: "the minister said on Thursday",
    catch(quote, memory) {
      let best: Told | null = null;
      const far = (told: Told): number => Math.abs(told.time.span[0] - (quote.cue?.[0] ?? quote.span[0]));
      for (const told of memory.in(quote.sentence, quote.cue?.[0] ?? quote.span[0])) {
        const tied = quote.cue
          ? isTied(quote.text, told.time, quote.span, quote.cue, quote.gaps)
          : told.kind === "occasion";
        const { span } = told.time;
        if (
          !tied ||
          (told.said.precision !== "day" && isOfTheSpeaker(quote, span)) ||
          isReported(quote, span) ||
          isAnothers(quote, span)
        )
          continue;
        if (best === null || far(told) < far(best)) best = told;
      }
      return best && refined(best, memory);
    },
  },
  {
    name: "then",
    example: "In April she warned of it. … he said at the time",
    catch: ({ text, cue, clause }, memory) => {
      if (cue && THEN.test(text.slice(cue[0], cue[1] + 60)) && memory.old) return memory.old.said;
      return THE_NEXT.test(clause) && memory.last?.isOld && memory.last.said.precision !== "day"
        ? memory.last.said
        : null;
    },
  },
  {
    name: "the writing's day",
    example: "a story of 1995 was found. … the article read",
    catch({ mention }, memory) {
      const writing = mention === null ? null : knownWriting(headOf(mention));
      return writing === null ? null : said(memory.of(writing));
    },
  },
  {
    name: "no one time",
    example: "she has long said; the bylaws say; in his memoir he wrote; “he told me ‘…’,” she said",
    catch(quote, memory) {
      const { cue, cueWords, mention, voice, isHeadline, isInside } = quote;
      if (isHeadline) return null;
      if (isInside) return UNDATED;
      if (/^(?:wrote|writes|recalled|recalls)\b/.test(cueWords) && voice !== null && memory.isAuthor(voice))
        return UNDATED;
      if ((mention !== null && isLasting(mention)) || isFromWriting(quote) || isLongAfoot(quote)) return UNDATED;
      if (/^(?:I|me|my\b.*|a friend\b.*)$/.test(mention ?? "") && /(?:ed|said|told|wrote):?$/.test(cueWords))
        return UNDATED;
      if (cue === null) return null;
      const nobody = mention === null && !/\b(?:said|says|told|wrote|added|asked)\b/.test(cueWords);
      return nobody || isBackground(quote) ? UNDATED : null;
    },
  },
  {
    name: "paragraph",
    example: "On Monday the envoys met. The chancellor said …",
    catch({ paragraph, voice, sentence }, { last }) {
      if (last?.paragraph !== paragraph) return null;
      const close = last.isOld ? last.nouns.length > 0 && last.sentence === sentence - 1 : last.speaks;
      return close || voice === null || last.voices.length === 0 || last.voices.includes(voice) ? last.said : null;
    },
  },
  {
    name: "goes on",
    example: "… the envoy said on Monday. … she added",
    catch({ voice, mention, paragraph, isHeadline, clause, cue, cueWords }, { before, last }) {
      if (before === null || before.voice !== voice || !before.isDated) return null;
      if (isWritten(cueWords) && !before.isWritten) return null;
      if (!isHeadline && isPresent(cueWords) && !before.isPresent) return null;
      const gap = paragraph - before.paragraph;
      if (!before.isOld) return gap > 1 ? null : before.said;
      // Of old words only the next ones are as old, and what the same voice adds to them.
      const adds =
        cue === null ||
        CONTINUES.test(cueWords) ||
        (isPronoun(mention ?? "") && before.said.precision !== "unknown" && before.said.precision !== "year");
      return adds && gap <= 2 && !OPENS.test(clause) && (last === null || last.isOld) ? before.said : null;
    },
  },
  {
    name: "the voice's occasion",
    example: "The senator spoke in Ohio on Monday. … the senator said",
    catch({ voice, mention, isHeadline, clause, cueWords }, memory) {
      if (!isHeadline && isPresent(cueWords)) return null;
      // Who speaks for a body speaks on its occasion: "IMF chief economist".
      const bodies = /^(?:the\s+)?\p{Lu}{2,6}\b/u.exec(mention ?? "")?.[0].replace(/^the\s+/i, "");
      for (const name of [voice, bodies]) {
        const told = name ? memory.latelyOf(name) : undefined;
        if (told && (told.quoted === name || !OPENS.test(clause))) return told.said;
      }
      return null;
    },
  },
  {
    name: "the occasion by name",
    example: "At a hearing on Monday … the chairman told the hearing",
    catch({ clause, mention, paragraph, isHeadline, cueWords }, memory) {
      if (!isHeadline && isPresent(cueWords)) return null;
      // "the director of debate" is who he is, not where he spoke.
      const around = mention === null ? clause : clause.replace(mention, " ");
      for (const [, noun] of around.matchAll(DEFINITE)) {
        const told = memory.at((noun ?? "").toLowerCase());
        if (told && (!told.isOld || paragraph - told.paragraph <= 2)) return told.said;
      }
      return null;
    },
  },
  {
    name: "the opening",
    example: "Ministers met on Monday … the Foreign Minister said",
    catch(quote, memory) {
      const { opening } = memory;
      if (!opening || opening.sentence >= quote.sentence || isPresent(quote.cueWords)) return null;
      if (!quote.isNamed && quote.mention !== null) return opening.said;
      if (opening.quoted === null && quote.paragraph - opening.paragraph <= 1 && !isObserver(quote))
        return opening.said;
      if (THE_EVENT.test(quote.clause)) return opening.said;
      const isMember = GROUPS.some(([group, member]) => group.test(opening.words) && member.test(quote.mention ?? ""));
      return isMember ? opening.said : null;
    },
  },
  {
    name: "reaction",
    example: "The test on Friday … the president condemned it",
    catch(quote, { opening, before }) {
      if (!opening || opening.sentence >= quote.sentence || isObserver(quote) || isPresent(quote.cueWords)) return null;
      const runs = before?.origin === "reaction" && quote.paragraph - before.paragraph <= 1;
      return opening.said.precision === "day" && (runs || REACTION.test(quote.cueWords)) ? opening.said : null;
    },
  },
  {
    name: "ahead",
    example: "a headline, whose words the article then dates",
    catch: ({ voice, paragraph }, memory) =>
      voice !== null && paragraph <= HEAD ? said(memory.ahead(voice, paragraph, REACH)) : null,
  },
];

/** A headline and the paragraphs under it may quote what is dated further down, but not far. */
const HEAD = 3;
const REACH = 4;

/** "this weekend", as the day of it on which the text lets the same voice speak. */
function refined(told: Told, memory: Memory): SayingDate {
  const { value } = told.time;
  if (!value.endsWith("-WE")) return told.said;
  const isInWeek = (other: Told): boolean => {
    const day = Temporal.PlainDate.from(other.said.value ?? "");
    return isoWeek(day) === value.slice(0, 8) && day.dayOfWeek > 5;
  };
  return memory.dayIn(isInWeek, told.quoted)?.said ?? told.said;
}
