// Groups words by the company they keep: spherical k-means over their left and right neighbours (a stand-in for the
// part-of-speech tags of a treebank). Deterministic.

/** The neighbours counted, and how often a word must occur to be grouped. */
const NEIGHBOURS = 600;
const RARE = 4;
const ROUNDS = 12;

type Sparse = { readonly keys: Int32Array; readonly values: Float32Array };

/** Cluster number of each word (lower case) seen at least RARE times in the sentences. */
export function clusterWords(sentences: readonly (readonly string[])[], groups: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sentence of sentences) for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].filter(([, count]) => count >= RARE).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const index = new Map(words.map(([word], at) => [word, at]));
  const vectors = neighbourVectors(sentences, words, index);
  const centres = vectors.slice(0, groups).map((vector) => dense(vector));
  const group = new Int32Array(vectors.length);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, vector] of vectors.entries()) group[at] = nearest(vector, centres);
    for (const centre of centres) centre.fill(0);
    for (const [at, vector] of vectors.entries()) addInto(centres[group[at]!]!, vector);
    for (const centre of centres) normalise(centre);
  }
  return new Map(words.map(([word], at) => [word, group[at]!]));
}

function neighbourVectors(
  sentences: readonly (readonly string[])[],
  words: readonly (readonly [string, number])[],
  index: ReadonlyMap<string, number>,
): Sparse[] {
  const beside: Map<number, number>[] = words.map(() => new Map());
  const total = new Float64Array(2 * (NEIGHBOURS + 2));
  let all = 0;
  const slot = (word: string | undefined): number => {
    if (word === undefined) return NEIGHBOURS;
    const at = index.get(word);
    return at !== undefined && at < NEIGHBOURS ? at : NEIGHBOURS + 1;
  };
  for (const sentence of sentences) {
    for (const [at, word] of sentence.entries()) {
      const own = index.get(word);
      if (own === undefined) continue;
      for (const key of [slot(sentence[at - 1]), NEIGHBOURS + 2 + slot(sentence[at + 1])]) {
        beside[own]!.set(key, (beside[own]!.get(key) ?? 0) + 1);
        total[key]! += 1;
        all++;
      }
    }
  }
  return beside.map((map) => {
    const own = [...map.values()].reduce((sum, value) => sum + value, 0);
    const entries = [...map]
      .map(
        ([key, value]) => [key, Math.log((value * all) / (own * total[key]!)) * Math.min(1, value / 2 + 0.5)] as const,
      )
      .filter(([, value]) => value > 0);
    const size = Math.sqrt(entries.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
    return {
      keys: Int32Array.from(entries, (entry) => entry[0]),
      values: Float32Array.from(entries, (entry) => entry[1] / size),
    };
  });
}

function dense(vector: Sparse): Float32Array {
  const out = new Float32Array(2 * (NEIGHBOURS + 2));
  addInto(out, vector);
  return out;
}

function addInto(centre: Float32Array, { keys, values }: Sparse): void {
  for (let at = 0; at < keys.length; at++) centre[keys[at]!]! += values[at]!;
}

function normalise(centre: Float32Array): void {
  let sum = 0;
  for (const value of centre) sum += value * value;
  const size = Math.sqrt(sum) || 1;
  for (let at = 0; at < centre.length; at++) centre[at]! /= size;
}

function nearest({ keys, values }: Sparse, centres: readonly Float32Array[]): number {
  let best = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (const [at, centre] of centres.entries()) {
    let score = 0;
    for (let index = 0; index < keys.length; index++) score += centre[keys[index]!]! * values[index]!;
    if (score > top) {
      top = score;
      best = at;
    }
  }
  return best;
}
