// The learned weights as one file: a short header in JSON, then the tables. No corpus text but single words.
import { GATE_GROUPS, GATE_ROWS } from "./gate.ts";
import { LABEL_COUNT, type SegmentWeights, STEP_COUNT } from "./tagger.ts";

export interface QuoteWeights {
  /** Cluster number of a word, lower case. */
  readonly clusters: ReadonlyMap<string, number>;
  readonly segments: SegmentWeights;
  /** Evidence that a quotation is speech rather than belief or wish; a power of two long. */
  readonly speech: Float32Array | Int8Array;
}

interface Header {
  readonly version: 1;
  /** Words of each cluster, joined by spaces. */
  readonly clusters: readonly string[];
  readonly rows: number;
  readonly speech: number;
  /** How many bytes of zero runs and values follow. */
  readonly packed: readonly [rows: number, gate: number, speech: number];
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
  const rows = unpack(bytes.subarray(at, at + header.packed[0]), header.rows * LABEL_COUNT);
  at += header.packed[0];
  const gate = unpack(bytes.subarray(at, at + header.packed[1]), GATE_ROWS * GATE_GROUPS);
  at += header.packed[1];
  const speech = unpack(bytes.subarray(at, at + header.packed[2]), header.speech);
  return { clusters, segments: { rows, steps, gate: { rows: gate, bars: Float32Array.from(header.bars) } }, speech };
}

const MAGIC = 0x4f525131;
const LARGEST = 127;

/** Weights rounded to eight bits and written as one file. */
export function encodeWeights(weights: QuoteWeights): Uint8Array {
  const groups: string[][] = [];
  for (const [word, group] of weights.clusters) {
    while (groups.length <= group) groups.push([]);
    groups[group]!.push(word);
  }
  const scale = scaleOf(weights.segments.rows);
  const rows = pack(weights.segments.rows, scale);
  const gateScale = scaleOf(weights.segments.gate.rows);
  const gate = pack(weights.segments.gate.rows, gateScale);
  const speech = pack(weights.speech, scaleOf(weights.speech));
  const header = new TextEncoder().encode(
    JSON.stringify({
      version: 1,
      clusters: groups.map((words) => words.join(" ")),
      rows: weights.segments.rows.length / LABEL_COUNT,
      speech: weights.speech.length,
      packed: [rows.length, gate.length, speech.length],
      bars: [...weights.segments.gate.bars].map((bar) => bar * gateScale),
    } satisfies Header),
  );
  const bytes = new Uint8Array(8 + header.length + 4 * STEP_COUNT + rows.length + gate.length + speech.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, header.length);
  bytes.set(header, 8);
  let at = 8 + header.length;
  for (const step of weights.segments.steps) {
    view.setFloat32(at, step * scale);
    at += 4;
  }
  bytes.set(rows, at);
  bytes.set(gate, at + rows.length);
  bytes.set(speech, at + rows.length + gate.length);
  return bytes;
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
    const small = Math.max(-LARGEST, Math.min(LARGEST, Math.round(value * scale)));
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
