// Sentences worth keeping: a few that tell what an article is about, each verbatim and readable alone.
import type { SummarySentence } from "../model/annotation.ts";
import type { Span } from "../model/text.ts";
import { contentWords } from "./content-words.ts";
import type { Prose } from "./document.ts";
import { Concepts } from "./summary/concepts.ts";
import { isProse, outsideMarks, standsAlone } from "./summary/standing.ts";
import { Script } from "./text/script.ts";

/** No summary shows more than five; a few more let a story's summary skip what another outlet's sentence said. */
const KEPT = 8;

// Chosen by cross-validation over articles with reference summaries; each is flat around its value.
const REPEATED = 0.2; // worth of a concept that a chosen sentence told already
const SAME_SHARE = 0.6; // a sentence with more told concepts than this is a repetition
const POSITION_SCALE = 4; // sentences
const POSITION_FLOOR = 0.3;

interface Candidate {
  readonly index: number;
  readonly length: number;
  readonly concepts: readonly number[];
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
