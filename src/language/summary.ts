// Sentences worth keeping: a few that tell what an article is about, each verbatim and readable alone.
import type { SummarySentence } from "../model/annotation.ts";
import type { Span } from "../model/text.ts";
import { type ContentWord, contentWords } from "./content-words.ts";
import type { Prose } from "./document.ts";
import { isProse, outsideMarks, standsAlone } from "./summary/standing.ts";
import { Script } from "./text/script.ts";

/** No summary shows more than five; a few more let a story's summary skip what another outlet's sentence said. */
const KEPT = 8;

// Chosen by cross-validation over articles with reference summaries; each is flat around its value.
const REPEATED = 0.2; // worth of a concept that a chosen sentence told already
const SAME_SHARE = 0.6; // a sentence with more told concepts than this is a repetition
const FREQUENCY_POWER = 0.8;
const FIRST_MENTION_SCALE = 8; // sentences
const POSITION_SCALE = 4; // sentences
const POSITION_FLOOR = 0.3;

interface Candidate {
  readonly index: number;
  readonly length: number;
  readonly concepts: readonly number[];
}

/** Numbers found by pairs of numbers, in flat tables that grow: a Map of pairs takes three times as long. */
class Pairs {
  #size = 1024;
  #firsts = new Int32Array(this.#size);
  #seconds = new Int32Array(this.#size);
  /** Counted from 1; 0 for a free place. */
  #numbers = new Int32Array(this.#size);
  #used = 0;

