// An answer's body, unpacked and never larger than the limit, however small it was packed.
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import type { Places } from "./places.ts";

/** Thrown when more comes than the limit; the stream is destroyed by then. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

export interface BodyLimits {
  /** Largest body, unpacked. Bytes. */
  readonly largest: number;
  /** Is a larger one cut there instead of refused? */
  readonly isCut?: boolean;
  /** Only so many large ones at once. */
  readonly places: Places;
  readonly signal: AbortSignal;
}

/** A body larger than this is large: most feeds and pages are not. Bytes. */
const LARGE = 256 * 1024;

/**
 * Reads all of a body. `encoding`: the Content-Encoding header.
 * @throws TooLarge, unless it is to be cut; the signal's reason; zlib's errors for a body that is not what it says.
 */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  { largest, isCut = false, places, signal }: BodyLimits,
): Promise<Uint8Array> {
  // Of the system's own pages, not of the heap's: large bodies come and go and would leave it full of holes.
  const gathered = new ArrayBuffer(0, { maxByteLength: largest });
  let size = 0;
  let isFull = false;
  const held: (() => void)[] = [];
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const all of source) {
      const chunk = isCut ? all.subarray(0, largest - size) : all;
      const end = size + chunk.length;
      if (end > largest) throw new TooLarge();
      if (end > LARGE && held.length === 0) held.push(await places.take(signal));
      if (end > gathered.byteLength) gathered.resize(Math.min(largest, Math.max(LARGE, end, gathered.byteLength * 2)));
      new Uint8Array(gathered, size, chunk.length).set(chunk);
      size = end;
      isFull = chunk.length < all.length;
      if (isFull) throw new TooLarge();
    }
  };
  try {
    const unpack = unpackerFor(encoding);
    if (unpack === null) await pipeline(body, collect);
    else await pipeline(body, unpack, collect);
  } catch (error) {
    if (!isFull) {
      gathered.transfer(0);
      throw error;
    }
  } finally {
    for (const leave of held) leave();
  }
  // Given as it is: a copy of a large one would hold up whoever asks something meanwhile.
  gathered.resize(size);
  return new Uint8Array(gathered, 0, size);
}

function unpackerFor(encoding: string | undefined): NodeJS.ReadWriteStream | null {
  switch (encoding?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      return createInflate();
    case "zstd":
      return createZstdDecompress();
    default:
      return null;
  }
}
