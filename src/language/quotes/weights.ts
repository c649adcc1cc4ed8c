// The learned weights as one file: a short header in JSON, then the tables. No corpus text but single words.
import { GATE_GROUPS, GATE_ROWS } from "./gate.ts";
import { keptRows, ROW_WIDTH, type RowTable } from "./rows.ts";
import { type SegmentWeights, STEP_COUNT } from "./tagger.ts";

export interface QuoteWeights {
  /** Cluster number of a word, lower case. */
  readonly clusters: ReadonlyMap<string, number>;
  readonly segments: SegmentWeights;
  /** Evidence that a quotation is speech rather than belief or wish; a power of two long. */
  readonly speech: Float32Array | Int8Array;
  /** Evidence that what the tagger found is right; also a power of two long. */
  readonly worth: Float32Array | Int8Array;
  /** Tagged quotations whose evidence stays below these are left out. */
  readonly worthBars: { readonly speech: number; readonly other: number };
}

interface Header {
  readonly version: 1;
  /** Words of each cluster, joined by spaces. */
  readonly clusters: readonly string[];
  /** Addresses of the row table, and how many hold a row. */
  readonly addresses: number;
  readonly kept: number;
  readonly speech: number;
  /** How many bytes of zero runs and values follow. */
  readonly packed: readonly [gate: number, speech: number, worth: number];
  readonly worthBars: QuoteWeights["worthBars"];
  readonly bars: readonly number[];
}

/**
 * Reads what `encodeWeights` wrote.
 * @throws when the bytes are not a weights file of this version: train again with `npm run train`.
 */
export function decodeWeights(bytes: Uint8Array): QuoteWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || view.getUint32(0) !== MAGIC) {
    throw new Error("The quote weights are not a weights file; rebuild them with `npm run train`.");
  }
  const headerEnd = 8 + view.getUint32(4);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, headerEnd))) as Header;
  if (header.version !== 1)
    throw new Error("The quote weights are of another version; rebuild them with `npm run train`.");
  const clusters = new Map<string, number>();
  for (const [group, words] of header.clusters.entries())
    for (const word of words.split(" ")) if (word) clusters.set(word, group);
  let at = headerEnd;
  const steps = new Float32Array(STEP_COUNT);
  for (let index = 0; index < STEP_COUNT; index++, at += 4) steps[index] = view.getFloat32(at);
  const kept = new Uint32Array(header.kept);
  for (let index = 0; index < kept.length; index++, at += 4) kept[index] = view.getUint32(at);
  const values = Int8Array.from(bytes.subarray(at, at + header.kept * ROW_WIDTH), (byte) => (byte << 24) >> 24);
  at += values.length;
  const rows = keptRows(header.addresses, kept, values);
  const gate = unpack(bytes.subarray(at, at + header.packed[0]), GATE_ROWS * GATE_GROUPS);
  at += header.packed[0];
  const speech = unpack(bytes.subarray(at, at + header.packed[1]), header.speech);
  at += header.packed[1];
  const worth = unpack(bytes.subarray(at, at + header.packed[2]), header.speech);
  return {
    clusters,
    segments: { rows, steps, gate: { rows: gate, bars: Float32Array.from(header.bars) } },
    speech,
    worth,
    worthBars: header.worthBars,
  };
}

const MAGIC = 0x4f525131;
const LARGEST = 127;

/** Weights rounded to eight bits and written as one file. The row table must be a dense one, of which most rows go. */
export function encodeWeights(weights: QuoteWeights, mostRows: number): Uint8Array {
  const groups: string[][] = [];
  for (const [word, group] of weights.clusters) {
    while (groups.length <= group) groups.push([]);
    groups[group]!.push(word);
  }
  const { rows, steps, gate } = weights.segments;
  const scale = scaleOf(rows.values);
  const kept = weightiest(rows, mostRows);
  const gateScale = scaleOf(gate.rows);
  const gateBytes = pack(gate.rows, gateScale);
  const speech = pack(weights.speech, scaleOf(weights.speech));
  const worthScale = scaleOf(weights.worth);
  const worth = pack(weights.worth, worthScale);
  const header = new TextEncoder().encode(
    JSON.stringify({
      version: 1,
      clusters: groups.map((words) => words.join(" ")),
      addresses: rows.mask + 1,
      kept: kept.length,
      speech: weights.speech.length,
      packed: [gateBytes.length, speech.length, worth.length],
      worthBars: { speech: weights.worthBars.speech * worthScale, other: weights.worthBars.other * worthScale },
      bars: [...gate.bars].map((bar) => bar * gateScale),
    } satisfies Header),
  );
  const fixed = 8 + header.length + 4 * STEP_COUNT + kept.length * (4 + ROW_WIDTH);
  const bytes = new Uint8Array(fixed + gateBytes.length + speech.length + worth.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, header.length);
  bytes.set(header, 8);
  let at = 8 + header.length;
  for (const step of steps) {
    view.setFloat32(at, step * scale);
    at += 4;
  }
  for (const address of kept) {
    view.setUint32(at, address);
    at += 4;
  }
  for (const address of kept) {
    for (let label = 0; label < ROW_WIDTH; label++)
      bytes[at++] = rounded(rows.values[address * ROW_WIDTH + label]!, scale) & 0xff;
  }
  bytes.set(gateBytes, at);
  bytes.set(speech, at + gateBytes.length);
  bytes.set(worth, at + gateBytes.length + speech.length);
  return bytes;
}

/** Addresses of the rows with the largest weights, ascending. */
function weightiest({ mask, values }: RowTable, most: number): Uint32Array {
  const weight = (address: number): number => {
    let largest = 0;
    for (let label = 0; label < ROW_WIDTH; label++)
      largest = Math.max(largest, Math.abs(values[address * ROW_WIDTH + label]!));
    return largest;
  };
  const weights = Float32Array.from({ length: mask + 1 }, (_, address) => weight(address));
  const bar = weights.slice().sort()[Math.max(0, weights.length - most)]!;
  return Uint32Array.from(weights.keys().filter((address) => weights[address]! > 0 && weights[address]! >= bar)).slice(
    0,
    most,
  );
}

function rounded(value: number, scale: number): number {
  return Math.max(-LARGEST, Math.min(LARGEST, Math.round(value * scale)));
}

/** So that all but one weight in ten thousand fit eight bits without being cut. */
function scaleOf(values: Float32Array | Int8Array): number {
  const sizes = Float32Array.from(values, Math.abs)
    .filter((size) => size > 0)
    .sort();
  const large = sizes[Math.floor(sizes.length * 0.9999)] ?? 0;
  return large > 0 ? LARGEST / large : 1;
}

/** Zeros as a zero byte and a count up to 255, other values as they are. */
function pack(values: Float32Array | Int8Array, scale: number): Uint8Array {
  const bytes: number[] = [];
  let zeros = 0;
  const flush = (): void => {
    if (zeros > 0) bytes.push(0, zeros);
    zeros = 0;
  };
  for (const value of values) {
    const small = rounded(value, scale);
    if (small === 0) {
      if (++zeros === 255) flush();
    } else {
      flush();
      bytes.push(small & 0xff);
    }
  }
  flush();
  return Uint8Array.from(bytes);
}

function unpack(bytes: Uint8Array, length: number): Int8Array {
  const values = new Int8Array(length);
  let to = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === 0) to += bytes[++at]!;
    else values[to++] = byte;
  }
  if (to !== length) throw new Error("The quote weights are cut short; rebuild them with `npm run train`.");
  return values;
}
