// A table of weight rows addressed by feature hashes. While training it is dense; learned, only the rows that matter
// are kept, found by a bitmap with running counts, so that the whole table stays in the processor's cache.

/** Values in a row: one for each label of the tagger. */
export const ROW_WIDTH = 5;

/** For each 32 addresses two numbers side by side: which hold a row (as bits), and how many rows stand before them. */
export type KeptIndex = Int32Array;

export interface RowTable {
  /** Number of addresses less one; a power of two less one. */
  readonly mask: number;
  /** Where rows are kept; null when every address holds a row. */
  readonly kept: KeptIndex | null;
  readonly values: Float32Array | Int8Array;
}

/** A dense table of zeros. */
export function denseRows(addresses: number): RowTable & { readonly values: Float32Array } {
  return { mask: addresses - 1, kept: null, values: new Float32Array(addresses * ROW_WIDTH) };
}

/** A table of the rows at the given addresses, which must ascend. */
export function keptRows(addresses: number, at: Uint32Array, values: Int8Array): RowTable {
  const kept = new Int32Array(addresses >>> 4);
  for (const address of at) kept[(address >>> 5) * 2]! |= 1 << (address & 31);
  let count = 0;
  for (let word = 0; word < kept.length; word += 2) {
    kept[word + 1] = count;
    count += ones(kept[word]!);
  }
  return { mask: addresses - 1, kept, values };
}

/** Writes into `into`, from `at` on, the sum of the rows that the first `count` hashes address. */
export function sumRows(table: RowTable, hashes: Int32Array, count: number, into: Float64Array, at: number): void {
  if (table.kept === null) sumDense(table.values, table.mask, hashes, count, into, at);
  else sumKept(table.values, table.mask, table.kept, hashes, count, into, at);
}

/** The addresses of one sum that hold a row; more than any sum has. */
const places = new Int32Array(64);

function sumKept(
  values: Float32Array | Int8Array,
  mask: number,
  index: KeptIndex,
  hashes: Int32Array,
  count: number,
  into: Float64Array,
  at: number,
): void {
  // Most addresses hold no row. Which do is found without a branch, so that the processor fetches all their bits at once.
  let kept = 0;
  for (let each = 0; each < count; each++) {
    const address = hashes[each]! & mask;
    places[kept] = address;
    kept += (index[(address >>> 5) << 1]! >>> (address & 31)) & 1;
  }
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  for (let each = 0; each < kept; each++) {
    const address = places[each]!;
    const word = (address >>> 5) << 1;
    const row = (index[word + 1]! + ones(index[word]! & ((1 << (address & 31)) - 1))) * ROW_WIDTH;
    s0 += values[row]!;
    s1 += values[row + 1]!;
    s2 += values[row + 2]!;
    s3 += values[row + 3]!;
    s4 += values[row + 4]!;
  }
  into[at] = s0;
  into[at + 1] = s1;
  into[at + 2] = s2;
  into[at + 3] = s3;
  into[at + 4] = s4;
}

function sumDense(
  values: Float32Array | Int8Array,
  mask: number,
  hashes: Int32Array,
  count: number,
  into: Float64Array,
  at: number,
): void {
  for (let label = 0; label < ROW_WIDTH; label++) into[at + label] = 0;
  for (let index = 0; index < count; index++) {
    const row = (hashes[index]! & mask) * ROW_WIDTH;
    for (let label = 0; label < ROW_WIDTH; label++) into[at + label]! += values[row + label]!;
  }
}

/** How many bits of a 32-bit word are set. */
function ones(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
