// How a quotation stands in its sentence, and to a time told there: which times are no day of its own.
import type { Span } from "../../model/text.ts";

/** A cue, and whose it is. */
export interface VoicedCue {
  readonly span: Span;
  readonly voice: string | null;
}

/** A quotation where it stands. */
export interface Standing {
  readonly text: string;
  readonly gaps: readonly Span[];
  readonly cue: Span | null;
  readonly cueWords: string;
  /** Cues of other quotations in its sentence. */
  readonly otherCues: readonly VoicedCue[];
  /** Where the first of its quoted or reported words begin and end, and where their paragraph begins. */
  readonly contentAt: number;
  readonly contentEnd: number;
  readonly paragraphAt: number;
  readonly mentionAt: number | null;
  readonly mention: string | null;
  readonly voice: string | null;
  /** Is the voice named right here, and not by a pronoun or description? */
  readonly isNamed: boolean;
  readonly sentence: number;
  readonly paragraph: number;
  /** A short first paragraph above others: present tense there tells of what is past. */
  readonly isHeadline: boolean;
  readonly span: Span;
  /** Does its cue stand inside somebody else's quoted words? */
  readonly isInside: boolean;
  /** Its sentence without the quoted words. */
  readonly clause: string;
}

/** "The two met on Monday, the Kremlin said": the day stands in what is reported, and not before it ("On Monday, …"). */
export function isReported({ text, cue, mentionAt, span }: Standing, time: Span): boolean {
  if (cue === null || mentionAt === null || time[0] > cue[0] || mentionAt < time[1]) return false;
  return !(time[0] - span[0] <= 2 || FRONTED.test(text.slice(span[0], span[0] + 40)));
}
const FRONTED =
  /^[^\p{L}\d]*(?:(?:and|but|yet|then|meanwhile|also|only|just)[\s,]+)?(?:in|on|at|during|earlier|later|last|late|early|by|after|before|over|speaking|asked|addressing|writing|this|that|back|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|when|as|while|about|around|a|two|three|several|\d+)\b/iu;

/** "Jane Roe, a mayor in 2012, said": since when they are who they are, not when they spoke; but not "Jane Roe, who in 2012 said". */
export function isOfTheSpeaker({ mention, mentionAt }: Standing, time: Span): boolean {
  if (mention === null || mentionAt === null || time[0] < mentionAt || time[1] > mentionAt + mention.length)
    return false;
  const before = mention.slice(0, time[0] - mentionAt);
  return before.includes(",") && !/\bwho(?:\s+(?:in|back in|during))?\s*$/i.test(before);
}

/** Does the time stand right beside the cue of somebody else? */
export function isAnothers({ text, otherCues, voice, cue }: Standing, time: Span): boolean {
  const gap = (other: Span): number => (other[1] <= time[0] ? time[0] - other[1] : other[0] - time[1]);
  const own = cue === null ? Number.POSITIVE_INFINITY : Math.abs(gap(cue));
  return otherCues.some(({ span, voice: theirs }) => {
    const between = text.slice(Math.min(span[1], time[1]), Math.max(span[0], time[0]));
    return theirs !== voice && gap(span) >= 0 && gap(span) < own && between.trim().split(/\s+/).length <= 1;
  });
}
