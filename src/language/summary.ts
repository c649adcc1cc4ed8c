// Sentences worth keeping: a few that tell what an article is about, each verbatim and readable alone.
import type { SummarySentence } from "../model/annotation.ts";
import { isFunctionWord, stem, wordsOf } from "./content-words.ts";
import type { Document } from "./document.ts";
import { isProse, outsideMarks, standsAlone } from "./summary/standing.ts";

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
  readonly concepts: readonly string[];
}

/** Stems, and pairs of neighbouring stems unless both are grammar, each once. */
function conceptsOf(words: readonly string[]): readonly string[] {
  const concepts = new Set<string>();
  let before: { stem: string; grammar: boolean } | null = null;
  for (const word of words) {
    const lower = word.toLowerCase();
    const now = { stem: stem(lower), grammar: isFunctionWord(lower) || lower.length < 2 };
    if (!now.grammar) concepts.add(now.stem);
    if (before !== null && !(before.grammar && now.grammar)) concepts.add(`${before.stem} ${now.stem}`);
    before = now;
  }
  return [...concepts];
}

/** A concept counts by how many sentences share it and how early it appears; what one sentence alone has counts nothing. */
function conceptWeights(all: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const seen = new Map<string, { count: number; first: number }>();
  all.forEach((concepts, index) => {
    for (const concept of concepts) {
      const entry = seen.get(concept);
      if (entry === undefined) seen.set(concept, { count: 1, first: index });
      else entry.count++;
    }
  });
  const weights = new Map<string, number>();
  for (const [concept, { count, first }] of seen) {
    weights.set(concept, (count - 1) ** FREQUENCY_POWER * (1 + 1 / (1 + first / FIRST_MENTION_SCALE)));
  }
  return weights;
}

/** Greedy choice of the sentence that adds most weight for its length, again and again. */
function choose(candidates: readonly Candidate[], weights: ReadonlyMap<string, number>, limit: number): number[] {
  const told = new Set<string>();
  const left = new Set(candidates);
  const chosen: number[] = [];
  while (chosen.length < limit && left.size > 0) {
    let best: Candidate | null = null;
    let bestGain = -1;
    for (const candidate of left) {
      let gain = 0;
      let repeated = 0;
      for (const concept of candidate.concepts) {
        const isTold = told.has(concept);
        if (isTold) repeated++;
        gain += (weights.get(concept) ?? 0) * (isTold ? REPEATED : 1);
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
    for (const concept of best.concepts) told.add(concept);
  }
  return chosen;
}

/**
 * Ranks sentences given as text: indices, best first, at most `limit`. `opens[i]`: a new paragraph begins at
 * sentence i, which closes any quotation left open. Greedy maximum coverage of weighted concepts
 * (after Gillick and Favre 2009, solved greedily as Lin and Bilmes 2011), with position.
 */
export function rankTexts(sentences: readonly string[], opens: ReadonlySet<number>, limit = KEPT): readonly number[] {
  const concepts: (readonly string[])[] = [];
  const candidates: Candidate[] = [];
  const fallback: Candidate[] = [];
  let inside = false;
  sentences.forEach((sentence, index) => {
    if (opens.has(index)) inside = false;
    const words = wordsOf(sentence);
    const candidate = { index, length: Math.max(words.length, 6), concepts: conceptsOf(words) };
    concepts.push(candidate.concepts);
    if (isProse(sentence, words.length)) {
      if (standsAlone(sentence, inside)) candidates.push(candidate);
      else if (fallback.length === 0) fallback.push(candidate);
    }
    inside = outsideMarks(sentence, inside).endsInside;
  });
  return choose(candidates.length > 0 ? candidates : fallback, conceptWeights(concepts), limit);
}

/** The sentences worth keeping, best first (rank 0). Shown in text order; each is readable alone where any is. */
export function rankSentences(document: Document): readonly SummarySentence[] {
  const texts = document.sentences.map(([start, end]) => document.text.slice(start, end));
  const starts = new Set(document.paragraphs.map(([start]) => start));
  const opens = new Set<number>();
  document.sentences.forEach(([start], index) => {
    if (starts.has(start)) opens.add(index);
  });
  return rankTexts(texts, opens).map((index, rank) => ({ span: document.sentences[index]!, rank }));
}
