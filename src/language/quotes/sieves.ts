// Rules that are surer than the tagger, tried before or after it, each with an example above it.
import type { Span } from "../../model/text.ts";
import type { Document, Marked } from "../document.ts";
import { trimSpan } from "../text/paragraphs.ts";
import type { Parts } from "./assemble.ts";

export interface Sieved extends Parts {
  readonly rule: string;
  /** In the passive, and nobody is named "by": no speaker is to be looked for elsewhere. */
  readonly agentless?: boolean;
}

// WALLACE: What would you change?      Q: And then?      A. We waited.      “WALLACE: What would you change?
const TURN =
  /^["“]?(?:(Q|A|Question|Answer|Reporter)[.:]|((?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep)\.? )?[\p{Lu}][\p{Lu}'’.-]+(?: [\p{Lu}][\p{Lu}'’.-]*){0,3}):)\s+(?=\S)/u;
/** Turns that a text must have before any paragraph counts as one; a lone "UPDATE:" is none. */
const FEWEST_TURNS = 3;
const FEWEST_VOICES = 2;

/** The turns of an interview or a transcript: a voice, a colon, and the rest of the paragraph. */
export function transcriptTurns({ text, paragraphs }: Document): Sieved[] {
  const turns: Sieved[] = [];
  const voices = new Set<string>();
  for (const [start, end] of paragraphs) {
    const match = TURN.exec(text.slice(start, Math.min(end, start + 80)));
    if (!match) continue;
    const voice = (match[1] ?? match[2])!;
    const mark = start + match[0].trimEnd().length - 1;
    const content = trimSpan(text, [start + match[0].length, end]);
    if (content[1] <= content[0]) continue;
    voices.add(voice);
    turns.push({
      content: [content],
      cue: [mark, mark + 1],
      source: [mark - voice.length, mark],
      floating: false,
      rule: "transcript turn",
    });
  }
  return turns.length >= FEWEST_TURNS && voices.size >= FEWEST_VOICES ? turns : [];
}

// “We waited for years.” ― a nurse in Ohio      “We waited.” — Angela Merkel, in 2015
const SIGNED = /^\s*(?:[―—–]|-{1,2}\s)\s*((?:\p{Lu}|an? )[^\n“”"«»:;]{1,80}?)\s*$/u;

/** A quotation that fills its paragraph and is signed after a dash. */
export function signedStretches({ text, paragraphs, marks }: Document): Sieved[] {
  const signed: Sieved[] = [];
  let at = 0;
  for (const stretch of marks) {
    if (stretch.depth > 0 || !stretch.closed) continue;
    while (paragraphs[at]![1] < stretch.span[1]) at++;
    const [start, end] = paragraphs[at]!;
    if (stretch.span[0] !== start || end - stretch.span[1] > 100) continue;
    const match = SIGNED.exec(text.slice(stretch.span[1], end));
    if (!match) continue;
    const source = stretch.span[1] + match[0].lastIndexOf(match[1]!);
    const dash = stretch.span[1] + match[0].search(/[―—–-]/);
    signed.push({
      content: [stretch.span],
      cue: [dash, dash + 1],
      source: trimSpan(text, [source, source + match[1]!.replace(/[.,]$/, "").length]),
      floating: false,
      rule: "signed after a dash",
    });
  }
  return signed;
}

/** So many words between marks are somebody's words, unless they are a title. */
const SENTENCE_LONG = 6;

// The hall was silent. “We will be back before the summer is over.” Then the lights went out.
/** Long stretches that nothing has claimed: somebody's words, whose cue is elsewhere. */
export function unclaimedStretches({ text, marks }: Document, claimed: readonly Span[]): Sieved[] {
  const sorted = claimed.toSorted((a, b) => a[0] - b[0]);
  let at = 0;
  return marks.flatMap((stretch) => {
    if (stretch.depth > 0 || !(stretch.closed || stretch.continues)) return [];
    while (at < sorted.length && sorted[at]![1] <= stretch.span[0]) at++;
    if (at < sorted.length && sorted[at]![0] < stretch.span[1]) return [];
    // What goes on with a quotation opened above needs no length.
    if (!stretch.continued && !isSentenceLong(text, stretch)) return [];
    const said = stretch.closed ? saidBehind(text, stretch) : null;
    if (said) return [said];
    return [{ content: [stretch.span], cue: null, source: null, floating: true, rule: "unclaimed stretch" }];
  });
}

const SOMEBODY =
  "(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\\.\\s)?(?:\\p{Lu}[\\p{L}'’-]+\\s){0,3}\\p{Lu}[\\p{L}'’-]+|he|she|they|it|the\\s\\p{Ll}+";
// “We waited for years,” she added      “Will it open?” Mrs. Clinton asked.      “It is gone.” Trump said on Monday.
const SAID_BEHIND = new RegExp(
  `^\\s(?<source>${SOMEBODY})\\s(?<cue>said|says|asked|asks|added|adds|wrote|writes|declared|continued|tweeted|replied|explained|reads)(?=(?<rest>[^.\\n“”"]{0,60}))`,
  "du",
);
const GOES_ON = /\b(?:that|whether|if|how|why|what|he|she|they|it|we|i|is|are|was|were|would|will|has|have|had)\b/i;

/** Who is told right behind the closing mark to have said it: behind a full stop only where the sentence says nothing else. */
function saidBehind(text: string, { span }: Marked): Sieved | null {
  const match = SAID_BEHIND.exec(text.slice(span[1], span[1] + 160));
  if (!match) return null;
  const isOpen = /,["”»’']+$/.test(text.slice(span[0], span[1]).slice(-3));
  if (!isOpen && GOES_ON.test(match.groups!.rest!)) return null;
  const at = (name: string): Span => {
    const [start, end] = match.indices!.groups![name]!;
    return [span[1] + start, span[1] + end];
  };
  return { content: [span], cue: at("cue"), source: at("source"), floating: false, rule: "said right behind" };
}

function isSentenceLong(text: string, { inner }: Marked): boolean {
  const words = text.slice(inner[0], Math.min(inner[1], inner[0] + 400)).match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? [];
  if (words.length < SENTENCE_LONG) return false;
  const long = words.filter((word) => word.length > 3);
  const capital = long.filter((word) => /^\p{Lu}/u.test(word));
  return capital.length < long.length * 0.8;
}