  /** The number of a pair; `fresh` becomes it where it has none. */
  numberOf(first: number, second: number, fresh: number): number {
    const place = this.#placeOf(first, second);
    if (this.#numbers[place] !== 0) return this.#numbers[place]! - 1;
    this.#put(place, first, second, fresh + 1);
    if (++this.#used * 2 > this.#size) this.#grow();
    return fresh;
  }

  #placeOf(first: number, second: number): number {
    const mixed = Math.imul(Math.imul(first + 1, 0x9e3779b1) ^ second, 0x85ebca6b);
    let place = (mixed ^ (mixed >>> 15)) & (this.#size - 1);
    while (this.#numbers[place] !== 0 && (this.#firsts[place] !== first || this.#seconds[place] !== second))
      place = (place + 1) & (this.#size - 1);
    return place;
  }

  #put(place: number, first: number, second: number, number: number): void {
    this.#firsts[place] = first;
    this.#seconds[place] = second;
    this.#numbers[place] = number;
  }

  #grow(): void {
    const [firsts, seconds, numbers] = [this.#firsts, this.#seconds, this.#numbers];
    this.#size *= 2;
    this.#firsts = new Int32Array(this.#size);
    this.#seconds = new Int32Array(this.#size);
    this.#numbers = new Int32Array(this.#size);
    for (const [at, number] of numbers.entries())
      if (number !== 0) this.#put(this.#placeOf(firsts[at]!, seconds[at]!), firsts[at]!, seconds[at]!, number);
  }
}

/** The concepts of an article by number: stems, and pairs of neighbouring stems unless both are grammar. */
class Concepts {
  readonly #stems = new Map<string, number>();
  readonly #pairs = new Pairs();
  readonly #count: number[] = [];
  readonly #first: number[] = [];
  readonly #last: number[] = [];

  /** What the words of a sentence tell, each concept once. Sentences come in order. */
  read(words: readonly ContentWord[], sentence: number): readonly number[] {
    const told: number[] = [];
    const tell = (concept: number): void => {
      if (this.#last[concept] === sentence) return;
      if (this.#count[concept]!++ === 0) this.#first[concept] = sentence;
      this.#last[concept] = sentence;
      told.push(concept);
    };
    let before = -1;
    let grammarBefore = false;
    for (const { stem, grammar } of words) {
      const now = this.#stemNumber(stem);
      if (!grammar) tell(now);
      if (before >= 0 && !(grammarBefore && grammar)) tell(this.#pairNumber(before, now));
      before = now;
      grammarBefore = grammar;
    }
    return told;
  }

  /** A concept counts by how many sentences share it and how early it appears; what one sentence alone has counts nothing. */
  weights(): Float64Array {
    const weights = new Float64Array(this.#count.length);
    for (const [concept, count] of this.#count.entries()) {
      if (count < 2) continue;
      weights[concept] = (count - 1) ** FREQUENCY_POWER * (1 + 1 / (1 + this.#first[concept]! / FIRST_MENTION_SCALE));
    }
    return weights;
  }

  #stemNumber(stem: string): number {
    const held = this.#stems.get(stem);
    if (held !== undefined) return held;
    const made = this.#made();
    this.#stems.set(stem, made);
    return made;
  }

  #pairNumber(before: number, now: number): number {
    const fresh = this.#count.length;
    const number = this.#pairs.numberOf(before, now, fresh);
    if (number === fresh) this.#made();
    return number;
  }

  /** A new concept, told nowhere yet. */
  #made(): number {
    this.#first.push(-1);
    this.#last.push(-1);
    return this.#count.push(0) - 1;
  }
}

/** Greedy choice of the sentence that adds most weight for its length, again and again. */
function choose(candidates: readonly Candidate[], weights: Float64Array, limit: number): number[] {
  const told = new Uint8Array(weights.length);
  const left = new Set(candidates);
  const chosen: number[] = [];
  while (chosen.length < limit && left.size > 0) {
    let best: Candidate | null = null;
    let bestGain = -1;
    for (const candidate of left) {
      let gain = 0;
      let repeated = 0;
      for (const concept of candidate.concepts) {
        const isTold = told[concept] === 1;
        if (isTold) repeated++;
        gain += weights[concept]! * (isTold ? REPEATED : 1);
      }
      if (repeated > candidate.concepts.length * SAME_SHARE) {
        left.delete(candidate);
        continue;
      }
      gain *= (POSITION_FLOOR + 1 / (1 + candidate.index / POSITION_SCALE)) / Math.sqrt(candidate.length);
      if (gain > bestGain) [best, bestGain] = [candidate, gain];
    }
    if (best === null) break;
    left.delete(best);
    chosen.push(best.index);
    for (const concept of best.concepts) told[concept] = 1;
  }
  return chosen;
}

/**
 * Ranks sentences given as text: indices, best first, at most `limit`. `opens[i]`: a new paragraph begins at
 * sentence i, which closes any quotation left open. Greedy maximum coverage of weighted concepts
 * (after Gillick and Favre 2009, solved greedily as Lin and Bilmes 2011), with position.
 */
export function rankTexts(sentences: readonly string[], opens: ReadonlySet<number>, limit = KEPT): readonly number[] {
  return rank(
    sentences.map((text) => ({ script: new Script(text), span: [0, text.length] })),
    opens,
    limit,
  );
}

interface Placed {
  readonly script: Script;
  readonly span: Span;
}

function rank(sentences: readonly Placed[], opens: ReadonlySet<number>, limit: number): readonly number[] {
  const concepts = new Concepts();
  const candidates: Candidate[] = [];
  const fallback: Candidate[] = [];
  let inside = false;
  sentences.forEach(({ script, span: [start, end] }, index) => {
    if (opens.has(index)) inside = false;
    const sentence = script.text.slice(start, end);
    const words = contentWords(script, start, end);
    const candidate = { index, length: Math.max(words.length, 6), concepts: concepts.read(words, index) };
    const outside = outsideMarks(sentence, inside);
    if (isProse(sentence, words.length)) {
      if (standsAlone(sentence, inside, outside)) candidates.push(candidate);
      else if (fallback.length === 0) fallback.push(candidate);
    }
    inside = outside.endsInside;
  });
  return choose(candidates.length > 0 ? candidates : fallback, concepts.weights(), limit);
}

/** The sentences worth keeping, best first (rank 0). Shown in text order; each is readable alone where any is. */
export function rankSentences(prose: Prose): readonly SummarySentence[] {
  const starts = new Set(prose.paragraphs.map(([start]) => start));
  const opens = new Set<number>();
  prose.sentences.forEach(([start], index) => {
    if (starts.has(start)) opens.add(index);
  });
  const sentences = prose.sentences.map((span) => ({ script: prose.script, span }));
  return rank(sentences, opens, KEPT).map((index, rank) => ({ span: prose.sentences[index]!, rank }));
}
