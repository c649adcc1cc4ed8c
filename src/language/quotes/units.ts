// A sentence as the tagger sees it: tokens, with each stretch between quotation marks folded into one unit.
import type { Span } from "../../model/text.ts";
import type { Document, Marked } from "../document.ts";
import { CLASS, classOf } from "../lexicon/classes.ts";
import { isReportingVerb } from "../lexicon/verbs.ts";
import { Known } from "../text/script.ts";
import type { Spelling } from "../text/vocabulary.ts";
import { hashWord } from "./hash.ts";

/** What a word looks like; made once for each different word. */
export interface WordLook {
  readonly hash: number;
  readonly ending: number;
  readonly kind: number;
  readonly cluster: number;
  readonly reports: boolean;
}

/** A run of units that is tagged as one; a very long sentence makes several. */
export interface UnitRun {
  readonly spans: readonly Span[];
  readonly looks: readonly WordLook[];
  /** The folded stretch of each unit, or null for a token. */
  readonly marked: readonly (Marked | null)[];
  /** For a folded stretch: does it end with a comma inside its marks ("It rained," he said)? */
  readonly commaEnds: readonly boolean[];
  /** Index of the sentence in the document. */
  readonly sentence: number;
  /** Does it begin its paragraph; and end it? */
  readonly first: boolean;
  readonly last: boolean;
}

/** A run is cut at this many units. */
export const LONGEST_RUN = 160;

/** Folds the sentences of a document into runs of units, in time linear in the text. */
export function unitRuns(document: Document, clusters: ReadonlyMap<string, number>): UnitRun[] {
  const { text, script, sentences, tokens, paragraphs } = document;
  const folded = document.marks.filter((stretch) => stretch.depth === 0 && folds(text, stretch));
  const looks = looksBy(clusters);
  const runs: UnitRun[] = [];
  let token = 0;
  let fold = 0;
  let paragraph = 0;
  for (const [sentence, [start, end]] of sentences.entries()) {
    while (paragraphs[paragraph]![1] <= start) paragraph++;
    let spans: Span[] = [];
    let words: WordLook[] = [];
    let marked: (Marked | null)[] = [];
    let first = paragraphs[paragraph]![0] >= start;
    const flush = (last: boolean): void => {
      if (spans.length) {
        const commaEnds = marked.map((stretch) => stretch !== null && ",?!".includes(text[stretch.inner[1] - 1]!));
        runs.push({ spans, looks: words, marked, commaEnds, sentence, first, last });
      }
      first = false;
      spans = [];
      words = [];
      marked = [];
    };
    while (token < tokens.length && tokens[token]![0] < end) {
      const span = tokens[token]!;
      while (fold < folded.length && folded[fold]!.span[1] <= span[0]) fold++;
      const stretch = folded[fold];
      if (stretch && stretch.span[0] <= span[0]) {
        spans.push(stretch.span);
        words.push(quoteLook(text, stretch));
        marked.push(stretch);
        while (token < tokens.length && tokens[token]![0] < stretch.span[1]) token++;
      } else {
        spans.push(span);
        words.push(looks.of(script, span[0], span[1]));
        marked.push(null);
        token++;
      }
      if (spans.length >= LONGEST_RUN) flush(false);
    }
    flush(paragraphs[paragraph]![1] <= end);
  }
  return runs;
}

/** An unclosed stretch folds only where it goes on in the next paragraph. */
function folds(text: string, stretch: Marked): boolean {
  return (
    stretch.closed ||
    stretch.continues ||
    (stretch.continued && !/[,.?!]\s+(?:he|she|they)\s/.test(text.slice(stretch.span[0], stretch.span[1])))
  );
}

const seen = new WeakMap<ReadonlyMap<string, number>, Known<WordLook>>();

/** The looks of words, by clusters that stay the same from text to text. */
function looksBy(clusters: ReadonlyMap<string, number>): Known<WordLook> {
  const held = seen.get(clusters);
  if (held) return held;
  const looks = new Known((spelling) => lookOf(spelling, clusters));
  seen.set(clusters, looks);
  return looks;
}

function lookOf({ word: token, lower: curled }: Spelling, clusters: ReadonlyMap<string, number>): WordLook {
  const lower = curled.includes("’") ? curled.replaceAll("’", "'") : curled;
  const kind = classOf(token, lower);
  return {
    hash: hashWord(lower),
    ending: hashWord(lower, Math.max(0, lower.length - 3)) ^ (token === lower ? 0 : 0x5bd1e995),
    kind,
    cluster: clusters.get(lower) ?? 1000 + kind,
    reports: isReportingVerb(lower) && kind !== CLASS.capitals,
  };
}

/** A folded stretch looks like a word of its own: by its length, its first letter and how it ends. */
function quoteLook(text: string, stretch: Marked): WordLook {
  const [start, end] = stretch.inner;
  const head = text.slice(start, Math.min(end, start + 120));
  const words = end - start > 110 ? 20 : head.split(/\s+/).length;
  const length = words <= 1 ? 0 : words <= 2 ? 1 : words <= 4 ? 2 : words <= 8 ? 3 : words <= 19 ? 4 : 5;
  const capital = /^[“"‘'[(]*\p{Lu}/u.test(head) ? 1 : 0;
  const lastChar = text[end - 1] ?? "";
  const ending = lastChar === "," ? 1 : ".…".includes(lastChar) ? 2 : "?!".includes(lastChar) ? 3 : 0;
  const shape = length * 8 + capital * 4 + ending;
  return {
    hash: hashWord(`<q${shape}>`),
    ending: hashWord(`<q${length}>`),
    kind: CLASS.quote,
    cluster: 1100 + capital * 4 + ending,
    reports: false,
  };
}
