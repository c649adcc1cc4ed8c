// Tells whether two texts are the same article: shared runs of four words, and fingerprints to find candidates by.
//
// Containment of 4-word shingles (Broder 1997, "On the resemblance and containment of documents") sees an excerpt in
// its whole, where SimHash and Jaccard compare wholes only. Fingerprints are chosen by winnowing (Schleimer, Wilkerson
// and Aiken 2003): texts that share a passage of WINDOW + 3 words share a fingerprint, which min-hash bands, made for
// texts of like length, do not promise.

/** Four words: on captures of the same pages by several extractors, pair F1 0.985 against 0.984 with five. */
const SHINGLE = 4;
const WINDOW = 48;
/** Longest list of fingerprints a text gets; a longer text is sampled more thinly. */
const MOST_BANDS = 64;
/** Texts are compared by this many first words at most: linear in time and bounded in memory. */
const MOST_WORDS = 50_000;

/** Share of the shorter text's shingles that must be found in the other. */
const LEAST_SHARE = 0.5;

/** Fingerprints (safe integers) of a text; two texts of the same article share some. Empty below four words. */
export function bands(text: string): readonly number[] {
  const hashes = shingles(text);
  const window = Math.max(WINDOW, Math.ceil((2 * hashes.length) / MOST_BANDS));
  const chosen = new Set<number>();
  // A monotone queue of positions keeps each window's least hash in constant time a step.
  const queue: number[] = [];
  let head = 0;
  for (let i = 0; i < hashes.length; i++) {
    while (queue.length > head && hashes[queue.at(-1)!]! >= hashes[i]!) queue.pop();
    queue.push(i);
    if (queue[head]! <= i - window) head++;
    if (i >= window - 1 || i === hashes.length - 1) chosen.add(hashes[queue[head]!]!);
  }
  return [...chosen].slice(0, MOST_BANDS);
}

/** Is another text the same article as this one: a copy, one cut from the other, or one lightly rewritten? */
export function sameAs(text: string): (other: string) => boolean {
  let own: ReadonlySet<number> | null = null;
  return (other) => {
    own ??= shingleSet(text);
    const others = shingleSet(other);
    if (own.size > 0 && others.size > 0) return sameShingles(own, others);
    const words = plainWords(text);
    return words.length > 0 && words.join(" ") === plainWords(other).join(" ");
  };
}

/** `sameAs` for texts compared with one another; a text below four words has an empty set and equals nothing. */
export function sameShingles(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const shingle of few) if (many.has(shingle)) shared++;
  return few.size > 0 && shared / few.size >= LEAST_SHARE;
}

/** The hashed 4-word shingles of a text. */
export function shingleSet(text: string): ReadonlySet<number> {
  return new Set(shingles(text));
}

function plainWords(text: string): string[] {
  const words: string[] = [];
  for (const match of text.toLowerCase().matchAll(/[\p{L}\p{N}]{1,64}/gu)) {
    words.push(match[0]);
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

/** One hash a run of four words, in order. */
function shingles(text: string): number[] {
  const words = plainWords(text);
  const low = words.map((word) => fnv1a(word, 0x811c9dc5));
  const high = words.map((word) => fnv1a(word, 0x9747b28c));
  const hashes: number[] = [];
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let one = 17;
    let other = 31;
    for (let j = i; j < i + SHINGLE; j++) {
      one = mix(one, low[j]!);
      other = mix(other, high[j]!);
    }
    // 53 bits: 32 of one hash, 21 of another, so that chance collisions stay rare among millions of fingerprints.
    hashes.push(one * 0x200000 + (other >>> 11));
  }
  return hashes;
}

function mix(state: number, value: number): number {
  let mixed = Math.imul(state ^ value, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  return Math.imul(mixed, 0x85ebca77) >>> 0;
}

/** The FNV-1a hash, over UTF-16 units. */
function fnv1a(word: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
