// How speaker cases are written: prose of our own with the quote in {braces}, the words naming its speaker in [brackets], and
// where it matters the cue between @at signs@.
import type { VoiceKind } from "../../../src/model/quote.ts";
import type { KnownSpeaker } from "../../../src/model/speaker.ts";
import type { Span } from "../../../src/model/text.ts";

export interface SpeakerExample {
  /** `[He] said {it was over}.` */
  readonly text: string;
  /** One for each quote, in text order; null where nobody is named. */
  readonly speakers: readonly (string | null)[];
  readonly voices?: readonly VoiceKind[];
  readonly roles?: readonly (string | null)[];
  readonly published?: string;
  readonly byline?: string;
  readonly known?: readonly KnownSpeaker[];
}

export interface SpeakerCase {
  readonly name: string;
  readonly positive: SpeakerExample;
  /** Looks alike, and must come out otherwise. */
  readonly negative: SpeakerExample;
}

export interface MarkedText {
  readonly text: string;
  readonly quotes: readonly {
    kind: "direct" | "indirect";
    content: Span[];
    cue: Span[] | null;
    mention: Span[] | null;
  }[];
}

/** Takes the notation apart. As many mentions as quotes pair in order; else a quote takes the nearest of its paragraph. */
export function readMarked(marked: string): MarkedText {
  let text = "";
  const contents: Span[] = [];
  const mentions: Span[] = [];
  const cues: Span[] = [];
  let cue: number | null = null;
  let open = 0;
  for (const char of marked) {
    if (char === "{" || char === "[") open = text.length;
    else if (char === "}") contents.push([open, text.length]);
    else if (char === "]") mentions.push([open, text.length]);
    else if (char === "@") {
      if (cue !== null) cues.push([cue, text.length]);
      cue = cue === null ? text.length : null;
    } else text += char;
  }
  const free = new Set(mentions);
  const paired = mentions.length === contents.length;
  const quotes = contents.map((content, index) => {
    const mention = paired ? mentions[index] : nearest(text, content, [...free]);
    if (mention) free.delete(mention);
    const kind = /^["“]/.test(text.slice(...content)) ? ("direct" as const) : ("indirect" as const);
    return { kind, content: [content], cue: cues[index] ? [cues[index]] : null, mention: mention ? [mention] : null };
  });
  return { text, quotes };
}

function nearest(text: string, [start, end]: Span, mentions: readonly Span[]): Span | null {
  const gap = ([from, to]: Span): number => (to <= start ? start - to : from - end);
  const within = mentions.filter(
    (mention) => !text.slice(Math.min(mention[0], start), Math.max(mention[1], end)).includes("\n"),
  );
  return within.toSorted((one, other) => gap(one) - gap(other))[0] ?? null;
}
